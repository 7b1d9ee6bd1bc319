"""Records of crawls as crawlers write them: made for one complaint each."""

import gzip

from making import page

HTML = "text/html; charset=utf-8"


def http(body, *headers, status="200 OK", media=HTML):
    """An answer of a server, bytes and all."""
    data = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status}".rstrip(), *([f"Content-Type: {media}"] if media else []), *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def record(block, *headers, n=0, kind="response", url=None, version="1.0", end="\r\n", media="application/http"):
    """A WARC record around a block."""
    address = f"http://site{n}.example/{n}" if url is None else url
    lines = [f"WARC/{version}", *headers, f"WARC-Type: {kind}", f"WARC-Target-URI: {address}"]
    lines += [f"WARC-Record-ID: <urn:uuid:{n:032}>", "WARC-Date: 2026-01-01T00:00:00Z"]
    lines += [f"Content-Type: {media}", f"Content-Length: {len(block)}"]
    return end.join(lines).encode() + (end * 2).encode() + block + (end * 2).encode()


def packed(*records):
    return b"".join(map(gzip.compress, records))


def chunked(data, size=100):
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def arc(block, url, media="text/html", more=""):
    return f"{url} 192.0.2.1 20140216050221 {media} {more}{len(block)}\n".encode() + block + b"\n"


def arc_file(*records, version=1):
    head = f"{version} 0 Makers\nURL IP-address Archive-date Content-type Archive-length\n\n".encode()
    return [f"filedesc://made.arc 0.0.0.0 20140216050221 text/plain {len(head)}\n".encode() + head, *records]


WORDS = page(7)
