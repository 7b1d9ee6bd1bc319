"""However a run ends, nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.gate.cache import Cache, slot
from auditor.reporters.page import Page

WORKERS = 2
SLOW = """
import os, sys, time
from auditor.cli import pool
from auditor.reporters.page import Page
from auditor.sources import Source

def audit(source):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)
    return Page(source.name)

list(pool.pooled([Source(str(n)) for n in range(4)], audit, 2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_workers_do_not_outlive_a_parent_that_was_killed(how):
    with subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True) as parent:
        workers = [int(parent.stdout.readline()) for _ in range(WORKERS)]
        parent.send_signal(how)
        parent.wait()
        left = set(workers)
        for _ in range(200):
            left = {pid for pid in left if _lives(pid)}
            if not left:
                break
            time.sleep(0.1)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left


ARTICLE = "The ferry sails at noon and comes back before the tide has turned on the bar."


def check(folder, *options, **how):
    command = [sys.executable, "-P", "-m", "auditor", "check", *options]
    own = os.environ | {"XDG_CACHE_HOME": str(folder / "home")}
    return subprocess.Popen(command, cwd=folder, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)


def test_two_first_runs_on_one_cache_say_the_same_and_the_next_reads_it(tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{ARTICLE} Boat {number} is blue.")
    runs = [check(tmp_path, ".", "--format", "jsonl") for _ in range(2)]
    said = {run.communicate(timeout=300) for run in runs}
    assert len(said) == 1
    assert said == {check(tmp_path, ".", "--format", "jsonl").communicate(timeout=300)}
    assert not list((tmp_path / ".auditor_cache").rglob("*.tmp"))


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
def test_a_full_disk_is_told_and_no_success(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    for options in (("-o", "/dev/full"), ("--format", "json", "-o", "/dev/full")):
        run = check(tmp_path, "a.txt", "--no-cache", *options)
        assert "No space left on device" in run.communicate(timeout=300)[1].decode()
        assert run.returncode == 2


def test_a_clock_that_was_set_back_keeps_no_cache_for_ever(tmp_path):
    cache = Cache(tmp_path / ".auditor_cache", "", b"k" * 32)
    for name in (b"a", b"b"):
        cache.put(slot(name), cache.stamp(name), Page("a.txt"))
    entries = sorted((tmp_path / ".auditor_cache").glob("??/*"))
    ahead = time.time() + 365 * 86_400
    for file in (entries[0], tmp_path / ".auditor_cache" / ".gitignore"):
        os.utime(file, (ahead, ahead))
    cache.sweep(time.time())
    assert sorted((tmp_path / ".auditor_cache").glob("??/*")) == entries[1:]
    assert (tmp_path / ".auditor_cache" / ".gitignore").stat().st_mtime < ahead - 86_400


def _lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    # A zombie that nobody has buried yet is dead.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
