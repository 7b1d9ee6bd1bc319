"""What only a process of its own shows: what it imports, and that its output never varies."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples"
HEAVY = ("bs4", "langdetect", "lxml", "markdown_it", "multiprocessing", "random", "rich", "statistics", "textstat")


def run(*arguments, **variables):
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("AUDITOR", "PYTHONDONTWRITE"))}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT), **variables},
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A title for the page\n\nThe ferry sailed at noon, and nobody was late for it on that day.\n")
    return path


def test_output_depends_neither_on_workers_nor_on_the_hash_seed():
    one, two = (
        run("-m", "auditor", "check", SAMPLES, "--format", "json", "-j", jobs, PYTHONHASHSEED=jobs)
        for jobs in ("1", "2")
    )
    assert one.stdout == two.stdout
    assert one.stdout.startswith(b"{")
    assert one.returncode == two.returncode == 1
    assert one.stderr == two.stderr == b""


def test_what_is_derived_does_not_depend_on_the_hash_seed(tmp_path):
    program = (
        "import auditor; from pathlib import Path; from auditor.prepared import Growing;"
        f"[auditor.audit(path.read_text('utf-8')) for path in sorted(Path({str(SAMPLES)!r}).glob('*.[tm][xd]*'))];"
        "print(*sorted(f'{one.name} {text!r}' for one in Growing.all for text in one.new), sep='\\n')"
    )
    fresh = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}  # nothing was kept
    one, two = (run("-c", program, PYTHONHASHSEED=seed, **fresh) for seed in ("1", "2"))
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) > 100


def test_a_small_page_needs_no_heavy_library(page):
    program = (
        "import sys, os; from auditor import cli; os._exit = sys.exit; import atexit;"
        f"atexit.register(lambda: print('IMPORTED', *(m for m in {HEAVY} if m in sys.modules)));"
        f"sys.argv = ['auditor', 'check', {str(page)!r}]; cli.run()"
    )
    found = run("-c", program)
    assert found.stdout.decode().splitlines()[-1].split() == ["IMPORTED"]
    assert found.returncode == 0


def test_a_reader_that_has_seen_enough_gets_no_traceback(page):
    command = f"{sys.executable} -m auditor check {page} {SAMPLES} | true"
    found = subprocess.run(["bash", "-c", command], check=False, capture_output=True, cwd=ROOT)
    assert b"Traceback" not in found.stderr


@pytest.mark.slow
def test_start_up_costs_at_most_four_times_the_import_of_typer(page, tmp_path):
    cache = {"PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}

    def seconds(*arguments):
        def once():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            assert run(*arguments, **cache).returncode == 0
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        once()  # compiles what is not yet compiled
        return min(once() for _ in range(5))

    assert seconds("-m", "auditor", "check", page) <= 4 * seconds("-c", "import typer")


def test_a_page_that_was_kept_needs_neither_parser_nor_rules(tmp_path):
    (tmp_path / "page.txt").write_text("The mill stands on the river. It was mended in spring.")
    told = (
        "import sys; from auditor.cli.shell import shell; sys.argv[1:] = ['check', 'page.txt', '--cache-dir', 'kept'];"
        "import atexit; atexit.register(lambda: print(sorted(m for m in sys.modules if m.startswith('auditor.'))));"
        "shell()()"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "key"), "PYTHONPYCACHEPREFIX": str(tmp_path / "made")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = [sys.executable, "-c", told]
    first, second = (
        subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False).stdout
        for _ in range(2)
    )
    assert "'auditor.engine'" in first
    assert "'auditor.reporters.text'" in second
    for part in ("engine", "parsing.html", "parsing.plaintext", "signals", "detectors", "former", "corpus"):
        assert f"'auditor.{part}" not in second
