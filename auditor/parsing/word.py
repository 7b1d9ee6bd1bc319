"""Files of Word (.docx) as HTML, a block a line: line 7 is the seventh paragraph.

Headings, lists, tables, quotations, links, footnotes and comments keep what they are. Pictures are left out, and
nothing outside the file is opened.
"""

import re
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from auditor.expressions import late

MAGIC = b"PK\x03\x04"
NOTE = "a Word file: its lines are its paragraphs, headings and items, counted from the first"
_MOST = 64_000_000  # bytes that a file may hold unpacked; the longest novels take a tenth
_PACKED = {ZIP_STORED, ZIP_DEFLATED}  # what the format allows; others may unpack a gigabyte whatever size they state
_PART = "word/document.xml"
# A style by its English name, which every edition of Word writes into the file.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
comment-reference => sup
"""
# Before what a line begins. In the output of the converter `<` is always a tag.
_BLOCK = late(r"<(?:p|h[1-6]|li|dt)\b")
_COMMENTS = late(r'<dl>(?=<dt id="[^"]{0,40}comment-)')


def is_word(data: bytes) -> bool:
    """Whether bytes are a file of Word."""
    if not data.startswith(MAGIC):
        return False
    try:
        with ZipFile(BytesIO(data)) as file:
            return _PART in file.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def as_html(data: bytes) -> str:
    """The text of a file of Word.

    Raises:
        ValueError: it is damaged, or too large when unpacked.
    """
    _check(data)
    import mammoth  # noqa: PLC0415 - only files of Word need it

    try:
        converted = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        )
    except Exception as error:
        raise ValueError(
            f"cannot be read as a file of Word ({type(error).__name__}); open it, save it as .docx again, or as HTML"
        ) from error
    body = _COMMENTS.sub('<dl class="comments">', converted.value)
    return f"<article>{_lines(body)}</article>"


def _check(data: bytes) -> None:
    """Refuse what would grow without bound: unpacked, or by entities, which no file of Word has."""
    try:
        with ZipFile(BytesIO(data)) as file:
            if sum(member.file_size for member in file.infolist()) > _MOST:
                raise ValueError(f"a file of Word with more than {_MOST:,} bytes when unpacked is not read")
            if any(member.compress_type not in _PACKED for member in file.infolist()):
                raise ValueError("is packed as no file of Word is; save it as .docx again")
            for name in file.namelist():
                # Wherever it stands, and in UTF-16 too; pictures may be drawings that declare their type.
                if "/media/" not in name and b"<!DOCTYPE" in file.read(name).replace(b"\0", b""):
                    raise ValueError("declares entities, which no file of Word does; save it as .docx again")
    except (BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
        raise ValueError(f"is a damaged file of Word: {error}; save it as .docx again") from error


def _no_picture(_: Any) -> dict[str, str]:
    return {}


def _lines(html: str) -> str:
    """Each block on a line of its own, the first on the first."""
    numbers = count()
    return _BLOCK.sub(lambda block: block[0] if next(numbers) == 0 else f"\n{block[0]}", re.sub(r"[\r\n]", " ", html))
