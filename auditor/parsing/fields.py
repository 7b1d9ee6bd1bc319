"""Lines of the form "key: value"."""

from itertools import pairwise

from auditor.expressions import late
from auditor.parsing.profile_keys import key_of

_LONGEST_KEY = 40
_MOST_WORDS = 4
# Marks of emphasis may stand around a key in text that was Markdown once.
_SEPARATOR = late(r"[*_]{0,3}\s?[:：](?!//)[*_]{0,3}\s*+")
_MARKS = "*_"
_INLINE = late(r"(?<![^\s•|*])([^\W\d_][\w'’-]{1,20}) ?:\s")
_FEWEST_INLINE = 4
_BETWEEN = " \t\r\n•|*·,;-"
# Other separators also stand in prose and in headlines: they count only after a key that profiles use.
_LOOSE = late(r"\s?[=|]\s*+|\s[–—-]\s++|\t\s*+")


def split(text: str) -> tuple[str, int] | None:
    """The printed key of a line and the offset of its value, which may be the end of the line."""
    found = _SEPARATOR.search(text, 0, _LONGEST_KEY + 3)
    if found and _is_key(printed := text[: found.start()].lstrip(_MARKS)):
        return printed, found.end()
    found = _LOOSE.search(text, 0, _LONGEST_KEY + 3)
    if found and key_of(text[: found.start()]):
        return text[: found.start()], found.end()
    return None


def _is_key(printed: str) -> bool:
    return bool(printed) and printed[0].isalpha() and len(printed.split()) <= _MOST_WORDS


def inline(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a line that holds a whole profile, each with its key; else the line as one."""
    if source.count(":", start, end) < _FEWEST_INLINE:
        return [(start, end)]
    keyed = [found for found in _INLINE.finditer(source, start, end) if key_of(found[1])]
    if len(keyed) > 1 and not source[keyed[0].end() : keyed[1].start(1)].strip(_BETWEEN):
        keyed.pop(0)  # "Author:" before the first key is a heading
    if len(keyed) < _FEWEST_INLINE or "name" not in {key_of(found[1]) for found in keyed}:
        return [(start, end)]
    starts = [found.start(1) for found in keyed]
    borders = [start, *starts, end] if starts[0] > start else [*starts, end]
    return [(one, one + len(source[one:other].rstrip(_BETWEEN))) for one, other in pairwise(borders)]


def is_bare_key(text: str) -> bool:
    """Whether a line is a key that profiles use, and nothing else."""
    return len(text) <= _LONGEST_KEY and key_of(text) is not None


def known(text: str) -> str | None:
    """The vocabulary key of a line that is a field, or that is a key alone."""
    parts = split(text)
    return key_of(parts[0]) if parts else None


def is_known(text: str) -> bool:
    return known(text) is not None
