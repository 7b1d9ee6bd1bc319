"""The process in which documents are read and audited: it may die at any moment, and only its guard minds.

It takes orders as lines of JSON and answers with lines: `.` for a document, `!` for one with an error, `writing`, and
at the end `done` with the part, or what failed. The kernel's alarm clock ends it when one document takes too long, in
whatever code it hangs and whether or not the guard is still there.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import IO

from msgspec import Struct, json

from auditor.corpus import read as readers
from auditor.corpus.read import Item, storage
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import parts, process
from auditor.corpus.running.balance import Census
from auditor.corpus.running.examine import Examiner
from auditor.corpus.running.row import Row, of_error
from auditor.corpus.running.spool import Spool
from auditor.corpus.settings import Settings

BLAMED = 2  # deaths after which a document is not tried again: one may be anybody's fault
LEFT = 0  # exit code of a worker that asks for a successor
_GIVEN_UP = 3  # deaths after which it is not even read
_GARBAGE = 50_000  # allocations between two collections


class Order(Struct, frozen=True, kw_only=True):
    shard: Shard
    out: str
    name: str  # of the part
    deaths: dict[int, list[str]] = {}


def main(spool: int) -> None:
    """Carry out orders from stdin until it ends; `spool` is the number of an open file."""
    answers = os.fdopen(os.dup(1), "wb", 0)
    os.dup2(2, 1)  # what some package prints must not be taken for an answer
    orders = sys.stdin.buffer
    settings = json.decode(orders.readline(), type=Settings)
    gc.set_threshold(_GARBAGE)
    _limit_memory(settings.memory)
    if not settings.audit:  # what somebody else's audit asks for is not known
        process.make_lean()
    examiner = Examiner.of(settings)
    examiner.warm_up()
    _prepare_arrow()
    gc.freeze()  # what is loaded by now stays: no collection need look at it
    answers.write(b"ready\n")
    with os.fdopen(spool, "rb+") as file:
        for line in orders:
            _carry_out(json.decode(line, type=Order), examiner, Spool(file), answers)


def _carry_out(order: Order, examiner: Examiner, spool: Spool, answers: IO[bytes]) -> None:
    census = Census()
    try:
        for row in _rows(order, examiner, spool.rewind(), census):
            spool.add(row)
            answers.write(b"!\n" if row.error_class else b".\n")
            if row.error_class == "memory":
                os._exit(LEFT)  # memory that one document took may be missing for the next
        signal.setitimer(signal.ITIMER_REAL, 0)
        answers.write(b"writing\n")
        said = (order.out, order.name, order.shard.path)
        ran = [rule.id for rule in examiner.rules.rules]
        part = parts.write_part(*said, spool.rows(), census, examiner.settings, ran)
    except OSError as error:
        path = parts.path_of(order.out, order.name)
        answers.write(f"{error.strerror or error}: {path}\n".encode("utf-8", "replace"))
    except (storage.StoreError, parts.UnbalancedError) as error:
        answers.write(f"{' '.join(str(error).split())}\n".encode("utf-8", "replace"))
    else:
        answers.write(b"done " + json.encode(part) + b"\n")


def _rows(order: Order, examiner: Examiner, done: int, census: Census) -> Iterator[Row]:
    """Rows of the documents from number `done` on; the census counts what stands before them, too."""
    items, source, number = readers.read(order.shard, examiner.settings, census.tally), order.shard.path, 0
    while True:
        signal.setitimer(signal.ITIMER_REAL, examiner.settings.seconds)
        deaths = order.deaths.get(number, [])
        if len(deaths) >= _GIVEN_UP:
            census.tally.records += 1
            yield _lost(source, number, deaths)
            return
        item = next(items, None)
        if item is None:
            return
        if item.skipped:
            census.skipped[item.skipped] += 1
            continue
        if number >= done:
            yield _killer(source, item, deaths) if len(deaths) >= BLAMED else examiner.row(source, item)
        number += 1


def _killer(source: str, item: Item, deaths: list[str]) -> Row:
    kind = "time" if deaths[-1] == "SIGALRM" else "crash"
    how = "it takes longer than a document may" if kind == "time" else f"its worker ended with {deaths[-1]}"
    return of_error(source, item, kind, f"{how}, {len(deaths)} times")


def _lost(source: str, number: int, deaths: list[str]) -> Row:
    error = f"reading document {number} of this shard kills the reader ({deaths[-1]}); it and the rest are not read"
    return of_error(source, Item(id=f"{source}#broken", position=-1), "damaged", error)


def _limit_memory(most: int) -> None:
    """Of what this process allocates; where there is no such limit, the system's own is all there is."""
    try:
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    except (ImportError, ValueError, OSError):
        return


def _prepare_arrow() -> None:
    """One core a worker: its pools would only get into each other's way. What it needs for a part, it loads now."""
    import pyarrow as pa  # noqa: PLC0415

    from auditor.corpus.running.columns import table  # noqa: PLC0415

    table([])
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
