"""Lines of the form "key: value"."""

import re

from auditor.parsing.profile_keys import key_of

_LONGEST_KEY = 40
_MOST_WORDS = 4
# Marks of emphasis may stand around a key in text that was Markdown once.
_SEPARATOR = re.compile(r"[*_]{0,3}\s?[:：](?!//)[*_]{0,3}\s*+")
_MARKS = "*_"
# Other separators also stand in prose and in headlines: they count only after a key that profiles use.
_LOOSE = re.compile(r"\s?[=|]\s*+|\s[–—-]\s++|\t\s*+")


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


def known(text: str) -> str | None:
    """The vocabulary key of a line that is a field, or that is a key alone."""
    parts = split(text)
    return key_of(parts[0]) if parts else None


def is_known(text: str) -> bool:
    return known(text) is not None
