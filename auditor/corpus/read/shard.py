"""A piece of an input, and what kind of input a name promises."""

from pathlib import PurePosixPath

from msgspec import Struct, json

from auditor.corpus.read import storage
from auditor.corpus.settings import digest
from auditor.parsing.sniff import SUFFIXES as _ARTICLES

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
        state = state_of(path)
        return cls(path=path, kind=kind(path), size=state.size, tag=state.tag, weight=max(0, state.size))

    def part(self, settings: str) -> str:
        """The name of its part, from input, state of the input and the fingerprint of the settings."""
        place = json.encode([self.path, self.kind, self.start, self.end, self.size, self.tag, self.files])
        return digest(place, settings)


def kind(path: str) -> str:
    """Which reader takes a path: `warc`, `jsonl`, `parquet`, `archive`; `files` for everything else."""
    name = PurePosixPath(path).name.lower()
    return next((found for suffix, found in _KINDS.items() if name.endswith(suffix)), "files")


def is_input(name: str) -> bool:
    """Whether a walk through folders takes it."""
    return kind(name) != "files" or is_article(name)


def is_article(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _ARTICLES


def state_of(path: str) -> storage.Identity:
    """Size and tag of an input; -1 and none where it cannot be asked."""
    try:
        return storage.identity(path)
    except OSError:
        return storage.Identity(-1, "")
