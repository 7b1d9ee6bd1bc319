"""Bytes of any kind of file as the text that is read."""

from msgspec import Struct

from auditor.model import Format
from auditor.parsing import refused
from auditor.parsing.decode import decode


class Opened(Struct, frozen=True):
    text: str
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    format: Format | None = None  # where the bytes say it


def opened(data: bytes, charset: str | None = None, most: int | None = None) -> Opened:
    """Text out of bytes; `most`: characters of it that will be read.

    Raises:
        ValueError: they are no text, and no file that is read as one.
    """
    if reason := refused.of_bytes(data):
        from auditor.parsing import word  # noqa: PLC0415 - nearly all sources are text

        if not word.is_word(data):
            raise ValueError(reason)
        return Opened(word.as_html(data), None, (word.NOTE,), Format.DOCX)
    return Opened(*decode(data, charset, most))
