"""`--diff-base`: only what changed in git."""

import subprocess

import pytest


@pytest.fixture
def git(desk):
    def git(*arguments):
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(("git", *identity, *arguments), cwd=desk, check=True, capture_output=True)

    return git


@pytest.fixture
def repository(git, write):
    git("init", "--quiet", "--initial-branch=main")
    for name in ("old.txt", "edited.txt", "sub/gone.txt"):
        write(name, "A plum.")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    git("switch", "--quiet", "-c", "topic")


def audited(check, *arguments):
    return [line.split(":")[0] for line in check(".", "--quiet", *arguments).stdout.splitlines()]


def test_only_files_that_changed_are_audited(check, write, git, repository, desk):
    write("edited.txt", "A plum and a plum.")
    write("committed ü.txt", "The boat carries a plum from the island to the market, and nothing else.")
    git("add", "committed ü.txt")
    git("commit", "--quiet", "-m", "second")
    write("new.txt", "A plum.")
    (desk / "sub" / "gone.txt").unlink()
    assert audited(check, "--diff-base", "main") == ["committed ü.txt", "edited.txt", "new.txt"]
    assert len(audited(check)) == 4


def test_from_a_folder_below_too(check, write, repository, desk, monkeypatch):
    write("sub/new.txt", "A plum.")
    monkeypatch.chdir(desk / "sub")
    assert audited(check, "--diff-base", "main") == ["new.txt"]


def test_what_the_other_branch_did_since_is_not_ours(check, write, git, repository):
    git("switch", "--quiet", "main")
    write("old.txt", "A plum of theirs.")
    git("commit", "--quiet", "-am", "theirs")
    git("switch", "--quiet", "topic")
    write("edited.txt", "A plum of ours.")
    assert audited(check, "--diff-base", "main") == ["edited.txt"]


def test_nothing_changed_is_fine_and_told(check, repository):
    found = check(".", "--diff-base", "main")
    assert found.exit_code == 0
    assert "none of 3 files changed since main" in found.stderr


@pytest.mark.parametrize("revision", ["nowhere", "--output=gone", "main^5"])
def test_an_unknown_revision_is_an_error(check, repository, desk, revision):
    found = check(".", f"--diff-base={revision}")
    assert found.exit_code == 2
    assert f"git knows no revision {revision!r} here" in found.stderr
    assert not (desk / "gone").exists()


def test_outside_git_is_an_error(check, write, desk, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    write("a.txt", "A plum.")
    found = check(".", "--diff-base", "main")
    assert found.exit_code == 2
    assert "is not in a git repository" in found.stderr


def test_without_git_it_is_told(check, write, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    write("a.txt", "A plum.")
    write(".git/HEAD", "ref: refs/heads/main\n")
    found = check(".", "--diff-base", "main")
    assert found.exit_code == 2
    assert "git cannot be run" in found.stderr
