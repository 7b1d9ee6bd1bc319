"""The verb of a card: found by its name, and checked before anything is asked of it."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from inspect import Parameter, isasyncgenfunction, iscoroutinefunction, isfunction, isgeneratorfunction, signature
from pathlib import Path
from typing import Any, get_origin, get_type_hints

from auditor import installed
from auditor.card import CardError
from auditor.model import Scope
from auditor.text.nearest import nearest

_VERBS = {Scope.DOCUMENT: "detectors", Scope.CORPUS: "siblings"}
_GIVEN = {Scope.DOCUMENT: ("blocks", "signals"), Scope.CORPUS: ("tables",)}
_Verb = tuple[Callable[..., Any], dict[str, Any]]


def is_shipped(scope: Scope, name: str) -> bool:
    return (Path(__file__).parent / _VERBS[scope] / f"{name.replace('-', '_')}.py").is_file()


def shipped(scope: Scope, name: str) -> Callable[..., Any]:
    """The function of a verb of this package that was checked before."""
    found: Callable[..., Any] = import_module(f"auditor.{_VERBS[scope]}.{name.replace('-', '_')}").detect
    return found


def verb(path: Path, scope: Scope, name: str) -> _Verb:
    """The function of a card's verb, and the types of its parameters.

    Raises:
        CardError: there is no such verb, or it cannot be used. Whatever is wrong with it costs that card alone.
    """
    module = f"auditor.{_VERBS[scope]}.{name.replace('-', '_')}"
    try:
        found = import_module(module).detect
        return found, get_type_hints(found)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise CardError(f"{path}: detect: {name!r} needs {error.name!r}, which is not installed") from error
    except (Exception, SystemExit) as error:
        raise CardError(f"{path}: detect: {name!r} cannot be used: {type(error).__name__}: {error}") from error
    return _installed(path, scope, name)


@cache
def names(scope: Scope = Scope.DOCUMENT) -> tuple[str, ...]:
    """All verbs, shipped and installed."""
    shipped = (p.stem.replace("_", "-") for p in Path(__file__).parent.glob(f"{_VERBS[scope]}/[a-z]*.py"))
    others = (point.name for point in installed.points(installed.VERBS)) if scope is Scope.DOCUMENT else ()
    return tuple(sorted({*shipped, *others}))


def _installed(path: Path, scope: Scope, name: str) -> _Verb:
    """A verb of another package."""
    points = [point for point in installed.points(installed.VERBS) if point.name == name]
    if scope is not Scope.DOCUMENT or not points:
        raise CardError(f"{path}: detect: no verb is called {name!r}{nearest(name, names(scope))}")
    if len(points) > 1:
        both = " and ".join(point.distribution for point in points)
        raise CardError(f"{path}: detect: {name!r} is a verb of {both}; uninstall one of them")
    (point,) = points
    try:
        found = point.load()
        found = getattr(found, "detect", found)
        return found, get_type_hints(found)
    except (Exception, SystemExit) as error:
        said = str(error) or "it says no more"
        where = f"{point.said}: cannot be used: {type(error).__name__}: {said}"
        raise CardError(f"{path}: detect: {where}; update {point.distribution}, or ignore its rules") from error


def unlike(detect: Any, scope: Scope, hints: dict[str, Any]) -> str:
    """What a verb has against the protocol; nothing where it keeps it."""
    if not isfunction(detect):
        return f"`detect` is {type(detect).__name__}, no function"
    wanted = _GIVEN[scope]
    shape = f"detect({', '.join(wanted)}, *, ...)"
    every = signature(detect).parameters.values()
    given = [one for one in every if one.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)]
    if len(given) != len(wanted) or any(one.kind in (Parameter.VAR_KEYWORD, Parameter.VAR_POSITIONAL) for one in every):
        return f"its signature is not {shape}, with what a card says after the star"
    if iscoroutinefunction(detect) or isasyncgenfunction(detect):
        return f"it is asynchronous; {shape} yields hits"
    if scope is Scope.DOCUMENT and not (isgeneratorfunction(detect) or _iterable(hints.get("return"))):
        return f"it does not say that it gives hits; {shape} -> Iterator[Hit]"
    return ""


def _iterable(hint: Any) -> bool:
    return hasattr(get_origin(hint) or hint, "__iter__")
