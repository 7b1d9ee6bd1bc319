"""Quotations that are used again, in full or inside another quotation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from auditor.model import Block, Hit, Kind
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.title_case import in_title_case, shows_case
from auditor.text.words import STOPS, length, words
from auditor.words import words as listed

Words = tuple[str, ...]

_BESIDE = 12  # words that may stand beside a quotation set apart: "said Ann Lee, who led the survey"
_JOINTS_BEFORE = (":", "：", ",", "،", "，", *listed("quotation", "before-speech"))
_JOINTS_AFTER = (",", "،", "，", "-", "–", "—", *listed("quotation", "after-speech"))
_MOST = 50  # findings, and places in one; nobody reads more
_SHINGLE = 6  # words; shorter runs recur by chance
_BEFORE_VALUE, _AFTER_VALUE = frozenset("=:{["), frozenset("=:}]")
_MOST_HOLDERS = 5  # of one quotation inside others; keeps hostile input linear


def detect(
    blocks: Sequence[Block], signals: Signals, *, min_words: int, at_least: int, at_most: int | None = None
) -> Iterator[Hit]:
    """One hit for each quotation that returns: its second use, the others as related.

    One more use in a paragraph of its own is a pull quote and no reuse; titles in capitals may return.

    Args:
        min_words: shorter quotations may return.
        at_least: uses beyond the first, summed over the document, from which on there are hits.
        at_most: and up to which there are.
    """
    alike = _sayings(blocks, signals, max(min_words, _SHINGLE))
    reused = [uses for uses in _uses(alike) if len(uses) > 1 and not _is_title(uses)]
    again = sum(len(uses) - 1 for uses in reused)
    if at_least <= again and (at_most is None or again <= at_most):
        for uses in reused[:_MOST]:
            first, second, *more = sorted((q.span for q in uses), key=lambda span: (span.block.start, span.start))
            shared = min(length(words(q.text)) for q in uses)
            yield Hit(second, {"times": len(uses), "words": shared}, (first, *more[:_MOST]), needs=2)


def _is_title(uses: list[Quotation]) -> bool:
    """Titles may return. Where capitals do not tell them, a quotation is speech if its marks or words say so."""
    text = uses[0].text
    return in_title_case(text) or (not shows_case(text) and not any(map(_is_speech, uses)))


def _is_speech(quotation: Quotation) -> bool:
    """Whether a colon, a comma or a word of saying joins it to its sentence, or a stop or comma stands within."""
    text = quotation.span.block.text
    before, after = text[: quotation.start].rstrip()[-16:], text[quotation.end :].lstrip()[:16]
    joined = before.endswith(_JOINTS_BEFORE) or after.startswith(_JOINTS_AFTER)
    return joined or quotation.text.endswith((*STOPS, ",", "،", "，")) or bool(set("،，、,") & set(quotation.text))


def _sayings(blocks: Sequence[Block], signals: Signals, min_words: int) -> dict[Words, list[Quotation]]:
    """Quotations by their words."""
    own = {block.start for block in blocks if block.kind is not Kind.QUOTATION}
    alike: defaultdict[Words, list[Quotation]] = defaultdict(list)
    for quotation in signals.quotations:
        if quotation.depth == 0 and quotation.closed and quotation.span.block.start in own:
            said = tuple(words(quotation.text))
            if length(said) >= min_words and not _is_value(quotation):
                alike[said].append(quotation)
    return alike


def _uses(alike: Mapping[Words, list[Quotation]]) -> Iterator[list[Quotation]]:
    holders = _holders(alike)
    for said, same in alike.items():
        inside = [alike[longer][0] for longer in holders.get(said[:_SHINGLE], ()) if _within(said, longer)]
        yield _without_display(same) + inside


def _holders(alike: Mapping[Words, list[Quotation]]) -> dict[Words, list[Words]]:
    """For the opening of each quotation the quotations that hold it."""
    holders: dict[Words, list[Words]] = {said[:_SHINGLE]: [] for said in alike}
    for said in alike:
        for i in range(len(said) - _SHINGLE + 1):
            found = holders.get(said[i : i + _SHINGLE])
            if found is not None and len(found) < _MOST_HOLDERS and said not in found[-1:]:
                found.append(said)
    return holders


def _within(said: Words, longer: Words) -> bool:
    return len(said) < len(longer) and f" {' '.join(said)} " in f" {' '.join(longer)} "


def _without_display(same: list[Quotation]) -> list[Quotation]:
    display = [q for q in same if q.start == 0 and length(words(q.span.block.text)) - length(words(q.text)) <= _BESIDE]
    return [q for q in same if q is not display[0]] if display and len(same) > 1 else same


def _is_value(quotation: Quotation) -> bool:
    """The value of an attribute or of a field in code that stands as prose."""
    text = quotation.span.block.text
    return (
        text[max(0, quotation.start - 1) : quotation.start] in _BEFORE_VALUE
        or text[quotation.end : quotation.end + 1] in _AFTER_VALUE
    )
