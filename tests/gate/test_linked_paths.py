"""A file is the same file through whatever links its folder was reached: settings, excuses and baseline hold."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

TODO = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met.\n\nTODO: ask the skipper.\n"
OURS = """
select = ["todo-mark"]
fail-on = "warning"
exclude = ["/drafts"]
per-file-ignores = { "/poems/*" = ["todo-mark"] }
[[suppress]]
paths = ["/news/n.md"]
rules = ["todo-mark"]
reason = "asked"
"""


def check(*arguments, **options):
    return CliRunner().invoke(app, ["check", "-q", "--no-cache", *arguments], **options)


@pytest.fixture
def linked(alone, repository, write, commit):
    """A repository that is reached through a link beside it."""
    repository("real")
    write("real/auditor.toml", OURS)
    for name in ("drafts/d.md", "poems/p.md", "news/n.md"):
        write(f"real/{name}", TODO)
    commit("real")
    Path("link").symlink_to("real")
    return alone / "link"


def quiet(result):
    return (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_working_folder_is_a_link(linked, monkeypatch):
    monkeypatch.chdir(linked)
    monkeypatch.setenv("PWD", str(linked))  # as a shell says it
    for folder in (".", str(linked), str(linked.resolve())):
        assert quiet(check(folder)), folder


def test_the_folder_that_is_named_is_a_link(linked):
    for folder in ("link", "link/news", str(linked), "real"):
        assert quiet(check(folder)), folder
    assert quiet(check("link/drafts/d.md", "link/good.md", "--force-exclude")) is False  # it says what it passed by
    assert check("link/drafts/d.md", "--force-exclude").stdout == ""


@pytest.mark.parametrize(("written", "read"), [("real", "link"), ("link", "real")])
def test_a_baseline_knows_a_file_by_either_name(linked, written, read):
    file = f"{written}/auditor-baseline.jsonl"
    made = CliRunner().invoke(app, ["baseline", "create", written, "--baseline", file, "--config", "suppress = []"])
    assert made.exit_code == 0
    assert json.loads(Path(file).read_text())["path"] == "news/n.md"
    assert check(read, "--config", "suppress = []").exit_code == 1
    assert quiet(check(read, "--config", "suppress = []", "--baseline", f"{read}/auditor-baseline.jsonl"))


def test_changes_are_found_through_a_link(linked):
    Path("real/new.md").write_text(TODO)
    for folder in ("link", "real"):
        found = check(folder, "--diff-base", "HEAD")
        assert (found.exit_code, found.stdout.count("todo-mark")) == (1, 1)


def test_hosts_are_told_the_name_from_the_top_through_a_link(linked, monkeypatch):
    Path("real/new.md").write_text(TODO)
    monkeypatch.chdir(linked)
    (entry,) = json.loads(check(str(linked), "-f", "gitlab").stdout)
    assert entry["location"]["path"] == "new.md"


def test_what_is_shown_of_a_file_is_the_same(linked):
    ours, theirs = (
        json.loads(CliRunner().invoke(app, ["config", "show", f"{name}/drafts/d.md", "-f", "json"]).stdout)
        for name in ("real", "link")
    )
    assert os.path.realpath(ours["file"]) == os.path.realpath(theirs["file"])
    assert ours["path"] | {"path": ""} == theirs["path"] | {"path": ""}
    assert ours["path"]["excluded"]
