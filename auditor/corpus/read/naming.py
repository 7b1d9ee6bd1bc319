"""From what is given on a command line to the names of inputs: globs, lists, folders, each file once.

Names of files are bytes. One that is no UTF-8 is carried as `bytes:` with its odd bytes in percent, since neither a
message nor a row can hold it as it is.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from glob import iglob
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from auditor.corpus.read import storage
from auditor.corpus.read.inflating import unpacked
from auditor.corpus.read.shard import OTHERS, is_article, is_input, kind, looks_like_input, refusal

_LARGEST_LIST = 2**30  # bytes; the list of a crawl of a billion pages has ten million
_PASSED = re.compile(r"\.[A-Za-z0-9_]{1,8}$")
_LOOKED_AT = 10_000  # entries of a folder, to say what it holds
_MOST_PASSED = 50  # suffixes that are told apart
_GLOB = re.compile(r"[*?\[]")


class MissingError(ValueError):
    """An input is not there, or none that corpus reads."""


class Passed(Counter[str]):
    """Files that a walk passed by, by suffix."""

    def add(self, name: str, why: str = "") -> None:
        suffix = _PASSED.search(name)
        told = why or (suffix[0].lower() if suffix else "no suffix")
        self[told if told in self or len(self) < _MOST_PASSED else "others"] += 1


def readable(name: str) -> str:
    """A name in which every byte can be printed and written."""
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, as JSON may hold it
        data = name.encode("utf-8", "backslashreplace")
    return data.decode("utf-8", "backslashreplace")


def names(inputs: Iterable[str], passed: Passed, base: str = "") -> Iterator[str]:
    """All inputs by their names, each once; none of them is opened.

    Args:
        passed: gets what a walk did not take, and what was named twice.
        base: a folder or an address that relative lines of lists are meant from.

    Raises:
        FileNotFoundError: a list is not there.
    """
    given = list(inputs)
    found = chain.from_iterable(_named(one, passed, base) for one in given)
    is_simple = len(given) == 1 and not given[0].startswith("@")  # one folder or file names nothing twice
    yield from found if is_simple else _once(found, passed)


def missing(inputs: Iterable[str], base: str = "") -> Iterator[str]:
    """What is wrong with inputs that were named, each in a sentence."""
    for given in inputs:
        if given.startswith("@"):
            if not storage.exists(given[1:]):
                yield f"{given[1:]}: there is no such list"
                continue
            there = _listed(given[1:], base)
        else:
            there = _expanded(given)
        first = next(there, None)
        if first is None and storage.is_remote(given):
            yield f"{given}: no object matches this pattern"
        yield from filter(None, map(_wrong, chain([first] if first else [], there)))


def _wrong(path: str) -> str:
    if why := refusal(path):
        return f"{readable(path)}: {why}"
    if storage.is_remote(path):
        return "" if path.endswith("/") or storage.exists(path) else f"{path}: there is no such object"
    if storage.local(path).exists():
        return ""
    why = _unmatched(os.fspath(storage.local(path))) if _GLOB.search(path) else "there is no such file or folder"
    return f"{readable(path)}: {why}"


def _unmatched(pattern: str) -> str:
    """Why a pattern may match nothing: its folder is not there, or holds files of other endings."""
    folder = os.path.dirname(_GLOB.split(pattern, maxsplit=1)[0])  # noqa: PTH120 - of odd names, too
    if not Path(folder).is_dir():
        return "no file matches this pattern: there is no such folder; check the path"
    try:
        with os.scandir(folder) as entries:
            ends = Counter(os.path.splitext(one.name)[1] for one in islice(entries, _LOOKED_AT))  # noqa: PTH122
    except OSError:
        ends = Counter()
    held = ", ".join(f"{readable(end)} ({count:,})" for end, count in ends.most_common(3) if end)
    return f"no file matches this pattern; {f'its folder holds {held}' if held else 'its folder holds no files'}"


def _once(found: Iterable[str], passed: Passed) -> Iterator[str]:
    """In eight bytes for each name and no more than a set needs: there may be millions."""
    seen: set[int] = set()
    for path in found:
        own = int.from_bytes(blake2b(_real(path).encode("utf-8", "surrogateescape"), digest_size=8).digest())
        if own in seen:
            passed.add(path, "named twice")
            continue
        seen.add(own)
        yield path


def _real(path: str) -> str:
    return path if storage.is_remote(path) else os.path.realpath(storage.local(path))


def _named(given: str, passed: Passed, base: str) -> Iterator[str]:
    if given.startswith("@"):
        for line in _listed(given[1:], base):
            yield from _under(line, passed)
    else:
        for one in _expanded(given):
            yield from _under(one, passed)


def _listed(path: str, base: str) -> Iterator[str]:
    """The lines of a list, which may be packed; `#` begins a comment."""
    data, _ = unpacked(storage.read(path), path, _LARGEST_LIST)
    for line in data.decode("utf-8-sig", "surrogateescape").splitlines():
        if (name := line.strip()) and not name.startswith("#"):
            yield from _expanded(_placed(name, path, base))


def _placed(name: str, path: str, base: str) -> str:
    """A line of a list, from where it is meant: the base, the folder of the list, or else the current one."""
    if storage.is_remote(name) or Path(name).is_absolute():
        return name
    if base:
        return storage.join(base, name)
    folder = path.rpartition("/")[0]
    beside = storage.join(folder, name) if folder else name
    return beside if storage.is_remote(beside) or os.path.lexists(beside) or not os.path.lexists(name) else name


def _expanded(given: str) -> Iterator[str]:
    """What a pattern stands for, in order; a name that is there is no pattern."""
    if storage.is_remote(given):
        yield from storage.matching(given) if _GLOB.search(given) and not storage.exists(given) else [given]
    elif _GLOB.search(given) and not storage.local(given).exists():
        found = sorted(iglob(str(storage.local(given)), recursive=True))  # noqa: PTH207 - of relative patterns, too
        yield from map(_canonical, found or [given])
    else:
        yield _canonical(given)


def _canonical(given: str) -> str:
    """One name for a local file, however it was given, so that a run from another folder goes on with its parts."""
    return storage.escaped(os.path.abspath(storage.local(given)))  # noqa: PTH100 - links stay


def _under(path: str, passed: Passed) -> Iterator[str]:
    if storage.is_remote(path):
        yield from _wanted(storage.under(path), passed) if path.endswith("/") else [path]
    elif storage.local(path).is_dir():
        yield from _walk(os.fspath(storage.local(path)), passed)
    elif refusal(path):
        passed.add(path)
    else:
        yield path


def _walk(folder: str, passed: Passed) -> Iterator[str]:
    for place, folders, inside in os.walk(folder):
        hidden = [name for name in folders if name.startswith((".", "_"))]
        folders[:] = sorted(set(folders) - set(hidden))
        for _ in hidden:
            passed.add("", "hidden folder")
        paths = (os.path.join(place, name) for name in sorted(inside))  # noqa: PTH118 - millions
        yield from _wanted(map(storage.escaped, paths), passed)


def _wanted(paths: Iterable[str], passed: Passed) -> Iterator[str]:
    for path in paths:
        name = path.rpartition("/")[2]
        if name.startswith((".", "_")):
            passed.add("", "hidden file")
        elif is_input(name) or _is_page(path, name):
            yield path
        else:
            passed.add(name)


def _is_page(path: str, name: str) -> bool:
    """A local file whose name tells nothing, as those of mirrors (`page.php?id=3`), is known by its first bytes."""
    if storage.is_remote(path) or is_article(name) or kind(name) != "files" or OTHERS.search(name) or refusal(name):
        return False
    try:
        with storage.open_for_reading(path) as stream:
            return looks_like_input(stream.read(2_048))
    except OSError:
        return False
