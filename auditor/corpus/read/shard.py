"""A piece of an input, and what kind of input a name promises."""

import re
from pathlib import PurePosixPath

from msgspec import Struct, json

from auditor.corpus.read import storage
from auditor.corpus.read.pages import kind_of
from auditor.corpus.settings import digest
from auditor.parsing.sniff import SUFFIXES as _ARTICLES

_PACKED = r"(?:\.(?:gz|zst|xz|bz2))?"
_DONE = r"(?:\.(?:open|bad|tmp|part|partial|done))?$"  # what crawlers add to names of files that they work on
_KINDS = (
    (re.compile(rf"\.w?arc(?:\.wet)?{_PACKED}{_DONE}"), "warc"),
    (re.compile(rf"\.wet{_PACKED}{_DONE}"), "warc"),
    (re.compile(rf"\.(?:jsonl|ndjson|json){_PACKED}$"), "jsonl"),
    (re.compile(r"\.parquet$"), "parquet"),
    (re.compile(r"\.(?:zip|wacz|tgz|tbz2?|txz|tar(?:\.(?:gz|bz2|xz))?)$"), "archive"),
)
_REFUSED = (
    (re.compile(rf"\.wat{_PACKED}$"), "WAT files tell about pages and hold none; give their WARC or WET files"),
    (re.compile(rf"\.cdxj?{_PACKED}$"), "an index of a crawl holds no page; give the files that it names"),
    (re.compile(rf"\.(?:csv|tsv|xlsx?|avro|orc|arrow|feather|sqlite3?|db|rar|7z|epub|docx?|pdf){_PACKED}$"), ""),
)  # fmt: skip
_READS = (
    "no kind of input that corpus reads; it reads WARC, ARC and WET, WACZ, JSON Lines, Parquet, zip and tar, "
    "and articles as HTML, Markdown or text"
)
# Suffixes of files of a site that are never pages: a walk does not open them.
OTHERS = re.compile(
    r"\.(?:css|m?js|map|json5?|xml|rss|atom|svgz?|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|"
    r"webm|og[gv]|wav|flac|avi|mov|pdf|docx?|xlsx?|pptx?|zip|rar|7z|exe|dmg|iso|py|pyc|c|h|cpp|java|rs|go|ts|tsx|sh|"
    r"ya?ml|toml|ini|cfg|lock|log)(?:\.(?:gz|br|zst|xz|bz2))?$",
    re.IGNORECASE,
)


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
    name = _name(path)
    return next((found for pattern, found in _KINDS if pattern.search(name)), "files")


def refusal(path: str) -> str:
    """Why an input of this name is not read; empty where it is."""
    name = _name(path)
    return next((said or _READS for pattern, said in _REFUSED if pattern.search(name)), "")


def is_input(name: str) -> bool:
    """Whether a walk through folders takes it."""
    return (kind(name) != "files" and not name.lower().endswith(".json")) or is_article(name)


def is_article(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.suffix in _ARTICLES or (path.suffix == ".gz" and PurePosixPath(path.stem).suffix in _ARTICLES)


def looks_like_input(head: bytes) -> bool:
    """Whether a file that begins so is a page."""
    return kind_of("", head).suffix == ".html"


def state_of(path: str) -> storage.Identity:
    """Size and tag of an input; -1 and none where it cannot be asked."""
    try:
        return storage.identity(path)
    except OSError:
        return storage.Identity(-1, "")


def _name(path: str) -> str:
    return PurePosixPath(path).name.lower().partition("?")[0]
