"""A process that does nothing but our work: what its packages would hold ready for other work is left out.

Only for a worker and for a command. In a program of somebody else's all of this is for that program to decide.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_TRIM, _MAP = -1, -3  # M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h
_NEVER = 1 << 30


def make_lean() -> None:
    """Before NumPy and Arrow are imported."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads wait by turning, and nobody multiplies matrices
    with _without("pandas"), suppress(ImportError):  # whoever needs Arrow says what to install
        import pyarrow as pa  # noqa: PLC0415

        pa.scalar(0)  # now Arrow looks for pandas, and once only: .4 s and 40 MB for what nobody asks it


def keep_memory() -> None:
    """What was freed is used again, not given back: tables follow tables of the same size, and new pages are zeroed."""
    with suppress(ImportError):
        import pyarrow as pa  # noqa: PLC0415

        pa.set_memory_pool(pa.system_memory_pool())
    with suppress(AttributeError, OSError, TypeError):  # another C library than glibc
        libc = ctypes.CDLL(None)
        libc.mallopt(_TRIM, _NEVER)
        libc.mallopt(_MAP, _NEVER)


@contextmanager
def _without(package: str) -> Iterator[None]:
    """Whoever asks for this package hears that it is not installed."""

    class Absent:
        @staticmethod
        def find_spec(name: str, *_: Any) -> None:
            if name == package:
                raise ModuleNotFoundError(name, name=name)

    sys.meta_path.insert(0, Absent)
    try:
        yield
    finally:
        sys.meta_path.remove(Absent)
