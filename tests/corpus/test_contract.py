"""What a run promises of its inputs, its names and its folder."""

import gzip
import json
import os
import sys
import tarfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from crawling import WORDS, http, packed, record
from making import lines, page
from test_command import auditor

from auditor import corpus
from auditor.corpus.read import Tally
from auditor.corpus.running import parts
from auditor.corpus.running.balance import Census

ODD = os.fsdecode(b"caf\xe9.html")  # as Latin-1 mirrors have it


def run(out, *inputs, **how):
    own = {name: how.pop(name) for name in list(how) if name in corpus.Settings.__struct_fields__}
    closed = corpus.run([str(one) for one in inputs], str(out), corpus.Settings(**own), **how)
    return closed, list(corpus.rows(str(out)))


@pytest.mark.skipif(sys.platform == "darwin", reason="names of files are Unicode there")
def test_names_of_files_that_are_no_text(tmp_path):
    folder = tmp_path / "mirror"
    folder.mkdir()
    for name in ("a.html", ODD, "z.html"):
        (folder / name).write_text(page(1))
    _, rows = run(tmp_path / "out", folder)
    assert [row["error"] for row in rows] == [None] * 3
    assert [Path(row["source"]).name for row in rows] == ["a.html", "caf%E9.html", "z.html"]
    _, rows = run(tmp_path / "one", folder / ODD)
    assert rows[0]["source"] == f"bytes:{folder}/caf%E9.html"


@pytest.mark.skipif(sys.platform == "darwin", reason="names of files are Unicode there")
def test_names_of_members_that_are_no_text(tmp_path):
    with tarfile.open(tmp_path / "a.tar", "w", errors="surrogateescape") as archive:
        for number in range(5):
            (tmp_path / "page").write_text(page(number))
            archive.add(tmp_path / "page", ODD if number == 1 else f"{number}.html")
    _, rows = run(tmp_path / "out", tmp_path / "a.tar")
    assert [row["error"] for row in rows] == [None] * 5
    assert rows[1]["id"].endswith("#caf\\xe9.html")


@pytest.mark.parametrize("given", ["gone.warc.gz", "gone/", "gone/*.warc.gz", "-", "@gone", "s3:gone"])
def test_an_input_that_is_not_there_ends_the_run_before_it_begins(tmp_path, given):
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    ran = auditor("run", "in.jsonl", given, "-o", "out", cwd=tmp_path)
    assert ran.returncode == 2
    assert "there is no such" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_a_run_can_go_on_without_an_input(tmp_path):
    (tmp_path / "in.jsonl").write_bytes(lines(2))
    (tmp_path / "a.csv").write_text("id,text\n")
    ran = auditor("run", "in.jsonl", "gone.html", "a.csv", "-o", "out", "--keep-going", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "3 documents, 1 with an error" in ran.stderr
    assert "files passed by: .csv 1" in ran.stderr


def test_patterns_and_lists(tmp_path):
    (tmp_path / "crawl").mkdir()
    for n in range(4):
        (tmp_path / "crawl" / f"{n}.jsonl").write_text(json.dumps({"text": page(n)}) + "\n")
    (tmp_path / "crawl" / "list.gz").write_bytes(gzip.compress(b"# what was crawled\n\n0.jsonl\n[12].jsonl\n"))
    (tmp_path / "elsewhere.txt").write_text("3.jsonl\n")
    names = [Path(shard.path).name for shard in corpus.shards([str(tmp_path / "crawl" / "*.jsonl")])]
    assert names == ["0.jsonl", "1.jsonl", "2.jsonl", "3.jsonl"]
    _, rows = run(tmp_path / "out", f"@{tmp_path}/crawl/list.gz")
    assert [Path(row["source"]).name for row in rows] == ["0.jsonl", "1.jsonl", "2.jsonl"]
    _, rows = run(tmp_path / "out", f"@{tmp_path}/elsewhere.txt", base=str(tmp_path / "crawl"))
    assert [Path(row["source"]).name for row in rows] == ["3.jsonl"]


def test_an_input_counts_once_however_it_is_named(tmp_path, monkeypatch):
    (tmp_path / "crawl").mkdir()
    for name in ("a", "b"):
        (tmp_path / "crawl" / f"{name}.warc.gz").write_bytes(packed(record(http(WORDS))))
    (tmp_path / "crawl" / "link.warc.gz").symlink_to(tmp_path / "crawl" / "a.warc.gz")
    monkeypatch.chdir(tmp_path / "crawl")
    given = ["a.warc.gz", "./a.warc.gz", str(tmp_path / "crawl"), "../crawl/a.warc.gz", "a.warc.gz", "link.warc.gz"]
    closed, rows = run(tmp_path / "out", *given)
    assert len(rows) == len(closed.parts) == len(set(corpus.files(str(tmp_path / "out")))) == 2
    assert closed.passed_by == {"named twice": 6}
    monkeypatch.chdir(tmp_path)
    assert {part.name for part in run(tmp_path / "out", "crawl/a.warc.gz")[0].parts} < {p.name for p in closed.parts}


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (lines(9) + b'{"id": "bad"}\n', [], 0),
        (lines(9) + b'{"id": "bad"}\n', ["--max-errors", "10%"], 0),
        (lines(9) + b'{"id": "bad"}\n', ["--max-errors", "9%"], 1),
        (lines(9) + b'{"id": "bad"}\n', ["--max-errors", "0"], 1),
        (lines(3), ["--text-field", "html"], 2),
        (b"", [], 2),
        (lines(1), ["--max-errors", "many"], 2),
    ],
)
def test_how_a_run_ends(tmp_path, content, options, code):
    (tmp_path / "in.jsonl").write_bytes(content)
    ran = auditor("run", "in.jsonl", "-o", "out", *options, cwd=tmp_path)
    assert ran.returncode == code, ran.stderr


