"""Files of Word: they are read as HTML that nobody wrote, a paragraph a line, and their writer knows neither."""

import re
from collections.abc import Sequence
from html import unescape

from auditor.model import Head, Report
from auditor.reporters.paint import one_line

_LINE_END = re.compile(r"\r\n|\n|\r")
_HEADING = re.compile(r"<h[1-6]\b[^>]{0,200}>([^\n]{1,300}?)</h")
_TAG = re.compile(r"<[^>]{0,300}>")
_CUT_TAG = re.compile(r"^[^<>]*>|<[^<>]*$")  # at the ends of a piece of a line


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


def heading_above(paragraphs: Sequence[str], line: int) -> str:
    """What a place is to be looked for under, as a word processor counts no paragraphs; empty where there is none."""
    above = (_HEADING.search(paragraphs[number]) for number in range(min(line, len(paragraphs)) - 1, -1, -1))
    heading = next((_TAG.sub("", found[1]) for found in above if found), "")
    return one_line(unescape(heading))
