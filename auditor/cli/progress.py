"""How far a long run is, on stderr and only on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from auditor.reporters.page import Page

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two counts
_CLEAR = "\r\x1b[K"


def shown(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """The pages; while the next one is waited for, a count stands on the last line."""
    if not sys.stderr.isatty() or total < 2:
        yield from pages
        return
    due = monotonic() + _PATIENCE
    counted = False
    for done, page in enumerate(pages, 1):
        if counted:
            _show(_CLEAR)
        yield page
        counted = done < total and monotonic() > due
        if counted:
            _show(f"{done} of {total} files")
            due = monotonic() + _PAUSE


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
