"""Settings put into a file that is there: its comments, its order and every byte of it stay."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor import toml

_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_ABOVE = re.compile(r"(?:^[ \t]*(?:#[^\n]*)?\r?\n)+\Z", re.MULTILINE)  # comments and blank lines above a header


def merged(text: str, table: Sequence[str], lines: Mapping[str, str]) -> str | None:
    """The text with lines of settings, by their keys, that its table has not; None where there is no place for them.

    A place is where the file, read again, says all that it said before and the new keys in their table. So neither
    what looks like a header inside a text nor an odd way to write a table leads anywhere wrong.
    """
    before = toml.read(text)
    added = "".join(lines.values())
    wanted = {**_inside(before, table), **toml.read(added)}
    for place in _places(text):
        new = _put(text, place, added)
        if _reads(new, before, table, wanted):
            return new
    return None


def _places(text: str) -> Iterator[int]:
    """Before each line that looks like a header and the comments above it, and the end."""
    for header in _HEADER.finditer(text):
        above = _ABOVE.search(text[: header.start()])
        yield above.start() if above else header.start()
    yield len(text)


def _put(text: str, place: int, added: str) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    before = text[:place] + (end if place and text[place - 1] != "\n" else "")
    return before + added.replace("\n", end) + text[place:]


def _reads(text: str, before: Mapping[str, Any], table: Sequence[str], wanted: Mapping[str, Any]) -> bool:
    try:
        found = toml.read(text)
    except tomllib.TOMLDecodeError:
        return False
    return _inside(found, table) == wanted and _without(found, table) == _without(before, table)


def _inside(found: Mapping[str, Any], table: Sequence[str]) -> Mapping[str, Any]:
    for name in table:
        found = found.get(name, {})
    return found


def _without(found: Mapping[str, Any], table: Sequence[str]) -> Mapping[str, Any]:
    """Everything but a table."""
    if not table:
        return {}
    rest = {key: value for key, value in found.items() if key != table[0]}
    return {**rest, table[0]: _without(found.get(table[0], {}), table[1:])}
