"""How far a long run is, on stderr: a count that moves on a terminal, a line a minute in a log."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from auditor.cli import output
from auditor.reporters.page import Page
from auditor.reporters.totals import number

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two counts
_SILENCE = 60.0  # seconds without a word after which hosts and people take a job for stuck
_MANY = 1_000  # files; a run over fewer is over before anybody wonders
_CLEAR = "\r\x1b[K"


def shown(pages: Iterable[Page], total: int) -> Iterator[Page]:
    """The pages, and how many of them are done; also where somebody does not want to wait for them."""
    counted = _Count(pages, total)
    try:
        yield from _on_terminal(counted) if sys.stderr.isatty() and total > 1 else _in_log(counted)
    except KeyboardInterrupt:
        _show(_CLEAR if sys.stderr.isatty() else "")
        output.note(f"interrupted after {counted.done:,} of {number(total, 'file')}")
        raise


class _Count:
    """Pages as they come, and how far that is."""

    def __init__(self, pages: Iterable[Page], total: int) -> None:
        self._pages, self.total, self.done, self._began = pages, total, 0, monotonic()

    def __iter__(self) -> Iterator[Page]:
        for page in self._pages:
            self.done += 1
            yield page

    def __str__(self) -> str:
        left = (self.total - self.done) * (monotonic() - self._began) / max(1, self.done)
        share = 100 * self.done // max(1, self.total)
        return f"{self.done:,} of {self.total:,} files, {share}%, about {duration(left)} left"


def duration(seconds: float) -> str:
    """As people say it, in whole seconds below a minute."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min {rest:02} s"


def _on_terminal(pages: _Count) -> Iterator[Page]:
    """While the next page is waited for, a count stands on the last line."""
    due = monotonic() + _PATIENCE
    counted = False
    for page in pages:
        if counted:
            _show(_CLEAR)
        yield page
        counted = pages.done < pages.total and monotonic() > due
        if counted:
            _show(str(pages))
            due = monotonic() + _PAUSE


def _in_log(pages: _Count) -> Iterator[Page]:
    if pages.total >= _MANY:
        output.note(f"{pages.total:,} files")
    due = monotonic() + _SILENCE
    for page in pages:
        yield page
        if pages.done < pages.total and monotonic() > due:
            output.note(str(pages))
            due = monotonic() + _SILENCE


def _show(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
