"""What is wrong with a setting, in words: where it stands, what was given, what may be."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from auditor.expressions import late
from auditor.text.nearest import nearest

COMMAND_LINE = "command line"
_HEADER = late(r"\s*(\[\[?)([^\[\]]{1,200})\]")
_NAME = r"""(?:"[^"]{0,200}"|'[^']{0,200}'|[\w-]{1,200})"""
_ASSIGNED = late(rf"\s*({_NAME}(?:\s*\.\s*{_NAME}){{0,4}})\s*=")
_PART = late(r""""[^"]*"|'[^']*'|[\w/-]+""")
_STEP = late(r"\.?([\w-]+)|\[(\d+)\]|(\[\.\.\.\])")
_WANTED = {
    "array": 'a list, as in ["one", "two"]',
    "bool": "true or false",
    "str": "a text in quotes",
    "object": "a table, as in [severity]",
    "date": "a day, as in 2027-01-31",
    "int": "a number",
    "float": "a number",
}
_MEANT = {
    "matching regex": "allowed is an address with {rule} in it, as in https://example.org/rules/{rule}.html",
    "length": "it may not be empty",
}
_OFF = ("off", "none", "ignore", "disabled", "0", "false")

Steps = tuple[str | int, ...]


def placed(place: str, path: Steps) -> str:
    """A file with the line where a setting stands, as editors understand it; an option by its name."""
    if place == COMMAND_LINE and path:
        return f"--{path[0]}"
    if not path or not Path(place).is_file():
        return place
    lines = list(_lines(Path(place).read_text("utf-8-sig", "replace")))
    for length in range(len(path), 0, -1):
        if at := next((number for number, found in lines if found[:length] == path[:length]), None):
            return f"{place}:{at}"
    return place


def _lines(text: str) -> Iterator[tuple[int, Steps]]:
    """The lines of TOML that begin a setting, with its path; of tables in a list the number as well."""
    header: Steps = ()
    counts: dict[Steps, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _HEADER.match(line):
            header = _parts(found[2])
            if found[1] == "[[":
                counts[header] = counts.get(header, -1) + 1
                header = (*header, counts[header])
            yield number, header
        elif found := _ASSIGNED.match(line):
            yield number, (*header, *_parts(found[1]))


def _parts(key: str) -> Steps:
    parts = tuple(part.strip("\"'") for part in _PART.findall(key))
    return parts[2:] if parts[:2] == ("tool", "auditor") else parts


def explained(
    error: str, table: dict[str, Any], place: str, *, known: Sequence[str], bounds: Mapping[str, Mapping[str, Any]],
    fits: Callable[[dict[str, Any]], bool],
) -> str:  # fmt: skip
    """What the converter said of settings, with place, value and what is allowed.

    Args:
        known: keys of the tables in lists.
        bounds: of each key, the least and the most that its schema knows.
        fits: whether a table is taken, to find the entry that is not.
    """
    said, _, at = error.rpartition(" - at ")
    path = _path(at, table, fits)
    where = placed(place, path)
    if not said:
        return f"{where}: {error}"
    if "unknown field" in said:
        name = said.split("`")[1]
        return f"{placed(place, (*path, name))}: {_shown(path)}: unknown key {name!r}{nearest(name, known)}"
    if "missing required field" in said:
        return f"{where}: {_shown(path)} lacks `{said.split('`')[1]}`; an entry has paths, rules and a reason"
    given = _given(table, path)
    value = f"{given:g}" if isinstance(given, float) else _written(given)
    head = f"{where} {value}" if place == COMMAND_LINE else f"{where}: {_shown(path)} = {value}"
    return f"{head}: {_allowed(said, path, given, bounds)}"


def _allowed(said: str, path: Steps, given: Any, bounds: Mapping[str, Mapping[str, Any]]) -> str:
    key = str(path[0])
    own = bounds.get(key, {})
    if isinstance(given, dict) and len(path) > 1:
        inner = next(iter(given), "")
        return f'a name with a dot stands in quotes: "{path[1]}.{inner}" = ...'
    if "Invalid enum value" in said or ("enum" in own and not isinstance(given, str)):
        off = f'; to leave a rule out: ignore = ["{path[-1]}"]' if len(path) > 1 and str(given) in _OFF else ""
        return f"allowed are {', '.join(own['enum'])}{off or nearest(str(given), own['enum'])}"
    if "minimum" in own and len(path) == 1:
        most = f" to {own['maximum']:g}" if "maximum" in own else " on"
        return f"allowed is a number from {own['minimum']:g}{most}"
    if meant := next((meant for mark, meant in _MEANT.items() if mark in said), ""):
        return meant
    if "date" in said.lower() or "RFC3339" in said:
        return f"allowed is {_WANTED['date']}"
    kinds = dict.fromkeys(_WANTED[k] for k in re.findall(r"\w+", said.partition(", got")[0]) if k in _WANTED)
    return f"allowed is {' or '.join(kinds)}" if kinds else said


def _path(at: str, table: dict[str, Any], fits: Callable[[dict[str, Any]], bool]) -> Steps:
    """`$.severity[...]` as keys and numbers; which entry of a table it is, is found by trying each."""
    path: Steps = ()
    for name, number, unnamed in _STEP.findall(at.strip("`").removeprefix("$")):
        step = name or (_misfit(table, path, fits) if unnamed else int(number))
        if step == "":
            break
        path = (*path, step)
    return path


def _misfit(table: dict[str, Any], path: Steps, fits: Callable[[dict[str, Any]], bool]) -> str:
    entries = _given(table, path)
    if len(path) != 1 or not isinstance(entries, dict):
        return ""
    return next((name for name, value in entries.items() if not fits({str(path[0]): {name: value}})), "")


def _given(table: Any, path: Steps) -> Any:
    for step in path:
        try:
            table = table[step]
        except (KeyError, IndexError, TypeError):
            return table
    return table


def _shown(path: Steps) -> str:
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        else:
            shown += ("." if shown else "") + (step if re.fullmatch(r"[\w-]+", step) else _written(step))
    return shown or "settings"


def _written(value: Any) -> str:
    import json  # noqa: PLC0415 - hardly any run has to tell of settings

    return json.dumps(value, ensure_ascii=False, default=str)
