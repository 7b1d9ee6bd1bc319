"""Columns of lists as flat values and where each list begins: many rows are reckoned with at once."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

Numbers = np.ndarray[Any, Any]


class Lists(Struct, frozen=True):
    """`flat[starts[i] : starts[i + 1]]` is list number i."""

    flat: Any
    counts: Numbers
    starts: Numbers

    @classmethod
    def of(cls, column: Any) -> "Lists":
        whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        counts = pc.fill_null(pc.list_value_length(whole), 0).to_numpy(zero_copy_only=False).astype(np.int64)
        return cls(whole.flatten(), counts, begins(counts))

    @property
    def owners(self) -> Numbers:
        """Of each value the number of its list."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def sums(self, values: Numbers) -> Numbers:
        """For each list the sum of one number for each of its values."""
        running = begins(values)
        return running[self.starts[1:]] - running[self.starts[:-1]]


def begins(counts: Numbers) -> Numbers:
    """Where lists of these lengths begin, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))


def listed(counts: Numbers, flat: Any, kind: Any) -> Any:
    """An Arrow column of lists."""
    return pa.ListArray.from_arrays(pa.array(begins(counts), pa.int32()), flat, type=kind)


def replaced(structs: Any, **columns: Any) -> Any:
    """Structs with some fields exchanged."""
    kind = structs.type
    held = [columns.get(field.name, structs.field(i)) for i, field in enumerate(kind)]
    return pa.StructArray.from_arrays(held, fields=list(kind))


def numbers(column: Any) -> Numbers:
    found: Numbers = column.to_numpy(zero_copy_only=False)
    return found
