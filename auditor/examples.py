"""A card's own examples, run: every `bad` fires exactly on its marks, every `good` is silent."""

from collections.abc import Iterator
from pathlib import Path

from auditor.card import Card, Example
from auditor.engine import run
from auditor.model import Finding, Rule, Status
from auditor.parsing import read
from auditor.rulebook import bind, read_card
from auditor.signals import Signals

OPEN, CLOSE = "⟦", "⟧"


def check(path: Path) -> Iterator[str]:
    """What is wrong with the examples of a card, one line each; nothing when all hold.

    Raises:
        CardError: the card itself cannot be read or bound.
    """
    card = read_card(path)
    rule = bind(path, card)
    for number, bad in enumerate(card.bad, 1):
        yield from (f"{path}: bad example {number}: {fault}" for fault in _check_bad(rule, _example(card, bad)))
    for number, good in enumerate(card.good, 1):
        yield from (f"{path}: good example {number}: {fault}" for fault in _check_good(rule, _example(card, good)))


def unmark(marked: str) -> tuple[str, set[tuple[int, int]]]:
    """A source without its marks, and the intervals that they enclosed."""
    source, places, start = "", set(), 0
    for character in marked:
        if character == OPEN:
            start = len(source)
        elif character == CLOSE:
            places.add((start, len(source)))
        else:
            source += character
    return source, places


def _example(card: Card, given: str | Example) -> Example:
    return Example(source=given, zone=card.zones[0]) if isinstance(given, str) else given


def _check_bad(rule: Rule, example: Example) -> Iterator[str]:
    source, marked = unmark(example.source)
    findings = _run(rule, example, source)
    found = {(f.offset, f.offset + f.length) for f in findings if f.length}
    found |= {(place.offset, place.offset + place.length) for f in findings for place in f.related}
    if not findings:
        yield "nothing was found"
    for start, end in sorted(marked - found):
        yield f"marked but not found: {source[start:end]!r}"
    for start, end in sorted(found - marked):
        yield f"found but not marked: {source[start:end]!r}"


def _check_good(rule: Rule, example: Example) -> Iterator[str]:
    for finding in _run(rule, example, unmark(example.source)[0]):
        yield f"should be silent, said: {finding.message} ({finding.evidence!r})"


def _run(rule: Rule, example: Example, source: str) -> tuple[Finding, ...]:
    document = read(source, format=example.format, zone=example.zone, url=example.url)
    outcome = run(rule, Signals(document))
    if outcome.status is Status.ERRORED:
        raise AssertionError(f"{rule.id}: {outcome.error}")
    return outcome.findings
