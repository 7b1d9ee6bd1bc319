"""Every kind of input, whole and damaged: all of its documents once, and where it breaks a row that names the place."""

import gzip
import io
import tarfile
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from making import audited, errors, lines, page, warc, warc_record

from auditor import corpus
from auditor.corpus import read as readers
from auditor.corpus.settings import Settings

COUNT = 12


def read(path, documents=5):
    """Items of an input, shard by shard."""
    return [item for shard in corpus.shards([str(path)], documents) for item in readers.read(shard, Settings())]


def ids(items):
    return [item.id for item in items if not item.error and not item.skipped]


def skipped(items):
    return [item.skipped for item in items if item.skipped]


def places(items):
    return [item.error for item in items if item.error]


def uuids(*numbers):
    return [f"urn:uuid:{n:032}" for n in numbers]


@pytest.fixture(params=["in.jsonl", "in.jsonl.gz", "in.jsonl.zst"])
def jsonl(request, tmp_path):
    path = tmp_path / request.param
    pack = {"l": bytes, "z": gzip.compress, "t": zstandard.ZstdCompressor().compress}[request.param[-1]]
    path.write_bytes(pack(lines(COUNT)))
    return path


@pytest.fixture(params=["in.warc", "in.warc.gz"])
def crawl(request, tmp_path):
    return tmp_path / request.param


def test_json_lines_are_cut_between_lines(jsonl):
    pieces = list(corpus.shards([str(jsonl)], 5))
    assert len(pieces) == 3
    assert sum(piece.weight for piece in pieces) == pytest.approx(jsonl.stat().st_size)
    assert ids(read(jsonl)) == [f"d{n}" for n in range(COUNT)]
    assert len(list(corpus.shards([str(jsonl)], 6))) == 2


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_cut_off_compressed_file_says_where(jsonl, keep):
    if jsonl.suffix == ".jsonl":
        pytest.skip("a cut line is no JSON: another test")
    data = jsonl.read_bytes()
    jsonl.write_bytes(data[: int(keep * len(data))])
    items = read(jsonl)
    whole = ids(items)
    assert whole == [f"d{n}" for n in range(len(whole))]
    assert "cut off at byte" in places(items)[-1]


def test_bad_lines_cost_themselves(tmp_path):
    path = tmp_path / "in.jsonl"
    good = lines(3).splitlines(keepends=True)
    path.write_bytes(good[0] + b'{"text": 3}\n[1]\n\n{"id": \xff}\n' + good[1] + good[2][:30])
    items = read(path)
    assert ids(items) == ["d0", "d1"]
    assert len(places(items)) == 4
    assert "the fields are: text" in places(items)[0]
    assert "at byte" in places(items)[-1]


def test_other_fields(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"body": "Some words.", "key": 7}\n')
    (item,) = readers.read(corpus.Shard.whole(str(path)), Settings(text_field="body", id_field="key"))
    assert (item.id, item.data, item.url) == ("7", "Some words.", None)


def test_records_of_a_crawl(crawl):
    warc(crawl, [page(n) for n in range(COUNT)])
    assert len(list(corpus.shards([str(crawl)], 5))) == 3
    items = read(crawl)
    assert ids(items) == uuids(*range(COUNT))
    assert places(items) == []
    assert items[1].data == page(1).encode()
    assert (items[1].url, items[1].name, items[1].encoding) == ("https://www.news1.example/1", ".html", "utf-8")


def test_what_is_no_document_has_no_row(crawl):
    pack = gzip.compress if crawl.suffix == ".gz" else bytes
    kinds = [{}, {"kind": "request"}, {"media": "image/png"}, {"status": "404 Not Found"}, {}]
    crawl.write_bytes(b"".join(pack(warc_record(n, page(n), **how)) for n, how in enumerate(kinds)))
    items = read(crawl)
    assert (ids(items), places(items)) == (uuids(0, 4), [])
    assert skipped(items) == ["request", "image", "no success"]


def test_a_cut_off_crawl_says_where(crawl):
    offsets = warc(crawl, [page(n) for n in range(COUNT)])
    data = crawl.read_bytes()
    crawl.write_bytes(data[: offsets[-2] + 40])
    items = read(crawl)
    assert ids(items) == uuids(*range(COUNT - 1))
    (said,) = places(items)
    assert "cut off" in said
    assert f"{offsets[-2]}" in said


