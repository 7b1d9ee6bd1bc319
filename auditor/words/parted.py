"""Tables of texts, kept in parts and read as far as they are asked for: a short text has few of 20,000 entries."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Raw, msgpack

_HEAD = 2  # letters by which entries are kept together
_OFTEN = 2_000  # words and sentences; an article asks for a few hundred
_T = TypeVar("_T")


class Parted(Mapping[str, _T]):
    """A table whose parts are decoded when one of their entries is asked for.

    Args:
        often: the number of look-ups after which the rest is read, too. So many come from several texts, and to ask
            whether a part has been read costs more than a look-up.
    """

    def __init__(self, parts: Mapping[str, Raw], shape: Any, often: int = _OFTEN) -> None:
        self._unread, self._known = dict(parts), dict[str, _T]()
        self._often = often
        self._decode = msgpack.Decoder(dict[str, shape]).decode

    def read_for(self, entries: Iterable[str]) -> Mapping[str, _T]:
        """What has been read: these entries and those that are kept with them."""
        if self._unread:
            self._read({entry[:_HEAD] for entry in entries})
        return self._known

    def __getitem__(self, entry: str) -> _T:
        if self._unread and entry not in self._known:
            self._read((entry[:_HEAD],))
        return self._known[entry]

    def get(self, entry: str, default: Any = None) -> Any:
        """Without an error that is caught: most of what is asked for is in no table."""
        if self._unread and entry not in self._known:
            self._read((entry[:_HEAD],))
        return self._known.get(entry, default)

    def items(self) -> ItemsView[str, _T]:
        return self._whole.items()

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    def __contains__(self, entry: object) -> bool:
        if self._unread and isinstance(entry, str):
            self._read((entry[:_HEAD],))
        return entry in self._known

    def __bool__(self) -> bool:
        return bool(self._unread or self._known)

    @property
    def _whole(self) -> dict[str, _T]:
        self._read(tuple(self._unread))
        return self._known

    def _read(self, heads: Iterable[str]) -> None:
        self._often -= 1
        for head in heads if self._often >= 0 else tuple(self._unread):
            if part := self._unread.pop(head, None):
                self._known |= self._decode(part)


def parted(table: Mapping[str, Any]) -> dict[str, Raw]:
    """The parts of a table, as they are kept."""
    parts: dict[str, dict[str, Any]] = {}
    for entry, value in table.items():
        parts.setdefault(entry[:_HEAD], {})[entry] = value
    return {head: Raw(msgpack.encode(part)) for head, part in parts.items()}
