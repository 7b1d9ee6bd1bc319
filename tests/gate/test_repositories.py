"""`--diff-base`: every file's own repository is asked, and what stood there before is not held against anybody."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

GOOD = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met on Tuesday and heard the skipper speak.\n\n"
BAD = GOOD + "As an AI language model, I cannot provide real-time information about the ferry.\n\nThe vote passed.\n"
WORSE = BAD + "\nI am sorry, but I cannot fulfill this request on the fares.\n"
RULE = "assistant-speaking"


def check(*arguments):
    return CliRunner().invoke(app, ["check", "-q", "--no-cache", "--select", RULE, *arguments])


def lines(*arguments):
    """The places that fail, and the exit code."""
    found = check(*arguments, "-f", "json")
    if found.exit_code == 2:
        return found.stderr, 2
    reports = json.loads(found.stdout)["reports"]
    spots = [
        (r["document"]["name"], spot["line"]) for r in reports for f in r["findings"] for spot in (f, *f["related"])
    ]
    return spots, found.exit_code


@pytest.fixture
def with_submodule(alone, repository, commit, git):
    repository("../content")
    repository()
    git("submodule", "--quiet", "add", "../content", "content")
    commit()


def test_a_commit_in_a_submodule_is_audited(with_submodule, commit):
    Path("content/bad.md").write_text(BAD)
    commit("content")
    commit()
    assert lines("content", "--diff-base", "HEAD~1") == ([("content/bad.md", 7)], 1)
    assert lines(".", "--diff-base", "HEAD") == ([], 0)


def test_a_new_file_in_a_submodule_is_audited_before_it_is_committed(with_submodule):
    Path("content/bad.md").write_text(BAD)
    assert lines(".", "--diff-base", "HEAD") == ([("content/bad.md", 7)], 1)


def test_a_submodule_that_is_new_is_new_as_a_whole(with_submodule, commit):
    Path("content/bad.md").write_text(BAD)
    commit("content")
    commit()
    assert lines(".", "--diff-base", "HEAD~2") == ([("content/bad.md", 7)], 1)


def test_a_clone_in_the_repository_is_asked_itself(alone, repository, git):
    repository()
    repository("nested")
    Path("nested/bad.md").write_text(BAD)
    assert lines(".", "--diff-base", "main") == ([("nested/bad.md", 7)], 1)
    git("branch", "-m", "other", folder="nested")
    said, code = lines(".", "--diff-base", "main")
    assert code == 2
    assert "knows no revision 'main'" in said
    assert "nested" in said


def test_files_of_another_repository_are_asked_there(alone, repository):
    repository()
    repository("../other")
    Path("../other/bad.md").write_text(BAD)
    assert lines("../other", "--diff-base", "main") == ([("../other/bad.md", 7)], 1)


def test_the_working_folder_may_lie_above_the_repository(alone, repository):
    repository("below")
    Path("below/bad.md").write_text(BAD)
    assert lines("below", "--diff-base", "main") == ([("below/bad.md", 7)], 1)


def test_a_hook_of_a_linked_worktree_may_change_its_folder(alone, monkeypatch, repository, git):
    repository()
    git("worktree", "add", "--quiet", "-b", "topic", "../linked")
    Path("../linked/sub").mkdir()
    Path("../linked/bad.md").write_text(BAD)
    monkeypatch.setenv("GIT_DIR", git("rev-parse", "--absolute-git-dir", folder="../linked"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.environ["GIT_DIR"] + "/index")
    monkeypatch.chdir("../linked/sub")
    assert lines("..", "--diff-base", "main") == ([("../bad.md", 7)], 1)


def test_git_itself_calls_a_hook_of_a_linked_worktree(alone, repository, git):
    repository()
    git("worktree", "add", "--quiet", "-b", "topic", "../linked")
    call = f"{sys.executable} -m auditor check .. -q --no-cache --select {RULE} --diff-base main"
    hook = Path(".git/hooks/pre-commit")
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nmkdir -p sub && cd sub && PYTHONPATH={os.pathsep.join(sys.path)} exec {call}\n")
    hook.chmod(0o755)
    Path("../linked/bad.md").write_text(BAD)
    git("add", "-A", folder="../linked")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git("commit", "-m", "next", folder="../linked")
    assert "../bad.md:7:" in stopped.value.stdout + stopped.value.stderr


def test_only_what_is_new_in_a_changed_file_fails(alone, repository, commit):
    repository()
    Path("bad.md").write_text(BAD)
    commit()
    Path("bad.md").write_text(BAD.replace("The vote passed.", "The vote failed."))
    assert lines(".", "--diff-base", "main") == ([], 0)
    Path("bad.md").write_text("An introduction stands above.\n\n" + WORSE)
    assert lines(".", "--diff-base", "main") == ([("bad.md", 13)], 1)


@pytest.mark.parametrize("change", ["rename", "rename and edit", "mode"])
def test_a_renamed_file_brings_nothing_new(alone, change, repository, commit, git):
    repository()
    Path("bad.md").write_text(BAD)
    commit()
    if change == "mode":
        Path("bad.md").chmod(0o755)
    else:
        git("mv", "bad.md", "other.md")
    if change == "rename and edit":
        Path("other.md").write_text(BAD.replace("The vote passed.", "The vote failed."))
    assert lines(".", "--diff-base", "main") == ([], 0)


def test_a_suppression_that_is_taken_away_is_a_change(alone, monkeypatch, repository, commit):
    monkeypatch.setenv("AUDITOR_INLINE_IGNORES", "['assistant-speaking']")
    repository()
    excused = BAD.replace("As an AI", "<!-- auditor: ignore assistant-speaking -- read aloud -->\n\nAs an AI")
    Path("bad.md").write_text(excused)
    commit()
    Path("bad.md").write_text(excused.replace("The vote passed.", "The vote failed."))
    assert lines(".", "--diff-base", "main") == ([], 0)
    Path("bad.md").write_text(BAD)
    assert lines(".", "--diff-base", "main") == ([("bad.md", 7)], 1)


def test_the_cache_keeps_what_a_file_was(alone, repository, commit):
    repository()
    Path("bad.md").write_text(BAD)
    commit()
    Path("bad.md").write_text(WORSE)
    again = ("check", ".", "-q", "--select", RULE, "--diff-base", "main")
    first = CliRunner().invoke(app, again)
    assert (first.exit_code, len(first.stdout.splitlines())) == (1, 1)
    assert CliRunner().invoke(app, again).stdout == first.stdout


def test_a_repository_of_somebody_else_is_told_in_the_words_of_git(alone, monkeypatch, repository):
    repository()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said, code = lines(".", "--diff-base", "main")
    assert code == 2
    assert "dubious ownership" in said
    assert "safe.directory" in said


def test_a_revision_of_zeros_is_a_new_branch(alone, repository, commit, git):
    repository()
    Path("bad.md").write_text(BAD)
    found = check(".", "--diff-base", "0" * 40)
    assert found.exit_code == 1
    assert "new branch: all files count as new" in found.stderr
    commit()
    git("clone", "--quiet", ".", "../clone")
    Path("../clone/worse.md").write_text(WORSE)
    assert [name for name, _ in lines("../clone", "--diff-base", "0" * 40)[0]] == ["../clone/worse.md"] * 2


def test_a_repository_without_a_commit_has_new_files_only(alone, git):
    git("init", "--quiet")
    Path("bad.md").write_text(BAD)
    found = check(".", "--diff-base", "HEAD")
    assert found.exit_code == 1
    assert "has no commit yet" in found.stderr


def test_histories_that_do_not_meet_are_told(alone, repository, commit, git):
    repository()
    git("checkout", "--quiet", "--orphan", "fresh")
    Path("bad.md").write_text(BAD)
    commit()
    found = check(".", "--diff-base", "main")
    assert found.exit_code == 1
    assert "no common history with main: files are compared with the revision itself" in found.stderr


PROGRAMS = [
    "core.fsmonitor", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.e=vil.clean",
    "filter.e=vil.smudge", "filter.e=vil.process",
]  # fmt: skip


@pytest.fixture
def told(monkeypatch):
    """git is told settings by its caller, too."""
    for name, value in (("COUNT", "1"), ("KEY_0", "user.name"), ("VALUE_0", "Ann")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)


@pytest.mark.usefixtures("alone", "told")
@pytest.mark.parametrize("setting", PROGRAMS)
def test_settings_of_git_that_run_programs_run_none(repository, git, commit, setting):
    repository()
    Path(".gitattributes").write_text("*.md filter=e=vil diff=evil\n")
    Path("known.md").write_text(BAD)
    commit()
    git("config", setting, f"{sys.executable} -c \"open('ran', 'w')\" #")
    Path("bad.md").write_text(BAD)
    Path("known.md").write_text(f"{BAD}\nIt rained.\n")
    spots, _ = lines(".", "--diff-base", "HEAD")
    assert {name for name, _ in spots} == {"bad.md"}
    assert not Path("ran").exists()


@pytest.mark.parametrize("setting", ["core.sshCommand", "remote.origin.uploadpack", "remote.origin.vcs"])
def test_an_object_that_is_missing_is_fetched_by_no_program_of_the_repository(alone, repository, git, commit, setting):
    repository()
    Path("known.md").write_text(BAD)
    commit()
    blob = git("rev-parse", "HEAD:known.md").strip()
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.url", "ssh://nobody.invalid/x" if setting == "core.sshCommand" else str(Path.cwd()))
    git("config", setting, f"{sys.executable} -c \"open('{Path.cwd()}/ran', 'w')\" #")
    Path(f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    Path("known.md").write_text(BAD.replace(".", "!"))
    check(".", "--diff-base", "HEAD")
    assert not Path("ran").exists()
