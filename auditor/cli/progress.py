"""How far a long run is, on stderr and only on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from auditor.reporters.page import Page

_PATIENCE = 1.0  # seconds before anything is shown
_CLEAR = "\r\x1b[K"


def shown(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """The pages; while the next one is waited for, a count stands on the last line."""
    if not sys.stderr.isatty() or total < 2:
        yield from pages
        return
    started = monotonic()
    for done, page in enumerate(pages, 1):
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
        yield page
        if monotonic() - started > _PATIENCE and done < total:
            sys.stderr.write(f"{_CLEAR}{done} of {total} files")
            sys.stderr.flush()
