"""From a span of a block's text back to its exact interval in the source.

A place is never searched for: the block's interval is read again by the syntax that made its text, this time
keeping where every character came from.
"""

from collections.abc import Callable
from importlib import import_module

from auditor.model import Span, Syntax

# normalised text, and for each of its characters the start and end of its source
Replay = tuple[str, list[int], list[int]]

_REPLAYERS = {
    Syntax.HTML: "auditor.parsing.html.replay:html",
    Syntax.ATTRIBUTE: "auditor.parsing.html.replay:attribute",
    Syntax.JSON: "auditor.parsing.html.replay:json",
    Syntax.MARKDOWN: "auditor.parsing.markdown.replay:markdown",
    Syntax.TEXT: "auditor.parsing.plaintext.replay:text",
}


def replay(source: str, span: Span) -> Replay:
    """Read the block's interval again.

    Raises:
        AssertionError: the interval no longer gives the block's text.
    """
    block = span.block
    text, starts, ends = _replayer(block.syntax)(source, block.start, block.end)
    assert text == block.text, f"positions lost in {block.start}:{block.end}"
    return text, starts, ends


def place(source: str, span: Span) -> tuple[int, int]:
    """The interval `[start, end)` of the source that the span's text came from, without outer white space."""
    if span.end <= span.start:
        return span.block.start, span.block.start
    text, starts, ends = replay(source, span)
    covered = text[span.start : span.end]
    first = span.start + len(covered) - len(covered.lstrip())
    last = span.end - len(covered) + len(covered.rstrip())
    return (starts[first], ends[last - 1]) if first < last else (span.block.start, span.block.start)


def _replayer(syntax: Syntax) -> Callable[[str, int, int], Replay]:
    module, name = _REPLAYERS[syntax].split(":")
    return getattr(import_module(module), name)  # type: ignore[no-any-return]
