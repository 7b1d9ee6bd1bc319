"""A verb with the parameters of its card."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache, cached_property, partial
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Any, Literal

import msgspec

from auditor.card import CardError
from auditor.expressions import compiled, late
from auditor.lexicon import Lexicon, read_lexicon
from auditor.model import Format, Kind, Scope
from auditor.prepared import prepared, rules_folder
from auditor.text.backtracking import backtracks
from auditor.text.literals import is_known
from auditor.text.nearest import nearest
from auditor.text.wording import Wording
from auditor.verbs import is_shipped, shipped, verb

_LEXICON = late(r"\w[\w.-]*(?:/\w[\w-]*)?")
_OF_0_1 = {"pattern": frozenset({"phrases", "symbols"})}  # parameters without effect: they follow from the patterns
How = Literal["as it is", "number", "parts", "day", "kind", "kinds", "formats", "wording", "lexicon"]
# How a parameter is made of what its card says, beside word lists.
_WAYS: Mapping[How, Callable[[Any], Any]] = {
    "as it is": lambda said: said,
    "number": float,
    "parts": tuple,
    "day": lambda said: date.fromisoformat(str(said)),
    "kind": Kind,
    "kinds": lambda said: [*map(Kind, said)],
    "formats": lambda said: [*map(Format, said)],
}


class Verb:
    """The verb of a card with its parameters; imported when a page first asks for it."""

    def __init__(
        self, path: Path | str, scope: Scope, name: str, given: dict[str, Any], known: Mapping[str, How] | None = None
    ) -> None:
        self._path, self.scope, self.name, self.given, self.known = path, scope, name, given, known

    @property
    def path(self) -> Path:
        return Path(self._path)

    def __call__(self, *asked: Any) -> Any:
        return self.bound(*asked)

    @property
    def keywords(self) -> dict[str, Any]:
        """The parameters, as the verb takes them.

        Raises:
            CardError: there is no such verb, or they do not fit its signature.
        """
        return self.bound.keywords

    def find(self) -> tuple[Callable[..., Any], dict[str, Any]]:
        """The function and the types of its parameters.

        Raises:
            CardError: there is no such verb.
        """
        return verb(self.path, self.scope, self.name)

    @cached_property
    def bound(self) -> "partial[Any]":
        if self.known is not None:
            made = {key: _made(self, key, how) for key, how in self.known.items()}
            return partial(shipped(self.scope, self.name), **made)
        detect, hints = self.find()
        return partial(detect, **_parameters(self.path, self.name, self.given, signature(detect), hints))


def how_made(verb: Verb) -> Mapping[str, How] | None:
    """How the parameters of a shipped verb are made of what its card says; None where that is to be looked at anew.

    To read signatures and annotations of all verbs takes a tenth of a short run, and the shipped ones do not change.
    """
    found: dict[str, How] = {}
    for key, value in verb.keywords.items() if is_shipped(verb.scope, verb.name) else ():
        if isinstance(value, Wording):
            found[key] = "wording"
        elif isinstance(value, Lexicon):
            found[key] = "lexicon"
        elif way := _way(value, msgspec.to_builtins(verb.given[key])):  # as prepared cards keep it: a day as text
            found[key] = way
        else:
            return None
    return found if is_shipped(verb.scope, verb.name) else None


def _way(value: Any, said: Any) -> How | None:
    for how, make in _WAYS.items():
        with suppress(TypeError, ValueError):
            if repr(make(said)) == repr(value):
                return how
    return None


def _made(verb: Verb, key: str, how: How) -> Any:
    value = verb.given[key]
    if how in _WAYS:
        return _WAYS[how](value)
    return Wording(value) if how == "wording" else _lexicon(verb.path, key, value)


def _parameters(
    path: Path, name: str, given: Mapping[str, Any], wanted: Signature, hints: Mapping[str, Any]
) -> dict[str, Any]:
    taken = {n: p for n, p in wanted.parameters.items() if p.kind is Parameter.KEYWORD_ONLY}
    told = {key: value for key, value in given.items() if key not in _OF_0_1.get(name, ())}
    for key in told:
        if key not in taken:
            raise CardError(f"{path}: with: {name} takes no {key!r}{nearest(key, taken)}")
    for key, parameter in taken.items():
        if key not in hints:
            raise CardError(f"{path}: detect: {name} does not say of what type {key!r} is")
        if parameter.default is parameter.empty and key not in given:
            raise CardError(f"{path}: with: {name} needs {key!r}")
    return {key: _parameter(path, key, value, hints[key]) for key, value in told.items()}


def _parameter(path: Path, name: str, value: Any, hint: Any) -> Any:
    if hint is Lexicon:
        return _lexicon(path, name, value)
    try:
        return _wording(path, name, value) if hint is Wording else msgspec.convert(value, hint)
    except msgspec.ValidationError as error:
        raise CardError(f"{path}: with: {name}: {error}") from error
    except CardError:
        raise
    except (TypeError, ValueError) as error:
        raise CardError(f"{path}: with: {name}: its verb asks for {hint}, which no card can give: {error}") from error


def _wording(path: Path, name: str, value: Any) -> Wording:
    expressions = msgspec.convert(value, list[str])
    for expression in expressions:
        if is_known(expression):
            continue  # it was compiled when the shipped cards were read
        try:
            compiled(expression, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            raise CardError(f"{path}: with: {name}: {expression!r} is no regular expression: {error}") from error
        slow = "" if path.is_relative_to(rules_folder()) else backtracks(expression)  # a test tries the shipped ones
        if slow:
            raise CardError(
                f"{path}: with: {name}: {expression!r} takes time without end on {slow!r}: where a repetition stands in"
                " another, make it possessive (`++`, `*+`), or put a character between its turns that it does not match"
            )
    return Wording(expressions)


@cache
def _shipped(name: str) -> Lexicon:
    """A lexicon of this package, kept as it was read."""
    file = rules_folder() / "_lexicons" / f"{name}.txt"
    return Lexicon(prepared(f"lexicon-{name}", list[str], lambda: sorted(read_lexicon(file))))


def _lexicon(path: Path, name: str, value: Any) -> Lexicon:
    """A list of the word files, `subject/list`, in all languages; or a file of `_lexicons`."""
    if not isinstance(value, str) or not _LEXICON.fullmatch(value):
        raise CardError(f"{path}: with: {name}: {value!r} names no lexicon; `words` is `_lexicons/words.txt`")
    if found := Lexicon.listed(value):
        return found
    own = path.parent.parent / "_lexicons" / f"{value}.txt"
    shipped = rules_folder() / "_lexicons" / f"{value}.txt"
    file = own
    try:
        file = own if own.exists() or own.is_symlink() else shipped
        if not file.is_file():
            hint = nearest(value, {one.stem for place in (own, shipped) for one in place.parent.glob("*.txt")})
            raise CardError(f"{path}: with: {name}: there is no file {own}{hint}")
        return _shipped(value) if file == shipped else read_lexicon(file)
    except OSError as error:
        raise CardError(f"{file}: cannot be read: {error.strerror}; the card {path} names it") from error
    except ValueError as error:
        raise CardError(
            error if isinstance(error, CardError) else f"{file}: {error}; the card {path} names it"
        ) from error
