"""Marks that say where a text comes from."""

_NOTE = "a mark of its provenance (C2PA) stands in the text; it was not verified"


def _selector(byte: int) -> str:
    """The variation selector that stands for a byte."""
    return chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16)


# So begins a C2PA manifest in plain text: a byte-order mark, then the wrapper's magic number, a selector for a byte.
_MANIFEST = "\ufeff" + "".join(map(_selector, b"C2PATXT\0"))


def notes(source: str) -> tuple[str, ...]:
    """What there is to know of such marks. No reader sees them, and no rule holds them against a text."""
    return (_NOTE,) if _MANIFEST in source else ()
