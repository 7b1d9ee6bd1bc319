"""Dictionaries inside frozen records: as frozen, and as hashable, as what they stand in."""

from collections.abc import Mapping
from typing import Any, NoReturn


class Frozen(dict[str, Any]):
    """A dictionary that stays what it was made as; to JSON and to `==` it is one like any other."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Any, ...]:
        return Frozen, (dict(self),)

    def _refused(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("results cannot be changed; make a dictionary of your own: dict(...)")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refused


def frozen(value: Any) -> Any:
    """A value out of which nothing can be changed: dictionaries are frozen, lists become tuples, in any depth."""
    if isinstance(value, Frozen | str):
        return value
    if isinstance(value, Mapping):
        return Frozen({key: frozen(one) for key, one in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value
