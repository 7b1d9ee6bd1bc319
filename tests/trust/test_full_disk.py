"""A disk that runs full while something is written: it is told, nothing is half there, and the run is no success."""

import json
import shutil
import subprocess
import sys

import pytest

ARTICLE = "<p>The ferry sails at noon and comes back before the tide has turned on the bar.</p>\n" * 60
RUNS = {
    "a report": ["check", "../{}", "--no-cache", "-q", "-o", "report.json", "--format", "json"],
    "two reports": ["check", "../{}", "--no-cache", "-q", "-f", "html:report.html", "-f", "sarif:report.sarif"],
    "a corpus": ["corpus", "run", "../{}", "-o", "out"],
    "a baseline": ["baseline", "create", "../{}"],
}
COMMAND = [sys.executable, "-P", "-m", "auditor"]


def _may_mount():
    unshare = shutil.which("unshare")
    return unshare and not subprocess.run([unshare, "-rm", "true"], capture_output=True, check=False).returncode


pytestmark = pytest.mark.skipif(not _may_mount(), reason="no disk can be mounted here")


@pytest.fixture
def on_a_small_disk(tmp_path):
    """Run something in a folder with some kilobytes; what it says, and what is in the folder afterwards."""
    (tmp_path / "disk").mkdir()

    def run(command, kilobytes):
        script = (
            f"mount -t tmpfs -o size={kilobytes}k tmpfs disk && cd disk && head -c 8000 /dev/zero > filling; "
            '"$@"; echo "code $?"; find . -type f ! -name filling ! -path "*_cache/*" '
            '-exec sh -c \'echo "$1"; cat "$1"\' - {} \\;'
        )
        inside = ["unshare", "-rm", "sh", "-c", script, "-", *command]
        return subprocess.run(inside, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)

    return run


@pytest.mark.parametrize("what", RUNS)
def test_what_finds_no_space_says_so_and_leaves_nothing(what, on_a_small_disk, tmp_path):
    if what == "a corpus":
        pytest.importorskip("pyarrow")
    (tmp_path / "a.html").write_text(
        f"<html lang=en><h1>The ferry</h1>{ARTICLE}As an AI language model, I cannot sail."
    )
    done = on_a_small_disk([*COMMAND, *(part.replace("{}", "a.html") for part in RUNS[what])], 12)
    assert "No space left on device" in done.stderr
    assert done.stdout == "code 2\n"


def test_a_cache_that_finds_no_space_costs_no_run(on_a_small_disk, tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.html").write_text(f"<html lang=en><h1>Ferry {number}</h1>{ARTICLE}")
    command = [*COMMAND, "check", *(f"../{number}.html" for number in range(4)), "--cache-dir", "cache"]
    done = on_a_small_disk([*command, "--exit-zero", "-f", "jsonl"], 12)
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"schema')]
    assert "code 0" in done.stdout
    assert {json.loads(line).get("verdict") for line in lines} >= {"pass"}


def test_an_article_that_cannot_be_mended_stays_as_it_was(on_a_small_disk, tmp_path):
    source = f"<html lang=en><h1>The ferry</h1>{ARTICLE}<p>The skipperâ€™s boat is old. Itâ€™s blue.</p>"
    (tmp_path / "a.html").write_text(source)
    script = ["sh", "-c", 'cp ../a.html . && "$@"; cmp a.html ../a.html && echo same', "-", *COMMAND]
    done = on_a_small_disk([*script, "check", "a.html", "--fix", "-q", "--no-cache"], 16)
    assert "No space left on device" in done.stderr
    assert done.stdout.startswith("same")
