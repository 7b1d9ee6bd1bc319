"""Files that are no articles but traps."""

import bz2
import gzip
import io
import lzma
import os
import subprocess
import sys
import time
import tracemalloc
import zipfile

import pytest
from typer.testing import CliRunner

import auditor
from auditor import corpus, toml
from auditor.cli.app import app
from auditor.gate.git import top
from auditor.sources import find


def call(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_with_a_name_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    done = call("check", tmp_path / "a.md")
    assert done.exit_code == 2
    assert "is no file but a pipe or a device" in done.stderr


def test_settings_nested_without_end_are_an_error_with_a_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "auditor.toml").write_text("select = " + "[" * 50_000)
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide comes in.\n")
    done = call("check", "a.md")
    assert done.exit_code == 2
    assert "auditor.toml: nested too deeply" in done.stderr


DOTS, QUOTED = ".".join(["a"] * 20_000), " . ".join(['"b"'] * 20_000)


@pytest.mark.parametrize("text", [f"{DOTS} = 1", f"[{DOTS}]", f"x = {{y = 1, {QUOTED} = 1}}"])
def test_keys_of_settings_have_few_parts(tmp_path, monkeypatch, text):
    """The reader of the standard library takes 17 GB for a hundred thousand."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "auditor.toml").write_text(text)
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide comes in.\n")
    done = call("check", "a.md")
    assert done.exit_code == 2
    assert "auditor.toml: nested too deeply" in done.stderr


@pytest.mark.parametrize("line", [f"size = 1\n{DOTS[:9_999]} = 1", f"size = {'1' * 5_000}"])
def test_front_matter_that_nobody_means_is_no_front_matter(line):
    document = auditor.parse(f"+++\n{line}\n+++\n\n# Tides\n\nThe tide comes in.\n", format="markdown")
    assert any("front matter" in note for note in document.notes)
    assert "The tide comes in." in [block.text for block in document.blocks]


def test_dots_in_texts_and_comments_are_no_parts():
    text = f'exclude = ["{DOTS}"] # {DOTS}\nother = """\n{DOTS}"""\n'
    assert toml.read(text)["exclude"] == [DOTS]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"a":' * 100_000])
def test_a_baseline_nested_without_end_is_an_error_with_its_line(tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "known.jsonl").write_text(line + "\n")
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide comes in.\n")
    done = call("check", "a.md", "--config", "baseline = 'known.jsonl'")
    assert done.exit_code == 2
    assert "known.jsonl:1: no finding of a baseline" in done.stderr


def test_git_is_not_waited_for_without_end(tmp_path, monkeypatch):
    """It tries a pattern with many stars in every way there is."""
    (tmp_path / ".gitignore").write_text("*a*a*a*a*a*a*a*a*a*a*a*a*b\nc.md\n")
    for name in ("a" * 240, "b", "c"):
        (tmp_path / f"{name}.md").write_text("# Tides\n\nThe tide comes in.\n")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    monkeypatch.setattr("auditor.gate.git._PATIENCE", 1)
    assert "2 files:" in call("check", tmp_path, "--no-cache").stdout


def zstandard_of(data):
    return pytest.importorskip("zstandard").ZstdCompressor(level=19).compress(data)


@pytest.mark.parametrize(
    ("suffix", "made", "piece", "memory"),  # in millions of bytes; of gzip a thousand times as many may come out
    [
        ("zst", zstandard_of, 32, 100),
        ("gz", gzip.compress, 70, 250),
        ("bz2", bz2.compress, 8, 40),
        ("xz", lzma.compress, 32, 100),
    ],
)
def test_a_bomb_is_read_in_bounded_memory(tmp_path, suffix, made, piece, memory):
    from auditor.corpus.read.inflating import inflated  # noqa: PLC0415

    path = tmp_path / f"bomb.jsonl.{suffix}"
    path.write_bytes(made(bytes(200_000_000)))
    assert path.stat().st_size < 300_000
    tracemalloc.start()
    with path.open("rb") as stream:
        most = max(len(piece) for piece in inflated(stream, path.name))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most <= piece * 1_000_000
    assert peak <= memory * 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_member_that_takes_all_memory_costs_itself(tmp_path):
    """What is packed with bzip2 comes out of `zipfile` in one go."""
    pytest.importorskip("pyarrow")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("0.txt", "The tide comes in at six, and the keeper is there to see it.")
        archive.writestr("1.txt", bytes(900_000_000))
        archive.writestr("2.txt", "The tide goes out at noon, and the keeper is there to see it.")
    assert (tmp_path / "a.zip").stat().st_size < 4_000
    done = call("corpus", "run", tmp_path / "a.zip", "-o", tmp_path / "out", "--memory", "600")
    assert "3 documents, 1 with an error" in done.stderr


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_small_records_cost_what_they_hold(suffix):
    """A member of a few kilobytes may hold a million records."""
    from auditor.corpus.read.framing import framed  # noqa: PLC0415

    def cost(records):
        data = b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * records
        stream = io.BytesIO(gzip.compress(data) if suffix else data)
        started = time.process_time()
        assert sum(1 for _ in framed(stream, f"a.warc{suffix}", 0, 1_000)) == records
        return time.process_time() - started

    assert cost(60_000) < 6 * max(cost(15_000), 0.02)


def test_a_manifest_leads_to_no_other_folder(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "a.txt").write_text("The tide comes in at six.")
    assert call("corpus", "run", tmp_path / "a.txt", "-o", tmp_path / "out").exit_code == 0
    manifest = tmp_path / "out" / "manifest.json"
    (part,) = corpus.files(str(tmp_path / "out"))
    name = part.rpartition("/")[2].removesuffix(".parquet")
    manifest.write_text(manifest.read_text().replace(name, f"../../elsewhere/{name}"))
    with pytest.raises(ValueError, match="which no run does"):
        corpus.files(str(tmp_path / "out"))


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_a_planted_folder_of_the_cache_is_neither_written_to_nor_swept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "ab").mkdir(parents=True)
    (elsewhere / "ab" / "keep.txt").write_text("mine")
    (elsewhere / ".gitignore").write_text("*")
    for old in (elsewhere / "ab" / "keep.txt", elsewhere / ".gitignore"):
        os.utime(old, (0, 0))
    (tmp_path / "auditor.toml").write_text("")
    (tmp_path / "a.md").write_text("# Tides\n\nThe tide comes in.\n")
    (tmp_path / ".auditor_cache").symlink_to(elsewhere)
    done = call("check", "a.md")
    assert "is a link, which a repository may have planted" in done.stderr
    assert sorted(path.name for path in elsewhere.rglob("*")) == [".gitignore", "ab", "keep.txt"]
    (tmp_path / ".auditor_cache").unlink()
    call("check", "a.md", "--cache-dir", elsewhere)
    assert (elsewhere / "ab" / "keep.txt").read_text() == "mine"


def test_a_pattern_follows_no_link_out_of_its_folder(tmp_path):
    (tmp_path / "secret.md").write_text("token")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "secret.md")
    assert list(find([str(tmp_path / "content" / "*.md")])) == []


def test_a_folder_a_thousand_deep_has_a_repository_or_none(tmp_path):
    assert top("/nowhere" + "/d" * 1_500) is None