@pytest.mark.parametrize("junk", [b"\x00\x07garbage" * 30, b"\x1f\x8b\x08\x00no gzip" * 9000, b"\n" * 3 + b"noise\n"])
def test_garbage_between_records_costs_no_other(crawl, junk):
    offsets = warc(crawl, [page(n) for n in range(COUNT)])
    data = crawl.read_bytes()
    crawl.write_bytes(data[: offsets[4]] + junk + data[offsets[4] :])
    items = read(crawl)
    assert ids(items) == uuids(*range(COUNT))
    assert len(places(items)) == 1
    assert f"{offsets[4] + len(junk) - 1} of the file" in places(items)[0]


def test_a_damaged_member_costs_itself(tmp_path):
    crawl = tmp_path / "in.warc.gz"
    offsets = warc(crawl, [page(n) for n in range(COUNT)])
    data = bytearray(crawl.read_bytes())
    middle = (offsets[3] + offsets[4]) // 2
    data[middle : middle + 20] = bytes(20)
    crawl.write_bytes(data)
    items = read(crawl)
    assert ids(items) == uuids(*(n for n in range(COUNT) if n != 3))
    assert places(items) == [f"bytes {offsets[3]} to {offsets[4] - 1} of the file are no whole gzip member"]


@pytest.mark.parametrize("level", [0, 6])
def test_a_crawl_in_a_crawl_is_one_record(tmp_path, level):
    """Members that are stored inside of a member look like members."""
    crawled = b"".join(gzip.compress(warc_record(100 + n, page(n))) for n in range(COUNT))
    block = b"HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\n\r\n" + crawled
    kind = "WARC-Type: response\r\nContent-Type: application/http; msgtype=response"
    head = f"WARC/1.0\r\n{kind}\r\nContent-Length: {len(block)}\r\n\r\n".encode()
    path = tmp_path / "crawl.warc.gz"
    warc(path, [page(n) for n in range(6)])
    with path.open("ab") as file:
        file.write(gzip.compress(head + block + b"\r\n\r\n", level))
        file.write(b"".join(gzip.compress(warc_record(n, page(n))) for n in range(6, COUNT)))
    for documents in range(1, COUNT):
        items = read(path, documents)
        assert ids(items) == uuids(*range(COUNT))
        assert places(items) == []


@pytest.mark.parametrize("documents", [1, 4, 7, 100])
def test_a_crawl_is_cut_at_records(tmp_path, documents):
    offsets = warc(tmp_path / "crawl.warc.gz", [page(n) for n in range(COUNT)])
    shards = list(corpus.shards([str(tmp_path / "crawl.warc.gz")], documents))
    assert [shard.start for shard in shards] == offsets[:-1:documents]


def test_records_that_share_a_member(tmp_path):
    crawl = tmp_path / "in.warc.gz"
    crawl.write_bytes(gzip.compress(b"".join(warc_record(n, page(n)) for n in range(COUNT))))
    assert ids(read(crawl)) == uuids(*range(COUNT))
    crawl.write_bytes(gzip.compress(b"".join(warc_record(n, page(n)) for n in range(400))))
    assert ids(readers.read(corpus.Shard.whole(str(crawl)), Settings(max_bytes=1_000))) == uuids(*range(400))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "in.parquet"
    columns = {"id": [f"d{n}" for n in range(COUNT)], "text": [page(n) for n in range(COUNT)]}
    pq.write_table(pa.table(columns), path, row_group_size=4)
    return path


@pytest.mark.parametrize("documents", [1, 3, 4, 5, 100])
def test_rows_of_parquet_once_each(table, documents):
    assert ids(read(table, documents)) == [f"d{n}" for n in range(COUNT)]


def test_a_broken_row_group_says_which(table):
    column = pq.ParquetFile(table).metadata.row_group(1).column(1)
    data = bytearray(table.read_bytes())
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + 60] = b"\xff" * 60
    table.write_bytes(data)
    items = read(table, 4)
    assert ids(items) == [f"d{n}" for n in (0, 1, 2, 3, 8, 9, 10, 11)]
    (said,) = places(items)
    assert said.startswith("rows 4 to 7, in row group 1, cannot be read")


