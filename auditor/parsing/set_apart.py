"""The name that markup sets apart in a line: `By <b>Ada Byrne</b> | Reporter`, `Ada Byrne<br>Reporter`."""

import re

from auditor.expressions import late
from auditor.parsing import bylines

_LONGEST = 1_500  # characters of the source
_PART = late(
    r"(?:^|>)([^<>]{3,80})(?=</(?:b|strong|span|a|em|i|cite|small)\b|<br\b|<(?:small|span|em|i)\b)", re.IGNORECASE
)
_ROUND = " ,|·•–—-:"  # marks between a name and what follows it


_EMPHASIS = late(r"[>\s]*+(\*\*|__|\*|_)([^*_\n]{3,80})\1")


def name_in_markdown(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The same of a paragraph of Markdown that begins with emphasis; in its text the marks are gone."""
    found = _EMPHASIS.match(source, start, end)
    name = found[2].rstrip(_ROUND + " .") if found else ""
    return (0, len(name)) if " " in name and bylines.is_name(name) else None


def name_in(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the full name stands in the text of an interval of HTML, if it is an element or a line of its own."""
    if end - start > _LONGEST or "<" not in source[start:end]:
        return None
    from auditor.parsing.html.tree.replay import text_of  # noqa: PLC0415 - the reader of HTML asks for names, too

    for found in _PART.finditer(source[start:end]):
        line = text_of(found[1], 0, len(found[1])).rstrip(_ROUND)
        name = bylines.announced(line) or line
        if " " in name and bylines.is_name(name):
            before = text_of(source, start, start + found.start(1))
            text, at = text_of(source, start, end), len(before) + len(line) - len(name)
            at += text[at : at + 1] == " "
            return (at, at + len(name)) if text.startswith(name, at) else None
    return None