def test_an_input_without_a_document_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(2))
    (tmp_path / "b.warc.gz").write_bytes(packed(record(b"GET /", kind="request")))
    ran = auditor("run", "a.jsonl", "b.warc.gz", "-o", "out", cwd=tmp_path)
    assert ran.returncode == 0
    assert f"no document in '{tmp_path}/b.warc.gz'" in ran.stderr


def test_rows_that_are_not_what_was_read_make_no_part(tmp_path):
    census = Census(tally=Tally(records=3))
    with pytest.raises(parts.UnbalancedError, match="do not add up"):
        parts.write_part(str(tmp_path), "name", "in.warc", [], census, corpus.Settings())
    assert not list(tmp_path.rglob("*.parquet"))
    census.skipped.update({"css": 2, "revisit": 1})
    assert parts.write_part(str(tmp_path), "name", "in.warc", [], census, corpus.Settings()).balance.adds_up


def test_a_folder_says_what_was_passed_by(tmp_path):
    names = (
        "a.html b.htm.gz page.php logo.css app.js x.csv y.wat.gz .hidden.html _temporary.html noise.bin index".split()
    )
    for name in names:
        data = page(1).encode() if name.startswith(("a.", "b.", "page", "index")) else b"\1\2\3"
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    closed, rows = run(tmp_path / "out", tmp_path)
    assert [Path(row["source"]).name for row in rows] == ["a.html", "b.htm.gz", "index", "page.php"]
    assert {row["title"] for row in rows} == {"Harbour 1 opens"}
    assert closed.passed_by == {
        "hidden file": 2, ".bin": 1, ".css": 1, ".csv": 1, ".gz": 1, ".js": 1,
    }  # fmt: skip


def test_loose_files_are_their_own_sources(tmp_path):
    for n in range(3):
        (tmp_path / f"{n}.html").write_text(page(n))
    closed, rows = run(tmp_path / "out", tmp_path)
    assert [Path(row["source"]).name for row in rows] == ["0.html", "1.html", "2.html"]
    assert [one.files for one in closed.inputs] == [3]


def test_any_reader_of_the_folder_reads_this_run(tmp_path):
    path, out = tmp_path / "in.jsonl", tmp_path / "out"
    path.write_bytes(lines(6))
    first, _ = run(out, path, documents=2)
    run(out, path, documents=2, max_chars=90_000)
    assert duckdb.sql(f"select count(*) from '{out}/parts/*.parquet'").fetchall() == [(6,)]
    assert len(list(out.glob("older/*"))) == 3
    before = {part.name: (out / "older" / f"{part.name}.parquet").stat().st_mtime_ns for part in first.parts}
    again, rows = run(out, path, documents=2)
    assert again == first
    assert len(rows) == 6
    assert before == {name: (out / "parts" / f"{name}.parquet").stat().st_mtime_ns for name in before}


def test_higher_limits_make_only_those_parts_again_that_may_gain(tmp_path):
    path, out = tmp_path / "in.jsonl", tmp_path / "out"
    how = {"documents": 2, "audit": "faulty_audit:audit"}
    path.write_bytes(lines(6, {1: "please hang"}))
    closed, _ = run(out, path, seconds=1, **how)
    assert closed.balance.errors == {"time": 1}
    before = {part.name: (out / "parts" / f"{part.name}.parquet").stat().st_mtime_ns for part in closed.parts}
    run(out, path, seconds=1.5, **how)
    after = {part.name: (out / "parts" / f"{part.name}.parquet").stat().st_mtime_ns for part in closed.parts}
    assert [before[part.name] == after[part.name] for part in closed.parts] == [False, True, True]


def test_fields_in_fields_and_fields_that_are_kept(tmp_path):
    folder = tmp_path / "lang=en" / "dump=2026-01"
    folder.mkdir(parents=True)
    row = {"_id": {"$oid": "64"}, "URL": ["a.example/path"], "content": {"html": WORDS}, "seen": 3, "more": "x"}
    (folder / "a.jsonl").write_text(json.dumps(row) + "\n")
    (folder / "_delta_log").mkdir()
    (folder / "_delta_log" / "1.checkpoint.parquet").write_bytes(b"PAR1")
    table = pa.table({"_id": [b"\xff\0"], "Url": ["//b.example/x"], "content": [{"html": WORDS}], "seen": [4]})
    pq.write_table(table, folder / "b.parquet")
    closed, rows = run(
        tmp_path / "out", tmp_path / "lang=en", text_field="content.html", id_field="_id", keep=("seen",)
    )
    assert [row["id"] for row in rows] == ["64", "ff00"]
    assert [row["host"] for row in rows] == ["a.example", "b.example"]
    assert [row["fields"] for row in rows] == [
        {"lang": "en", "dump": "2026-01", "seen": seen} for seen in ("3", "4")
    ]  # fmt: skip
    assert closed.passed_by == {"hidden folder": 1}


def test_summary_and_last_line_have_the_balance(tmp_path):
    other = [record(http("p {}", media="text/css"), n=1), record(b"GET /", kind="request", n=2)]
    (tmp_path / "a.warc.gz").write_bytes(packed(record(http(WORDS)), *other))
    ran = auditor("run", "a.warc.gz", "-o", "out", cwd=tmp_path)
    assert "1 document, in 1 part, of 3 records; 2 passed by: css 1, request 1" in ran.stderr
    said = auditor("summary", "out", "--all", cwd=tmp_path).stdout
    assert "Records of the inputs" in said
    assert "passed by: css" in said
