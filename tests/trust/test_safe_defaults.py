"""What is shipped for pipelines keeps the safe default: no article excuses itself, no repository writes elsewhere."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

ROOT = Path(__file__).parents[2]
EXCUSE = "<!-- auditor: ignore-file assistant-speaking, authorship, generated -- house style -->"
ARTICLE = f"{EXCUSE}\n# The ferry\n\nIt sails at noon. As an AI language model, I cannot board it.\n"


def call(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize("host", ["github", "gitlab", "none"])
def test_settings_that_init_writes_let_no_article_excuse_itself(folder, host):
    assert call("init", "--ci", host, "--install", "article-auditor==1.0").exit_code == 0
    said = "".join(path.read_text() for path in folder.rglob("*") if path.is_file() and path.name != "a.md")
    assert "inline-ignores = true" not in said
    assert "inline_ignores" not in said
    done = call("check", ".", "--no-cache")
    assert done.exit_code == 1
    assert "assistant-speaking" in done.stdout


@pytest.mark.parametrize("shipped", ["action.yml", "templates/auditor.yml", ".pre-commit-hooks.yaml"])
def test_what_pipelines_include_does_not_turn_it_on(shipped):
    assert "inline" not in (ROOT / shipped).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["../elsewhere/new", "link/new", "/nowhere/new"])
def test_settings_make_no_folder_elsewhere(folder, place):
    inside = folder / "repository"
    inside.mkdir()
    (folder / "elsewhere").mkdir()
    (inside / "link").symlink_to(folder / "elsewhere")
    (inside / "auditor.toml").write_text(f"cache-dir = '{place}'\n")
    (inside / "a.md").write_text(ARTICLE)
    done = call("check", inside)
    assert done.exit_code == 2
    assert "cache-dir" in done.stderr
    assert "does not exist; make it, or give it as --cache-dir" in done.stderr
    assert list((folder / "elsewhere").iterdir()) == []


def test_a_folder_that_is_there_may_be_named(folder, monkeypatch):
    (folder / "repository").mkdir()
    (folder / "kept").mkdir()
    (folder / "repository" / "auditor.toml").write_text("cache-dir = '../kept'\n")
    (folder / "repository" / "a.md").write_text(ARTICLE)
    monkeypatch.chdir(folder / "repository")
    assert call("check", ".").exit_code == 1
    assert list((folder / "kept").iterdir())
