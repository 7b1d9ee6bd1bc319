"""Lines that a program prints: around each post of a forum, beside each variant of what a shop sells."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model.members import BODY, BOILERPLATE, CODE, FIELD
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones.marks import Mark

# Words of such a line, and how often it stands on a page. Of 22 pages of forums bodies gain where two to five do.
SHORT, FEWEST = 8, 3
_FIGURES = late(r"\d[\d.,:/]*")
_IDENTIFIER = late(r"[a-z]\w*_[\w -]*:?")  # names of fields for people hold no underscore
# A line of identifiers: shops hide the letters of "advertisement" among them.
_NUMBERED, _FEWEST_NUMBERED = late(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-"), 3


def drop_template_lines(page: Page, marks: list[Mark]) -> None:
    """Take out lines that stand several times alike, but for their figures, and fields that programs are to read."""
    lines = [s for s in page.segments if marks[s.index].zone is BODY and s.element.kind is not CODE]
    short = [s for s in lines if s.words < SHORT]
    times = Counter(map(_shape, short))
    for segment in short:
        if times[_shape(segment)] >= FEWEST:
            marks[segment.index] = Mark(BOILERPLATE, "a line that stands several times on the page")
    for segment in _for_programs(lines):
        marks[segment.index] = Mark(BOILERPLATE, "a field for programs")


def _shape(segment: Segment) -> str:
    """What is the same in such lines: all but their figures, or the label before a value."""
    label, colon, _ = segment.text.partition(": ")
    return label if colon and " " not in label else _FIGURES.sub("0", segment.text)


def _for_programs(lines: Sequence[Segment]) -> Iterator[Segment]:
    """Terms that are identifiers, and their values; lines of identifiers."""
    inside = False
    for segment in lines:
        if len(_NUMBERED.findall(segment.text)) >= _FEWEST_NUMBERED:
            yield segment
            continue
        term = segment.element.tag == "dt"
        inside = segment.element.kind is FIELD and (_IDENTIFIER.fullmatch(segment.text) is not None if term else inside)
        if inside:
            yield segment
