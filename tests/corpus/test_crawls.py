"""Crawl files as crawlers leave them: every page that other readers find is a row, and nothing else passes."""

import bz2
import gzip
import json
import lzma
import zipfile
import zlib
from collections import Counter
from pathlib import Path

import brotli
import pytest
import zstandard
from crawling import WORDS, arc, arc_file, chunked, http, packed, record

import auditor
from auditor import corpus
from auditor.corpus.compare.siblings import siblings
from auditor.corpus.show.summary import summary

BODY = WORDS.encode()
RAW_DEFLATE = zlib.compress(BODY)[2:-4]
LONG = "http://a.example/" + "x" * 5_000
IRI = "http://m\u00fcnchen.example/stra\u00dfe"
ZSTD = zstandard.ZstdCompressor().compress


def zstd_with_words():
    """Frames packed with a dictionary, which stands at the beginning of the file as crawlers put it there."""
    samples = [record(http(f"<p>{i} {WORDS}"), n=i) for i in range(40)]
    words = zstandard.train_dictionary(4_000, samples * 5)
    data = words.as_bytes()
    pack = zstandard.ZstdCompressor(dict_data=words).compress
    return b"\x5d\x2a\x4d\x18" + len(data).to_bytes(4, "little") + data + b"".join(map(pack, samples[:3]))


