import os
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """Nothing of this machine's git or of a host, and a working folder of our own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "gitconfig").write_text(
        '[user]\nname=T\nemail=t@example.org\n[protocol "file"]\nallow=always\n[init]\ndefaultBranch=main\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.fixture
def git(alone):
    def git(*arguments, folder="."):
        done = subprocess.run(("git", *arguments), cwd=folder, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return git


@pytest.fixture
def commit(git):
    def commit(folder="."):
        git("add", "-A", folder=folder)
        git("commit", "--quiet", "--allow-empty", "-m", "next", folder=folder)

    return commit


@pytest.fixture
def repository(git, commit, write):
    """Make a repository with one honest article."""

    def repository(folder="."):
        write(f"{folder}/good.md", GOOD)
        git("init", "--quiet", folder=folder)
        commit(folder)

    return repository


@pytest.fixture
def write(alone):
    def write(name, text):
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


GOOD = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met on Tuesday and heard the skipper speak.\n\n"
