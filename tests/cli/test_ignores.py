"""Suppressions in settings, `--add-ignore`, and what a run says of them."""

import json

import pytest

ENTRY = "[[suppress]]\npaths = [{paths}]\nrules = ['plum']\nreason = 'ripe'\n{more}"


def settings(write, paths, more=""):
    write("auditor.toml", ENTRY.format(paths=paths, more=more))


@pytest.mark.parametrize("paths", ["'a.txt'", "'/a.txt'", "'*.txt'", "'b.txt', '/a.*'"])
def test_an_entry_covers_its_paths_and_rules(check, write, paths):
    settings(write, paths)
    write("a.txt", "A plum and a pear.")
    found = json.loads(check("a.txt", "--format", "json").stdout)
    assert [finding["rule"] for finding in found["reports"][0]["findings"]] == ["pear"]
    (suppressed,) = found["reports"][0]["suppressed"]
    assert (suppressed["by"], suppressed["reason"], suppressed["until"]) == ("settings", "ripe", None)
    assert suppressed["finding"]["rule"] == "plum"
    assert found["summary"]["suppressed"] == 1


def test_paths_count_from_the_settings(check, write, desk, monkeypatch):
    settings(write, "'/sub/a.txt'")
    write("sub/a.txt", "A plum.")
    monkeypatch.chdir(desk / "sub")
    assert check("a.txt").exit_code == 0
    assert check(desk / "sub" / "a.txt").exit_code == 0


def test_a_folder_without_a_wildcard_covers_what_is_in_it(check, write):
    settings(write, "'/old'")
    write("old/deep/a.txt", "A plum.")
    write("old.txt", "A plum.")
    found = check(".", "--quiet")
    assert [line.split(":")[0] for line in found.stdout.splitlines()] == ["old.txt"]


def test_it_expires_on_its_day(check, write):
    settings(write, "'*.txt'", "until = 2027-01-01")
    write("a.txt", "A plum.")
    assert check("a.txt", "--today", "2026-12-31").exit_code == 0
    assert check("a.txt", "--today", "2027-01-01").exit_code == 1
    found = check("a.txt", "--today", "2027-01-01", "--select", "structure", "--quiet")
    assert "plum (settings) expired on 2027-01-01" in found.stdout


def test_the_day_is_a_setting_too(check, write, monkeypatch):
    settings(write, "'*.txt'", "until = 2027-01-01")
    write("a.txt", "A plum.")
    monkeypatch.setenv("AUDITOR_TODAY", "2027-01-01")
    assert check("a.txt").exit_code == 1
    monkeypatch.setenv("AUDITOR_TODAY", "2026-12-31")
    assert check("a.txt").exit_code == 0


def test_an_unused_entry_for_one_file_is_a_finding(check, write):
    settings(write, "'/a.txt'")
    write("a.txt", "Nothing.")
    found = check("a.txt", "--select", "structure", "--quiet")
    assert "warning[unused-suppression] The suppression of plum (settings) hides nothing" in found.stdout


def test_an_unused_entry_for_many_files_is_told_once(check, write):
    settings(write, "'*.txt'")
    write("a.txt", "Nothing.")
    write("b.txt", "Nothing.")
    assert check(".").stderr.count("suppress: plum for *.txt hid nothing in this run") == 1
    write("b.txt", "A plum.")
    assert check(".").stderr == ""


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("paths = ['a']\nrules = ['plum']", "lacks `reason`"),
        ("paths = ['a']\nrules = ['plum']\nreason = ''", 'reason = "": it may not be empty'),
        ("paths = ['a']\nrules = ['plum']\nreason = 'x'\nuntill = 2027-01-01", "did you mean 'until'?"),
        ("paths = ['a']\nrules = ['plumm']\nreason = 'x'", "did you mean 'plum'?"),
        ("paths = []\nrules = ['plum']\nreason = 'x'", "paths = []: it may not be empty"),
    ],
)
def test_an_entry_that_cannot_be_used_is_an_error(check, write, entry, said):
    write("auditor.toml", f"[[suppress]]\n{entry}\n")
    write("a.txt", "A plum.")
    found = check("a.txt")
    assert found.exit_code == 2
    assert said in found.stderr


def test_comments_count_only_where_sources_are_vouched_for(check, write):
    write("a.md", "<!-- auditor: ignore plum -- ripe -->\n\nA plum.\n")
    found = check("a.md", "-f", "github")
    assert found.exit_code == 1
    assert "sources with suppressions of their own, which do not count: 1" in found.stderr
    assert check("a.md", "--inline-ignores").exit_code == 1  # it is critical
    write("auditor.toml", "inline-ignores = ['plum']")
    found = check("a.md", "-f", "github")
    assert found.exit_code == 0
    assert "suppressed by the sources themselves: 1" in found.stderr
    assert check("a.md").exit_code == 0
    assert "1 suppressed" in check("a.md").stdout
    assert check("a.md", "--no-inline-ignores").exit_code == 1


