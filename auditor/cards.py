"""Folders of cards, read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, structs

from auditor.binding import Verb, bind
from auditor.card import About, Card, CardError
from auditor.fingerprint import rule_files
from auditor.model import Rule
from auditor.text.literals import Literals, know, literals
from auditor.text.nearest import nearest


class _Bound(Struct):
    """A rule without its verb, and what that is made of."""

    rule: Rule
    path: str
    verb: str
    given: dict[str, Any]


class Folder(Struct):
    """What a folder of cards holds, as it can be kept."""

    cards: list[_Bound]
    dimensions: list[str]
    problems: list[str]
    files: list[tuple[str, bytes]]  # all that decides what its rules say
    literals: dict[str, tuple[Literals, ...]]  # of the expressions of its cards

    def bound(self) -> Iterator[Rule]:
        know(self.literals)
        for one in self.cards:
            detect = Verb(Path(one.path), one.rule.scope, one.verb, one.given)
            yield structs.replace(one.rule, detect=detect)


def read(folder: Path) -> Folder:
    """Every card of a folder; those that cannot be read are its problems."""
    cards: dict[str, _Bound] = {}
    dimensions: list[str] = []
    problems: list[str] = []
    for path in _files((folder,)):
        try:
            if path.stem == "_about":
                _read(path, _bytes(path), About)
                dimensions.append(path.parent.name)
                continue
            _refuse_twin(path, cards.get(path.stem))
            card = _read(path, _bytes(path), Card)
            rule = structs.replace(bind(path, card), detect=None)
            cards[path.stem] = _Bound(rule, str(path), card.detect, card.parameters)
        except CardError as error:
            problems.append(str(error))
    wordings = (wording for one in cards.values() for wording in one.rule.wordings)
    read_off = {pattern: literals(pattern) for wording in wordings for pattern in wording}
    return Folder(list(cards.values()), dimensions, problems, list(rule_files((folder,))), read_off)


def read_card(path: Path) -> Card:
    """The card itself, for its examples."""
    card: Card = _read(path, path.read_bytes(), Card)
    return card


def read_about(dimension: Path) -> About:
    """What a dimension's folder says of itself."""
    path = dimension / "_about.yml"
    about: About = _read(path, path.read_bytes(), About)
    return about


def card_files(folders: Sequence[Path]) -> Iterator[Path]:
    return (path for path in _files(folders) if path.stem != "_about")


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(p for p in folder.glob("*/*.yml") if not p.parent.name.startswith("_"))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CardError(f"{path}: cannot be read: {error.strerror}") from error


def _refuse_twin(path: Path, other: _Bound | None) -> None:
    if other and other.rule.dimension != path.parent.name:
        raise CardError(f"{path}: {other.rule.dimension}/{path.name} has the same id; rename one of them")


def _read(path: Path, data: bytes, shape: type[Any]) -> Any:
    import yaml  # noqa: PLC0415 - shipped cards are kept as they were read

    try:
        return msgspec.convert(yaml.load(data, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), shape)  # noqa: S506
    except yaml.YAMLError as error:
        raise CardError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    except msgspec.ValidationError as error:
        raise CardError(f"{path}: {_explained(str(error), shape)}") from error


def _explained(error: str, shape: type[Any]) -> str:
    if "unknown field" not in error:
        return f"{error}; `auditor rules schema` prints what a card may hold"
    name = error.split("`")[1]
    known = [f.encode_name for f in msgspec.structs.fields(shape)]
    return f"unknown key {name!r}{nearest(name, known)}"
