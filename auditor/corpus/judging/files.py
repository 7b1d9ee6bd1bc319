"""One file of rows, judged again: Parquet or JSON Lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import MsgspecError, json

from auditor.corpus.judging.judged import COUNTED, judged, verdicts
from auditor.corpus.judging.profile import Profile
from auditor.corpus.read import storage
from auditor.corpus.running.columns import MAPS, WRITTEN, batches, table
from auditor.corpus.running.parts import ran_in

TRACES = ["minhash", "skeleton", "vocabulary", "outline", "paragraphs", "headlines", "biographies", "quotations"]
_ASKED = ["type", "zones", "not_read"]  # in rows since 2.2
_WRITTEN = ["score", "verdict", "audited", "not_audited", "dimensions", "causes", "findings", "rule_errors"]
ROWS = 16_000  # at a time
_LINES = 1_000  # of JSON at a time

Moved = Counter[tuple[str | None, str | None]]  # how many documents went from which verdict to which


def parquet(
    sources: Sequence[str], target: str | None, profile: Profile, drop: Sequence[str] = (), said: Mapping[str, str] = {}
) -> Moved:
    """Judge Parquet files of rows, and write them as one; without a target only count.

    Raises:
        ValueError: the rows are of a version that does not say what judging needs.
    """
    with ExitStack() as stack:
        files = [pq.ParquetFile(stack.enter_context(storage.open_for_reading(source))) for source in sources]
        _check(sources[0], files[0].schema_arrow.names)  # those of one input are of one run
        if target:
            columns = [name for name in files[0].schema_arrow.names if name not in drop]
            return _rewritten(files, columns, stack.enter_context(storage.whole(target)), profile, said)
        return sum((_moved(rows["verdict"], verdicts(rows, profile)) for rows in _tables(files, COUNTED)), Moved())


def stated(source: str) -> list[str]:
    """The rules that ran, as a Parquet file of a run says."""
    with storage.open_for_reading(source) as stream:
        return ran_in(pq.ParquetFile(stream).metadata.metadata or {})


def json_lines(source: str, target: str | None, profile: Profile) -> Moved:
    """Judge rows that are lines of JSON."""
    with storage.open_for_reading(source) as stream:
        if not target:
            return sum((moved for _, moved in _batches(source, stream, profile)), Moved())
        with storage.whole(target) as temporary, temporary.open("wb") as out:
            moved = Moved()
            for rows, counts in _batches(source, stream, profile):
                out.writelines(json.encode(row) + b"\n" for row in rows)
                moved += counts
            return moved


def _rewritten(
    files: Sequence[Any], columns: list[str], target: Path, profile: Profile, said: Mapping[str, str]
) -> Moved:
    schema, moved = files[0].schema_arrow, Moved()
    own = {key: value for key, value in (schema.metadata or {}).items() if key.decode() not in said}
    kept = pa.schema([schema.field(name) for name in columns], metadata=own)
    with pq.ParquetWriter(target, kept, **WRITTEN) as writer:
        for rows in _tables(files, columns):
            again, counts = _judged(rows, profile)
            writer.write_table(again)
            moved += counts
        writer.add_key_value_metadata(dict(said))
    return moved


def _tables(files: Sequence[Any], columns: list[str]) -> Iterator[Any]:
    """Many rows at a time: each table costs a few milliseconds, whatever it holds."""
    held: list[Any] = []
    for batch in chain.from_iterable(batches(file, ROWS, columns) for file in files):
        held.append(batch)
        if sum(map(len, held)) >= ROWS:
            yield pa.Table.from_batches(held).combine_chunks()
            held = []
    if held:
        yield pa.Table.from_batches(held).combine_chunks()


def _judged(rows: Any, profile: Profile) -> tuple[Any, Moved]:
    again = judged(rows, profile)
    return again, _moved(rows["verdict"], again["verdict"])


def _moved(before: Any, now: Any) -> Moved:
    both = pa.table({"was": before, "now": now}).group_by(["was", "now"], use_threads=False)
    counts = both.aggregate([([], "count_all")]).to_pylist()
    return Moved({(one["was"], one["now"]): one["count_all"] for one in counts})


def _batches(source: str, stream: IO[bytes], profile: Profile) -> Iterator[tuple[list[dict[str, Any]], Moved]]:
    """Whatever else a line holds stays as it is."""
    lines = ((number, line) for number, line in enumerate(stream, 1) if not line.isspace())
    while rows := [_row(f"{source}: line {number}", line) for number, line in islice(lines, _LINES)]:
        stored = table([{name: {} for name in MAPS} | row for row in rows])
        again, moved = _judged(stored, profile)
        yield [row | new for row, new in zip(rows, again.select(_WRITTEN).to_pylist(), strict=True)], moved


def _row(place: str, line: bytes) -> dict[str, Any]:
    try:
        row = json.decode(line, type=dict[str, Any])
    except MsgspecError as error:
        raise ValueError(f"{place}: no row of a run: {error}") from error
    _check(place, row)
    return row


def _check(source: str, names: Any) -> None:
    if missing := [name for name in (*_ASKED, *_WRITTEN) if name not in names]:
        raise ValueError(f"{source}: the rows do not say {', '.join(missing)}; run the corpus again with this version")
