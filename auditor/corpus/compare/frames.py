"""The rows of a closed run as tables of Daft, on the cores of this machine or on a Ray cluster."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from operator import eq
from typing import Any

from auditor.corpus.compare.flat import VIEWS, WORD
from auditor.corpus.running import parts

_COLUMNS = """key id source url host title words minhash skeleton vocabulary outline paragraphs headlines biographies
    quotations error_class""".split()

_WORD = re.compile(WORD)
_PARTITION = 64_000_000  # bytes of parts to one partition of what is kept
_MOST = 1_000  # partitions: a shuffle moves the square of them in pieces


class DaftTables:
    """`auditor.siblings.Tables` in Daft. What is kept is computed once and stays with the workers."""

    def __init__(self, daft: Any, rows: Any, partitions: int | None = None) -> None:
        self._partitions = partitions
        self._daft, self._session = daft, daft.Session()
        for function in (bands, alike, words_of, overlap):
            self._session.attach_function(daft.func(function))
        self._set("rows", rows)
        for name, query in VIEWS.items():
            self._set(name, self._session.sql(query))

    def keep(self, name: str, query: str) -> None:
        frame = self._session.sql(query)
        if self._partitions:  # each join and window on Ray makes two or three of one: left alone, a chain has thousands
            frame = frame.into_partitions(self._partitions)
        self._set(name, frame.collect())

    def has(self, name: str) -> bool:
        return bool(self._session.has_table(name))

    def give(self, name: str, columns: Mapping[str, Sequence[int]]) -> None:
        import pyarrow as pa  # noqa: PLC0415

        table = pa.table({column: pa.array(values, pa.int64()) for column, values in columns.items()})
        self._set(name, self._daft.from_arrow(table))

    def read(self, query: str) -> Iterator[tuple[Any, ...]]:
        return (tuple(row.values()) for row in self._session.sql(query).iter_rows())

    def _set(self, name: str, frame: Any) -> None:
        if self._session.has_table(name):
            self._session.detach_table(name)
        self._session.create_temp_table(name, frame)


@contextmanager
def tables(out: str, ray: str | None = None) -> Iterator[DaftTables]:
    """The tables that rules of scope corpus ask.

    Args:
        ray: address of a cluster whose workers see the parts under the same paths; the cores of this machine when
            absent, whatever cluster the environment names.

    Raises:
        ValueError: no run was closed in this folder, or it has no document.
        WorkerError: no cluster answers.
        ImportError: Daft is not installed.
    """
    from auditor.corpus.running.cluster import connected  # noqa: PLC0415

    made = parts.manifest(out).parts
    if not made:
        raise ValueError(f"{out}: the run has no documents")
    files, partitions = parts.files(out), min(_MOST, 1 + sum(part.bytes for part in made) // _PARTITION)
    with connected(ray, 1) if ray else _threads() as daft:
        yield DaftTables(daft, daft.read_parquet(files).select(*_COLUMNS), partitions if ray else None)


@contextmanager
def _threads() -> Iterator[Any]:
    from auditor.corpus.running.cluster import SILENT  # noqa: PLC0415

    os.environ.update(SILENT)
    try:
        import daft  # noqa: PLC0415 - few need it
        from daft.runners import get_or_create_runner  # noqa: PLC0415
    except ImportError as error:
        raise ImportError(f"{error.name} is not installed; install article-auditor[cluster]", name=error.name) from None
    with suppress(daft.exceptions.DaftCoreException):  # it was chosen before
        daft.set_runner_native()
    runner: Any = get_or_create_runner()
    if runner.name != "native":
        raise ValueError("Daft has run on a cluster in this process, and cannot change; use a new one")
    yield daft


def bands(signature: list[int]) -> list[int]:
    """A hash of every four values."""
    return [hash(tuple(signature[i : i + 4])) for i in range(0, len(signature), 4)]


def alike(x: list[int], y: list[int]) -> float:
    return sum(map(eq, x, y)) / len(x) if x else 0.0


def words_of(text: str) -> list[str]:
    return sorted(set(_WORD.findall(text.lower())))


def overlap(x: str, y: str) -> float:
    a, b = set(words_of(x)), set(words_of(y))
    return len(a & b) / max(1, min(len(a), len(b)))
