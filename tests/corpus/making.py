"""Small inputs for the tests of corpora."""

import gzip
import json
from collections import Counter

from auditor import corpus

PAGE = (
    "<html><head><title>Harbour {n} opens</title></head><body><article><h1>Harbour {n} opens</h1>"
    "<p>The new quay of harbour {n} was opened on Monday by the mayor, who thanked the {n} dockers who built it.</p>"
    "<p>Ferries will call from May. {extra}</p></article></body></html>"
)


def page(n, extra=""):
    return PAGE.format(n=n, extra=extra)


def warc_record(n, body, kind="response", media="text/html; charset=utf-8", status="200 OK"):
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.news{n % 3}.example/{n}\r\n"
        f"WARC-Record-ID: <urn:uuid:{n:032}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(path, bodies, **how):
    """A WARC file, or WARC.gz with a member for each record; the offsets of its records and its end."""
    pack = gzip.compress if path.name.endswith(".gz") else bytes
    records = [pack(warc_record(n, body, **how)) for n, body in enumerate(bodies)]
    path.write_bytes(b"".join(records))
    offsets = [0]
    for record in records:
        offsets.append(offsets[-1] + len(record))
    return offsets


def lines(count, extras=None):
    """The content of a JSON Lines file."""
    extras = extras or {}
    rows = ({"id": f"d{n}", "text": page(n, extras.get(n, "")), "url": f"https://n.example/{n}"} for n in range(count))
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def audited(out, *inputs, **how):
    """Rows of a whole run, by id; every id once."""
    own = {name: how.pop(name) for name in list(how) if name in corpus.Settings.__struct_fields__}
    closed = corpus.run([str(i) for i in inputs], str(out), corpus.Settings(**own), **how)
    rows = list(corpus.rows(str(out)))
    assert closed.documents == len(rows)
    assert closed.errors == sum(row["error_class"] is not None for row in rows)
    assert [key for key, times in Counter(row["id"] for row in rows).items() if times > 1] == []
    return {row["id"]: row for row in rows}


def errors(rows):
    return {key: row["error_class"] for key, row in rows.items() if row["error_class"]}
