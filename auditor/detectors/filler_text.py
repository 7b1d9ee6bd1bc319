"""Filler and dummy text where the article should stand."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.model.members import AUTHOR, BOILERPLATE
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.words import clipped
from auditor.world.dummies import Filler
from auditor.world.latin import share_of_latin

_ABOUT_IT = 10  # words; a sentence that explains the filler is longer than a label
_LATIN = 0.3  # share of Latin endings: real Latin has 24 to 46% of them
_OPENING = frozenset("[<{(")  # a slot, which is another rule's business
_NOT_READ = frozenset({Kind.CODE, Kind.QUOTATION, Kind.PERSON, Kind.DATE, Kind.SITE, Kind.KEYWORDS})


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    latin: Lexicon,
    common: Lexicon,
    share_at_least: float,
    body_at_least: float = 0.0,
    body_under: float = 1.1,
) -> Iterator[Hit]:
    """One hit: the first passage of filler, the others as related.

    Args:
        latin: the words of filler Latin.
        common: Latin words that say nothing either way.
        share_at_least: the share of a passage's telling words that are filler Latin.
        body_at_least: the share of the body's words that is filler, at least, and
        body_under: less than this.
    """
    key = (latin, common, share_at_least)
    read = tuple(block.start for block in blocks)
    found = signals.once(("filler", *key, read), lambda: list(_passages(blocks, signals, _filler(key, signals))))
    if not found or _is_mention(signals, found):
        return
    whole = sum(len(signals.words(block)) for block in signals.body)
    here = sum(len(span.text.split()) for span in found if span.block.zone is Zone.BODY)
    share = min(1.0, here / whole) if whole else 0.0
    if body_at_least <= share < body_under:
        facts = {"match": clipped(found[0].text, 60), "times": len(found), "share": round(share, 2)}
        yield Hit(found[0], facts, tuple(found[1:]), needs=1)


def _filler(key: tuple[Lexicon, Lexicon, float], signals: Signals) -> Filler:
    return signals.once(("filler", *key), lambda: Filler(*key, signals.all_words))


def _parts(filler: Filler, block: Block, signals: Signals) -> tuple[tuple[int, int], ...]:
    told = signals.vocabulary_of(block)
    if block.zone is AUTHOR:  # biographies of Latin are another rule's business
        return tuple(filler.known(block.text, told))
    return tuple(filler.parts(block.text, signals.words(block), told))


def _passages(blocks: Sequence[Block], signals: Signals, filler: Filler) -> Iterator[Span]:
    for block in blocks:
        if block.kind in _NOT_READ:
            continue
        if block.zone is BOILERPLATE:  # where "your text here" is the label of a form
            if filler.any_latin and filler.is_latin(signals.words(block)):
                yield Span.of(block)
            continue
        if not filler.may_hold(block.text, signals.words(block), signals.vocabulary_of(block)):
            continue
        for start, end in _parts(filler, block, signals):
            span = Span(block, start, end)
            if block.text[max(0, start - 1) : start] not in _OPENING and not signals.quoted(span):
                yield span


def _is_mention(signals: Signals, found: Sequence[Span]) -> bool:
    """Whether the text is about filler text, or real Latin that filler was made from."""
    filled = {span.block.start for span in found}
    others = [block for block in (*signals.titles, *signals.body) if block.start not in filled]
    told = [block for block in others if is_subject((block,), signals, "fillers")]
    if any(len(signals.words(block)) >= _ABOUT_IT or block.zone is not Zone.BODY for block in told):
        return any(len(signals.words(block)) >= _ABOUT_IT for block in others)
    real = [block for block in signals.body if block.start not in filled and len(signals.words(block)) >= _ABOUT_IT]
    return bool(real) and sum(share_of_latin(signals.words(b)) >= _LATIN for b in real) > len(real) / 2
