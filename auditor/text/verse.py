"""Verse, as it is written: lines that each begin large, and of which none is as long as a line of prose."""

import re

from auditor.expressions import late

_BREAK = late(r"\n|<br\s{0,3}/?>", re.IGNORECASE)
_TAG = late(r"<[^>]{0,200}>")
_LONGEST = 70  # characters; an alexandrine has about fifty, and prose is wrapped at more
_LINES = 2


def is_verse(written: str) -> bool:
    """Of the source of one block."""
    lines = [line for part in _BREAK.split(written) if (line := _TAG.sub("", part).strip(" \t\r>*_\"'“‘«(\\-"))]
    return len(lines) >= _LINES and all(line[0].isupper() and len(line) <= _LONGEST for line in lines)
