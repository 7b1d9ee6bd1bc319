"""What a text says that it is about: a text about slots, filler or debris shows some on purpose."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.model import Block
from auditor.words import words
from auditor.words.finding import find_few

if TYPE_CHECKING:
    from auditor.signals import Signals


def is_subject(blocks: Sequence[Block], signals: "Signals", name: str, key: str = "subject") -> bool:
    """Whether one of the blocks holds a phrase of a list of these word files."""
    few = signals.possible(words(name, key), blocks)
    return bool(few) and any(True for b in blocks for _ in find_few(b.text, signals.vocabulary_of(b), few))
