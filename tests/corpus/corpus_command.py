"""`auditor corpus` as somebody runs it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def auditor(*arguments, **how):
    """One of its commands; what it said, unless `how` says where that goes."""
    command = [sys.executable, "-m", "auditor", "corpus", *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "NO_COLOR": "1"}
    kept = {} if "stderr" in how else {"capture_output": True}
    return subprocess.run(command, text=True, encoding="utf-8", check=False, env=env, **kept, **how)
