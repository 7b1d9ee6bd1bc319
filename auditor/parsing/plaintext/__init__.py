"""Plain text to a Document."""

from itertools import islice, pairwise

from auditor.model import Block, Document, Format, Syntax, Zone
from auditor.parsing.composing import compose
from auditor.parsing.plaintext.lines import LONGEST
from auditor.parsing.plaintext.runs import Run, runs
from auditor.parsing.stated import Stated

# As of lines of Markdown: each costs as much as a paragraph, however short it is. The most of 3,054 documents is 6,243.
MOST_RUNS = 30_000


def read(
    source: str, *, name: str = "", url: str | None = None, zone: Zone | None = None, notes: tuple[str, ...] = ()
) -> Document:
    """Paragraphs, list items and the lines around them, in their zones.

    Blank lines separate paragraphs; where there are none, lines do, unless they are wrapped.
    """
    found = runs(source)
    blocks = [_block(source, run) for run in islice(found, MOST_RUNS)]
    if next(found, None):
        notes = (*notes, f"the text was read up to {MOST_RUNS:,} lines and paragraphs")
    if any(_was_cut(source, one, other) for one, other in pairwise(blocks)):
        notes = (*notes, f"lines of more than {LONGEST:,} characters were cut")
    return compose(source, blocks, name=name, format=Format.TEXT, url=url, zone=zone, stated=Stated(notes=notes))


def _block(source: str, run: Run) -> Block:
    text = " ".join(source[run.start : run.end].split())
    return Block(Zone.BODY, run.kind, text, run.start, run.end, Syntax.TEXT, run.level)


def _was_cut(source: str, one: Block, other: Block) -> bool:
    return one.end - one.start >= LONGEST // 2 and source[one.end : other.start] in {"", " "}
