"""Titles and the parts that a separator divides."""

from auditor.expressions import late

_SEPARATOR = late(r"\s++(?:[|•·»«]|[-–—]{1,2}+)\s++|\s*+\|\s*+")


def parts(title: str) -> list[str]:
    """What separators (`|`, a dash between spaces) divide; site names and sections stand there."""
    return [part for part in _SEPARATOR.split(title[:500]) if part.strip()]
