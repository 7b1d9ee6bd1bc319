"""Folders of cards, read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, structs

from auditor import card_files as yaml_files
from auditor.bound import How, Verb, how_made
from auditor.card import About, Card, CardError
from auditor.fingerprint import rule_files
from auditor.hashes import blake2b
from auditor.model import Rule, Zone
from auditor.text.literals import Literals, know, literals

_ZONES: dict[frozenset[Zone], frozenset[Zone]] = {}  # one object for equal ones: documents know them by their identity


class _Bound(Struct):
    """A rule without its verb, and what that is made of."""

    rule: Rule
    path: str
    verb: str
    given: dict[str, Any]
    known: dict[str, How] | None  # how its parameters are made, if its verb is a shipped one


class Folder(Struct):
    """What a folder of cards holds, as it can be kept."""

    cards: list[_Bound]
    dimensions: list[str]
    problems: list[str]
    files: list[tuple[str, bytes]]  # all that decides what its rules say, each with the hash of what stands in it
    literals: dict[str, tuple[Literals, ...]]  # of the expressions of its cards

    def bound(self) -> Iterator[Rule]:
        know(self.literals)
        for one in self.cards:
            detect = Verb(one.path, one.rule.scope, one.verb, one.given, one.known)
            zones = _ZONES.setdefault(one.rule.zones, one.rule.zones)
            yield structs.replace(one.rule, detect=detect, zones=zones)


def read(folder: Path, pack: str = "") -> Folder:
    """Every card of a folder, of a `pack` with ids that begin with its name; those that cannot be read are problems."""
    cards: dict[str, _Bound] = {}
    dimensions: list[str] = []
    problems: list[str] = []
    for path in _files((folder,)):
        try:
            if path.stem == "_about":
                yaml_files.read(path, About)
                dimensions.append(path.parent.name)
                continue
            _refuse_twin(path, cards.get(path.stem))
            cards[path.stem] = _bound(path, pack)
        except CardError as error:
            problems.append(str(error))
    wordings = (wording for one in cards.values() for wording in one.rule.wordings)
    read_off = {pattern: literals(pattern) for wording in wordings for pattern in wording}
    files = [(name, blake2b(data).digest()) for name, data in rule_files((folder,))]
    return Folder(list(cards.values()), dimensions, problems, files, read_off)


def _bound(path: Path, pack: str) -> _Bound:
    from auditor.binding import bind  # noqa: PLC0415 - shipped cards are kept as they were bound

    card: Card = yaml_files.read(path, Card)
    rule = bind(path, card)
    known = how_made(cast("Verb", rule.detect))
    rule = structs.replace(rule, detect=None)
    if pack:
        own = f"{pack}/{rule.id}"
        rule = structs.replace(rule, id=own, cause=own if rule.cause == rule.id else rule.cause)
    return _Bound(rule, str(path), card.detect, card.parameters, dict(known) if known is not None else None)


def read_card(path: Path) -> Card:
    """The card itself, for its examples."""
    card: Card = yaml_files.read(path, Card)
    return card


def read_about(dimension: Path) -> About:
    """What a dimension's folder says of itself."""
    about: About = yaml_files.read(dimension / "_about.yml", About)
    return about


def below(path: Path) -> Iterator[Path]:
    """The cards that a path means: of a file itself, of a dimension, or of a folder of dimensions."""
    if not path.is_dir():
        yield path
        return
    yield from (one for one in sorted(path.glob("*.yml")) if not one.name.startswith("_"))
    yield from card_files([path])


def card_files(folders: Sequence[Path]) -> Iterator[Path]:
    return (path for path in _files(folders) if path.stem != "_about")


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(p for p in folder.glob("*/*.yml") if not p.parent.name.startswith("_"))


def _refuse_twin(path: Path, other: _Bound | None) -> None:
    if other and other.rule.dimension != path.parent.name:
        raise CardError(f"{path}: {other.rule.dimension}/{path.name} has the same id; rename one of them")
