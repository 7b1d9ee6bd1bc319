"""Intervals of one text."""

from collections.abc import Iterable


def apart(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Intervals in their order; of those that overlap the first and longest."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(intervals, key=lambda found: (found[0], -found[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
