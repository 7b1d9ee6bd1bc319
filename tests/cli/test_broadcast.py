"""Handing pages to several readers: in step, whole or not at all."""

import gc
import time
import weakref

import pytest

from auditor.cli import broadcast as broadcasting
from auditor.cli.broadcast import broadcast
from auditor.reporters.page import Page


class Weighed(Page, frozen=True, weakref=True):
    """A page whose end can be seen."""


def test_every_reader_gets_every_page_in_order():
    taken = [[], [], []]
    pages = [Page(str(number)) for number in range(50)]
    broadcast(pages, [lambda given, one=one: one.extend(given) for one in taken])
    assert taken == [pages] * 3


def test_few_pages_are_held_however_slow_a_reader_is():
    alive, most = weakref.WeakSet(), []

    def made():
        for number in range(60):
            page = Weighed(str(number))
            alive.add(page)
            yield page
            del page
            gc.collect()
            most.append(len(alive))

    def slow(pages):
        for _ in pages:
            time.sleep(0.001)

    broadcast(made(), [slow, lambda pages: sum(1 for _ in pages)])
    assert max(most) <= 8


def test_a_reader_that_fails_stops_no_other():
    taken = []

    def failing(pages):
        next(pages)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        broadcast([Page(str(number)) for number in range(20)], [failing, taken.extend])
    assert len(taken) == 20


def test_pages_that_end_early_make_no_report_look_whole():
    finished = []

    def broken():
        yield Page("a")
        raise KeyboardInterrupt

    def reader(pages):
        finished.append(list(pages))

    with pytest.raises(KeyboardInterrupt):
        broadcast(broken(), [reader, reader])
    assert finished == []


def test_an_interrupt_that_meets_the_end_leaves_no_reader_waiting(monkeypatch):
    class Interrupted(broadcasting._Line):
        def put(self, item):
            if item is None:
                raise KeyboardInterrupt
            super().put(item)

    monkeypatch.setattr(broadcasting, "_Line", Interrupted)
    finished = []
    with pytest.raises(KeyboardInterrupt):
        broadcast([Page("a")], [lambda pages: finished.append(list(pages))])
    assert finished == []
