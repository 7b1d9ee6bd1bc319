"""The content of one compressed member of a file, read forward; a WARC has one for each record, or one for all."""

from collections.abc import Callable
from typing import IO, Any

from auditor.corpus.read.inflating import CHUNK, DamagedError


class Member:
    """Raises DamagedError from whatever reads the damaged place."""

    def __init__(self, stream: IO[bytes], window: bytes, new: Callable[[], Any], sip: int) -> None:
        """`window` is what was read of the stream from the member's first byte on."""
        self._stream, self._sip = stream, sip
        try:
            self._inflate = new()
        except ImportError:
            raise
        except Exception as error:  # a dictionary that is none
            raise DamagedError(str(error)) from error
        self._packed, self._held = window, b""
        self._at = 0  # of what is held: where reading goes on, so that a short line costs no copy of all behind it
        self.used = 0  # bytes of the file that were inflated
        self.passed = 0  # bytes of the content that were read
        self.is_cut = False  # the file ends before the member does

    @property
    def rest(self) -> bytes:
        """What was read of the stream and lies behind the member."""
        return self._packed

    def line(self, most: int = CHUNK) -> bytes:
        """The next line with its end, or the first bytes of one without an end."""
        while (found := self._held.find(b"\n", self._at)) < 0 and self._left < most and (fresh := self._more()):
            self._hold(self._held[self._at :] + fresh)
        return self._take(min(most, found + 1 - self._at if found >= 0 else self._left))

    def read(self, size: int) -> bytes:
        """So many bytes, fewer only where the member ends."""
        pieces, left = [self._take(size)], size
        left -= len(pieces[0])
        while left and (fresh := self._more()):
            self._hold(fresh)
            pieces.append(self._take(left))
            left -= len(pieces[-1])
        return b"".join(pieces)

    def skip(self, size: int) -> int:
        """Pass by so many bytes; how many there were."""
        left = size - len(self._take(size))
        while left and (fresh := self._more()):
            self._hold(fresh)
            left -= len(self._take(left))
        return size - left

    def drain(self) -> None:
        """Read on to the end, where the checksum of gzip stands."""
        self._take(self._left)
        while fresh := self._more():
            self.passed += len(fresh)

    def _take(self, size: int) -> bytes:
        taken = self._held[self._at : self._at + size]
        self._at += len(taken)
        self.passed += len(taken)
        return taken

    @property
    def _left(self) -> int:
        return len(self._held) - self._at

    def _hold(self, fresh: bytes) -> None:
        self._held, self._at = fresh, 0

    def _more(self) -> bytes:
        """Fresh bytes of the content, none at its end."""
        piece = b""
        while not piece and not self._inflate.eof:
            window = self._packed or self._stream.read(CHUNK)
            if not window:
                self.is_cut = True
                return b""
            data, self._packed = window[: self._sip], window[self._sip :]
            try:
                piece = self._inflate.decompress(data)
            except Exception as error:
                raise DamagedError(str(error)) from error
            rest = self._inflate.unused_data if self._inflate.eof else b""
            self.used += len(data) - len(rest)
            self._packed = rest + self._packed
        return piece
