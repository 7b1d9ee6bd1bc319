"""Two sums of one thing: a project of $1.2 million, later "the $900,000 project"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.text.numerals import are_swapped
from auditor.text.sums import Sum, may_hold, sums
from auditor.text.words import words as words_of
from auditor.words import words

_SENTENCES = 200  # with sums that are looked at: a text with more is a list of prices
_NEAR = 30  # characters in which the next word stands
_APART = 0.05  # of the larger: "£1.18m" may be "the £1.2 million project"


class Told(NamedTuple):
    """A sentence with the sums in it."""

    span: Span
    sums: list[Sum]  # with places in the block


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each sum that is said of a known thing and stands nowhere else, where the thing had another."""
    code = signals.document.language or ""
    if not words("figures", "known", code):
        return
    told = list(islice(_told(blocks, signals, code), _SENTENCES))
    often = Counter((one.currency, one.amount) for sentence in told for one in sentence.sums)
    for at, sentence in enumerate(told):
        for one, noun, start, end in _of_known(sentence, code):
            first = _introduced(noun, told[:at], code) if often[one.currency, one.amount] == 1 else None
            if first and _differ(first.sums[0], one) and not _is_explained(first, one, sentence, end, code):
                spans = Span(sentence.span.block, start, end), _place(first)
                if not any(map(signals.quoted, spans)) and not is_corrected(signals):
                    yield Hit(
                        spans[0],
                        {"noun": noun, "one": _text(first), "other": spans[0].block.text[one.start : one.end]},
                        spans[1:],
                    )


def _told(blocks: Sequence[Block], signals: Signals, code: str) -> Iterator[Told]:
    for block in blocks:
        is_read = block.kind in (PARAGRAPH, ITEM) and may_hold(block.text, signals.vocabulary_of(block), code)
        found = sums(block.text, code)[:_SENTENCES] if is_read else ()
        for sentence in signals.sentences(block) if found else ():
            own = [one for one in found if sentence.start <= one.start < sentence.end]
            if own:
                yield Told(sentence, own)


def _of_known(sentence: Told, code: str) -> Iterator[tuple[Sum, str, int, int]]:
    """Sums of a thing that was named before, with its noun and the place of both: "the $900,000 project"."""
    text = sentence.span.block.text
    for one in sentence.sums:
        before = _before(code).search(text, max(0, one.start - 40), one.start)
        after = _AFTER.match(text, one.end, one.end + 40)
        if before and before["noun"]:
            noun, end = before["noun"], one.end
        elif before and after:
            noun, end = after["noun"], after.end()
        else:
            continue
        if noun.lower() not in words("figures", "priced-anew", code):
            yield one, noun.lower(), before.start(), end


_MARK = late(r"[,;:()–—]\s|\s[–—(]")
_AFTER = compiled(r"[\s-](?P<noun>[^\W\d_]{3,24})\b")


@cache
def _before(code: str) -> re.Pattern[str]:
    known, of = ("|".join(words("figures", key, code)) for key in ("known", "of"))
    return compiled(rf"\b(?:{known})\s(?:(?P<noun>[^\W\d_]{{3,24}})\s(?:{of})\s)?$", re.IGNORECASE)


def _introduced(noun: str, before: Sequence[Told], code: str) -> Told | None:
    """The only sentence that says a sum of it, with no other sum."""
    about = [
        one for one in before if noun in (told := words_of(one.span.text)) or f"{noun}d" in told or f"{noun}ed" in told
    ]
    if len({(one.currency, one.amount) for sentence in about for one in sentence.sums}) != 1:
        return None
    is_one_of_several = any(name == noun and end > one.end for one, name, _, end in _of_known(about[0], code))
    return None if is_one_of_several else about[0]


def _is_explained(first: Told, later: Sum, sentence: Told, end: int, code: str) -> bool:
    """Whether a sentence may be about another time or thing; hardly where two figures have changed places."""
    if are_swapped(first.sums[0].amount, later.amount):
        return False
    return _is_of_another(first, code) or _is_told_apart(sentence, end, code)


def _is_of_another(sentence: Told, code: str) -> bool:
    """Whether a sentence may be about another time or thing."""
    told = words_of(_clause(sentence))
    is_dated = any(map(_is_year, words_of(sentence.span.text)))
    return is_dated or not frozenset(words("figures", "of-another-sum", code)).isdisjoint(told)


def _clause(sentence: Told) -> str:
    """A sentence up to the mark behind its first sum: what is told behind that is of something else."""
    text, one, span = sentence.span.block.text, sentence.sums[0], sentence.span
    return text[span.start : one.end] + _MARK.split(text[one.end : span.end])[0]


def _is_told_apart(sentence: Told, end: int, code: str) -> bool:
    """Whether the later sum is told from the earlier: "the £90 bill at the other place"."""
    behind = words_of(sentence.span.block.text[end : end + _NEAR])[:1]
    apart = frozenset(words("figures", "apart", code))
    told = words_of(sentence.span.text)
    return not apart.isdisjoint(told) or any(word in words("figures", "narrows", code) for word in behind)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "20")) and word.isdigit()


def _differ(one: Sum, other: Sum) -> bool:
    more = max(one.amount, other.amount)
    return one.currency == other.currency and abs(one.amount - other.amount) > _APART * more


def _place(sentence: Told) -> Span:
    return Span(sentence.span.block, sentence.sums[0].start, sentence.sums[0].end)


def _text(sentence: Told) -> str:
    return _place(sentence).text
