"""What verbs there are, and what each takes and gives, for who writes a card."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_origin

from msgspec import Struct

from auditor import verbs
from auditor.card import CardError
from auditor.lexicon import Lexicon, WordFile
from auditor.model import Scope
from auditor.text.wording import Wording

_TYPES = {Wording: "regular expressions", Lexicon: "the name of a lexicon", WordFile: "the name of a word file"}


class Parameter(Struct, frozen=True):
    name: str
    type: str
    does: str = ""
    needed: bool = False
    many: bool = False  # a list


class Told(Struct, frozen=True):
    name: str
    does: str
    parameters: tuple[Parameter, ...] = ()
    facts: tuple[str, ...] = ()  # that its messages may name


def told(name: str, scope: Scope = Scope.DOCUMENT) -> Told:
    """What a verb does.

    Raises:
        ValueError: there is no such verb, or it cannot be used.
    """
    try:
        detect, hints = verbs.verb(Path("verbs"), scope, name)
    except CardError as error:
        raise ValueError(str(error).removeprefix("verbs: detect: ")) from error
    module = inspect.getmodule(detect)
    described = dict(_described(inspect.getdoc(detect) or ""))
    taken = [one for one in inspect.signature(detect).parameters.values() if one.kind is one.KEYWORD_ONLY]
    parameters = tuple(_parameter(one, hints.get(one.name), described.get(one.name, "")) for one in taken)
    ordered = tuple(sorted(parameters, key=lambda one: not one.needed))
    facts = _facts(inspect.getsource(module)) if module else ()
    return Told(name, (inspect.getdoc(module) or "").partition("\n")[0], ordered, facts)


def lines(one: Told) -> Iterator[str]:
    """For `auditor rules verbs NAME`."""
    yield f"{one.name}: {one.does}"
    for each in one.parameters:
        yield f"  {each.name} ({each.type}{'' if each.needed else ', optional'}): {each.does}"
    yield f"  facts for the message: {', '.join(f'{{{name}}}' for name in one.facts) or 'none'}"


def _parameter(one: inspect.Parameter, hint: Any, does: str) -> Parameter:
    shown = _TYPES.get(hint) or (hint.__name__ if isinstance(hint, type) and not get_origin(hint) else str(hint))
    many = hint is Wording or get_origin(hint) is list
    return Parameter(one.name, shown, does, needed=one.default is one.empty, many=many)


def _described(doc: str) -> Iterator[tuple[str, str]]:
    """The entries under `Args:`."""
    _, _, args = doc.partition("Args:\n")
    for entry in re.split(r"\n(?=    \w+: )", args):
        name, colon, does = entry.strip().partition(": ")
        if colon:
            yield name, " ".join(does.split())


def _facts(source: str) -> tuple[str, ...]:
    """The keys of the dictionaries that a module writes out for its hits."""
    given = (node for node in ast.walk(ast.parse(source)) if _gives_facts(node))
    written = (one for node in given for one in ast.walk(node) if isinstance(one, ast.Dict))
    keys = (key.value for one in written for key in one.keys if isinstance(key, ast.Constant))
    return tuple(dict.fromkeys(key for key in keys if isinstance(key, str)))


def _gives_facts(node: ast.AST) -> bool:
    """`Hit(...)`, or `facts = ...`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "Hit"
    return isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "facts" for to in node.targets)
