"""A baseline that lives in a repository: branches merge, files are renamed and deleted."""

import json
import unicodedata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

BAD = "# The council votes on {0}\n\nBy Ada Byrne\n\nAs an AI language model, I cannot speak about {0}.\n"
FILE = "auditor-baseline.jsonl"
CHOICE = ("--config", "select = ['assistant-speaking']")


def call(*arguments):
    return CliRunner().invoke(app, [*arguments, *CHOICE])


def check(*arguments):
    return call("check", ".", "-q", "--no-cache", "--baseline", FILE, *arguments)


@pytest.fixture
def known(repository, write, commit):
    repository()
    for name in ("a", "z"):
        write(f"{name}.md", BAD.format(name))
    assert call("baseline", "create", ".").exit_code == 0
    commit()


def test_two_branches_that_add_lines_merge_without_a_conflict(known, write, git, commit):
    for branch, name in (("left", "m1"), ("right", "m2")):
        git("switch", "--quiet", "-c", branch, "main")
        write(f"{name}.md", BAD.format(name))
        call("baseline", "update", "--add-new", ".")
        commit()
    git("merge", "--quiet", "left")
    assert check().exit_code == 0
    write("m3.md", BAD.format("m3"))
    assert check().exit_code == 1


def test_attributes_that_are_there_stay(repository, write):
    repository()
    write("a.md", BAD.format("a"))
    write(".gitattributes", "*.png binary")
    for _ in range(2):
        call("baseline", "create", ".", "--force")
    assert Path(".gitattributes").read_text() == f"*.png binary\n{FILE} merge=union\n"


def test_a_renamed_file_stays_known_and_update_moves_it(known, git):
    git("mv", "a.md", "b.md")
    assert check().exit_code == 0
    assert call("baseline", "update", ".").exit_code == 0
    assert [json.loads(line)["path"] for line in Path(FILE).read_text().splitlines()] == ["b.md", "z.md"]
    assert check().exit_code == 0


def test_a_copy_beside_its_original_is_new(known, write):
    write("b.md", BAD.format("a"))
    assert check().exit_code == 1


def test_findings_of_deleted_files_are_counted_as_gone(known):
    Path("a.md").unlink()
    found = check()
    assert found.exit_code == 0
    assert "findings that are gone: 1" in found.stderr
    call("baseline", "prune", ".")
    assert check().stderr == ""


def test_a_name_is_one_name_in_either_form_of_its_letters(repository, write):
    repository()
    name = "café.md"
    file = write(unicodedata.normalize("NFC", name), BAD.format("a"))
    call("baseline", "create", ".")
    file.rename(unicodedata.normalize("NFD", name))
    assert check().exit_code == 0


def test_suppressions_are_told_by_entry_when_they_hide_nothing(write):
    write("a.md", BAD.format("a"))
    entry = "[[suppress]]\npaths = ['{}']\nrules = ['{}']\nreason = 'as ever'\n"
    write("auditor.toml", entry.format("*.md", "assistant-speaking") + entry.format("a.*", "todo-mark"))
    said = call("check", ".", "-q", "--no-cache").stderr
    assert "todo-mark for a.* hid nothing" in said
    assert "assistant-speaking" not in said


def test_patterns_that_match_no_file_are_told_after_a_whole_walk(write):
    write("a.md", BAD.format("a"))
    entry = "[[suppress]]\npaths = ['{}']\nrules = ['todo-mark']\nreason = 'as ever'\n"
    write(
        "auditor.toml",
        "per-file-ignores = { 'gone/*' = ['todo-mark'] }\n" + entry.format("/deleted.md") + entry.format("/old/*.md"),
    )
    said = call("check", ".", "-q", "--no-cache").stderr
    for pattern in ("suppress: /deleted.md", "suppress: /old/*.md", "per-file-ignores: gone/*"):
        assert f"{pattern} matches no file" in said
    assert "matches no file" not in call("check", "a.md", "-q", "--no-cache").stderr
