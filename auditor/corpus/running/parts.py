"""What a run leaves in its folder: parts, deaths of unfinished parts, and the manifest that closes it.

DIR/manifest.json        what readers go by
DIR/parts/NAME.parquet   rows of one shard; its existence says that the shard is done
DIR/older/NAME.parquet   parts of runs with other inputs, rules or settings, which the manifest does not name
DIR/deaths/NAME.json     which documents of a shard killed a worker, until its part is there
"""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct, ValidationError, json, structs

from auditor.corpus.read import storage
from auditor.corpus.running.balance import Balance, Census, total
from auditor.corpus.settings import SCHEMA_VERSION, Settings

_ROWS = 256  # converted at a time
_BATCHES = 4  # written at a time: who reads pays again for every group of rows
_STALE = 3_600  # seconds after which a file that was never finished is nobody's

_PART = re.compile(r"\w+")  # digests, so that no manifest leads out of its folder
Deaths = dict[int, list[str]]


class UnbalancedError(RuntimeError):
    """A fault of ours, and no part is better than one that lost a document."""


class Part(Struct, frozen=True, kw_only=True):
    """A finished shard."""

    name: str
    source: str
    documents: int
    errors: int
    bytes: int
    balance: Balance = Balance()
    seconds: float = 0  # limits under which it was made
    memory: int = 0

    def may_gain(self, settings: Settings) -> bool:
        """Whether there is a document in it that higher limits may let through."""
        late, large = (self.balance.errors.get(kind) for kind in ("time", "memory"))
        return bool(late and settings.seconds > self.seconds) or bool(large and settings.memory > self.memory)


class Input(Struct, frozen=True, kw_only=True):
    path: str
    size: int
    tag: str
    parts: list[str]
    files: int = 1  # loose files are one input, under the path of the first; each is the source of its row


class Manifest(Struct, frozen=True, kw_only=True):
    """A closed run, in the order of its inputs; its JSON is `DIR/manifest.json`."""

    schema_version: str = SCHEMA_VERSION
    tool: str
    rules: str
    settings: Settings
    documents: int
    errors: int
    balance: Balance = Balance()
    passed_by: dict[str, int] = {}  # files that walks through folders did not take, by suffix
    inputs: list[Input]
    parts: list[Part]
    ran: list[str] = []  # the rules
    traces: str = ""  # the folder with what documents are compared by, where these parts do not hold it


def path_of(out: str, name: str) -> str:
    return storage.join(out, "parts", f"{name}.parquet")


def write_part(  # noqa: PLR0917
    out: str,
    name: str,
    source: str,
    rows: Iterable[dict[str, Any]],
    census: Census,
    settings: Settings,
    ran: Sequence[str] = (),
) -> Part:
    """Write a part in one step: it is there with all of its rows, or not at all.

    Args:
        ran: the rules, which stand in the file, so that it can be judged again without its manifest.

    Raises:
        OSError: the disk is full, or the folder cannot be written.
        UnbalancedError: the rows are not what the reader came upon.
    """
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    from auditor.corpus.running.columns import SCHEMA, WRITTEN, table  # noqa: PLC0415

    remaining, documents, errors = iter(rows), 0, Counter[str]()
    tables = (table(batch) for batch in iter(lambda: list(islice(remaining, _ROWS)), []))
    with storage.whole(path_of(out, name)) as temporary:
        with pq.ParquetWriter(temporary, SCHEMA, **WRITTEN) as writer:
            while group := list(islice(tables, _BATCHES)):
                whole = pa.concat_tables(group).combine_chunks()  # in chunks they would be pages of their own
                documents += len(whole)
                errors.update(whole["error_class"].drop_null().to_pylist())
                writer.write_table(whole)
            balance = census.balance(documents, errors)
            if not balance.adds_up:
                raise UnbalancedError(f"{source}: the records do not add up: {json.encode(balance).decode()}")
            made = Part(
                name=name,
                source=source,
                documents=documents,
                errors=errors.total(),
                bytes=0,
                balance=balance,
                seconds=settings.seconds,
                memory=settings.memory,
            )
            writer.add_key_value_metadata({"part": json.encode(made).decode(), **said_of(ran)})
        size = temporary.stat().st_size
    return structs.replace(made, bytes=size)


def said_of(ran: Iterable[str]) -> dict[str, str]:
    """What a file of rows says of the rules that ran."""
    return {"ran": json.encode(list(ran)).decode()}


def ran_in(metadata: Mapping[bytes, bytes]) -> list[str]:
    """The rules that ran, as a file of rows says; none where it does not."""
    return json.decode(metadata.get(b"ran", b"[]"), type=list[str])


def together(name: str, several: Sequence[Part]) -> Part:
    """Parts of one input as a single one."""
    return Part(
        name=name,
        source=several[0].source,
        documents=sum(one.documents for one in several),
        errors=sum(one.errors for one in several),
        bytes=sum(one.bytes for one in several),
        balance=total(one.balance for one in several),
        seconds=min(one.seconds for one in several),
        memory=min(one.memory for one in several),
    )


def part(out: str, name: str) -> Part | None:
    """A part that is there, by its footer."""
    try:
        with storage.open_for_reading(path_of(out, name)) as stream:
            import pyarrow.parquet as pq  # noqa: PLC0415 - 200 ms and 80 MB that a driver needs for no new part

            footer: Any = pq.ParquetFile(stream).metadata
            size = stream.seek(0, 2)
    except FileNotFoundError:
        return part(out, name) if _revived(out, name) else None
    return structs.replace(json.decode(footer.metadata[b"part"], type=Part), bytes=size)


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
    """Write the manifest, put aside what it does not name, and sweep what killed runs left half written."""
    _put_aside(out, {one.name for one in manifest.parts})
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
    from auditor.corpus.running.columns import opened  # noqa: PLC0415

    for path in files(out):
        with storage.open_for_reading(path) as stream:
            for batch in opened(stream, _ROWS):
                for row in batch.to_pylist():
                    yield row | {"metrics": dict(row["metrics"]), "fields": dict(row["fields"])}


def _put_aside(out: str, named: set[str]) -> None:
    """Whoever reads `parts/*.parquet` reads this run and no other."""
    folder = storage.join(out, "parts")
    for path in storage.children(folder):
        name = path.rpartition("/")[2].removesuffix(".parquet")
        if path.endswith(".parquet") and name not in named:
            storage.move(path, _older(out, name))
    if not storage.is_remote(out):
        for name in named:  # another run may have put it aside
            if not storage.exists(path_of(out, name)):
                _revived(out, name)


def _revived(out: str, name: str) -> bool:
    """Whether a part that was put aside is back; in an object store it is made again, which is no more requests."""
    if storage.is_remote(out) or not storage.exists(_older(out, name)):
        return False
    storage.move(_older(out, name), path_of(out, name))
    return storage.exists(path_of(out, name))


def _older(out: str, name: str) -> str:
    return storage.join(out, "older", f"{name}.parquet")


def _deaths(out: str, name: str) -> str:
    return storage.join(out, "deaths", f"{name}.json")
