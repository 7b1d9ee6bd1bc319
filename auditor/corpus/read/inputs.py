"""Inputs, cut into shards of about a thousand documents."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec import Struct, structs

from auditor.corpus import read as readers
from auditor.corpus.read.naming import Passed, names
from auditor.corpus.read.shard import Shard, kind, state_of
from auditor.corpus.settings import digest

DOCUMENTS = 1_000  # of one shard: a kill costs at most the work on so many

Piece = tuple[str, ...]  # what is cut by itself: one input that holds documents, or a shard's number of files


def shards(
    inputs: Iterable[str], documents: int = DOCUMENTS, *, rank: int = 0, world: int = 1, base: str = ""
) -> Iterator[Shard]:
    """Cut inputs into shards, one after another and always in the same way.

    Args:
        inputs: files (WARC, ARC, WET, WACZ, JSON Lines, Parquet, zip, tar, articles), folders of them, patterns,
            `@list` for a file that names one input a line; local or with a scheme that fsspec knows.
        documents: about how many of them a shard holds.
        rank: of `world` workers that share the inputs, the one whose shards are wanted; only its inputs are read.
        base: what relative lines of lists are meant from; the folder of the list when absent.

    An input that cannot be read is a shard, too: its part says why.
    """
    every = pieces(inputs, documents, base=base)
    return chain.from_iterable(cut(piece, documents) for piece in islice(every, rank, None, world))


class Amount(Struct, frozen=True):
    """How much there is to do."""

    bytes: int = 0
    documents: int = 0  # where each input is one; 0 where some hold many


def size(inputs: Iterable[str], base: str = "") -> int:
    """Bytes of all inputs."""
    return amount(inputs, base).bytes


def amount(inputs: Iterable[str], base: str = "") -> Amount:
    """Of all inputs, none of which is opened."""
    total, files, known = 0, 0, True
    for path in names(inputs, Passed(), base):
        total += max(0, state_of(path).size)
        files += 1
        known = known and kind(path) == "files"
    return Amount(total, files if known else 0)


def pieces(inputs: Iterable[str], documents: int, passed: Passed | None = None, base: str = "") -> Iterator[Piece]:
    """Inputs by their names; none of them is opened."""
    loose: list[str] = []
    for path in names(inputs, Passed() if passed is None else passed, base):
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


def _files(paths: Piece) -> Shard:
    states = [state_of(path) for path in paths]
    size = sum(max(0, state.size) for state in states)
    tag = digest(*(f"{state.size} {state.tag}" for state in states))
    return Shard(path=paths[0], kind="files", files=paths, size=size, tag=tag, weight=size)
