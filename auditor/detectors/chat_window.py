"""A conversation that was copied from its window: buttons that became lines, and turns of both sides."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.roles import is_about, read
from auditor.text.roles import Frames, Reading
from auditor.text.shortened import shortened

_INTRODUCED = 3  # paragraphs in which a text says whose conversation it prints
_LONG = 2  # blanks in a phrase that is no sentence of a story
_ENDS = (".", "!", "?")


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    subject: str,
    buttons: str,
    sides: list[str],
    unless_about: str,
) -> Iterator[Hit]:
    """One hit: the first such line, the others as related.

    Args:
        subject: the file of the word folders that holds the lists.
        buttons: the list of what is written on them; only whole lines count.
        sides: lists of labels; a line must open with a label of each side.
        unless_about: a list; where a title holds one of it, or the text before the turns, they are printed on purpose.
    """
    wanted = Frames.of(f"^{buttons}", *(f"^{side}:" for side in sides))
    lines = list(read(blocks, signals, subject, wanted))
    if not lines or is_about(signals, subject, unless_about):
        return
    pressed = [one.span for one in lines if _is_whole(one, buttons)]
    turns = [[one.span for one in lines if one.span.start == 0 and one.fits(side)] for side in wanted.all[1:]]
    spoken = [span for side in turns for span in side] if all(turns) else []
    if spoken and is_about(signals, subject, unless_about, _before(spoken, signals)):
        spoken = []
    found = sorted(dict.fromkeys((*pressed, *spoken)), key=lambda span: (span.block.start, span.start))
    if found:
        yield Hit(found[0], {"match": shortened(found[0]), "times": len(found)}, tuple(found[1:]))


def _is_whole(reading: Reading, role: str) -> bool:
    """Whether a sentence is nothing but a phrase: a line of its own, one that never ended, or no short one."""
    said, text = reading.opening(role), reading.span.text
    if not said or any(map(str.isalnum, text.casefold().partition(said)[2])):
        return False
    return text == reading.span.block.text.strip() or not text.endswith(_ENDS) or said.count(" ") >= _LONG


def _before(turns: Sequence[Span], signals: Signals) -> list[Block]:
    first = min(span.block.start for span in turns)
    return [block for block in signals.body if block.start < first][:_INTRODUCED]
