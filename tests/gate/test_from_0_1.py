"""What version 0.1.0 wrote keeps working; the files in `from_0_1` are as it wrote them."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

WRITTEN = Path(__file__).parent / "from_0_1"


@pytest.fixture
def project(tmp_path, monkeypatch):
    shutil.copytree(WRITTEN, tmp_path, dirs_exist_ok=True)
    (tmp_path / "cache").rename(tmp_path / ".auditor_cache")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(app, list(arguments))


def test_its_baseline_and_settings_hold(project):
    found = call("check", "pier.md")
    assert found.exit_code == 0, found.stdout
    assert "no findings; 2 suppressed" in found.stdout
    with (project / "pier.md").open("a") as page:
        page.write("\nTODO: find out when the quay is swept.\n")
    assert call("check", "pier.md").exit_code == 1


def test_its_cache_is_passed_over_and_written_again(project):
    (entry,) = [path for path in (project / ".auditor_cache").rglob("*") if path.is_file()]
    before = entry.read_bytes()
    first = call("check", "pier.md").stdout
    assert call("check", "pier.md").stdout == first
    entries = [path for path in (project / ".auditor_cache").glob("??/*") if path.is_file()]
    assert any(path.read_bytes() != before for path in entries)


def test_its_corpus_is_summed_up_and_run_again(project):
    assert "2 documents of 1 site: 1 reject, 0 review, 1 pass" in call("corpus", "summary", "corpus").stdout
    assert call("corpus", "run", "pier.jsonl", "-o", "corpus").exit_code == 0
    assert "audited                2" in call("corpus", "summary", "corpus", "--all").stdout


def test_pages_that_are_judged_otherwise_are_listed(project):
    (project / "two.md").write_text(
        "# The pier\n\nBy Ada Byrne\n\nThe pier is shut. TODO: ask.\n\nAnd [Insert picture here] in the text.\n"
    )
    (project / "one.md").write_text("# The pier\n\nBy Ada Byrne\n\nThe pier is shut. TODO: ask.\n")
    found = call("check", "--changed-verdicts", "--config", "pass-from = 80", "one.md", "two.md")
    assert found.exit_code == 0
    first, last = found.stdout.splitlines()
    assert first.startswith("two.md: pass (87) -> review, score 58 of 100; ")
    assert last == "1 of 2 verdicts changed"
