"""The modules of a check come out of one file that an earlier run kept, and are the same."""

import os
import subprocess
import sys

import pytest

from auditor.cli import modules
from auditor.prepared import Growing

TOLD = (
    "import sys, os; from auditor import cli; os._exit = sys.exit; import atexit;"
    "atexit.register(lambda: print(sys.modules['auditor.engine'].__spec__.loader.__class__.__name__));"
    "sys.argv = ['auditor', 'check', 'page.txt', '--no-cache', '-f', 'json']; cli.run()"
)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Growing, "all", [])

    def again():
        monkeypatch.setattr(modules, "_MODULES", Growing("modules", modules._Compiled))
        return modules._MODULES

    return again


def run(tmp_path, *flags, **environment):
    every = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "made")} | environment
    if "PYTHONDONTWRITEBYTECODE" not in environment:
        every.pop("PYTHONDONTWRITEBYTECODE", None)
    call = [sys.executable, *flags, "-c", TOLD]
    return subprocess.run(call, check=False, capture_output=True, text=True, cwd=tmp_path, env=every)


def test_two_runs_say_the_same(tmp_path):
    (tmp_path / "page.txt").write_text("The mill\n\nIt stands on the river. [Insert photo here]")
    first, second = run(tmp_path), run(tmp_path)
    assert first.stdout == second.stdout
    assert (first.returncode, first.stderr) == (second.returncode, second.stderr) == (0, "")
    assert second.stdout.splitlines()[-1] == "_Kept"


def test_where_nothing_is_kept_python_reads_them(tmp_path):
    (tmp_path / "page.txt").write_text("The mill\n\nIt stands on the river.")
    assert run(tmp_path, PYTHONDONTWRITEBYTECODE="1").stdout.splitlines()[-1] == "SourceFileLoader"
    assert run(tmp_path, "-O").stdout.splitlines()[-1] == "SourceFileLoader"


def test_a_module_is_found_with_its_place_and_its_code(elsewhere):
    own = elsewhere()
    spec = modules._Kept().find_spec("auditor.parsing.html")
    assert spec.origin.endswith("auditor/parsing/html/__init__.py")
    assert spec.submodule_search_locations == [os.path.dirname(spec.origin)]  # noqa: PTH120
    own.keep()
    kept = elsewhere()
    finder = modules._Kept()
    spec = finder.find_spec("auditor.causes")
    assert "auditor.parsing.html" in kept.kept
    found = type(sys)("auditor.causes")
    finder.exec_module(found)
    assert found.fingerprint("one") == sys.modules["auditor.causes"].fingerprint("one")


def test_what_is_no_module_of_the_package_is_left_to_python(elsewhere):
    elsewhere()
    finder = modules._Kept()
    assert finder.find_spec("json.tool") is None
    assert finder.find_spec("auditor.no_such_module") is None
