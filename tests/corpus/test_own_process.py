"""A process of our own loads and holds nothing for work that it does not do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LEAN = "from auditor.corpus.running import process; process.make_lean(); process.keep_memory()"
ARROW = "import pyarrow as pa; pa.array([1, None]); pa.scalar('a')"


@pytest.mark.parametrize(
    ("code", "said"),
    [(ARROW, "asked"), (f"{LEAN}; {ARROW}", ""), (f"{LEAN}; {ARROW}; import pandas", "asked")],
    ids=["what Arrow does by itself", "ours", "who imports it has it"],
)
def test_arrow_loads_no_pandas(tmp_path, code, said):
    (tmp_path / "pandas.py").write_text("print('asked')\n__version__ = '0.1'  # too old for Arrow to go on\n")
    path = os.pathsep.join([str(tmp_path), str(ROOT), *sys.path])
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == said
