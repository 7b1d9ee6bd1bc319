"""The cache: what it keeps, and everything that must make it audit again."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import auditor
from auditor.cli import audits
from auditor.gate.cache import state

ROOT = Path(__file__).parent.parent.parent
SECRET = "The secret Marmalade is a plum.\n\nA quiet line.\n"


@pytest.fixture
def parsed(monkeypatch):
    """The names of the sources that were parsed and not taken from the cache."""
    names = []
    parse = auditor.parse

    def counting(source, *, name, **others):
        names.append(name)
        return parse(source, name=name, **others)

    monkeypatch.setattr(audits.auditor, "parse", counting)
    return names


def test_a_second_run_parses_nothing_and_says_the_same(check, write, parsed):
    for name in ("a.txt", "b.txt"):
        write(name, SECRET)
    for options in ([], ["--format", "json"], ["--format", "html"]):
        first = check(".", *options)
        parsed.clear()
        again = check(".", *options)
        assert parsed == []
        assert (again.stdout, again.exit_code) == (first.stdout, first.exit_code)
    assert "armalade" not in check(".").stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_source_is_shown_as_it_was_decoded(check, write, parsed, encoding):
    write("a.txt", "Ein Apfel für den König: a plum.\n".encode(encoding))
    first = check("a.txt").stdout
    assert "für den König" in first
    assert check("a.txt").stdout == first
    assert parsed == ["a.txt"]


@pytest.mark.parametrize(
    "options",
    [
        ["--ignore", "pear"],
        ["--as", "author"],
        ["--input-format", "markdown"],
        ["--reveal-private"],
        ["--config", "max-chars = 3"],
        ["--config", "pass-from = 99"],
        ["--config", "per-file-ignores = {'a.txt' = ['plum']}"],
        ["--config", "suppress = [{paths = ['a.txt'], rules = ['plum'], reason = 'ripe'}]"],
        ["--inline-ignores"],
        ["--no-cache"],
    ],
)
def test_whatever_changes_the_report_audits_again(check, write, parsed, options):
    write("a.txt", "A plum.")
    check("a.txt")
    parsed.clear()
    check("a.txt", *options)
    assert parsed == ["a.txt"]


def test_changed_files_and_cards_are_audited_again(check, write, house, desk):
    write("a.txt", "A plum.")
    check("a.txt")
    write("a.txt", "A pear.")
    assert "pear" in check("a.txt").stdout
    folder = desk / "cards" / "house"
    folder.mkdir(parents=True)
    card = (house / "house" / "pear.yml").read_text("utf-8")
    (folder / "pear.yml").write_text(card.replace("stands here", "was seen"), "utf-8")
    assert "was seen" in check("a.txt", "--rules", "cards").stdout
    (folder / "pear.yml").write_text(card.replace("stands here", "was met"), "utf-8")
    assert "was met" in check("a.txt", "--rules", "cards").stdout


def test_lexicons_count_too(desk):
    (desk / "_lexicons").mkdir()
    (desk / "_lexicons" / "words.txt").write_text("one")
    before = state([desk])
    assert state([desk]) == before
    (desk / "_lexicons" / "words.txt").write_text("two")
    assert state([desk]) != before


def test_the_day_counts_only_where_a_suppression_may_expire(check, write, parsed):
    write("auditor.toml", "inline-ignores = ['plum']")
    write("a.md", "A plum.\n")
    write("b.md", "<!-- auditor: ignore plum until 2026-01-01 -- not ripe -->\n\nA plum.\n")
    assert check(".", "--all", "--today", "2025-12-31").stdout.count("critical[plum]") == 1
    parsed.clear()
    assert check(".", "--all", "--today", "2026-01-01").stdout.count("critical[plum]") == 2
    assert parsed == ["b.md"]


@pytest.mark.parametrize(
    "harm", [lambda entry: entry[:40], lambda entry: entry[:-9] + b"x" + entry[-8:], lambda _: b""]
)
def test_a_harmed_entry_is_no_entry(check, write, desk, parsed, harm):
    write("a.txt", "A plum.")
    first = check("a.txt").stdout
    (entry,) = (path for path in (desk / ".auditor_cache").rglob("*") if path.is_file() and path.name != ".gitignore")
    entry.write_bytes(harm(entry.read_bytes()))
    parsed.clear()
    assert check("a.txt").stdout == first
    assert parsed == ["a.txt"]
    parsed.clear()
    check("a.txt")
    assert parsed == []


def test_it_stands_beside_the_settings_and_git_does_not_see_it(check, write, desk, monkeypatch):
    write("auditor.toml", "")
    write("sub/a.txt", "A plum.")
    monkeypatch.chdir(desk / "sub")
    check("a.txt")
    assert (desk / ".auditor_cache" / ".gitignore").read_text().endswith("*\n")
    assert not (desk / "sub" / ".auditor_cache").exists()
    check("a.txt", "--cache-dir", "elsewhere")
    assert (desk / "sub" / "elsewhere").is_dir()


def test_nothing_is_kept_of_stdin_errors_or_broken_rules(check, write, house, desk):
    check("-", input="A plum.")
    check("gone.txt")
    folder = desk / "cards" / "house"
    folder.mkdir(parents=True)
    card = (house / "house" / "plum.yml").read_text("utf-8").replace("{times}", "{nothing}")
    (folder / "plum.yml").write_text(card, "utf-8")
    write("a.txt", "A plum.")
    assert check("a.txt", "--rules", "cards").exit_code == 2
    assert not (desk / ".auditor_cache").exists()


def test_a_changed_file_replaces_its_entry(check, write, desk):
    for text in ("A plum.", "A pear.", "A quince."):
        write("a.txt", text)
        check("a.txt")
    assert len([path for path in (desk / ".auditor_cache").rglob("*") if path.is_file()]) == 2  # and .gitignore


def test_a_folder_that_cannot_be_written_costs_nothing(check, write):
    write("a.txt", "A plum.")
    write("file", "no folder")
    assert check("a.txt", "--cache-dir", "file/cache").exit_code == 1


def test_several_runs_at_once_agree(desk, write):
    for number in range(40):
        write(f"{number:02}.txt", f"The ferry sailed at noon on day {number}, as TODO: ask says.\n")
    command = [sys.executable, "-m", "auditor", "check", ".", "--format", "json", "-j", "2"]
    runs = [
        subprocess.Popen(command, cwd=desk, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE) for _ in range(3)
    ]
    outputs = {run.communicate()[0] for run in runs}
    assert len(outputs) == 1
    assert not list((desk / ".auditor_cache").rglob("*.tmp"))


def test_a_killed_run_leaves_whole_entries(desk, write):
    for number in range(40):
        write(f"{number:02}.txt", f"The ferry sailed at noon on day {number}, as TODO: ask says.\n" * 20)
    command = [sys.executable, "-m", "auditor", "check", ".", "--format", "json", "-j", "1"]
    killed = subprocess.Popen(command, cwd=desk, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL)
    while killed.poll() is None and len(list((desk / ".auditor_cache").rglob("*"))) < 10:
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    outputs = [
        subprocess.run([*command, *more], cwd=desk, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
        for more in ((), ("--no-cache",))
    ]
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[0].stderr == b""


@pytest.fixture
def frozen(tmp_path_factory):
    """A copy of the package that nobody works on while the tests run."""
    folder = tmp_path_factory.mktemp("frozen")
    for name in ("auditor", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_runs_with_several_workers_audit_what_changed_and_nothing_else(desk, write, frozen):
    """An entry is written for each page that is audited, and replaced when the page is audited again."""
    for number in range(64):
        write(f"{number:02}.txt", f"The ferry sailed at noon on day {number}, and nobody was late.\n")

    def entries():
        command = [sys.executable, "-m", "auditor", "check", ".", "--quiet", "-j", "2"]
        subprocess.run(command, cwd=desk, env={"PYTHONPATH": str(frozen)}, check=True)
        found = (path for path in (desk / ".auditor_cache").rglob("*") if path.is_file())
        return {(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in found}

    first = entries()
    assert len(first) == 65  # the pages, and a .gitignore
    assert entries() == first
    write("07.txt", "The ferry sailed at one on day 7, and everybody was late.\n")
    assert len(entries() - first) == 1


def test_a_repository_cannot_bring_its_own_verdicts_along(desk, check, write, parsed, monkeypatch):
    write("a.txt", SECRET)
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "of-somebody-else"))
    check("a.txt")
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "own"))
    parsed.clear()
    check("a.txt")
    assert parsed == ["a.txt"]
    check("a.txt")
    assert parsed == ["a.txt"]
    assert (desk / "own" / "auditor" / "key").stat().st_mode & 0o077 == 0


def test_where_no_key_can_be_kept_nothing_is(desk, check, write, monkeypatch):
    write("a.txt", SECRET)
    write("file", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "file"))
    assert check("a.txt").exit_code == 1
    assert not (desk / ".auditor_cache").exists()
