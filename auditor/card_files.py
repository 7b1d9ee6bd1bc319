"""Files of cards as they are written, YAML into a shape; whatever is wrong with one is one error with its place."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from auditor.card import CardError
from auditor.text.nearest import nearest

_LARGEST = 1_000_000  # bytes; the longest shipped card has 40,000
_VALUES = 200_000  # of one card, with all that its anchors repeat
_HINTS = {
    "mapping values are not allowed": 'put a value with ": " in it between quotes',
    "could not find expected ':'": "a key is followed by a colon and a blank",
    "found character '\\t' that cannot start any token": "indent with blanks",
    "found undefined escape": "put regular expressions between single quotes",
}


def read(path: Path, shape: type[Any]) -> Any:
    """What stands in a file.

    Raises:
        CardError: it cannot be read, is no YAML, or not of that shape.
    """
    text = _text(path)
    found = _loaded(path, text)
    try:
        return msgspec.convert(found, shape)
    except msgspec.ValidationError as error:
        said, key = _explained(str(error), shape)
        raise CardError(f"{_at(path, text, key)}: {said}") from error


def _text(path: Path) -> str:
    """Of a file only: a pipe has no end, a folder no text."""
    try:
        if not path.is_file():
            reason = "a folder" if path.is_dir() else "a link that leads nowhere" if path.is_symlink() else "no file"
            raise CardError(f"{path}: cannot be read: it is {reason}; a card is a file")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise CardError(f"{path}: cannot be read: {error.strerror}; mend it, or take it out of the folder") from error
    if len(data) > _LARGEST:
        raise CardError(
            f"{path}: larger than {_LARGEST:,} bytes; a card holds one rule, word lists go into `_lexicons`"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CardError(f"{path}:{line}: not UTF-8; save it as UTF-8") from error


def _loaded(path: Path, text: str) -> Any:
    import yaml  # noqa: PLC0415 - shipped cards are kept as they were read

    try:
        found = yaml.load(text, _loader())  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        said = getattr(error, "problem", None) or " ".join(str(error).split())
        hint = next((hint for problem, hint in _HINTS.items() if said.startswith(problem)), "")
        raise CardError(f"{place}: not YAML: {said}{'; ' if hint else ''}{hint}") from error
    except (ValueError, TypeError, RecursionError, OverflowError, KeyError) as error:
        raise CardError(f"{path}: not YAML that a card may hold: {error}; put odd values between quotes") from error
    if not isinstance(found, dict):
        raise CardError(f"{path}: holds no `key: value`; `auditor rules new` writes a card to begin with")
    if sum(1 for _ in _values(found)) > _VALUES:
        raise CardError(f"{path}: holds more than {_VALUES:,} values; write lists out instead of repeating anchors")
    return found


def _values(whole: Any) -> Iterator[Any]:
    """All that is in it, as often as it is repeated, up to one more than may be."""
    waiting, count = [whole], 0
    while waiting and count <= _VALUES:
        one = waiting.pop()
        count += 1
        yield one
        if isinstance(one, dict | list):
            waiting += list(one.values() if isinstance(one, dict) else one)[: _VALUES + 1]


def _loader() -> Any:
    import yaml  # noqa: PLC0415 - as above

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """A safe one that takes no key twice, where YAML itself would forget the first."""

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen: set[str] = set()
            for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
                if key.value in seen and isinstance(key.value, str):
                    raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands here twice", problem_mark=key.start_mark)
                if isinstance(key.value, str):
                    seen.add(key.value)
            return super().construct_mapping(node, deep)

    return Loader


def _explained(error: str, shape: type[Any]) -> tuple[str, str]:
    """What is wrong, and of which key."""
    if "unknown field" in error and " - at " not in error:
        name = error.split("`")[1]
        known = [one.encode_name for one in msgspec.structs.fields(shape)]
        return f"unknown key {name!r}{nearest(name, known)}", name
    key = re.sub(r"[\[.].*", "", error.rpartition(" - at ")[2].strip("`").removeprefix("$").lstrip("."))
    return f"{error}; `auditor rules schema` prints what a card may hold", key


def _at(path: Path, text: str, key: str) -> str:
    """A file with the line of a key, as editors understand it."""
    begins = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:") if key else None
    lines = enumerate(text.splitlines(), 1)
    line = next((number for number, line in lines if begins and begins.match(line)), None)
    return f"{path}:{line}" if line else str(path)
