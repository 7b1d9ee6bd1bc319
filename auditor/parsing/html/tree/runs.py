"""The text of a page as it is read: runs of text to segments, and which of it is linked."""

from auditor.parsing.html.tree.caps import MAX_BLOCK, MAX_ELEMENTS, TOO_LONG, FullError, cut
from auditor.parsing.html.tree.page import Element, Segment
from auditor.parsing.html.tree.references import decode, decode_attribute
from auditor.parsing.html.tree.segments import Mark, segment


class Runs:
    """The segments so far, and the runs of text of the next one."""

    __slots__ = (
        "blocks", "broken", "first_run", "href", "last_run", "link", "marks", "notes", "open", "runs", "segments",
        "source",
    )  # fmt: skip

    def __init__(self, source: str, open_: list[Element], blocks: list[int], notes: dict[str, None]) -> None:
        """The open elements, and the places of blocks among them, are those of the reader, which changes both."""
        self.source, self.open, self.blocks, self.notes = source, open_, blocks, notes
        self.segments = list[Segment]()
        self.link: Element | None = None
        self.href = ""
        self.runs, self.marks = list[str](), list[Mark]()
        self.first_run, self.last_run, self.broken = 0, 0, False

    def add(self, run: str, start: int, end: int) -> None:
        """Take `source[start:end]`, a run of text, into the current segment."""
        if end - start > MAX_BLOCK:
            for piece in cut(self.source, start, end):
                self.add(self.source[slice(*piece)], *piece)
            return
        if "&" in run:
            run = decode(run)
        if run.isspace():
            if self.runs:
                self.runs.append(" ")
            return
        if not self.runs:
            if len(self.segments) >= MAX_ELEMENTS:
                raise FullError
            self.first_run = start
        elif end - self.first_run > MAX_BLOCK:
            self.flush()
            self.notes[TOO_LONG] = None
            self.first_run = start
        self.last_run, self.broken = end, False
        self.runs.append(run)

    def follow(self, anchor: Element) -> None:
        """Text from here on is that of a link, if the element is one."""
        place = anchor.place("href")
        if place:
            self.link, self.href = anchor, decode_attribute(self.source[place[0] : place[1]])
            if not self.runs:
                self.marks.clear()
            self.marks.append((len(self.runs), self.href))

    def unlink(self) -> None:
        self.link = None
        if self.runs:
            self.marks.append((len(self.runs), None))
        else:
            self.marks.clear()

    def line_break(self) -> None:
        """A line break is a space, two in a row are a border between paragraphs."""
        if self.broken:
            self.flush()
        elif self.runs:
            self.runs.append(" ")
            self.broken = True

    def flush(self) -> None:
        """End the current segment."""
        if self.runs:
            element, number, place = self.open[self.blocks[-1]], len(self.segments), (self.first_run, self.last_run)
            self.segments.append(segment(self.source, *place, self.runs, self.marks, element, number))
            self.runs.clear()
            self.broken = False
        if self.marks:
            self.marks[:] = [(0, self.href)] if self.link else []
