"""Titles and the parts that a separator divides."""

import re

_SEPARATOR = re.compile(r"\s++(?:[|•·»«]|[-–—]{1,2}+)\s++|\s*+\|\s*+")


def parts(title: str) -> list[str]:
    """What separators (`|`, a dash between spaces) divide; site names and sections stand there."""
    return [part for part in _SEPARATOR.split(title[:500]) if part.strip()]
