"""The word that somebody probably meant."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """`"; did you mean 'x'?"`, or nothing when no known name is at least 60% like the given one."""
    from rapidfuzz import process  # noqa: PLC0415 - needed only where something is wrong

    best = process.extractOne(name[:100], sorted(known), score_cutoff=60)
    return f"; did you mean {best[0]!r}?" if best else ""
