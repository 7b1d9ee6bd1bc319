"""Pages of files that did not change, kept between runs.

One entry for each file and way of asking, replaced when the file changes, so that the cache grows with the files and
not with the runs. An entry is stamped with everything that decided what the page says, and sealed with a key of the
user's: the folder often lies in a checkout, and a repository must not bring its own verdicts along.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import time

import msgspec
from msgspec import Struct

from auditor import installed
from auditor.expressions import late
from auditor.fingerprint import fingerprint, rule_files
from auditor.gate.files import replace
from auditor.hashes import blake2b, compare_digest
from auditor.prepared import prepared, rules_folder
from auditor.reporters.page import Page

NAME = ".auditor_cache"
_STAMP = 32  # bytes
_CHECK = 16
_KEY = 32
_NAMED = late("[0-9a-f]{38}")  # entries; whatever else lies in the folder is somebody's
_DAY = 86_400.0  # seconds
_KEPT = 30 * _DAY


class Cache(Struct, frozen=True):
    """A folder of entries that can be lost at any time. Several runs may use it at once: entries are replaced whole."""

    folder: Path
    state: str  # of the code and of the cards
    key: bytes

    def get(self, slot: bytes, stamp: bytes) -> Page | None:
        """The page under a slot, if it was kept under this stamp and is whole."""
        file = self._file(slot)
        try:
            entry = file.read_bytes()
        except OSError:
            return None
        self._used(file)
        payload = entry[_STAMP + _CHECK :]
        if not compare_digest(entry[: _STAMP + _CHECK], stamp + self._seal(slot, stamp, payload)):
            return None
        try:
            return msgspec.msgpack.decode(payload, type=Page)
        except msgspec.MsgspecError:
            return None

    def put(self, slot: bytes, stamp: bytes, page: Page) -> None:
        """Keep a page; where it cannot be written, the next run audits again."""
        payload = msgspec.msgpack.encode(page)
        file = self._file(slot)
        try:
            self._prepare(file.parent)
            replace(file, stamp + self._seal(slot, stamp, payload) + payload)
        except OSError:
            return

    def sweep(self, now: float) -> None:
        """Once a day drop what no run has asked for in a month: pages of files that were renamed or deleted."""
        mark = self.folder / ".gitignore"  # there in every cache, and its time says when it was swept
        try:
            if abs(now - mark.stat().st_mtime) < _DAY:  # a time to come was written before the clock was set back
                return
            os.utime(mark)
            for file in self.folder.glob("??/*"):
                own = _NAMED.fullmatch(file.name) and not file.parent.is_symlink()
                if own and abs(now - file.stat().st_mtime) > _KEPT:
                    file.unlink(missing_ok=True)
        except OSError:
            return

    def stamp(self, *parts: bytes) -> bytes:
        return _digest(_STAMP, [self.state.encode(), *parts])

    def _seal(self, *parts: bytes) -> bytes:
        return _digest(_CHECK, parts, self.key)

    def _used(self, file: Path) -> None:
        """So that a sweep leaves it; at most once a day, as it costs as much as reading the entry."""
        try:
            if abs(time() - file.stat().st_mtime) > _DAY:
                os.utime(file)
        except OSError:
            return

    def _prepare(self, folder: Path) -> None:
        if folder.is_symlink():
            raise OSError(f"{folder} leads elsewhere")
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            ignored = self.folder / ".gitignore"
            if not ignored.exists():
                replace(ignored, b"# Made by auditor.\n*\n")

    def _file(self, slot: bytes) -> Path:
        name = slot.hex()
        return self.folder / name[:2] / name[2:]


def slot(*parts: bytes) -> bytes:
    """Where a page is kept: what is asked about which file."""
    return _digest(20, parts)


def state(rule_folders: Iterable[Path]) -> str:
    """A hash of the package, of cards and lexicons, of the Python version and of the installed distributions."""
    own = fingerprint(rule_files(folder for folder in rule_folders if folder != rules_folder()))
    verbs = fingerprint((path.name, path.read_bytes()) for path in installed.sources())
    parts = (sys.version, *_distributions(), prepared("state", str, _shipped), own, verbs)
    return _digest(_STAMP, (part.encode() for part in parts)).hex()


def _shipped() -> str:
    """A hash of what the package holds, whenever and wherever it was installed."""
    package = Path(__file__).parent.parent
    parts = [fingerprint(rule_files((rules_folder(),))).encode()]
    for path in _sources(package):
        parts += [path.relative_to(package).as_posix().encode("utf-8", "surrogateescape"), path.read_bytes()]
    return _digest(_STAMP, parts).hex()


def _distributions() -> list[str]:
    """Those that are installed beside msgspec: other versions of a dependency may read a page differently."""
    with os.scandir(Path(msgspec.__file__).parent.parent) as beside:
        return sorted(entry.name for entry in beside if entry.name.endswith(".dist-info"))


def _sources(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".txt", ".yml") and path.is_file())


def key() -> bytes | None:
    """The user's key, made when there is none yet; None where it can neither be read nor kept.

    It is in `$XDG_CACHE_HOME/auditor` or `~/.cache/auditor`, on Windows in `%LOCALAPPDATA%`. A CI system that keeps the
    cache between jobs keeps this folder with it.
    """
    file = _home() / "key"
    try:
        if not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            made = file.with_name(f"key.{os.getpid()}")
            made.touch(0o600)
            made.write_bytes(os.urandom(_KEY))
            made.replace(file)
        found = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return found if len(found) == _KEY else None


def _home() -> Path:
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / ".cache") / "auditor"


def _digest(size: int, parts: Iterable[bytes], key: bytes = b"") -> bytes:
    made = blake2b(digest_size=size, key=key)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()
