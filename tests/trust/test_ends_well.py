"""However a run ends, nothing of it stays."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


def _lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    # A zombie that nobody has buried yet is dead.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
