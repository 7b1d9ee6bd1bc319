"""What other installed packages bring along: verbs (`auditor.detectors`), packs of cards (`auditor.rules`), profiles.

They say so by entry points. `importlib.metadata` needs 40 ms to find those of a usual environment, on every start; here
the folders that Python imports from are read once, and again when one of them has changed.
"""

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from auditor.prepared import prepared

VERBS, PACKS, PROFILES = "auditor.detectors", "auditor.rules", "auditor.profiles"
_GROUPS = (VERBS, PACKS, PROFILES)
_FILE = "entry_points.txt"
_LARGEST = 1_000_000  # bytes of a list of entry points


class Point(Struct, frozen=True):
    """An entry point: `name = value` in a group of a distribution."""

    group: str
    name: str
    value: str
    distribution: str  # "acme-rules 1.0"

    @property
    def said(self) -> str:
        """What an error about it begins with."""
        return f"{self.distribution}: {self.group}: {self.name} = {self.value}"

    def load(self) -> Any:
        """What it names; raises whatever its module raises."""
        module, _, path = self.value.partition(":")
        found = import_module(module.strip())
        for name in filter(None, path.strip().split(".")):
            found = getattr(found, name)
        return found

    def folder(self) -> Path | None:
        """The folder that `package` or `package:folder.below` names, without running the package."""
        module, _, below = self.value.partition(":")
        try:
            spec = find_spec(module.strip())
        except (ImportError, ValueError, AttributeError):
            return None
        for place in (spec.submodule_search_locations or ()) if spec else ():
            if (folder := Path(place, *filter(None, below.strip().split(".")))).is_dir():
                return folder
        return None


class _Found(Struct, frozen=True):
    points: tuple[Point, ...]
    files: tuple[tuple[str, int, int], ...]  # what was read, with size and time


def points(group: str) -> tuple[Point, ...]:
    """The entry points of a group, by distribution and name."""
    found = prepared("installed", _Found, _scan, also="\0".join(map(_state, _folders())))
    if any(_stated(name) != (name, size, time) for name, size, time in found.files):
        found = _scan()  # mended in its place, which the folder does not show
    return tuple(one for one in found.points if one.group == group)


def sources() -> Iterator[Path]:
    """The Python files that decide what installed verbs do, and those beside them."""
    for point in points(VERBS):
        try:
            spec = find_spec(point.value.partition(":")[0].strip())
        except (ImportError, ValueError, AttributeError):
            continue
        if spec and spec.origin and spec.origin.endswith(".py"):
            yield from sorted(Path(spec.origin).parent.glob("*.py"))


def _folders() -> list[str]:
    return [folder for folder in sys.path if folder]


def _state(folder: str) -> str:
    try:
        return f"{folder}\0{os.stat(folder).st_mtime_ns}"  # noqa: PTH116 - on every start
    except OSError:
        return folder


def _scan() -> _Found:
    found, files, seen = list[Point](), list[tuple[str, int, int]](), set[str]()
    for name, file in _lists():
        if name in seen:
            continue  # Python imports the first
        seen.add(name)
        if own := list(_points(_read(file), _shown(name))):
            found += own
            files.append(_stated(file))
    order: Callable[[Point], tuple[str, ...]] = lambda one: (one.group, one.distribution, one.name)  # noqa: E731
    return _Found(tuple(sorted(found, key=order)), tuple(files))


def _lists() -> Iterator[tuple[str, str]]:
    """Name and version of each distribution that has entry points, and the file."""
    for folder in _folders():
        try:
            entries = sorted(entry.name for entry in os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            stem, _, kind = entry.rpartition(".")
            file = f"{folder}/{entry}/{_FILE}"
            if kind in ("dist-info", "egg-info") and os.path.isfile(file):  # noqa: PTH113 - hundreds of them
                yield stem, file


def _shown(stem: str) -> str:
    name, _, rest = stem.partition("-")
    return f"{name.replace('_', '-')} {rest.partition('-')[0]}".strip()


def _read(file: str) -> str:
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""


def _stated(file: str) -> tuple[str, int, int]:
    try:
        state = os.stat(file)  # noqa: PTH116 - as above
    except OSError:
        return file, 0, 0
    return file, state.st_size, state.st_mtime_ns


def _points(text: str, distribution: str) -> Iterator[Point]:
    if "auditor." not in text:
        return
    group = ""
    for line in map(str.strip, text.splitlines()):
        name, equals, value = line.partition("=")
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1].strip()
        elif group in _GROUPS and equals and not line.startswith("#"):
            yield Point(group, name.strip(), value.strip(), distribution)
