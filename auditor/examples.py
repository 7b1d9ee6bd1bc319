"""A card's own examples, run: every `bad` fires exactly on its marks, every `good` is silent.

Each regular expression of a card must be the only one that finds some `bad` example: one that none needs is untested.

Of scope corpus an example is several documents: a `bad` one has one finding, which names them all.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import structs

from auditor.binding import bind
from auditor.card import Card, Example
from auditor.engine import audit, run
from auditor.masking import covered
from auditor.model import Document, Finding, Rule, RuleSet, Scope, Status
from auditor.parsing import read
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style
from auditor.reporters.tally import Tally
from auditor.reporters.text import details
from auditor.rulebook import read_card
from auditor.scoring import Gates
from auditor.signals import Signals
from auditor.text.wording import Wording

OPEN, CLOSE = "⟦", "⟧"
_SUFFIX = {"text": "txt", "html": "html", "markdown": "md"}


def check(path: Path) -> Iterator[str]:
    """What is wrong with the examples of a card, one line each; nothing when all hold.

    Raises:
        CardError: the card itself cannot be read or bound.
        ImportError: a card of scope corpus, and the extra `corpus` is not installed.
    """
    card = read_card(path)
    rule = bind(path, card)
    for kind, examples in (("bad", card.bad), ("good", card.good)):
        for number, example in enumerate(examples, 1):
            for fault in _faults(rule, card, example, bad=kind == "bad"):
                yield f"{path}: {kind} example {number}: {fault}"
    for pattern in _unproven(rule, card):
        yield f"{path}: no bad example needs this pattern; add one that only it finds: {pattern}"


def reported(path: Path) -> Iterator[str]:
    """What a report at a terminal says of each `bad` example of a card of scope document, in their order.

    Raises:
        CardError: the card cannot be read or bound.
    """
    card = read_card(path)
    rule = bind(path, card)
    rules = RuleSet((rule,), (rule.dimension,))
    for given in card.bad if card.scope is Scope.DOCUMENT else ():
        example = _example(card, given) if isinstance(given, str) else given
        assert isinstance(example, Example)
        document = _document(example, unmark(example.source)[0])
        report = audit(document, rules, Gates())
        page = Page(f"article.{_SUFFIX[example.format]}", report, covered(document.source, report, rules))
        yield details(page, Run(rules, 1, Style(), Tally().summary))


def _unproven(rule: Rule, card: Card) -> Iterator[str]:
    """The regular expressions without which all `bad` examples are still found."""
    for pattern, without in _ablated(rule):
        if not any(fault for example in card.bad for fault in _faults(without, card, example, bad=True)):
            yield pattern


def _ablated(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Each regular expression, and the rule without it."""
    for name, value in rule.detect.keywords.items():
        for at, pattern in enumerate(value if isinstance(value, Wording) else ()):
            fewer = Wording((*value[:at], *value[at + 1 :]))
            yield pattern, structs.replace(rule, detect=partial(rule.detect.bound, **{name: fewer}))


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


def _faults(rule: Rule, card: Card, given: str | Example | list[Example], *, bad: bool) -> Iterator[str]:
    if isinstance(given, list):
        return _check_corpus(rule, given, len(given) if bad else 0)
    example = _example(card, given) if isinstance(given, str) else given
    return _check_bad(rule, example) if bad else _check_good(rule, example)


def _example(card: Card, source: str) -> Example:
    return Example(source=source, zone=card.zones[0] if card.zones else None)


def _check_corpus(rule: Rule, examples: Sequence[Example], wanted: int) -> Iterator[str]:
    from auditor.corpus.compare.samples import siblings_of  # noqa: PLC0415 - needs an extra

    found = siblings_of([_document(example, example.source) for example in examples], [rule])
    if not wanted:
        yield from (f"should be silent, said: {one.message}" for one in found)
    elif [one.documents for one in found] != [wanted]:
        said = "; ".join(f"{', '.join(s.id for s in one.siblings)}" for one in found)
        yield f"all {wanted} documents belong together, found: {said or 'nothing'}"


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
    outcome = run(rule, Signals(_document(example, source)))
    if outcome.status is Status.ERRORED:
        raise AssertionError(f"{rule.id}: {outcome.error}")
    return outcome.findings


def _document(example: Example, source: str) -> Document:
    return read(source, format=example.format, zone=example.zone, url=example.url)
