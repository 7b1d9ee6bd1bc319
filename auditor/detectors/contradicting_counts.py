"""Two numbers of one group: twenty-six entries, later "the thirty-one entries"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from auditor.model import Block, Hit, Span
from auditor.model.members import HEADING, ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import changes, is_corrected
from auditor.text.counted import Counted, counted, known_things, may_count
from auditor.text.numerals import numbers
from auditor.text.words import as_printed
from auditor.words import words

Said = tuple[Counted, Block]
_READ = (PARAGRAPH, ITEM, HEADING)
_PAIR = 2
_SMALL = 4  # numbers up to here stand in any text
_TERMS = 4  # of a sum that a later number may be
_THINGS, _MENTIONS = 100, 200  # that are looked at: a text that counts more is a list of numbers
_MOST = 12  # numbers of one thing that are tried as terms


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each group: on the later number, the earlier as related."""
    code = signals.document.language or ""
    if not words("figures", "the", code):
        return
    for said in _by_thing([block for block in blocks if block.kind in _READ], signals, code):
        found = next((pair for at in range(1, len(said)) if (pair := _differing(said[:at], said[at], code))), None)
        if found and not _is_explained(*found, blocks, signals):
            (first, there), (later, here) = found
            spans = Span(here, later.start, later.end), Span(there, first.start, first.end)
            facts = {"thing": as_printed(spans[0].text, (later.thing,)), "one": first.number, "other": later.number}
            yield Hit(spans[0], facts, spans[1:])


def _is_explained(first: Said, later: Said, blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether the text says something by which both numbers can be true, or quotes or corrects one of them."""
    code, (one, there), (other, here) = signals.document.language or "", first, later
    spans = Span(here, other.start, other.end), Span(there, one.start, one.end)
    if any(map(signals.quoted, spans)) or is_corrected(signals):
        return True
    is_rare = other.number > _SMALL or other.whole == "own"  # "five boats, of which three float": its three boats
    grown = is_rare and _stands_before(other.number, spans[0], blocks, code)
    return grown or changes(other.thing, blocks, (there, here), ("changes",), signals)


def _stands_before(number: int, span: Span, blocks: Sequence[Block], code: str) -> bool:
    """Whether the number is told before, without the thing: "the toll had reached fourteen"."""
    before = [block.text for block in blocks if block.start < span.block.start] + [span.block.text[: span.start]]
    return any(number in numbers(text, code) for text in before)


def _by_thing(blocks: Sequence[Block], signals: Signals, code: str) -> Iterator[list[Said]]:
    """The numbers of each thing of which a text once means all."""
    telling = (block for block in blocks if may_count(block.text, signals.vocabulary_of(block), code))
    things = frozenset[str]().union(*(known_things(block.text, code) for block in telling))
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for block in blocks if things else ():
        for thing in things & signals.vocabulary_of(block):
            if len(found[thing]) < _MENTIONS:
                found[thing] += [(one, block) for one in counted(block.text, thing, code)]
    return (found[thing][:_MENTIONS] for thing in sorted(things)[:_THINGS])


def _differing(before: Sequence[Said], said: Said, code: str) -> tuple[Said, Said] | None:
    """A number of all of a group with an earlier one that cannot be of a part of it, nor it of a part of that."""
    later, counts = said[0], [one.number for one, _ in before]
    first = max(before, key=lambda one: one[0].number)
    if not later.whole or later.number in counts or later.after in words("figures", "narrows", code):
        return None
    if later.number > first[0].number:
        differs = later.number not in _sums(counts) and _is_whole(first[0], later, code)
    else:
        differs = len(set(counts)) == 1 and not _is_part(first[0], later)
    return (first, said) if differs else None


def _is_whole(first: Counted, later: Counted, code: str) -> bool:
    """Whether the earlier number is of no part: "five free courses" may be some of "all sixteen courses"."""
    is_some = first.after in words("figures", "narrows", code) or (first.between and not first.whole)
    return not later.between and not is_some


def _is_part(first: Counted, later: Counted) -> bool:
    """Whether the smaller number may be of a part: "the two brothers", "the eight teams" of sixteen."""
    return later.whole in ("the", "own") and (
        later.number <= _PAIR or bool(later.between) or later.number * 2 <= first.number
    )


def _sums(counts: Sequence[int]) -> set[int]:
    some = counts[-_MOST:]
    return {sum(terms) for size in range(2, _TERMS + 1) for terms in combinations(some, size)}
