"""What one source may take of time and memory, where the system can tell: Linux both, other Unix time, others neither.

Time is that of the processor, so that a busy machine fails no article. Memory is what is taken while the source is
read and judged, besides what the run holds already.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1_000_000
_HELD = Path("/proc/self/statm")
_DATA = 5  # its field, in pages
_SAID_NOTHING = ("without exception set", "without setting an exception")


class TooLongError(BaseException):
    """No `Exception`: that would be one rule's error, and the next rule would go on."""


@contextmanager
def limited(seconds: float, megabytes: int) -> Iterator[None]:
    """Hold what is done in the block to its limits; in other threads than the first nothing is limited.

    Raises:
        TooLongError: it takes longer.
        MemoryError: it takes more.
    """
    if not resource or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if held := _held():
        _allow(held + megabytes * _MEGABYTE, before)
    former = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except SystemError as error:  # what is written in C may fail for want of memory, and not say why
        if held and any(said in str(error) for said in _SAID_NOTHING):
            raise MemoryError from error
        raise
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
        if held:
            resource.setrlimit(resource.RLIMIT_DATA, before)


def _held() -> int:
    """Bytes of data of this process; 0 where the system does not tell."""
    try:
        return int(_HELD.read_text("ascii").split()[_DATA]) * resource.getpagesize()
    except OSError:
        return 0


def _allow(most: int, before: tuple[int, int]) -> None:
    known = [limit for limit in before if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min([most, *known]), before[1]))


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise TooLongError
