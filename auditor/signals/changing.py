"""Whether a text says between two places that a thing changed, or that there is another."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.model import Block
from auditor.text.numerals import says_it_errs
from auditor.words import words
from auditor.words.notation import matcher

if TYPE_CHECKING:
    from auditor.signals import Signals


def is_corrected(signals: "Signals") -> bool:
    """Whether the text says that one of its figures was wrong, or that two people share a name."""
    code = signals.document.language or ""
    return signals.once("corrected figures", lambda: any(says_it_errs(block.text, code) for block in signals.body))


def changes(
    thing: str, blocks: Sequence[Block], within: tuple[Block, Block], lists: Sequence[str], signals: "Signals"
) -> bool:
    """Whether a sentence about the thing, from the one block to the other, has a word of these lists."""
    code = signals.document.language or ""
    changing = frozenset(word for key in lists for word in words("figures", key, code))
    first, last = within
    between = [block for block in blocks if first.start <= block.start <= last.start]
    said = matcher(words("figures", "changes-said", code)) if words("figures", "changes-said", code) else None
    return any(
        not changing.isdisjoint(told) or (said and said.search(" ".join(told)))
        for told in _about(thing, between, signals)
    )


def _about(thing: str, blocks: Sequence[Block], signals: "Signals") -> Iterator[list[str]]:
    """The words of the sentences that name it."""
    for block in blocks:
        if thing in signals.vocabulary_of(block):
            yield from (told for told in signals.sentence_words(block) if thing in told)
