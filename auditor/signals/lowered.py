"""Which blocks hold a string."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from auditor.model import Block


class Lowered:
    """Blocks in one lower-case string, to find quickly which of them hold something."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        lowered = [block.text.lower() for block in blocks]
        self._text = "\n".join(lowered)
        self._borders = list(accumulate((len(text) + 1 for text in lowered), initial=0))
        self._holding: dict[str, frozenset[int]] = {}

    def holding(self, needle: str) -> frozenset[int]:
        """Where the blocks start whose text holds a lower-case string."""
        if needle not in self._holding:
            found, at = set(), self._text.find(needle)
            while at >= 0:
                block = bisect_right(self._borders, at) - 1
                found.add(self.blocks[block].start)
                at = self._text.find(needle, self._borders[block + 1])
            self._holding[needle] = frozenset(found)
        return self._holding[needle]
