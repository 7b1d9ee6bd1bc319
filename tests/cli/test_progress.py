"""How far a long run is: a share, the time that is left, and a word where somebody stops it."""

import io

import pytest

from auditor.cli import progress
from auditor.reporters.page import Page


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """Every look at it is a second later."""
    now = iter(range(10_000))
    monkeypatch.setattr(progress, "monotonic", lambda: float(next(now)))


def pages(count, stopped_at=None):
    for number in range(count):
        if number == stopped_at:
            raise KeyboardInterrupt
        yield Page(f"{number}.md")


def test_a_terminal_shows_share_and_time_left(monkeypatch, clock):
    monkeypatch.setattr("sys.stderr", Terminal())
    assert len(list(progress.shown(pages(8), 8))) == 8
    said = progress.sys.stderr.getvalue()
    assert "2 of 8 files, 25%, about 12 s left" in said
    assert said.endswith("\r\x1b[K")


def test_a_log_gets_a_line_a_minute(monkeypatch, capsys, clock):
    assert len(list(progress.shown(pages(1_000), 1_000))) == 1_000
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "auditor: 1,000 files"
    assert 10 < len(told) < 25
    assert all(" of 1,000 files, " in line and line.endswith(" left") for line in told[1:])


def test_who_stops_it_learns_how_far_it_was(capsys, clock):
    with pytest.raises(KeyboardInterrupt):
        list(progress.shown(pages(9, stopped_at=3), 9))
    assert capsys.readouterr().err == "auditor: interrupted after 3 of 9 files\n"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "0 s"), (59.4, "59 s"), (59.6, "1 min 00 s"), (605, "10 min 05 s"), (7_260, "2 h 01 min")],
)
def test_durations(seconds, said):
    assert progress.duration(seconds) == said