def test_add_ignore_writes_what_is_found_and_nothing_is_left(check, write, desk):
    write("auditor.toml", "fail-on = 'info'  # strict\n")
    for name in ("a.txt", "sub/b [1] é.txt", "c#.txt"):
        write(name, "A plum and a pear.")
    done = check(".", "--add-ignore", 'before the "gate"', "--until", "2099-01-01")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "2 rules suppressed in 3 files" in done.stderr
    text = (desk / "auditor.toml").read_text("utf-8")
    assert text.startswith("fail-on = 'info'  # strict\n")
    again = check(".")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "6 suppressed" in again.stdout
    write("d.txt", "A plum.")
    assert check(".").exit_code == 1


@pytest.mark.parametrize("name", ["auditor.toml", "pyproject.toml"])
def test_add_ignore_makes_or_extends_the_file_that_counts(check, write, desk, name):
    if name == "pyproject.toml":
        write(name, "[tool.auditor]\nfail-on = 'info'\n[tool.other]\nx = 1")
    write("a.txt", "A plum.")
    check("a.txt", "--add-ignore", "old", "--until", "2099-01-01")
    assert (desk / name).exists()
    assert check("a.txt").exit_code == 0


def test_add_ignore_leaves_a_file_alone_that_it_cannot_extend(check, write, desk):
    before = "suppress = [{paths = ['b.txt'], rules = ['plum'], reason = 'ripe'}]\n"
    write("auditor.toml", before)
    write("a.txt", "A plum.")
    found = check("a.txt", "--add-ignore", "old", "--until", "2099-01-01")
    assert found.exit_code == 2
    assert "[[suppress]]" in found.stderr
    assert (desk / "auditor.toml").read_text() == before


def test_private_data_that_is_suppressed_stays_hidden(check, write):
    write("auditor.toml", "[[suppress]]\npaths = ['a.txt']\nrules = ['secret']\nreason = 'known'\n")
    write("a.txt", "The secret Marmalade is a plum.")
    for options in ([], ["--format", "json"]):
        assert "armalade" not in check("a.txt", *options).stdout


def test_statistics_of_many_files_are_all_that_is_printed(check, write):
    for name in ("a.txt", "b.txt"):
        write(name, "A plum and a quince.")
    text = check(".", "--statistics").stdout
    assert "a.txt:1:" not in text
    assert "critical  plum" in text
    assert "Start with one rule, --select plum" in text


def test_add_ignore_hides_what_was_there_and_nothing_that_is_written_later(check, write):
    write("a.txt", "A pear.\n\nThe boat is red.\n")
    write("auditor.toml", "fail-on = 'error'\n")
    check("a.txt", "--add-ignore", "old")
    assert check("a.txt").exit_code == 0
    write("a.txt", "A pear.\n\nThe boat is red.\n\nAnother pear is green.\n")
    assert "a.txt:5:9: error[pear]" in check("a.txt", "--quiet").stdout


def test_add_ignore_refuses_what_is_critical_without_an_end(check, write, desk):
    write("a.txt", "A plum and a pear.")
    found = check("a.txt", "--add-ignore", "old")
    assert found.exit_code == 2
    assert "plum" in found.stderr
    assert "--until" in found.stderr
    assert not (desk / "auditor.toml").exists()
    check("a.txt", "--add-ignore", "old", "--until", "2027-01-01")
    assert check("a.txt", "--today", "2026-12-31").exit_code == 0
    assert check("a.txt", "--today", "2027-01-01").exit_code == 1


def test_a_path_that_an_entry_takes_out_again_is_audited(check, write):
    write("auditor.toml", "[[suppress]]\npaths = ['/a/*', '!/a/b.md']\nrules = ['plum']\nreason = 'ripe'\n")
    write("a/b.md", "A plum.\n")
    write("a/c.md", "A plum.\n")
    found = check(".")
    assert "a/b.md: " in found.stdout
    assert "a/c.md:1" not in found.stdout
    assert "matches no file" not in found.stderr


def test_a_reason_that_is_no_text_and_an_end_of_nothing_are_refused(check, write):
    write("a.md", "A plum.\n")
    assert "is not UTF-8" in check("a.md", "--add-ignore", "\udcff", "--until", "2030-01-31").stderr
    assert "give both" in check("a.md", "--until", "2030-01-31").stderr