def test_no_parquet_and_no_column(tmp_path, table):
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing of the kind")
    assert "not a Parquet file" in places(read(tmp_path / "bad.parquet"))[0]
    (item,) = readers.read(corpus.Shard.whole(str(table)), Settings(text_field="html"))
    assert "no column 'html'; the columns are: id, text" in item.error


def zipped(path):
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(COUNT):
            archive.writestr(f"{n}.html", page(n))
        archive.writestr("logo.png", b"\x89PNG")


ENDS = ["", ".gz", ".bz2", ".xz"]


def taped(path):
    with tarfile.open(path, {".tar": "w"}.get(path.suffix, f"w:{path.suffix[1:]}")) as archive:
        for n in range(COUNT):
            info = tarfile.TarInfo(f"{n}.html")
            info.size = len(page(n))
            archive.addfile(info, io.BytesIO(page(n).encode()))


@pytest.mark.parametrize(("name", "make"), [("a.zip", zipped), *((f"a.tar{end}", taped) for end in ENDS)])
def test_members_of_archives_once_each(tmp_path, name, make):
    make(tmp_path / name)
    items = read(tmp_path / name)
    assert ids(items) == [f"{tmp_path / name}#{n}.html" for n in range(COUNT)]
    assert items[3].data == page(3).encode()
    assert skipped(items) == (["image"] if name == "a.zip" else [])
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    cut = read(tmp_path / name)
    assert len(places(cut)) == 1
    assert ids(cut) == ids(items)[: len(ids(cut))]


def test_members_that_are_pages_whatever_they_are_called(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in "a.html page.php noext __MACOSX/._a.html .hidden.html folder/.b.html _draft.html".split():
            archive.writestr(name, page(1))
        archive.writestr("b.html.gz", gzip.compress(page(2).encode()))
    items = read(tmp_path / "a.zip")
    assert ids(items) == [f"{tmp_path / 'a.zip'}#{name}" for name in ("a.html", "page.php", "noext", "b.html.gz")]
    assert skipped(items) == ["hidden file"] * 4
    assert items[-1].data == page(2).encode()


def test_ranks_share_the_inputs(tmp_path):
    for n in range(5):
        warc(tmp_path / f"{n}.warc.gz", [page(i) for i in range(4)])
        (tmp_path / f"{n}.html").write_text(page(n))
    every = list(corpus.shards([str(tmp_path)], 2))
    shares = [list(corpus.shards([str(tmp_path)], 2, rank=rank, world=3)) for rank in range(3)]
    assert len(every) == 13
    assert all(shares)
    assert sorted((shard for share in shares for shard in share), key=every.index) == every


def test_lists_and_folders(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(COUNT):
        (folder / f"{n:02}.html").write_text(page(n))
    (folder / ".hidden.html").write_text("")
    warc(folder / "crawl.warc.gz", [page(99)])
    (tmp_path / "list").write_text(f"{folder / '03.html'}\n\n{folder / 'crawl.warc.gz'}\n")
    assert len(ids(read(folder))) == COUNT + 1
    assert [shard.kind for shard in corpus.shards([f"@{tmp_path / 'list'}"])] == ["warc", "files"]
    assert corpus.size([str(folder)]) == sum(p.stat().st_size for p in folder.glob("[!.]*"))


def test_a_run_over_a_damaged_crawl(tmp_path):
    crawl = tmp_path / "in.warc.gz"
    offsets = warc(crawl, [page(n) for n in range(4)])
    crawl.write_bytes(crawl.read_bytes()[: offsets[3] + 9])
    rows = audited(tmp_path / "out", crawl, documents=2)
    assert len(rows) == 4
    assert list(errors(rows).values()) == ["unreadable"]
    assert rows[uuids(1)[0]]["host"] == "news1.example"
    assert rows[uuids(1)[0]]["score"] > 80


def test_objects_with_a_scheme(tmp_path):
    """Through fsspec as on object storage; `file://` is a scheme that worker processes share."""
    warc(tmp_path / "in.warc.gz", [page(n) for n in range(3)])
    rows = audited(f"file://{tmp_path}/out", f"file://{tmp_path}/in.warc.gz")
    assert (len(rows), errors(rows)) == (3, {})
    assert len(list((tmp_path / "out" / "parts").glob("*.parquet"))) == 1
