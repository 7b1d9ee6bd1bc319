"""Markdown again, with the source of every character."""

from bisect import bisect_left
from collections.abc import Iterable

from auditor.model import Link
from auditor.parsing.html.tree.replay import collapse
from auditor.parsing.markdown import inline
from auditor.parsing.markdown.structure import references


def markdown(source: str, start: int, end: int) -> tuple[str, list[int], list[int]]:
    """The text of the inline Markdown `source[start:end]`, and for each character the start and end of its source."""
    known = references(source) if "[" in source[start:end] else {}
    return replayed(inline.read(source, start, end, known).runs)


def replayed(runs: Iterable[inline.Run]) -> tuple[str, list[int], list[int]]:
    """Runs as one text; what a reference or escape gave maps to all of it."""
    return collapse((run.text, run.start, None if len(run.text) == run.end - run.start else run.end) for run in runs)


def flat(found: inline.Inline) -> tuple[str, tuple[Link, ...]]:
    """The text of inline Markdown and its links."""
    if not found.anchors:
        return " ".join("".join(run.text for run in found.runs).split()), ()
    text, starts, _ = replayed(found.runs)
    links = (_link(text, starts, anchor) for anchor in sorted(found.anchors))
    return text, tuple(link for link in links if link.text)


def _link(text: str, starts: list[int], anchor: inline.Anchor) -> Link:
    start, end = bisect_left(starts, anchor.start), bisect_left(starts, anchor.end)
    label = text[start:end]
    start += len(label) - len(label.lstrip())
    return Link(label.strip(), anchor.href, start, start + len(label.strip()))
