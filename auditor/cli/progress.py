"""How far a long run is, on stderr: a count that moves on a terminal, a line a minute in a log."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from auditor.cli import output
from auditor.reporters.page import Page

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two counts
_SILENCE = 60.0  # seconds without a word after which hosts and people take a job for stuck
_MANY = 1_000  # files; a run over fewer is over before anybody wonders
_CLEAR = "\r\x1b[K"


def shown(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """The pages, and how many of them are done."""
    return _on_terminal(pages, total) if sys.stderr.isatty() and total > 1 else _in_log(pages, total)


def _on_terminal(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """While the next page is waited for, a count stands on the last line."""
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


def _in_log(pages: Iterable[Page], total: int) -> Iterator[Page]:
    if total >= _MANY:
        output.note(f"{total:,} files")
    due = monotonic() + _SILENCE
    for done, page in enumerate(pages, 1):
        yield page
        if done < total and monotonic() > due:
            output.note(f"{done:,} of {total:,} files")
            due = monotonic() + _SILENCE


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
