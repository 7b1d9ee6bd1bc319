"""WARC and WARC.gz; a position is the byte of the file at which a record begins.

Records are framed here and parsed by FastWARC, because WARC readers end in silence where a file is cut off or holds
garbage. Documents are responses with a status of success, resources and conversions, as far as they are text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from auditor.corpus.read import Item, storage
from auditor.corpus.read.framing import IS_DOCUMENT, Frame, framed
from auditor.corpus.read.scanning import borders
from auditor.corpus.settings import Settings, needs_corpus

try:
    from fastwarc.warc import ArchiveIterator, WarcRecordType
except ImportError:
    raise needs_corpus("fastwarc") from None

_TEXT = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md"}
_RECORDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_HEAD = 4096  # bytes in which the type of a record stands
_HEADERS = 65_536  # bytes of a record that are not the document's own


def starts(path: str, documents: int) -> list[int]:
    """Where members do not tell, by FastWARC; what it passes over in silence falls to the shard before."""
    found = [0]
    try:
        with storage.open_for_reading(path) as stream:
            if path.lower().endswith(".gz") and (told := borders(stream, path, documents)):
                return told
            stream.seek(0)
            for count, record in enumerate(ArchiveIterator(stream, record_types=_RECORDS, parse_http=False)):
                if count and count % documents == 0 and record.stream_pos > found[-1]:
                    found.append(record.stream_pos)
    except storage.StoreError:
        raise
    except Exception:  # noqa: BLE001 - whoever reads the shard says what is wrong there
        return found
    return found


def read(path: str, start: int, end: int | None, settings: Settings) -> Iterator[Item]:
    with storage.open_for_reading(path) as stream:
        for frame in framed(stream, path, start, settings.max_bytes + _HEADERS):
            if end is not None and frame.at >= end:
                return
            own = f"{path}#{frame.at}"
            if frame.error:
                yield Item(id=own, error=frame.error)
            elif IS_DOCUMENT.search(frame.data, 0, _HEAD):
                yield from _documents(frame, own)


def _documents(frame: Frame, own: str) -> Iterator[Item]:
    if frame.is_cut:
        yield Item(id=own, error=f"the record at byte {frame.at} is larger than max_bytes allows")
        return
    try:
        for record in ArchiveIterator(BytesIO(frame.data), record_types=_RECORDS, parse_http=True, auto_decode="all"):
            if item := _item(record, own):
                yield item
    except Exception as error:  # noqa: BLE001 - whatever the parser says of a record is that record's error
        yield Item(id=own, error=f"the record at byte {frame.at} cannot be read: {error}")


def _item(record: Any, own: str) -> Item | None:
    media = (record.http_content_type or "") if record.is_http else record.headers.get("Content-Type", "")
    media = media.partition(";")[0].strip().lower()
    if (media and media not in _TEXT) or (record.is_http and not _is_success(record)):
        return None
    return Item(
        id=(record.record_id or own).strip("<>"),
        data=record.reader.read(),
        url=record.headers.get("WARC-Target-URI"),
        name=_TEXT.get(media, ""),
        encoding=record.http_charset if record.is_http else None,
    )


def _is_success(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    return status is None or 200 <= status < 300
