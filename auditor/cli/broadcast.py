"""One run of pages for several readers at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from queue import Queue

from auditor.reporters.page import Page

Reader = Callable[[Iterator[Page]], None]

_AHEAD = 2  # pages that wait for a reader before the others wait too


class _AbortedError(Exception):
    """The pages ended early, so that no reader takes its report for whole."""


_Line = Queue[Page | _AbortedError | None]


def broadcast(pages: Iterable[Page], readers: Sequence[Reader]) -> None:
    """Hand every page to every reader, each in a thread of its own; no more than a few pages are held.

    A reader that fails holds up no other: its exception is raised when all are done.
    """
    pages = _begun(pages)
    lines = [_Line(_AHEAD) for _ in readers]
    with ThreadPoolExecutor(len(readers)) as threads:
        done = [threads.submit(_read, line, reader) for line, reader in zip(lines, readers, strict=True)]
        try:
            for page in chain(pages, (None,)):  # an interrupt that meets the end, too, must leave no reader waiting
                _put(page, lines)
        except BaseException:
            _put(_AbortedError(), lines)
            raise
    for one in done:
        one.result()


def _begun(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, the first one made already: processes are best forked before there are threads."""
    coming = iter(pages)
    return chain(list(islice(coming, 1)), coming)


def _put(item: Page | _AbortedError | None, lines: Iterable[_Line]) -> None:
    for line in lines:
        line.put(item)


def _read(line: _Line, reader: Reader) -> None:
    pages = _pages(line)
    try:
        reader(pages)
    finally:
        with suppress(_AbortedError):
            for _ in pages:
                pass  # a full line would hold up the others


def _pages(line: _Line) -> Iterator[Page]:
    while (item := line.get()) is not None:
        if isinstance(item, _AbortedError):
            raise item
        yield item
