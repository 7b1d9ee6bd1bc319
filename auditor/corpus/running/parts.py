"""What a run leaves in its folder: parts, deaths of unfinished parts, and the manifest that closes it.

DIR/manifest.json        what readers go by
DIR/parts/NAME.parquet   rows of one shard; its existence says that the shard is done
DIR/deaths/NAME.json     which documents of a shard killed a worker, until its part is there
"""

import re
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from msgspec import Struct, ValidationError, json

from auditor.corpus.read import storage
from auditor.corpus.running.row import SCHEMA_VERSION
from auditor.corpus.settings import Settings

_ROWS = 256  # converted at a time
_STALE = 3_600  # seconds after which a file that was never finished is nobody's

_PART = re.compile(r"\w+")  # digests, so that no manifest leads out of its folder

Deaths = dict[int, list[str]]


class Part(Struct, frozen=True, kw_only=True):
    """A finished shard."""

    name: str
    source: str
    documents: int
    errors: int
    bytes: int


class Input(Struct, frozen=True, kw_only=True):
    path: str
    size: int
    tag: str
    parts: list[str]


class Manifest(Struct, frozen=True, kw_only=True):
    """A closed run, in the order of its inputs; its JSON is `DIR/manifest.json`."""

    schema_version: str = SCHEMA_VERSION
    tool: str
    rules: str
    settings: Settings
    documents: int
    errors: int
    inputs: list[Input]
    parts: list[Part]


def path_of(out: str, name: str) -> str:
    return storage.join(out, "parts", f"{name}.parquet")


def write_part(out: str, name: str, source: str, rows: Iterable[dict[str, Any]]) -> Part:
    """Write a part in one step: it is there with all of its rows, or not at all.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415

    from auditor.corpus.running.columns import FEW_VALUES, SCHEMA, table  # noqa: PLC0415

    remaining, documents, errors = iter(rows), 0, 0
    how = {"compression": "zstd", "use_dictionary": FEW_VALUES}
    with storage.whole(path_of(out, name)) as temporary:
        with pq.ParquetWriter(temporary, SCHEMA, **how) as writer:
            while batch := list(islice(remaining, _ROWS)):
                documents += len(batch)
                errors += sum(row["error_class"] is not None for row in batch)
                writer.write_table(table(batch))
            writer.add_key_value_metadata({"source": source, "errors": str(errors)})
        size = temporary.stat().st_size
    return Part(name=name, source=source, documents=documents, errors=errors, bytes=size)


def part(out: str, name: str) -> Part | None:
    """A part that is there, by its footer."""
    try:
        with storage.open_for_reading(path_of(out, name)) as stream:
            import pyarrow.parquet as pq  # noqa: PLC0415 - 200 ms and 80 MB that a driver needs for no new part

            footer: Any = pq.ParquetFile(stream).metadata
            said = footer.metadata
            size = stream.seek(0, 2)
    except FileNotFoundError:
        return None
    source = said[b"source"].decode("utf-8", "replace")
    return Part(name=name, source=source, documents=footer.num_rows, errors=int(said[b"errors"]), bytes=size)


def deaths(out: str, name: str) -> Deaths:
    """How often each document of a shard, by its number, killed a worker, and how."""
    try:
        return json.decode(storage.read(_deaths(out, name)), type=Deaths)
    except FileNotFoundError:
        return {}


def remember(out: str, name: str, deaths: Deaths) -> None:
    storage.write(_deaths(out, name), json.encode(deaths))


def forget(out: str, name: str) -> None:
    storage.remove(_deaths(out, name))


def close(out: str, manifest: Manifest) -> None:
    """Write the manifest, and sweep what killed runs left half written."""
    storage.write(storage.join(out, "manifest.json"), json.format(json.encode(manifest), indent=1))
    if not storage.is_remote(out):
        for left in storage.local(out).glob("**/.part-*"):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink(missing_ok=True)


def manifest(out: str) -> Manifest:
    """Raises ValueError where no run was closed, with what to do."""
    try:
        read = json.decode(storage.read(storage.join(out, "manifest.json")), type=Manifest)
    except FileNotFoundError:
        raise ValueError(f"{out}: there is no manifest.json; a run writes it when it ends, so run it again") from None
    except ValidationError as error:
        raise ValueError(f"{out}: manifest.json is none that this version reads: {error}") from None
    for part in read.parts:
        if not _PART.fullmatch(part.name):
            raise ValueError(f"{out}: manifest.json names the part {part.name!r}, which no run does; run it again")
    return read


def files(out: str) -> list[str]:
    """The Parquet files of a closed run; other files in the folder do not belong to it."""
    return [path_of(out, part.name) for part in manifest(out).parts]


def rows(out: str) -> Iterator[dict[str, Any]]:
    """Every row of a closed run, in the order of its inputs."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    for path in files(out):
        with storage.open_for_reading(path) as stream:
            for batch in pq.ParquetFile(stream).iter_batches(_ROWS):
                for row in batch.to_pylist():
                    yield row | {"metrics": dict(row["metrics"])}


def _deaths(out: str, name: str) -> str:
    return storage.join(out, "deaths", f"{name}.json")
