"""Readers of inputs. Each is a module with two functions:

- `starts(path, documents)`: the positions where shards of about so many documents begin; the first is 0. What cannot
  be read ends the list and raises nothing: whoever reads the last shard finds the same place and says so.
- `read(path, start, end, settings, tally)`: the items from one position to another, one for each record that `tally`
  counts. Where the input breaks, an item with `error` names the place, and what is no document is an item that says
  why; nothing is passed over in silence.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import structs

from auditor.corpus.read import storage
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.read.naming import readable
from auditor.corpus.read.shard import Shard
from auditor.corpus.settings import Settings

__all__ = ["Item", "Tally", "read", "starts"]


def starts(kind: str, path: str, documents: int) -> list[int]:
    found: list[int] = []
    try:
        found.extend(_reader(kind).starts(path, documents))
    except (ImportError, storage.StoreError):
        raise
    except Exception:  # noqa: BLE001 - hostile input; whoever reads the shard says what is wrong there
        return found or [0]
    return found or [0]


def read(shard: Shard, settings: Settings, tally: Tally | None = None) -> Iterator[Item]:
    """The items of a shard in their order. Whatever its reader raises is the last item's error."""
    place, counted, handed = shard.path, tally or Tally(), 0
    try:
        for item in _items(shard, settings, counted):
            place = item.id
            yield _encodable(item)
            handed += 1
    except (ImportError, storage.StoreError):
        raise
    except Exception as error:  # noqa: BLE001 - hostile input; the rest of the corpus must not suffer
        counted.records = max(counted.records, handed + 1)  # the record that it was at, if it was at one
        said = f"cannot be read after {place}: {type(error).__name__}: {error}"
        yield _encodable(Item(id=f"{shard.path}#broken", position=-1, error=said))


def _items(shard: Shard, settings: Settings, tally: Tally) -> Iterator[Item]:
    if shard.kind == "files":
        from auditor.corpus.read import files  # noqa: PLC0415 - as the others

        return iter(files.read(shard.files or (shard.path,), settings, tally))
    return iter(_reader(shard.kind).read(shard.path, shard.start, shard.end, settings, tally))


def _encodable(item: Item) -> Item:
    """Names of files and members may hold bytes that are no text, which no row can hold."""
    given = {name: getattr(item, name) for name in _NAMES}
    odd = {name: readable(text) for name, text in given.items() if text and not text.isascii()}
    return structs.replace(item, **odd) if odd else item


_NAMES = ("id", "url", "source", "error", "crawled", "truncated")


class _Reader(Protocol):
    def starts(self, path: str, documents: int, /) -> Iterable[int]: ...

    def read(self, path: str, start: int, end: int | None, settings: Settings, tally: Tally, /) -> Iterator[Item]: ...


def _reader(kind: str) -> _Reader:
    """The reader of a kind of input, imported when the first of it is met: each needs packages of its own."""
    match kind:
        case "warc":
            from auditor.corpus.read import warc  # noqa: PLC0415

            return warc
        case "jsonl":
            from auditor.corpus.read import jsonl  # noqa: PLC0415

            return jsonl
        case "archive":
            from auditor.corpus.read import archive  # noqa: PLC0415

            return archive
        case _:
            from auditor.corpus.read import parquet  # noqa: PLC0415

            return parquet
