"""Sentences in which certain roles meet: an offer, an act of writing, a word for text."""

from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.lexicon import WordFile
from auditor.model import MOST_PLACES, Block, Hit
from auditor.signals import Signals
from auditor.signals.roles import dwells_on, is_about, read
from auditor.text.roles import Frames
from auditor.text.shortened import shortened


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    subject: WordFile,
    frames: list[str],
    unless_about: str = "",
    unless_dwelling_on: str = "",
) -> Iterator[Hit]:
    """One hit: the first sentence that fits a frame, the others as related.

    Args:
        subject: the file of the word folders whose lists are the roles.
        frames: roles that one sentence must fill, of one language and each by words of its own, in any order.
            `^role` opens the sentence, a colon follows `role:`, `one|other` is either, `!role` must not be filled.
        unless_about: a role; where a title of the page fills it, the page is about such sentences and prints them.
        unless_dwelling_on: the same where the body fills this role in several paragraphs and only one sentence fits.
    """
    wanted = Frames.of(*frames)
    fitting = (one.span for one in read(blocks, signals, subject, wanted) if one.fits_any(wanted))
    found = tuple(dict.fromkeys(islice(fitting, MOST_PLACES)))
    if not found or (unless_about and is_about(signals, subject, unless_about)):
        return
    alone = len(found) == 1 and unless_dwelling_on
    if not (alone and dwells_on(signals, subject, unless_dwelling_on, [found[0].block])):
        yield Hit(found[0], {"match": shortened(found[0]), "times": len(found)}, found[1:], needs=1)
