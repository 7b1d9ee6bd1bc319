"""Finding and reading the files to audit."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from auditor import sites
from auditor.expressions import late
from auditor.feed_index import Item
from auditor.gate.changed import Before
from auditor.gate.files import identity
from auditor.gate.ignored import Ignored
from auditor.gate.patterns import matches
from auditor.parsing.sniff import SUFFIXES

STDIN = "-"
_NOTEBOOK = ".ipynb"
# Files of text that no reader here knows; a walk says how many it met.
UNREAD = frozenset((".pdf", ".doc", ".odt", ".rtf", ".pages", ".epub", ".rst", ".adoc", ".asciidoc", ".org", ".tex"))
_NAMED_ONLY = "notebooks, which are read where they are named"
_TOO_LARGE = "larger than {:,} bytes; raise `max-bytes` in the settings to audit it"
_MAGIC = late(r"[*?\[]")


class Source(Struct, frozen=True):
    """Something to audit: a file by its path, or bytes that were read already, or why there is neither."""

    name: str
    path: str = ""
    data: bytes | None = None
    error: str = ""
    by: int = 0  # the number of the settings that it is judged by
    item: Item | None = None  # the part of the file that is meant, where it is a feed
    before: Before | None = None  # what it was, where that is not held against it
    before_by: int | None = None  # and the settings that it was judged by, where they were others


class Filter(Struct, frozen=True, kw_only=True):
    """What a walk through folders takes; patterns are those of `.gitignore`, relative to `root`."""

    include: Sequence[str] = ()  # empty: articles by their suffix
    exclude: Sequence[str] = ()
    gitignore: bool = False  # pass by what git ignores
    force: bool = False  # exclude files that are named, too
    root: Path = Path()


def find(
    paths: Iterable[str],
    chosen: Filter = Filter(),  # noqa: B008 - frozen
    stdin_name: str = "",
    nearest: Callable[[str], Filter] | None = None,
    passed: Counter[str] | None = None,
) -> Iterator[Source]:
    """Files, each once, in the order of the paths; folders and globs in alphabetical order.

    `nearest` is the filter for what lies in a folder, where it is not `chosen` for all.
    Stdin has the rights of the file that it is called after. Hidden entries, what the filter excludes, and symbolic
    links back to a folder that was seen are passed by; one that leads nowhere is an error. Files
    that were named are excluded only by force. What a walk passes by in the repository of a site is counted in
    `passed`, by what it is.
    """
    seen: set[str] = set()
    gate = _Gate(chosen, nearest or (lambda _: chosen), passed if passed is not None else Counter())
    for given in paths:
        if given == STDIN and stdin_name and not gate.lets_in_named(stdin_name):
            continue
        for source in _expand(given, gate):
            file = identity(source.path) if source.path else source.name
            if file not in seen:
                seen.add(file)
                yield source


def read(source: Source, max_bytes: int) -> bytes:
    """The bytes of a source.

    Raises:
        OSError: it cannot be read.
        ValueError: it is larger than `max_bytes`, or a pipe, a socket or a device, which may have no end.
    """
    if source.item and source.data is None:
        if source.item.end - source.item.start > max_bytes:
            raise ValueError(_TOO_LARGE.format(max_bytes))
        from auditor import feed_pages  # noqa: PLC0415 - few files are feeds

        return feed_pages.read(source.path, source.item)
    if source.data is not None:
        data = source.data
    elif not source.path.startswith("/dev/fd/") and not stat.S_ISREG(Path(source.path).stat().st_mode):
        raise ValueError("is no file but a pipe or a device; send its text to stdin, `auditor check -`")
    else:
        with Path(source.path).open("rb") as file:
            data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ValueError(_TOO_LARGE.format(max_bytes))
    return data


def shown_name(path: str) -> str:
    """How reports call a path: with slashes, undecodable bytes as escapes."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


