"""Whatever happens to a document, a worker, the driver, an input or the disk: every document has exactly one row."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from making import audited, errors, lines, page

from auditor import corpus
from auditor.corpus.running import parts
from auditor.corpus.running.guard import Worker

FAULTY = "faulty_audit:audit"
IDS = {f"d{n}" for n in range(6)}


def jsonl(tmp_path, extras, count=6):
    path = tmp_path / "in.jsonl"
    path.write_bytes(lines(count, extras))
    return path


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        ("please raise", "exception", "ZeroDivisionError: as asked"),
        ("please crash", "crash", "SIGSEGV"),
        ("please eat", "memory", "more memory"),
        ("please hang", "time", "longer than a document may"),
        ("please spin in C", "time", "longer than a document may"),
    ],
)
def test_a_document_costs_itself_one_row(tmp_path, asked, kind, said):
    path = jsonl(tmp_path, {2: asked})
    rows = audited(tmp_path / "out", path, audit=FAULTY, seconds=2 if kind == "time" else 60, memory=1_000_000_000)
    assert set(rows) == IDS
    assert errors(rows) == {"d2": kind}
    assert said in rows["d2"]["error"]
    assert rows["d2"]["url"] == "https://n.example/2"


def test_one_death_blames_nobody(tmp_path):
    path = jsonl(tmp_path, {3: f"please kill me once mark={tmp_path / 'mark'} "})
    rows = audited(tmp_path / "out", path, audit=FAULTY)
    assert set(rows) == IDS
    assert errors(rows) == {}
    assert (tmp_path / "mark").exists()


def test_a_worker_killed_from_outside_costs_nothing(tmp_path):
    path = jsonl(tmp_path, {}, 40)
    killed = threading.Event()

    def kill(progress, _):
        if progress.documents == 5 and not killed.is_set():
            killed.set()
            children = subprocess.run(["pgrep", "-P", str(os.getpid())], capture_output=True, text=True, check=True)
            for pid in children.stdout.split():
                if b"auditor.corpus.running.child" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(int(pid), signal.SIGKILL)

    if not Path("/proc/self/cmdline").exists():
        pytest.skip("children are found through /proc")
    rows = audited(tmp_path / "out", path, progress=corpus.Progress(kill))
    assert killed.is_set()
    assert (len(rows), errors(rows)) == (40, {})


DRIVER = """
import os, sys
os.environ["AUDITOR_TEST_DRIVER"] = str(os.getpid())
from auditor import corpus
corpus.run([sys.argv[1]], sys.argv[2], corpus.Settings(audit="faulty_audit:audit"), documents=4, workers=2)
"""


def drive(path, out):
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", DRIVER, path, out], env=env, capture_output=True, check=False)


@pytest.mark.parametrize("number", [0, 5, 11], ids=["in the first part", "in the middle", "at the last document"])
def test_a_killed_driver_goes_on_where_it_was(tmp_path, number):
    mark = tmp_path / "mark"
    path = jsonl(tmp_path, {number: f"please kill the driver once mark={mark} "}, 12)
    out = tmp_path / "out"
    first = drive(path, out)
    assert first.returncode == -signal.SIGKILL
    assert not (out / "manifest.json").exists()
    with pytest.raises(ValueError, match="run it again"):
        corpus.files(str(out))
    before = {part: part.stat().st_mtime_ns for part in out.glob("parts/*.parquet")}
    rows = audited(out, path, audit=FAULTY, documents=4)
    assert set(rows) == {f"d{n}" for n in range(12)}
    assert errors(rows) == {}
    assert {part: part.stat().st_mtime_ns for part in before} == before


def test_poison_is_remembered_when_the_driver_dies_with_it(tmp_path):
    path = jsonl(tmp_path, {2: "please crash"})
    out = str(tmp_path / "out")
    settings = corpus.Settings(audit=FAULTY)
    (shard,) = corpus.shards([str(path)])
    name = shard.part(settings.fingerprint(settings.ruleset()))
    parts.remember(out, name, {2: ["SIGSEGV", "SIGSEGV"]})
    began = time.monotonic()
    corpus.run_shard(shard, out, settings)
    assert parts.deaths(out, name) == {}
    assert time.monotonic() - began < 30
    rows = audited(out, path, audit=FAULTY)
    assert errors(rows) == {"d2": "crash"}


def test_a_full_disk_stops_the_run_and_leaves_a_valid_state(tmp_path, monkeypatch):
    path = jsonl(tmp_path, {}, 8)
    out = tmp_path / "out"
    corpus.run_shard(next(corpus.shards([str(path)], 4)), str(out))
    monkeypatch.setenv("AUDITOR_TEST_FULL", "1")
    with pytest.raises(corpus.WorkerError, match=os.strerror(errno.ENOSPC)):
        corpus.run([str(path)], str(out), corpus.Settings(audit="full_disk:audit"), documents=4)
    assert not (out / "manifest.json").exists()
    assert list(out.glob("**/.part-*")) == []
    rows = audited(out, path, documents=4)
    assert (len(rows), errors(rows)) == (8, {})


def test_a_worker_that_died_between_two_parts_is_followed_by_another(tmp_path):
    (shard,) = corpus.shards([str(jsonl(tmp_path, {}))], 10)
    (tmp_path / "out" / "parts").mkdir(parents=True)
    worker = Worker(corpus.Settings())
    try:
        child = worker._start()
        os.killpg(child.pid, signal.SIGKILL)
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # dead, and not yet taken leave of
        part = worker.work(shard, str(tmp_path / "out"), "a", lambda failed: None)
    finally:
        worker.close()
    assert (part.documents, part.errors) == (6, 0)
    assert child.returncode == -signal.SIGKILL


def test_two_runs_race_on_one_output(tmp_path):
    path = jsonl(tmp_path, {}, 30)
    out = tmp_path / "out"
    runs = [
        threading.Thread(target=corpus.run, args=([str(path)], str(out)), kwargs={"documents": 5}) for _ in range(2)
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    rows = audited(out, path, documents=5)
    assert (len(rows), errors(rows)) == (30, {})
    assert len(list(out.glob("parts/*"))) == 6


def test_readers_go_by_the_manifest(tmp_path):
    out = tmp_path / "out"
    audited(out, jsonl(tmp_path, {}, 4))
    changed = audited(out, jsonl(tmp_path, {}, 5))
    assert len(changed) == 5
    assert [len(list(out.glob(f"{folder}/*"))) for folder in ("parts", "older")] == [1, 1]


def test_other_settings_make_other_parts(tmp_path):
    path = jsonl(tmp_path, {}, 2)
    audited(tmp_path / "out", path)
    assert all(row["words"] for row in audited(tmp_path / "out", path, max_chars=90_000).values())
    parts, older = ({p.name for p in (tmp_path / "out" / folder).iterdir()} for folder in ("parts", "older"))
    assert len(parts) == len(older) == 1
    assert parts != older


def test_how_rules_were_chosen_does_not_matter(tmp_path):
    """The command line names every rule that runs; a run in Python that names none can go on with it."""
    path = jsonl(tmp_path, {}, 2)
    audited(tmp_path / "out", path)
    every = tuple(rule.id for rule in corpus.Settings().ruleset().rules)
    audited(tmp_path / "out", path, select=every, seconds=60)
    assert len(list((tmp_path / "out").glob("parts/*"))) == 1


def test_files_that_cannot_be_read_have_a_row(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.html").write_text(page(n))
    (folder / "loop.html").symlink_to(folder / "loop.html")
    rows = audited(tmp_path / "out", folder, tmp_path / "gone.html", tmp_path / "gone.warc.gz", keep_going=True)
    kinds = {Path(key).name: kind for key, kind in errors(rows).items()}
    assert kinds == {"loop.html": "unreadable", "gone.html": "unreadable", "gone.warc.gz#broken": "unreadable"}
    assert len(rows) == 6


def test_documents_that_are_too_large_or_binary(tmp_path):
    (tmp_path / "large.html").write_text(page(1) * 50)
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 20)
    rows = audited(tmp_path / "out", tmp_path / "large.html", tmp_path / "binary.html", max_bytes=10_000)
    assert sorted(errors(rows).values()) == ["too-large", "unreadable"]


def test_a_worker_that_cannot_start_stops_the_run(tmp_path):
    with pytest.raises(corpus.WorkerError, match="no worker starts"):
        audited(tmp_path / "out", jsonl(tmp_path, {}), audit="no_such_module:audit")
