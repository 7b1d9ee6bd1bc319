"""The rows of a closed run as tables of DuckDB, in bounded memory."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from auditor.corpus import parts, storage
from auditor.corpus.settings import needs_corpus

MEMORY = "2GB"  # what does not fit goes to the disk


@contextmanager
def opened(out: str, memory: str = MEMORY) -> Iterator[Any]:
    """A connection with the view `rows`; it is gone with its temporary files when the block ends.

    Raises:
        ValueError: no run was closed in this folder, or it has no document.
        ImportError: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - a run needs none
    except ImportError:
        raise needs_corpus("duckdb") from None
    files = parts.files(out)
    if not files:
        raise ValueError(f"{out}: the run has no documents")
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(os.path.join(folder, "work.db")) as connection:  # noqa: PTH118
        if storage.is_remote(out):
            import fsspec  # noqa: PLC0415 - local runs need none

            connection.register_filesystem(fsspec.filesystem(out.partition("://")[0]))
        connection.execute(f"set memory_limit = '{memory}'; set preserve_insertion_order = false")
        connection.execute("set enable_progress_bar = false; set autoinstall_known_extensions = false")
        quoted = ", ".join("'" + path.replace("'", "''") + "'" for path in files)
        connection.execute(f"create view rows as from read_parquet([{quoted}])")
        yield connection
