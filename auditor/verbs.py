"""The verb of a card: found by its name, and checked before anything is asked of it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

from auditor.card import CardError
from auditor.model import Scope
from auditor.text.nearest import nearest

_VERBS = {Scope.DOCUMENT: "detectors", Scope.CORPUS: "siblings"}


def verb(path: Path, scope: Scope, name: str) -> tuple[Callable[..., Any], dict[str, Any]]:
    """The function of a card's verb, and the types of its parameters.

    Raises:
        CardError: there is no such verb, or it cannot be used. Whatever is wrong with it costs that card alone.
    """
    package = _VERBS[scope]
    module = f"auditor.{package}.{name.replace('-', '_')}"
    try:
        found = import_module(module).detect
        return found, get_type_hints(found)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise CardError(f"{path}: detect: {name!r} needs {error.name!r}, which is not installed") from error
        verbs = [p.stem.replace("_", "-") for p in Path(__file__).parent.glob(f"{package}/[a-z]*.py")]
        raise CardError(f"{path}: detect: no verb is called {name!r}{nearest(name, verbs)}") from error
    except Exception as error:
        raise CardError(f"{path}: detect: {name!r} cannot be used: {type(error).__name__}: {error}") from error
