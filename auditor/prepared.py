"""What is made of the files of this package, made once and kept as Python keeps compiled modules.

It lies in `__pycache__`, or where `PYTHONPYCACHEPREFIX` says, and `PYTHONDONTWRITEBYTECODE` holds for it, too: whoever
can put something there can put code there. It counts for the very files that it was made of.
"""

import os
import sys
from collections.abc import Callable
from functools import cache, cached_property
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from auditor.hashes import blake2b

_T = TypeVar("_T")
_STAMP = 32  # bytes
_MADE_OF = (".py", ".yml", ".txt", ".tsv")


def prepared(name: str, shape: type[_T], make: Callable[[], _T], also: str = "") -> _T:
    """What `make` gives, or what it gave before, as long as no file of the package, nor `also`, has changed."""
    try:
        file, stamp = _file(name), _stamp()
        stamp = blake2b(stamp + also.encode("utf-8", "surrogateescape"), digest_size=_STAMP).digest() if also else stamp
        found = file.read_bytes() if file.is_file() else b""
        if found[:_STAMP] == stamp:
            return msgspec.msgpack.decode(memoryview(found)[_STAMP:], type=shape)  # megabytes, which are not copied
    except (OSError, NotImplementedError, msgspec.MsgspecError):
        return make()  # it cannot be kept, or it is broken
    made = make()
    if not sys.dont_write_bytecode:
        _keep(file, stamp + msgspec.msgpack.encode(made))
    return made


class Growing(Generic[_T]):
    """What is derived of texts in modules, cards and word lists; each run adds what nobody had needed before.

    A run needs a few hundred of ten thousand, so they are not made beforehand. No text of a page comes here.
    """

    all: ClassVar[list["Growing[Any]"]] = []

    def __init__(self, name: str, shape: type[_T], most: int = 20_000) -> None:
        self.name, self.most = name, most
        self.new: dict[str, _T] = {}
        self._decode = msgspec.msgpack.Decoder(shape).decode
        self.all.append(self)

    @cached_property
    def kept(self) -> dict[str, msgspec.Raw]:
        """Each is read when it is asked for."""
        return prepared(self.name, dict[str, msgspec.Raw], dict)

    def of(self, text: str, derive: Callable[[str], _T]) -> _T:
        if text in self.new:
            return self.new[text]
        if (known := self.kept.get(text)) is not None:
            try:
                return self._decode(known)
            except msgspec.MsgspecError:  # the file is damaged
                pass
        made = self.new[text] = derive(text)
        return made

    def keep(self) -> None:
        """For the runs to come; what grows too large begins again."""
        if not self.new or sys.dont_write_bytecode:
            return
        every: dict[str, Any] = self.kept | self.new
        try:
            _keep(_file(self.name), _stamp() + msgspec.msgpack.encode(every if len(every) <= self.most else self.new))
        except (OSError, NotImplementedError):
            return


def keep_derived() -> None:
    """Keep what this run has derived first."""
    for one in Growing.all:
        one.keep()


def rules_folder() -> Path:
    """Where the shipped cards are: inside an installed package, beside it in a source tree."""
    package = Path(__file__).parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def _file(name: str) -> Path:
    return Path(cache_from_source(str(Path(__file__).parent / f"{name}.py"))).with_suffix(".msgpack")


def _keep(file: Path, data: bytes) -> None:
    """Whole or not at all, and not at all where nothing can be written."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        aside.replace(file)
    except OSError:
        return


@cache
def _stamp() -> bytes:
    """The names, sizes and times of all files of the package: what `make` does is as much a source as what it reads."""
    package, rules = str(Path(__file__).parent), str(rules_folder())
    beside = [] if rules.startswith(package + os.sep) else _states(rules)
    parts = (sys.version, msgspec.__version__, *_states(package), *beside)
    return blake2b("\0".join(parts).encode("utf-8", "surrogateescape"), digest_size=_STAMP).digest()


def _states(folder: str) -> list[str]:
    """Of each folder its path, and of each file its name, size and time."""
    found, below = list[str](), list[str]()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_MADE_OF):
                state = entry.stat()
                found.append(f"{entry.name}\0{state.st_size}\0{state.st_mtime_ns}")
            elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
    return [folder, *sorted(found), *(one for path in sorted(below) for one in _states(path))]
