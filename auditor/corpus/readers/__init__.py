"""Readers of inputs. Each is a module with two functions:

- `starts(path, documents)`: the positions where shards of about so many documents begin; the first is 0. What cannot
  be read ends the list and raises nothing: whoever reads the last shard finds the same place and says so.
- `read(path, start, end, settings)`: the items from one position to another. Where the input breaks, an item with
  `error` names the place; nothing is passed over in silence.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from auditor.parsing.sniff import SUFFIXES as _ARTICLES

if TYPE_CHECKING:
    from auditor.corpus.inputs import Shard
    from auditor.corpus.settings import Settings

_KINDS = {
    ".warc": "warc",
    ".warc.gz": "warc",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".zip": "archive",
    ".tar": "archive",
    ".tar.gz": "archive",
    ".tgz": "archive",
}


class Item(Struct, frozen=True, kw_only=True):
    """One document as it stands in its input, or why it cannot be had."""

    id: str
    data: bytes | str = b""
    url: str | None = None
    name: str = ""  # its suffix tells the format
    encoding: str | None = None  # that the transport declared
    error: str = ""


def kind(path: str) -> str:
    """Which reader takes a path: `warc`, `jsonl`, `parquet`, `archive`; `files` for everything else."""
    name = PurePosixPath(path).name.lower()
    return next((found for suffix, found in _KINDS.items() if name.endswith(suffix)), "files")


def is_input(name: str) -> bool:
    """Whether a walk through folders takes it."""
    return kind(name) != "files" or is_article(name)


def is_article(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _ARTICLES


def starts(kind: str, path: str, documents: int) -> list[int]:
    return list(_reader(kind).starts(path, documents)) or [0]


def read(shard: "Shard", settings: "Settings") -> Iterator[Item]:
    """The items of a shard in their order. Whatever its reader raises is the last item's error."""
    place = shard.path
    try:
        if shard.kind == "files":
            yield from _reader("files").read(shard.files or (shard.path,), settings)
        else:
            for item in _reader(shard.kind).read(shard.path, shard.start, shard.end, settings):
                place = item.id
                yield item
    except ImportError:
        raise
    except Exception as error:  # noqa: BLE001 - hostile input; the rest of the corpus must not suffer
        yield Item(id=f"{shard.path}#broken", error=f"cannot be read after {place}: {type(error).__name__}: {error}")


def _reader(kind: str) -> Any:
    return import_module(f"auditor.corpus.readers.{kind}")
