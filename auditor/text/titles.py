"""Titles and the parts that a separator divides."""

from auditor.expressions import late

# Not the colon, slash and tilde, at which the reader of pages cuts as well: it knows the names of the site that may
# stand behind them, while here nothing tells them from marks within a headline.
_SEPARATOR = late(r"\s++(?:[|•·»«]|[-–—]{1,2}+)\s++|\s*+\|\s*+")


def parts(title: str) -> list[str]:
    """What separators (`|`, a dash between spaces) divide; site names and sections stand there."""
    return [part for part in _SEPARATOR.split(title[:500]) if part.strip()]
