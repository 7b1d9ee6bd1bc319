"""Pages whose article stands in the data of a script only, which a framework puts into the page when it is opened.

The text is taken out of the longest field that is called as texts are, and read as if it stood at the end of the page:
the page with it is the document's source, and `Origin` knows where each part of that stands in the file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Origin, Piece
from auditor.parsing.html.shown import Shown, read_shown
from auditor.parsing.html.tree.replay import unescaped
from auditor.parsing.taken_out import TEXTS, plain

NOTE = "the page holds its text in the data of a script only; that is what was read"
# A page with more words of its own has a text: on 1,845 real pages 28 have fewer, two of them such data.
MOST_SHOWN = 60
LEAST = 400  # characters of a field between its quotation marks; where scripts are escaped, that is 60 Korean letters
_MOST_READ = 2_000_000  # characters of scripts
_SCRIPT, _END = late(r"<(/?)script\b", re.IGNORECASE), late(r"</body\b", re.IGNORECASE)
_FIELD = late(r'"([\w-]{4,20})"\s{0,4}:\s{0,4}"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_TAG = late(r"<(?:p|div|br|h[1-6]|ul|section)\b[^>]{0,300}>", re.IGNORECASE)
_BREAK = late(r"(?:\\r)?\\n|(?:\\u000[aAdD]){1,2}")  # in the source of a string
_ESCAPE = late(r"\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)


class Field(NamedTuple):
    """The inside of a string of JSON, and its interval in the source."""

    text: str
    start: int
    end: int


def read_stored(shown: Shown, url: str | None) -> tuple[Shown, Origin] | None:
    """The page with the text of its data; None where it has a text of its own, or none either."""
    source = shown.page.source
    if shown.words >= MOST_SHOWN or not (field := _longest(source)):
        return None
    text, origin = _with(source, field)
    read = read_shown(text, url, None)
    return (read, origin) if read.words > max(MOST_SHOWN, 2 * shown.words) else None


def _longest(source: str) -> Field | None:
    found = [field for start, end in _scripts(source) for field in _fields(source, start, end)]
    return max(found, key=lambda field: len(field.text), default=None)


def _scripts(source: str) -> Iterator[tuple[int, int]]:
    opened, left = None, _MOST_READ
    for tag in _SCRIPT.finditer(source):
        if opened is None or tag[1]:
            if opened is not None and left > 0:
                yield opened, min(tag.start(), opened + left)
                left -= tag.start() - opened
            opened = None if tag[1] else tag.end()


def _fields(source: str, start: int, end: int) -> Iterator[Field]:
    for found in _FIELD.finditer(source, start, end):
        if plain(found[1]) in TEXTS and found.end(2) - found.start(2) >= LEAST:
            yield Field(unescaped(source, *found.span(2)), *found.span(2))


def _with(source: str, field: Field) -> tuple[str, Origin]:
    """The page with a text before its end."""
    at = max((end.start() for end in _END.finditer(source)), default=len(source))
    texts, pieces = [source[:at], "<article>"], [Piece(0, 0, at, escaped=False)]
    length = at + len("<article>")
    for text, start, end in [field] if _TAG.search(field.text) else _lines(source, field):
        opening = "" if text is field.text else "<p>"
        texts += opening, text
        pieces.append(Piece(length + len(opening), start, end))
        length += len(opening) + len(text)
    texts += "</article>", source[at:]
    pieces.append(Piece(length + len("</article>"), at, len(source), escaped=False))
    return "".join(texts), Origin(source, tuple(pieces))


def _lines(source: str, field: Field) -> Iterator[Field]:
    """The paragraphs of a text without markup."""
    at = field.start
    for escape in _ESCAPE.finditer(source, field.start, field.end):
        if _BREAK.match(source, escape.start()):
            yield Field(unescaped(source, at, escape.start()), at, escape.start())
            at = escape.end()
    yield Field(unescaped(source, at, field.end), at, field.end)
