"""From a span of a block's text back to its exact interval in the source.

A place is never searched for: the block's interval is read again by the syntax that made its text, this time
keeping where every character came from.
"""

from collections.abc import Callable

from auditor.model import Block, Span, Syntax
from auditor.remembering import recalled

# normalised text, and for each of its characters the start and end of its source
Replay = tuple[str, list[int], list[int]]


def replay(source: str, span: Span) -> Replay:
    """Read the interval of the span's block again.

    Raises:
        AssertionError: the interval no longer gives the block's text.
    """
    block = span.block
    written = source[block.start : block.end]
    if block.syntax is Syntax.MARKDOWN and "[" in written:  # what it gives depends on references elsewhere
        text, starts, ends = _replayer(block.syntax)(source, block.start, block.end)
    else:
        text, starts, ends = _moved(written, block, lambda: _replayer(block.syntax)(source, block.start, block.end))
    assert text == block.text, f"positions lost in {block.start}:{block.end}"
    return text, starts, ends


def _moved(written: str, block: Block, read: Callable[[], Replay]) -> Replay:
    """What was read of equal writing before may have stood elsewhere."""
    at, (text, starts, ends) = recalled(("replay", written, block.syntax), lambda: (block.start, read()))
    if at == block.start:
        return text, starts, ends
    by = block.start - at
    return text, [one + by for one in starts], [one + by for one in ends]


def place(source: str, span: Span) -> tuple[int, int]:
    """The interval `[start, end)` of the source that the span's text came from, without outer white space."""
    return within(replay(source, span), span)


def within(replayed: Replay, span: Span) -> tuple[int, int]:
    """The same out of a replay of the span's block, for blocks in which many spans are placed."""
    text, starts, ends = replayed
    covered = text[span.start : span.end]
    first = span.start + len(covered) - len(covered.lstrip())
    last = span.start + len(covered.rstrip())
    return (starts[first], ends[last - 1]) if first < last else (span.block.start, span.block.start)


def _replayer(syntax: Syntax) -> Callable[[str, int, int], Replay]:
    """The reader that made the block's text, imported when the first place of its syntax is asked for."""
    match syntax:
        case Syntax.MARKDOWN:
            from auditor.parsing.markdown.replay import markdown as replayer  # noqa: PLC0415
        case Syntax.TEXT:
            from auditor.parsing.plaintext.replay import text as replayer  # noqa: PLC0415
        case _:
            from auditor.parsing.html.tree import replay as html  # noqa: PLC0415

            replayer = {Syntax.HTML: html.html, Syntax.ATTRIBUTE: html.attribute, Syntax.JSON: html.json}[syntax]
    return replayer