class _Gate:
    """The filter of each folder, and what of `.gitignore` files was read for them."""

    def __init__(self, chosen: Filter, nearest: Callable[[str], Filter], passed: Counter[str]) -> None:
        self._passed = passed
        self._nearest = nearest
        self._ignored = Ignored(chosen.root)

    def begin(self, folder: str) -> None:
        """A walk through a folder begins."""
        if self._nearest(folder).gitignore:
            self._ignored.begin(folder)

    def lets_in(self, path: str) -> bool:
        """Whether a walk takes a path; one of a folder ends in a slash."""
        chosen = self._of(path)
        if matches(path, chosen.exclude, chosen.root):
            return False
        return not (chosen.gitignore and self._ignored.covers(path))

    def is_page(self, path: str, top: str) -> bool:
        """Whether it is no part of a site's machinery; what settings include by name is meant."""
        why = "" if self._of(path).include else sites.passed_by(path, top)
        if why:
            self._passed[why] += 1
        return not why

    def count_unread(self, entries: Iterable[os.DirEntry[str]]) -> None:
        """Files that hold text and are not read: a folder of them must not look as if all were well."""
        for entry in entries:
            suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - called for every file
            if suffix not in UNREAD and suffix != _NOTEBOOK:
                continue
            if not self.is_article(entry.path) and self.lets_in(entry.path):
                self._passed[_NAMED_ONLY if suffix == _NOTEBOOK else f"{suffix} files, which are not read"] += 1

    def lets_in_named(self, path: str) -> bool:
        return not self._of(path).force or self.lets_in(path)

    def is_article(self, path: str) -> bool:
        chosen = self._of(path)
        if chosen.include:
            return matches(path, chosen.include, chosen.root)
        return Path(path).suffix.lower() in SUFFIXES

    def _of(self, path: str) -> Filter:
        return self._nearest(os.path.dirname(path.rstrip("/")))  # noqa: PTH120 - called for every file of a walk


def _expand(given: str, gate: _Gate) -> Iterator[Source]:
    # os.path, not Path: these answer False where a path is too long, has a null byte or may not be entered.
    if given == STDIN:
        yield Source(STDIN, STDIN)
    elif os.path.isdir(given):  # noqa: PTH112
        yield from _walk(given, gate)
    elif os.path.lexists(given):
        if gate.lets_in_named(given):
            yield _named(given)
    elif _has_magic(given):
        yield from _globbed(given, gate)
    elif given.startswith(("https://", "http://")):
        yield Source(given, error=f"nothing is fetched here; `curl -sL {given} | auditor check -` does")
    else:
        yield Source(shown_name(given), error="there is no such file or folder; check the path")


def _has_magic(given: str) -> bool:
    from glob import has_magic  # noqa: PLC0415 - shells expand patterns, and most inputs are there

    return has_magic(given)


def _globbed(pattern: str, gate: _Gate) -> Iterator[Source]:
    from glob import glob  # noqa: PLC0415 - as above

    found = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not found:
        yield Source(
            shown_name(pattern), error="no file matches this pattern; check it, and quote it against the shell"
        )
    for path in found:
        if not Path(path).is_dir() and gate.lets_in_named(path) and _stays_below(_fixed(pattern), path):
            yield _named(path)


def _fixed(pattern: str) -> str:
    """The folder that a pattern names before its first wildcard."""
    return os.path.dirname(_MAGIC.split(pattern, maxsplit=1)[0]) or "."  # noqa: PTH120


def _walk(top: str, gate: _Gate) -> Iterator[Source]:
    gate.begin(top)
    folders, seen = [top], set()
    while folders:
        folder = folders.pop()
        try:
            status = Path(folder).stat()
            with os.scandir(folder) as entries:
                inside = sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)
        except OSError as error:
            yield Source(shown_name(folder), error=f"the folder cannot be read: {error.strerror}")
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        yield from (_broken(e.path) for e in inside if gate.is_article(e.path) and _leads_nowhere(e))
        inside = [e for e in inside if not e.is_symlink() or _stays_below(top, e.path)]
        articles = (e.path for e in inside if gate.is_article(e.path) and e.is_file() and gate.lets_in(e.path))
        gate.count_unread(e for e in inside if e.is_file())
        yield from (_named(path) for path in articles if gate.is_page(path, top))
        folders += [e.path for e in reversed(inside) if e.is_dir() and gate.lets_in(f"{e.path}/")]


def _stays_below(top: str, link: str) -> bool:
    """Whether a symbolic link leads to something in the folder itself: a report must not publish other files."""
    root = os.path.realpath(top)
    return os.path.realpath(link).startswith(root.rstrip(os.sep) + os.sep)


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 - as quick as it gets


def _broken(path: str) -> Source:
    return Source(shown_name(path), path, error="a link that leads nowhere; mend it, or exclude it")


def _named(path: str) -> Source:
    return Source(shown_name(path), path)