PAGES = {  # content of a file, and how many pages it holds
    "dechunked.warc.gz": (packed(record(http(BODY, "Transfer-Encoding: chunked"))), 1),
    "hex.warc.gz": (packed(record(http(b"ad\r\n" + BODY, "Transfer-Encoding: chunked"))), 1),
    "chunked.warc.gz": (packed(record(http(chunked(BODY), "Transfer-Encoding: chunked"))), 1),
    "chunked-gzip.warc.gz": (
        packed(record(http(chunked(gzip.compress(BODY)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"))),
        1,
    ),
    "gzip-but-plain.warc.gz": (packed(record(http(BODY, "Content-Encoding: gzip"))), 1),
    "gzip-untold.warc.gz": (packed(record(http(gzip.compress(BODY)))), 1),
    "br.warc.gz": (packed(record(http(brotli.compress(BODY), "Content-Encoding: br"))), 1),
    "br-but-plain.warc.gz": (packed(record(http(BODY, "Content-Encoding: br"))), 1),
    "deflate.warc.gz": (packed(record(http(zlib.compress(BODY), "Content-Encoding: deflate"))), 1),
    "raw-deflate.warc.gz": (packed(record(http(RAW_DEFLATE, "Content-Encoding: deflate"))), 1),
    "x-gzip.warc.gz": (packed(record(http(gzip.compress(BODY), "Content-Encoding: x-gzip"))), 1),
    "twice.warc.gz": (
        packed(record(http(gzip.compress(gzip.compress(BODY)), "Content-Encoding: gzip", "Content-Encoding: gzip"))),
        1,
    ),
    "zstd.warc.gz": (packed(record(http(ZSTD(BODY), "Content-Encoding: zstd"))), 1),
    "unknown-coding.warc.gz": (packed(record(http(BODY, "Content-Encoding: sdch"))), 1),
    "lines.warc": (record(http(BODY), end="\n") + record(http(BODY), n=1, end="\n"), 2),
    "old.warc.gz": (packed(record(http(BODY), version="0.18", end="\n"), record(http(BODY), n=1, version="0.17")), 2),
    "gzip-named-plain.warc": (packed(record(http(BODY)), record(http(BODY), n=1)), 2),
    "plain-named-gzip.warc.gz": (record(http(BODY)) + record(http(BODY), n=1), 2),
    "padded.warc.gz": (packed(record(http(BODY))) + bytes(600), 1),
    "one-member.warc.gz": (gzip.compress(b"".join(record(http(BODY), n=n) for n in range(4))), 4),
    "open.warc.gz.open": (packed(record(http(BODY))), 1),
    "long.warc.gz": (packed(record(http(BODY), f"WARC-Refers-To: {LONG}"), record(http(BODY), n=1)), 2),
    "a.warc.zst": (ZSTD(record(http(BODY))) + ZSTD(record(http(BODY), n=1)), 2),
    "words.warc.zst": (zstd_with_words(), 3),
    "old.arc": (b"".join(arc_file(arc(http(BODY), "http://a.example/"), arc(http(BODY), "http://a.example/b c"))), 2),
    "old.arc.gz": (packed(*arc_file(arc(http(BODY), "http://a.example/"))), 1),
    "second.arc.gz": (packed(*arc_file(arc(http(BODY), "http://a.example/", more="200 - - 4 a "), version=2)), 1),
    "a.warc.wet.gz": (packed(record(b"Some words of a page.", kind="conversion", media="text/plain")), 1),
}
TYPES = [
    "text/html charset=utf-8", '"text/html"', "text/html,text/html", "text/xml", "application/xml", "html", "*/*",
    "application/octet-stream", "application/vnd.wap.xhtml+xml", "TEXT/HTML", "", "text/plain",
]  # fmt: skip
NO_PAGES = {  # what a record holds, and why it is passed by
    "empty": record(http(b"", status="204 No Content")),
    "empty ": record(http("  \n ")),
    "json": record(http('{"items": [1, 2, 3]}')),
    "json ": record(http('[1, 2, "three"]', media="")),
    "pdf": record(http("%PDF-1.5\n1 0 obj << /Type /Catalog >>")),
    "pdf ": record(http("%PDF-1.5", media="application/pdf")),
    "image": record(http(b"\x89PNG\r\n\x1a\n\0\0", media="")),
    "image ": record(http("<?xml version='1.0'?><svg width='4'></svg>", media="text/xml")),
    "feed": record(http('<?xml version="1.0"?><rss><channel></channel></rss>', media="text/html")),
    "css": record(http("p { margin: 0 }", media="text/css")),
    "javascript": record(http("let a = 1;", media="application/x-javascript")),
    "font": record(http(b"wOF2\0", media="application/font-woff2")),
    "redirect": record(http("", status="302")),
    "no success": record(http(WORDS, status="404 Not Found")),
    "site file": record(http("User-agent: *\nDisallow: /", media="text/plain"), url="http://a.example/robots.txt"),
    "site file ": record(http("a.example, 1, DIRECT", media="text/plain"), url="http://a.example/ads.txt"),
    "no web address": record(b"log of a crawl", url="urn:X-made:log", kind="resource", media="text/plain"),
    "no web address ": record(b"arguments", url="metadata://a.example/log.txt", kind="resource", media="text/plain"),
    "no web address  ": record(BODY, url="urn:dom:http://a.example/", kind="resource", media="text/html"),
    "unknown type": record(http("some words", media="")),
    "request": record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "revisit": record(http(""), kind="revisit"),
    "metadata": record(b"via: a\r\n", kind="metadata", media="application/warc-fields"),
    "warcinfo": record(b"software: a\r\n", kind="warcinfo", media="application/warc-fields"),
    "other record": record(b"a", kind="new-kind"),
}


def run(folder, out, **how):
    own = {name: how.pop(name) for name in list(how) if name in corpus.Settings.__struct_fields__}
    closed = corpus.run([str(folder)], str(out), corpus.Settings(**own), **how)
    return closed, list(corpus.rows(str(out)))


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """All of the files in one run."""
    folder = tmp_path_factory.mktemp("crawl")
    for name, (data, _) in PAGES.items():
        (folder / name).write_bytes(data)
    (folder / "types.warc.gz").write_bytes(
        packed(*(record(http(BODY, media=media), n=n) for n, media in enumerate(TYPES)))
    )
    (folder / "nothing.warc.gz").write_bytes(packed(*NO_PAGES.values()))
    closed, rows = run(folder, folder.parent / f"{folder.name}-out")
    return closed, rows, {Path(row["source"]).name: row for row in rows}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_file_is_a_row(crawl, name):
    _, rows, _ = crawl
    own = [row for row in rows if Path(row["source"]).name == name]
    assert [row["error"] for row in own] == [None] * PAGES[name][1]
    if "wet" not in name:
        assert {(row["title"], row["words"]) for row in own} == {("Harbour 7 opens", own[0]["words"])}
        assert own[0]["words"] > 20


def test_types_are_read_as_servers_mean_them(crawl):
    _, rows, _ = crawl
    titles = [row["title"] for row in rows if row["source"].endswith("types.warc.gz")]
    assert titles == ["Harbour 7 opens"] * len(TYPES)


def test_what_is_no_page_has_no_row_and_is_counted(crawl, tmp_path):
    _, rows, _ = crawl
    assert not [row for row in rows if row["source"].endswith("nothing.warc.gz")]
    (tmp_path / "nothing.warc.gz").write_bytes(packed(*NO_PAGES.values()))
    closed, _ = run(tmp_path / "nothing.warc.gz", tmp_path / "out")
    assert closed.balance.skipped == dict(Counter(map(str.strip, NO_PAGES)).most_common()) | closed.balance.skipped
    assert closed.balance.records == len(NO_PAGES) == sum(closed.balance.skipped.values())


def test_the_balance_adds_up_in_the_whole_and_in_each_part(crawl):
    closed, rows, _ = crawl
    for balance in (closed.balance, *(part.balance for part in closed.parts)):
        assert balance.records == balance.audited + sum(balance.skipped.values()) + sum(balance.errors.values())
    assert closed.balance.audited == len(rows) == closed.documents


def test_equal_ids_are_two_documents(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(packed(*(record(http(BODY), n=1) for _ in range(2))))
    _, rows = run(tmp_path / "a.warc.gz", tmp_path / "out")
    assert len({row["id"] for row in rows}) == 1
    assert len({row["key"] for row in rows}) == len({row["position"] for row in rows}) == 2


def test_documents_of_one_id_are_compared_and_counted_each(tmp_path):
    """Sites' ids return: what two documents share is found, and no table of the summary takes them for one."""
    text = WORDS + " As an AI language model, I cannot count ships. " + " ".join(f"Boat{n} left." for n in range(60))
    rows = [{"id": "x", "url": f"https://h{n}.example/", "text": text} for n in range(3)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run(tmp_path / "in.jsonl", tmp_path / "out")
    found = siblings(str(tmp_path / "out"), auditor.load_rules(select=["near-duplicate"]).corpus)
    assert [(one.rule, one.documents, one.hosts) for one in found] == [("near-duplicate", 3, 3)]
    sheets = {one.title: one.lines for one in summary(str(tmp_path / "out"))}
    rules = sheets["Rules, by the documents that they flag"]
    assert {rule: documents for rule, _, documents, *_ in rules}["assistant-speaking"] == 3


def test_rows_of_one_member_have_places_of_their_own(crawl):
    _, rows, _ = crawl
    own = [row for row in rows if row["source"].endswith("one-member.warc.gz")]
    assert {row["position"] for row in own} == {0}
    assert len({row["within"] for row in own}) == len({row["key"] for row in own}) == 4


def test_a_row_says_where_it_comes_from(tmp_path):
    blocks = [http(BODY), http(BODY, status="206 Partial Content"), http(BODY)]
    records = [record(blocks[0]), record(blocks[1], n=1), record(blocks[2], "WARC-Truncated: length", n=2)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    _, rows = run(tmp_path / "a.warc", tmp_path / "out")
    assert [row["position"] for row in rows] == [0, len(records[0]), len(records[0]) + len(records[1])]
    assert [row["length"] for row in rows] == [len(block) for block in blocks]
    assert [row["status"] for row in rows] == [200, 206, 200]
    assert [row["truncated"] for row in rows] == [None, "part", "length"]
    assert {(row["media"], row["crawled"]) for row in rows} == {("text/html", "2026-01-01T00:00:00Z")}


@pytest.mark.parametrize(
    ("block", "headers"),
    [
        (http(chunked(BODY)[:-60], "Transfer-Encoding: chunked"), ()),
        (http(gzip.compress(BODY)[:-40], "Content-Encoding: gzip"), ()),
        (http(brotli.compress(BODY)[:-20], "Content-Encoding: br"), ()),
    ],
)
def test_of_a_page_that_is_cut_the_part_that_is_there_is_read_and_marked(tmp_path, block, headers):
    (tmp_path / "a.warc.gz").write_bytes(packed(record(block, *headers)))
    _, (row,) = run(tmp_path / "a.warc.gz", tmp_path / "out")
    assert (row["title"], row["truncated"]) == ("Harbour 7 opens", "coding")


def test_error_rows_can_be_traced(tmp_path):
    bad = record(http(BODY), n=1).replace(b"Content-Length", b"Content-Lost")
    (tmp_path / "a.warc").write_bytes(record(http(BODY)) + bad + record(http(BODY), n=2))
    (tmp_path / "b.warc.gz").write_bytes(packed(bad, record(http(BODY), n=2)))
    (tmp_path / "c.jsonl").write_text('{"id": "x", "url": "http://c.example/", "text": 3}\n')
    closed, rows = run(tmp_path, tmp_path / "out")
    broken = [row for row in rows if row["error_class"]]
    assert [row["url"] for row in broken] == ["http://site1.example/1"] * 2 + ["http://c.example/"]
    assert [row["host"] for row in broken] == ["site1.example"] * 2 + ["c.example"]
    assert broken[0]["id"] == f"urn:uuid:{1:032}"
    assert closed.balance.errors == {"unreadable": 3}


def test_addresses_are_read_as_they_are_written(tmp_path):
    records = [record(http(BODY), n=n, url=url) for n, url in enumerate((IRI, "<http://a.example/>"))]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    _, rows = run(tmp_path / "a.warc", tmp_path / "out")
    assert [row["url"] for row in rows] == [IRI, "http://a.example/"]
    assert [row["host"] for row in rows] == ["m\u00fcnchen.example", "a.example"]


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("iso-2022-jp", "iso-2022-jp", "\u6e2f\u6e7e\u8a08\u753b\u306e\u63a1\u6c7a"),
        (None, "iso-2022-jp", "\u6e2f\u6e7e\u8a08\u753b\u306e\u63a1\u6c7a"),
        ("HZ-GB-2312", "hz", "\u6e2f\u53e3\u8ba1\u5212"),
    ],
)
def test_stateful_charsets_are_decoded(tmp_path, charset, codec, text):
    body = f"<html><title>{text}</title><body><p>{text}</p></body></html>".encode(codec)
    media = f"text/html; charset={charset}" if charset else "text/html"
    (tmp_path / "a.warc").write_bytes(record(http(body, media=media)))
    _, (row,) = run(tmp_path / "a.warc", tmp_path / "out")
    assert row["title"] == text


def wacz(path, records, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("archive/data.warc.gz", packed(*records))
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr("datapackage.json", "{}")


@pytest.mark.parametrize("documents", [1, 3, 100])
def test_wacz_is_cut_like_the_crawl_that_it_holds(tmp_path, documents):
    wacz(tmp_path / "a.wacz", [record(http(BODY), n=n) for n in range(7)])
    assert len(list(corpus.shards([str(tmp_path / "a.wacz")], documents))) == {1: 7, 3: 3, 100: 1}[documents]
    closed, rows = run(tmp_path / "a.wacz", tmp_path / "out", documents=documents)
    assert [row["id"] for row in rows] == [f"urn:uuid:{n:032}" for n in range(7)]
    assert closed.balance.skipped == {"index of a WACZ": 2}


def test_a_crawl_in_an_archive_is_read(tmp_path):
    wacz(tmp_path / "a.zip", [record(http(BODY), n=n) for n in range(3)], zipfile.ZIP_DEFLATED)
    closed, rows = run(tmp_path / "a.zip", tmp_path / "out")
    assert [row["url"] for row in rows] == [f"http://site{n}.example/{n}" for n in range(3)]
    assert closed.balance.skipped == {"data in an archive": 2}


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.json.gz", gzip.compress), ("a.jsonl.xz", lzma.compress), ("a.jsonl.bz2", bz2.compress), ("a.json", bytes)],
)
def test_json_lines_packed_in_any_way(tmp_path, name, pack):
    (tmp_path / name).write_bytes(pack(b"".join(json.dumps({"text": WORDS}).encode() + b"\n" for _ in range(3))))
    _, rows = run(tmp_path / name, tmp_path / "out", documents=2)
    assert [row["title"] for row in rows] == ["Harbour 7 opens"] * 3


@pytest.mark.parametrize("name", ["a.warc.wat.gz", "a.csv", "a.cdxj", "a.rar"])
def test_what_is_not_read_is_refused_by_name(tmp_path, name):
    (tmp_path / name).write_bytes(gzip.compress(b"anything"))
    with pytest.raises(corpus.MissingError, match=name):
        run(tmp_path / name, tmp_path / "out")


def test_texts_that_begin_as_data_does_are_texts(tmp_path):
    records = [record(http("[1, 2] Two studies of the harbour.", media="text/plain"))]
    records += [record(http('["We won", she said] and more words.', media="text/plain"), n=1)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    assert len(run(tmp_path / "a.warc", tmp_path / "out")[1]) == 2


def test_a_dictionary_that_is_none_costs_the_file_one_row(tmp_path):
    (tmp_path / "a.warc.zst").write_bytes(b"\x5d\x2a\x4d\x18\x08\0\0\0\x37\xa4\x30\xec...." + ZSTD(record(http(BODY))))
    closed, rows = run(tmp_path / "a.warc.zst", tmp_path / "out")
    assert [row["error_class"] for row in rows] == ["unreadable"]
    assert closed.balance.records == 1


def test_harmless_things_cost_no_line(tmp_path):
    lines = ['{"id": "bom", "text": "One."}', '{"id": "nan", "score": NaN, "text": "Two."}']
    lines += ['{"id": "half", "text": "Three \\ud83d."}', '{"id": "list", "text": ["Four.", "Five."]}']
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + "\n".join(lines).encode())
    (tmp_path / "b.jsonl").write_bytes('{"id": "wide", "text": "Six."}\n'.encode("utf-16"))
    (tmp_path / "c.jsonl").write_text('[\n{"text": "Seven."},\n{"text": "Eight."}\n]\n')
    _, rows = run(tmp_path, tmp_path / "out")
    assert [row["id"] for row in rows if not row["error"]] == ["bom", "nan", "half", "list", "wide"]
    assert ["one JSON array" in row["error"] for row in rows if row["error"]] == [True]
    assert [row["error"] for row in rows if row["error"]] == [
        "the file is one JSON array, and no line for each document"
    ]
