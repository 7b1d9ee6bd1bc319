"""Readers of inputs. Each is a module with two functions:

- `starts(path, documents)`: the positions where shards of about so many documents begin; the first is 0. What cannot
  be read ends the list and raises nothing: whoever reads the last shard finds the same place and says so.
- `read(path, start, end, settings)`: the items from one position to another. Where the input breaks, an item with
  `error` names the place; nothing is passed over in silence.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from msgspec import Struct

from auditor.corpus.read import storage
from auditor.corpus.read.shard import Shard
from auditor.corpus.settings import Settings


class Item(Struct, frozen=True, kw_only=True):
    """One document as it stands in its input, or why it cannot be had."""

    id: str
    data: bytes | str = b""
    url: str | None = None
    name: str = ""  # its suffix tells the format
    encoding: str | None = None  # that the transport declared
    error: str = ""


def starts(kind: str, path: str, documents: int) -> list[int]:
    return list(_reader(kind).starts(path, documents)) or [0]


def read(shard: Shard, settings: Settings) -> Iterator[Item]:
    """The items of a shard in their order. Whatever its reader raises is the last item's error."""
    place = shard.path
    try:
        if shard.kind == "files":
            yield from _reader("files").read(shard.files or (shard.path,), settings)
        else:
            for item in _reader(shard.kind).read(shard.path, shard.start, shard.end, settings):
                place = item.id
                yield item
    except (ImportError, storage.StoreError):
        raise
    except Exception as error:  # noqa: BLE001 - hostile input; the rest of the corpus must not suffer
        yield Item(id=f"{shard.path}#broken", error=f"cannot be read after {place}: {type(error).__name__}: {error}")


def _reader(kind: str) -> Any:
    return import_module(f"auditor.corpus.read.{kind}")
