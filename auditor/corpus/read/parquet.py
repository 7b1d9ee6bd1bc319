"""Parquet with named columns; a position is the number of a row."""

from collections.abc import Iterator
from typing import Any

from auditor.corpus.read import storage
from auditor.corpus.read.fields import column_of, of_fields
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.settings import Settings, needs_corpus

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise needs_corpus("pyarrow") from None

_BATCH = 64  # rows decoded at a time


def starts(path: str, documents: int) -> Iterator[int]:
    """Borders of row groups, and places inside large ones."""
    try:
        with storage.open_for_reading(path) as stream:
            groups = _sizes(pq.ParquetFile(stream))
    except (OSError, pa.ArrowException):
        return
    at, held = 0, documents
    for rows in groups:
        held += rows
        if held > documents:
            pieces = max(1, round(rows / documents))
            yield from (at + rows * i // pieces for i in range(pieces))
            held = rows // pieces
        at += rows


def read(path: str, start: int, end: int | None, settings: Settings, tally: Tally) -> Iterator[Item]:
    items = _all(path, start, end, settings)
    for item in items:
        tally.records += 1
        yield item


def _all(path: str, start: int, end: int | None, settings: Settings) -> Iterator[Item]:
    try:
        with storage.open_for_reading(path) as stream:
            yield from _rows(pq.ParquetFile(stream), path, start, end, settings)
    except (OSError, pa.ArrowException) as error:
        yield Item(id=f"{path}#broken", position=-1, error=f"not a Parquet file that can be read: {_one_line(error)}")


def _rows(file: Any, path: str, start: int, end: int | None, settings: Settings) -> Iterator[Item]:
    there = file.schema_arrow.names
    names = (settings.text_field, settings.id_field, settings.url_field, *settings.keep)
    columns = [column for column in dict.fromkeys(column_of(name, there) for name in names) if column]
    if not column_of(settings.text_field, there):
        known = ", ".join(file.schema_arrow.names[:20])
        yield Item(
            id=f"{path}#broken",
            position=-1,
            error=f"there is no column {settings.text_field!r}; the columns are: {known}",
        )
        return
    first = 0
    for group, size in enumerate(_sizes(file)):
        last = first + size
        if last > start and (end is None or first < end):
            wanted = range(max(first, start), last if end is None else min(last, end))
            yield from _group(file, path, group, first, wanted, columns, settings)
        first = last


def _group(  # noqa: PLR0917
    file: Any, path: str, group: int, first: int, wanted: range, columns: list[str], settings: Settings
) -> Iterator[Item]:
    at = first
    try:
        for batch in file.iter_batches(_BATCH, row_groups=[group], columns=columns):
            if at + len(batch) > wanted.start and at < wanted.stop:
                for number, fields in enumerate(batch.to_pylist(), at):
                    if number in wanted:
                        yield of_fields(fields, f"{path}#{number}", number, settings)
            at += len(batch)
            if at >= wanted.stop:
                return
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        broken = f"rows {max(at, wanted.start)} to {wanted.stop - 1}, in row group {group}, cannot be read"
        place = max(at, wanted.start)
        yield Item(id=f"{path}#{place}", position=place, error=f"{broken}: {_one_line(error)}")


def _sizes(file: Any) -> list[int]:
    return [file.metadata.row_group(i).num_rows for i in range(file.metadata.num_row_groups)]


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
