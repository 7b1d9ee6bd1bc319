"""Inputs, cut into shards of about a thousand documents."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec import structs

from auditor.corpus import read as readers
from auditor.corpus.read import storage
from auditor.corpus.read.shard import Shard, is_input, kind, state_of
from auditor.corpus.settings import digest

DOCUMENTS = 1_000  # of one shard: a kill costs at most the work on so many

Piece = tuple[str, ...]  # what is cut by itself: one input that holds documents, or a shard's number of files


def shards(inputs: Iterable[str], documents: int = DOCUMENTS, *, rank: int = 0, world: int = 1) -> Iterator[Shard]:
    """Cut inputs into shards, one after another and always in the same way.

    Args:
        inputs: files (`.warc .warc.gz .jsonl .jsonl.gz .jsonl.zst .parquet .zip .tar .tar.gz`, articles), folders of
            them, `@list` for a file that names one input a line; local or with a scheme that fsspec knows.
        documents: about how many of them a shard holds.
        rank: of `world` workers that share the inputs, the one whose shards are wanted; only its inputs are read.

    An input that cannot be read is a shard, too: its part says why.
    """
    return chain.from_iterable(cut(piece, documents) for piece in islice(pieces(inputs, documents), rank, None, world))


def size(inputs: Iterable[str]) -> int:
    """Bytes of all inputs."""
    return sum(max(0, state_of(path).size) for path in chain.from_iterable(map(_named, inputs)))


def pieces(inputs: Iterable[str], documents: int) -> Iterator[Piece]:
    """Inputs by their names; none of them is opened."""
    loose: list[str] = []
    for path in chain.from_iterable(map(_named, inputs)):
        if kind(path) != "files":
            yield (path,)
            continue
        loose.append(path)
        if len(loose) == documents:
            yield tuple(loose)
            loose = []
    if loose:
        yield tuple(loose)


def cut(piece: Piece, documents: int) -> Iterator[Shard]:
    """The shards of a piece, in the order of their documents."""
    whole = Shard.whole(piece[0])
    if whole.kind == "files":
        yield _files(piece)
    elif whole.size < 0:
        yield whole
    else:
        starts = list(readers.starts(whole.kind, whole.path, documents))
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            yield structs.replace(whole, start=start, end=end, weight=whole.size / len(starts))


def _named(given: str) -> Iterator[str]:
    if given.startswith("@"):
        listed = storage.read(given[1:]).decode("utf-8", "surrogateescape")
        yield from (line.strip() for line in listed.splitlines() if line.strip())
    elif storage.is_remote(given):
        yield from filter(_is_wanted, storage.under(given)) if given.endswith("/") else [given]
    elif storage.local(given).is_dir():
        yield from _walk(str(storage.local(given)))
    else:
        yield given


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(filter(_is_wanted, names)))  # noqa: PTH118 - millions


def _is_wanted(name: str) -> bool:
    return not name.rpartition("/")[2].startswith(".") and is_input(name)


def _files(paths: Piece) -> Shard:
    states = [state_of(path) for path in paths]
    size = sum(max(0, state.size) for state in states)
    tag = digest(*(f"{state.size} {state.tag}" for state in states))
    return Shard(path=paths[0], kind="files", files=paths, size=size, tag=tag, weight=size)
