"""What a set of rules is told by: for reports, for the cache, for a corpus that goes on."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.hashes import blake2b

_READ = (".yml", ".txt")  # cards, what dimensions say of themselves, lexicons


def rule_files(folders: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """All that decides what the rules of some folders say: the name of each file, and what stands in it."""
    for folder in folders:
        for path in sorted(folder.glob("*/*")):
            if path.suffix in _READ and path.is_file():
                yield path.relative_to(folder).as_posix(), path.read_bytes()


def fingerprint(parts: Iterable[tuple[str, bytes]], size: int = 32) -> str:
    """A hash of names and contents, as hexadecimal digits of that many bytes."""
    made = blake2b(digest_size=size)
    for name, data in parts:
        for part in (name.encode("utf-8", "surrogateescape"), data):
            made.update(len(part).to_bytes(8, "big"))
            made.update(part)
    return made.hexdigest()
