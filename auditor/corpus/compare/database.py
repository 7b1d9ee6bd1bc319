"""The rows of a closed run as tables of DuckDB, in bounded memory."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from auditor.corpus.compare.flat import VIEWS, WORD
from auditor.corpus.read import storage
from auditor.corpus.running import parts
from auditor.corpus.settings import needs_corpus

MEMORY = "2GB"  # what does not fit goes to the disk
# Columns that parts of 0.1.0 do not have.
_NEWER = {
    "audited": "varchar",
    "not_audited": "varchar",
    "vocabulary": "uinteger[]",
    "outline": "bigint[]",
    "causes": "struct(kind varchar, severity varchar, points bigint, places bigint, findings bigint[])[]",
}
_MACROS = (
    "bands(x) as list_transform(range(0, len(x) // 4), lambda n: hash(x[4 * n + 1 : 4 * n + 4]))",
    "alike(x, y) as coalesce(len(list_filter(list_zip(x, y), lambda p: p[1] = p[2])) / nullif(len(x), 0), 0.0)",
    f"words_of(x) as list_distinct(regexp_extract_all(lower(x), '{WORD}'))",
    """overlap(x, y) as len(list_intersect(words_of(x), words_of(y)))
        / greatest(1, least(len(words_of(x)), len(words_of(y))))""",
)


class DuckTables:
    """`auditor.siblings.Tables` in DuckDB."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        for macro in _MACROS:
            connection.execute(f"create macro {macro}")
        for name, query in VIEWS.items():
            connection.execute(f"create view {name} as {query}")

    def keep(self, name: str, query: str) -> None:
        self._connection.execute(f"create or replace table {name} as {query}")

    def has(self, name: str) -> bool:
        tables = "select 1 from information_schema.tables where table_name = ?"
        return self._connection.execute(tables, [name]).fetchone() is not None

    def give(self, name: str, columns: Mapping[str, Sequence[int]]) -> None:
        import pyarrow as pa  # noqa: PLC0415 - a view of the parts needs none

        table = pa.table({column: pa.array(values, pa.int64()) for column, values in columns.items()})
        self._connection.register("given", table)
        self.keep(name, "from given")
        self._connection.unregister("given")

    def read(self, query: str) -> Iterator[tuple[Any, ...]]:
        answer = self._connection.execute(query)
        while lines := answer.fetchmany(10_000):
            yield from lines


@contextmanager
def tables(out: str, memory: str = MEMORY) -> Iterator[DuckTables]:
    """What `opened` opens, as the tables that rules of scope corpus ask."""
    with opened(out, memory) as connection:
        yield DuckTables(connection)


@contextmanager
def tables_of(rows: Any) -> Iterator[DuckTables]:
    """The same for an Arrow table of a few rows, in memory."""
    with _duckdb().connect() as connection:
        connection.register("rows", rows)
        yield DuckTables(connection)


@contextmanager
def opened(out: str, memory: str = MEMORY) -> Iterator[Any]:
    """A connection with the view `rows`; it is gone with its temporary files when the block ends.

    Raises:
        ValueError: no run was closed in this folder, or it has no document.
        ImportError: DuckDB is not installed.
    """
    duckdb, files = _duckdb(), parts.files(out)
    if not files:
        raise ValueError(f"{out}: the run has no documents")
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(os.path.join(folder, "work.db")) as connection:  # noqa: PTH118
        if storage.is_remote(out):
            import fsspec  # noqa: PLC0415 - local runs need none

            connection.register_filesystem(fsspec.filesystem(out.partition("://")[0]))
        connection.execute(f"set memory_limit = '{memory}'; set preserve_insertion_order = false")
        connection.execute("set enable_progress_bar = false; set autoinstall_known_extensions = false")
        quoted = ", ".join("'" + path.replace("'", "''") + "'" for path in files)
        connection.execute(f"create view parts as from read_parquet([{quoted}], union_by_name = true)")
        connection.execute(f"create view rows as select *{_missing(connection)} from parts")
        yield connection


def _missing(connection: Any) -> str:
    """What parts of older versions lack, as empty columns."""
    there = {column for column, *_ in connection.execute("describe parts").fetchall()}
    return "".join(f", null::{kind} as {name}" for name, kind in _NEWER.items() if name not in there)


def _duckdb() -> Any:
    try:
        import duckdb  # noqa: PLC0415 - a run needs none
    except ImportError:
        raise needs_corpus("duckdb") from None
    return duckdb
