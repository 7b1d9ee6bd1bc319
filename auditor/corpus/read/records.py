"""What a record of a crawl says of itself, in the words of WARC: headers, and the answer that a server gave."""

import re
from datetime import datetime

from msgspec import Struct

from auditor.corpus.read.framing import ARC_LINE, Frame

_STATUS = re.compile(rb"[A-Z]{3,8}(?:/\d[\d.]{0,4})?[ \t]+(\d{3})\b")  # `ICY 200 OK` is one, too
_BLANK = re.compile(rb"\r?\n\r?\n")
_LONGEST = 65_536  # bytes of the header of an answer
_LISTS = frozenset({"content-encoding", "transfer-encoding"})
_ARC_FIELDS = re.compile(r"(?P<address>.+) [^ ]+ (?P<date>\d{8,14}) (?P<media>[^ ]+) ")
_ARC_DATE = "%Y%m%d%H%M%S"

Headers = dict[str, str]


class Record(Struct, frozen=True):
    kind: str  # response, resource, conversion, request ...
    headers: Headers


class Answer(Struct, frozen=True):
    """An answer of HTTP; of other records all of the block is the body."""

    body: bytes
    headers: Headers
    status: int | None = None

    @property
    def is_http(self) -> bool:
        return self.status is not None


def record(frame: Frame) -> Record:
    """By its header alone."""
    if frame.head.startswith(b"WARC/"):
        found = _headers(frame.head.partition(b"\n")[2])
        return Record(found.get("warc-type", "").lower(), found)
    return _of_arc(frame.head)


def answer(block: bytes) -> Answer:
    """What a block says; one that does not begin as HTTP does is a body."""
    status = _STATUS.match(block)
    if not status:
        return Answer(block, {})
    end = _BLANK.search(block, 0, _LONGEST)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block[:_LONGEST], b"")
    return Answer(body, _headers(head.partition(b"\n")[2]), int(status[1]))


def address(given: str) -> str | None:
    """An address as people write it: some crawlers put it between angle brackets."""
    return given.strip().strip("<>").strip() or None


def _headers(lines: bytes) -> Headers:
    """The first of each name; lines that begin with a blank go on with the one before."""
    found: Headers = {}
    name = ""
    for line in _text(lines).split("\n"):
        if line[:1] in {" ", "\t"} and name:
            found[name] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        name = name.strip().lower() if colon else ""
        if name in _LISTS and name in found:
            found[name] += f", {value.strip()}"
        elif name:
            found.setdefault(name, value.strip())
    return found


def _text(data: bytes) -> str:
    """Headers are Latin-1 by the book, and UTF-8 where addresses are written in other scripts."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _of_arc(head: bytes) -> Record:
    """`ADDRESS IP DATE TYPE LENGTH`, or with five more fields before the length; an address may hold blanks."""
    found = _ARC_FIELDS.match(_text(head)) if ARC_LINE.fullmatch(head) else None
    if not found:
        return Record("", {})
    kind = "warcinfo" if found["address"].startswith("filedesc:") else "response"
    return Record(
        kind, {"warc-target-uri": found["address"], "warc-date": _date(found["date"]), "content-type": found["media"]}
    )


def _date(digits: str) -> str:
    try:
        return datetime.strptime(digits.ljust(14, "0"), _ARC_DATE).isoformat() + "Z"  # noqa: DTZ007 - UTC by the book
    except ValueError:
        return ""
