"""Inputs, cut into shards of about a thousand documents."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct, json, structs

from auditor.corpus import readers, storage
from auditor.corpus.settings import digest

DOCUMENTS = 1_000  # of one shard: a kill costs at most the work on so many


class Shard(Struct, frozen=True, kw_only=True):
    """A piece of an input: `[start, end)` in its reader's own positions, or a list of files.

    Positions are bytes of the file for WARC and plain JSON Lines, bytes after decompression for compressed JSON Lines,
    rows for Parquet, members for archives. `end` None: to the end of the file.
    """

    path: str
    kind: str  # warc, jsonl, parquet, archive, files
    start: int = 0
    end: int | None = None
    size: int = -1  # bytes of the input; -1: it could not be asked
    tag: str = ""  # time of change or ETag
    files: tuple[str, ...] = ()
    weight: float = 0  # bytes of the input that it stands for: a measure of what is left

    @classmethod
    def whole(cls, path: str) -> "Shard":
        """A whole input as one shard."""
        kind, state = readers.kind(path), _state(path)
        return cls(path=path, kind=kind, size=state.size, tag=state.tag, weight=max(0, state.size))

    def part(self, settings: str) -> str:
        """The name of its part, from input, state of the input and the fingerprint of the settings."""
        place = json.encode([self.path, self.kind, self.start, self.end, self.size, self.tag, self.files])
        return digest(place, settings)


def shards(inputs: Iterable[str], documents: int = DOCUMENTS) -> Iterator[Shard]:
    """Cut inputs into shards, one after another and always in the same way.

    Args:
        inputs: files (`.warc .warc.gz .jsonl .jsonl.gz .jsonl.zst .parquet .zip .tar .tar.gz`, articles), folders of
            them, `@list` for a file that names one input a line; local or with a scheme that fsspec knows.
        documents: about how many of them a shard holds.

    An input that cannot be read is a shard, too: its part says why.
    """
    loose: list[str] = []
    for path in chain.from_iterable(map(_named, inputs)):
        if readers.kind(path) == "files":
            loose.append(path)
            if len(loose) == documents:
                yield _files(loose)
                loose = []
        else:
            yield from _cut(path, documents)
    if loose:
        yield _files(loose)


def size(inputs: Iterable[str]) -> int:
    """Bytes of all inputs."""
    return sum(max(0, _state(path).size) for path in chain.from_iterable(map(_named, inputs)))


def _named(given: str) -> Iterator[str]:
    if given.startswith("@"):
        listed = storage.read(given[1:]).decode("utf-8", "surrogateescape")
        yield from (line.strip() for line in listed.splitlines() if line.strip())
    elif storage.is_remote(given):
        yield given
    elif Path(given).is_dir():
        yield from _walk(given)
    else:
        yield given


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        wanted = sorted(name for name in names if not name.startswith(".") and readers.is_input(name))
        yield from (os.path.join(place, name) for name in wanted)  # noqa: PTH118 - millions of them


def _cut(path: str, documents: int) -> Iterator[Shard]:
    whole = Shard.whole(path)
    if whole.size < 0:
        yield whole
        return
    starts = list(readers.starts(whole.kind, path, documents))
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield structs.replace(whole, start=start, end=end, weight=whole.size / len(starts))


def _files(paths: list[str]) -> Shard:
    states = [_state(path) for path in paths]
    size = sum(max(0, state.size) for state in states)
    tag = digest(*(f"{state.size} {state.tag}" for state in states))
    return Shard(path=paths[0], kind="files", files=tuple(paths), size=size, tag=tag, weight=size)


def _state(path: str) -> storage.Identity:
    try:
        return storage.identity(path)
    except OSError:
        return storage.Identity(-1, "")
