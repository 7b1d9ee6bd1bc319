"""Pages made by several processes. One that dies takes its own source with it and no other."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from auditor.reporters.page import Page
from auditor.sources import Source

_AHEAD = 8  # sources a worker may be ahead of the output
_WATCH = 0.5  # seconds between two looks at whether the parent lives

_DIED = (
    "internal error, please report it: the worker died on this source; if for want of memory, raise `max-memory` in "
    "the settings, or exclude the source"
)

Audit = Callable[[Source], Page]


def pooled(given: Iterable[Source], audit: Audit, workers: int) -> Iterator[Page]:
    """One page for each source, in their order."""
    waiting = deque(given)
    while waiting:
        try:
            yield from _until_broken(waiting, audit, workers)
        except BrokenProcessPool:
            for _ in range(min(len(waiting), workers * _AHEAD)):
                yield alone(waiting.popleft(), audit)


def _until_broken(waiting: deque[Source], audit: Audit, workers: int) -> Iterator[Page]:
    """Yield pages and drop their sources from `waiting`, until all are done or a worker dies."""
    with _pool(audit, workers) as pool:
        running: deque[Future[Page]] = deque()
        while waiting:
            while len(running) < min(len(waiting), workers * _AHEAD):
                running.append(pool.submit(_audit, waiting[len(running)]))
            page = running.popleft().result()
            waiting.popleft()
            yield page


def alone(source: Source, audit: Audit) -> Page:
    """The page of a source that is read in a process of its own."""
    try:
        with _pool(audit, 1) as pool:
            return pool.submit(_audit, source).result()
    except BrokenProcessPool:
        return Page(source.name, error=_DIED)


def _pool(audit: Audit, workers: int) -> ProcessPoolExecutor:
    # A fork inherits the bound rules; elsewhere each worker is handed a copy.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_adopt, initargs=(audit, os.getpid()))


class _Worker:
    """What this worker process does, so that the rules are not sent along with every source."""

    audit: Audit


def _adopt(audit: Audit, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the workers
    threading.Thread(target=_outlive_nobody, args=(parent,), daemon=True).start()
    _Worker.audit = staticmethod(audit)


def _outlive_nobody(parent: int) -> None:
    """A parent that was killed cannot stop its workers, which would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)


def _audit(source: Source) -> Page:
    return _Worker.audit(source)
