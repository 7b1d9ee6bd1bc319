"""WARC and ARC, plain or packed; a position is the byte of the file at which a record, or what it is packed in, begins.

Documents are answers with a status of success, resources and conversions, as far as they are pages. Whatever else
there is comes out as an item that says why it was passed by.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from msgspec import structs

from auditor.corpus.read import storage
from auditor.corpus.read.framing import IS_DOCUMENT, Frame, framed
from auditor.corpus.read.item import Item, Tally
from auditor.corpus.read.pages import charset_of, kind_of, media_of, place_passed, type_passed
from auditor.corpus.read.payload import payload
from auditor.corpus.read.records import Answer, Record, address, answer, record
from auditor.corpus.read.scanning import borders
from auditor.corpus.settings import Settings

_DOCUMENTS = frozenset({"response", "resource", "conversion"})
_OTHERS = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})
_PART = 206  # status of a part of a page
_HEADERS = 65_536  # bytes of a record that are not the document's own


def starts(path: str, documents: int) -> list[int]:
    """Where members do not tell, by reading all records; what cannot be read falls to the shard before."""
    with storage.open_for_reading(path) as stream:
        return starts_in(stream, path, documents)


def starts_in(stream: IO[bytes], path: str, documents: int) -> list[int]:
    if stream.read(2) == b"\x1f\x8b" and (told := borders(stream, path, documents)):
        return told
    found, count = [0], 0
    with suppress(OSError):  # whoever reads the shard says what is wrong there
        for frame in framed(stream, path, 0, 0):
            if not frame.error and IS_DOCUMENT.search(frame.head):
                if count and count % documents == 0 and frame.at > found[-1]:
                    found.append(frame.at)
                count += 1
    return found


def read(path: str, start: int, end: int | None, settings: Settings, tally: Tally) -> Iterator[Item]:
    with storage.open_for_reading(path) as stream:
        yield from read_from(stream, path, start, end, settings, tally)


def read_from(  # noqa: PLR0917
    stream: IO[bytes], path: str, start: int, end: int | None, settings: Settings, tally: Tally
) -> Iterator[Item]:
    for frame in framed(stream, path, start, settings.max_bytes + _HEADERS):
        if end is not None and frame.at >= end:
            return
        tally.records += 1
        try:
            item = item_of(frame, path, settings.max_bytes)
        except (ImportError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever is odd in a record costs that record
            said = f"the record at byte {frame.at} cannot be read: {type(error).__name__}: {error}"
            item = Item(id=f"{path}#{frame.at}+{frame.within}", position=frame.at, within=frame.within, error=said)
        yield item


def item_of(frame: Frame, path: str, most: int) -> Item:
    said = record(frame)
    own = f"{path}#{frame.at}" + (f"+{frame.within}" if frame.within else "")
    item = Item(
        id=said.headers.get("warc-record-id", "").strip("<> ") or own,
        position=frame.at,
        within=frame.within,
        length=len(frame.block),
        url=address(said.headers.get("warc-target-uri", "")),
        crawled=said.headers.get("warc-date") or None,
        truncated=said.headers.get("warc-truncated") or ("length" if frame.is_short else None),
    )
    if frame.error:
        return structs.replace(item, error=frame.error)
    if passed := _passed(said, item.url):
        return structs.replace(item, skipped=passed)
    if frame.is_cut:
        return structs.replace(item, error=f"the record at byte {frame.at} is larger than max_bytes allows")
    return _page(item, said, answer(frame.block), most)


def _passed(said: Record, url: str | None) -> str:
    if said.kind not in _DOCUMENTS:
        return said.kind if said.kind in _OTHERS else "other record"
    return place_passed(url)


def _page(item: Item, said: Record, given: Answer, most: int) -> Item:
    """The page that a record holds, or why it holds none."""
    own = said.headers.get("content-type", "")
    declared = given.headers.get("content-type", "") if given.is_http else "" if "application/http" in own else own
    whole = structs.replace(item, status=given.status, media=media_of(declared) or None)
    if given.status is not None and not 200 <= given.status < 300:
        return structs.replace(whole, skipped="redirect" if 300 <= given.status < 400 else "no success")
    identified = said.headers.get("warc-identified-payload-type", "")
    if passed := type_passed(declared, identified):
        return structs.replace(whole, skipped=passed)
    body = payload(given.body, given.headers, most)
    kind = kind_of(declared, body.data, identified)
    if kind.passed:
        return structs.replace(whole, skipped=kind.passed)
    return structs.replace(
        whole,
        data=body.data,
        name=kind.suffix,
        encoding=charset_of(declared),
        truncated=item.truncated or _cut(given, is_cut=body.is_cut),
    )


def _cut(given: Answer, *, is_cut: bool) -> str | None:
    return "coding" if is_cut else "part" if given.status == _PART else None
