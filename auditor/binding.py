"""A card and its verb become a rule."""

import re
from pathlib import Path

from auditor.bound import Verb
from auditor.card import Card, CardError
from auditor.earning import earned
from auditor.expressions import late
from auditor.model import Fixing, Rule, Safety, Scope, Severity
from auditor.spoken import judges_in, runs_in
from auditor.text.nearest import nearest
from auditor.text.wording import Wording
from auditor.verbs import unlike
from auditor.words import languages

_ID = late("[a-z][a-z0-9-]*")


def bind(path: Path, card: Card) -> Rule:
    """Join a card to its verb.

    Raises:
        CardError: no such verb, or parameters that do not fit its signature.
    """
    _check_names(path, card)
    detect = Verb(path, card.scope, card.detect, card.parameters)
    found, hints = detect.find()
    if fault := unlike(found, card.scope, hints):
        raise CardError(f"{path}: detect: {card.detect!r}, {found!r}, cannot be used: {fault}")
    _check_examples(path, card)
    _check_fixing(path, card.fixing)
    parameters = detect.keywords
    runs = runs_in(card.languages)
    return Rule(
        id=path.stem,
        dimension=path.parent.name,
        title=card.title,
        brief=card.brief or "",
        why=card.why,
        fix=card.fix,
        message=card.message,
        severity=_severity(path, card),
        confidence=card.confidence,
        zones=frozenset(card.zones),
        languages=runs,
        judges=judges_in(runs, card.judges, parameters, hints),
        detect=detect,
        private=card.private,
        not_flagged=card.not_flagged,
        basis=card.basis,
        references=tuple(card.references),
        scope=card.scope,
        cause=card.cause or path.stem,
        anchor=card.anchor or "",
        rises=card.rises,
        charged=card.charged,
        claimed=card.severity,
        certainty=card.certainty,
        by_definition=card.by_definition or "",
        as_written=card.as_written,
        wordings=tuple(value for value in parameters.values() if isinstance(value, Wording)),
        types=frozenset(card.when.type if card.when else ()),
        fixing=card.fixing,
        unless=tuple(card.unless),
    )


def _check_names(path: Path, card: Card) -> None:
    if not _ID.fullmatch(path.stem):
        raise CardError(f"{path}: a card's name is its id: small letters, digits and hyphens, as in soft-words.yml")
    for name in (one.removeprefix("-") for one in card.languages):
        if "/" not in name and name != "any" and name not in languages():
            raise CardError(f"{path}: languages: no language has the code {name!r}; `auditor languages` lists them")
        if "/" in name and not runs_in([name]):
            raise CardError(f"{path}: languages: no language has the word list {name!r}")


def _check_examples(path: Path, card: Card) -> None:
    wanted = card.scope is Scope.CORPUS
    if any(isinstance(example, list) != wanted for example in (*card.bad, *card.good)):
        shape = "lists of documents" if wanted else "single documents"
        raise CardError(f"{path}: bad, good: examples of scope {card.scope} are {shape}")


def _check_fixing(path: Path, fixing: Fixing) -> None:
    if (fixing.safety is Safety.SHOWN) == bool(fixing.how):
        raise CardError(f"{path}: fixing: safe and unsafe ones say how, and those that are shown only do not")
    if not fixing.how:
        return
    from auditor.fixing import kinds  # noqa: PLC0415 - shipped cards are kept as they were bound

    if fixing.how not in kinds():
        raise CardError(f"{path}: fixing: how: no kind of fix is called {fixing.how!r}{nearest(fixing.how, kinds())}")
    for expression in fixing.only:
        try:
            re.compile(expression)
        except re.error as error:
            raise CardError(f"{path}: fixing: only: {expression!r}: {error}") from error


def _severity(path: Path, card: Card) -> Severity:
    counts = card.certainty
    if counts and not 0 <= counts.correct <= counts.read:
        raise CardError(f"{path}: certainty: {counts.correct} correct of {counts.read} read cannot be")
    return earned(card.severity, counts, by_definition=bool(card.by_definition))
