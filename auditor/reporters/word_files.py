"""Files of Word: they are read as HTML that nobody wrote, a paragraph a line, and their writer knows neither."""

from collections.abc import Sequence
from html import unescape

from auditor.expressions import late
from auditor.model import Head, Report
from auditor.reporters.paint import one_line

_LINE_END = late(r"\r\n|\n|\r")
_HEADING = late(r"<h[1-6]\b[^>]{0,200}>([^\n]{1,300}?)</h")
_NOTE = late(r'^<(?:li|dt) id="[^"]{0,40}\b(footnote|endnote|comment)-(?!ref-)')
_TAG = late(r"<[^>]{0,300}>")
_CUT_TAG = late(r"^[^<>]*>|<[^<>]*$")  # at the ends of a piece of a line


def is_word(head: Head) -> bool:
    return head.format == "docx"


def unit(head: Head) -> str:
    """What lines of a source are to whoever wrote it."""
    return "paragraph" if is_word(head) else "line"


def lines(report: Report, source: str) -> list[str]:
    """The paragraphs of a file of Word; of any other none."""
    return _LINE_END.split(source) if is_word(report.document) else []


def as_seen(piece: str) -> str:
    """What a piece of a line says."""
    return unescape(_CUT_TAG.sub("", _TAG.sub("", piece)))


def around(paragraphs: Sequence[str], line: int) -> str:
    """Where a place is to be looked for, as a word processor counts no paragraphs; empty where nothing tells it."""
    for number in range(min(line, len(paragraphs)) - 1, -1, -1):
        if note := _NOTE.search(paragraphs[number]):
            return f"in a {note[1]}"
        if heading := _HEADING.search(paragraphs[number]):
            return f'under "{one_line(unescape(_TAG.sub("", heading[1])))}"'
    return ""
