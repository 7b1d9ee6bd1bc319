"""`auditor baseline`, and what `auditor check` makes of a baseline."""

import json

import pytest

FILE = "auditor-baseline.jsonl"


@pytest.fixture
def baseline(call, house):
    return lambda verb, *arguments: call("baseline", verb, *arguments, "--config", f"rules = ['{house}']")


def known(desk):
    return [json.loads(line) for line in (desk / FILE).read_text("utf-8").splitlines()]


@pytest.fixture
def archive(write, baseline):
    write("b.md", "A pear on its own.\n")
    write("sub/a.md", "A plum on its own.\n")
    assert baseline("create", ".").exit_code == 0


def check(call, house, *arguments):
    return call("check", "--rules", house, "--select", "house", *arguments)


def test_it_is_one_sorted_line_a_finding(archive, desk):
    found = [(one["path"], one["rule"], one["places"]) for one in known(desk) if one["rule"] in ("pear", "plum")]
    assert found == [("b.md", "pear", 1), ("sub/a.md", "plum", 1)]
    assert known(desk) == sorted(known(desk), key=lambda one: (one["path"], one["rule"], one["fingerprint"]))


def test_only_new_findings_fail(archive, call, house, write):
    assert check(call, house, ".").exit_code == 1
    found = check(call, house, ".", "--baseline", FILE)
    assert found.exit_code == 0
    assert "no findings; 2 suppressed" in found.stdout
    write("sub/a.md", "A first line was put in.\n\nA plum on its own.\n")
    assert check(call, house, ".", "--baseline", FILE).exit_code == 0
    write("c.md", "A plum on its own.\n")
    found = check(call, house, ".", "--baseline", FILE, "--quiet")
    assert found.exit_code == 1
    assert [line.split(":")[0] for line in found.stdout.splitlines()] == ["c.md"]


def test_it_can_be_a_setting_and_paths_count_from_its_folder(  # noqa: PLR0917
    archive, call, house, write, desk, monkeypatch
):
    write("auditor.toml", f"baseline = '{FILE}'")
    monkeypatch.chdir(desk / "sub")
    assert check(call, house, "a.md").exit_code == 0


def test_a_finding_at_more_places_is_new(archive, call, house, write):
    write("sub/a.md", "A plum on its own.\n\nAnother plum.\n")
    assert check(call, house, ".", "--baseline", FILE).exit_code == 1


def test_known_findings_that_are_gone_are_told(archive, call, house, write):
    assert check(call, house, ".", "--baseline", FILE).stderr == ""
    write("b.md", "Nothing is left.\n")
    found = check(call, house, ".", "--baseline", FILE)
    assert "the baseline knows findings that are gone: 1; `auditor baseline prune`" in found.stderr


def test_create_does_not_write_over_a_baseline(archive, baseline, write):
    write("c.md", "A plum.\n")
    found = baseline("create", ".")
    assert found.exit_code == 2
    assert "exists" in found.stderr
    assert baseline("create", ".", "--force").exit_code == 0


def test_update_takes_in_nothing_new_unless_asked(archive, baseline, write, desk):
    write("c.md", "A plum on its own.\n")
    write("b.md", "Nothing is left.\n")
    found = baseline("update", ".")
    assert found.exit_code == 1
    assert "new findings stay out" in found.stderr
    assert "plum" not in [one["rule"] for one in known(desk) if one["path"] == "c.md"]
    assert "pear" not in [one["rule"] for one in known(desk) if one["path"] == "b.md"]
    assert baseline("update", ".", "--add-new").exit_code == 0
    assert "plum" in [one["rule"] for one in known(desk) if one["path"] == "c.md"]


def test_update_does_not_let_a_known_finding_grow(archive, baseline, write, desk):
    write("sub/a.md", "A plum on its own.\n\nAnother plum.\n")
    assert baseline("update", ".").exit_code == 1
    assert [one["places"] for one in known(desk) if one["rule"] == "plum"] == [1]
    assert baseline("update", ".", "--add-new").exit_code == 0
    assert [one["places"] for one in known(desk) if one["rule"] == "plum"] == [1, 1]


def test_prune_drops_what_is_gone_and_leaves_files_alone_that_were_not_asked_for(archive, baseline, write, desk):
    write("b.md", "Nothing is left.\n")
    assert baseline("prune", "sub").exit_code == 0
    assert {"pear", "plum"} <= {one["rule"] for one in known(desk)}
    assert baseline("prune", ".").exit_code == 0
    assert "pear" not in {one["rule"] for one in known(desk)}
    (desk / "sub" / "a.md").unlink()
    write("c.md", "A pear.\n")
    assert baseline("prune", "c.md").exit_code == 0
    assert "sub/a.md" not in {one["path"] for one in known(desk)}


def test_a_file_that_cannot_be_read_leaves_the_baseline_as_it_is(archive, baseline, desk):
    before = known(desk)
    found = baseline("prune", ".", "gone.md")
    assert found.exit_code == 2
    assert "stays as it is" in found.stderr
    assert known(desk) == before


def test_show_counts_by_rule(archive, baseline):
    lines = baseline("show").stdout.splitlines()
    assert ["1", "1", "plum"] in [line.split() for line in lines]
    assert lines[-1].endswith("in all")


def test_doubled_lines_of_a_merge_are_one_and_a_conflict_is_told(archive, call, house, write, desk):
    lines = (desk / FILE).read_text("utf-8")
    write(FILE, lines + lines)
    assert check(call, house, ".", "--baseline", FILE).exit_code == 0
    write(FILE, f"<<<<<<< ours\n{lines}")
    found = check(call, house, ".", "--baseline", FILE)
    assert found.exit_code == 2
    assert f"{FILE}:1: no finding of a baseline" in found.stderr
    assert "resolve the merge" in found.stderr


def test_a_baseline_that_is_not_there_is_an_error(call, house, write):
    write("a.md", "A plum.")
    found = check(call, house, "a.md", "--baseline", "none.jsonl")
    assert found.exit_code == 2
    assert "auditor baseline create" in found.stderr


def test_private_evidence_is_not_written_down(baseline, write, desk):
    write("a.md", "The secret Marmalade is here.\n")
    baseline("create", ".")
    assert "secret" in [one["rule"] for one in known(desk)]
    assert "armalade" not in (desk / FILE).read_text("utf-8")
