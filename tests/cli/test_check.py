"""`auditor check`: exit codes, streams, options."""

import json
import os

import pytest

import auditor
from auditor.cli import audits

CLEAN = "Nothing to see in this short text.\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, [], 0),
        ("A plum.", [], 1),
        ("A plum.", ["--exit-zero"], 0),
        ("A pear.", [], 0),
        ("A pear.", ["--fail-on", "error"], 1),
        ("A pear.", ["--fail-on", "critical"], 0),
        ("A quince.", ["--fail-on", "warning"], 1),
        ("A quince.", ["--fail-on", "error"], 0),
        ("A grape.", ["--fail-on", "info"], 1),
        ("A quince.", ["--fail-under", "89"], 0),
        ("A quince.", ["--fail-under", "89.1"], 1),
        ("A plum.", ["--ignore", "plum"], 0),
        ("A plum.", ["--ignore", "pear,plum"], 0),
        ("A plum.", ["--config", "fail-on = 'info'", "--ignore", "plum"], 0),
    ],
)
def test_the_gate(check, write, text, options, code):
    assert check(write("a.txt", text), *options).exit_code == code


def test_a_rejected_page_fails_whatever_the_severity_asked_for(check, write):
    write("a.txt", "A plum.")
    assert check("a.txt", "--fail-on", "critical").exit_code == 1


def test_two_wins_over_one_and_the_rest_is_reported(check, write):
    write("bad.txt", "A plum.")
    found = check("gone.txt", "bad.txt")
    assert found.exit_code == 2
    assert "reject    39  bad.txt: A plum" in found.stdout
    assert "gone.txt: there is no such file or folder" in found.stderr


def test_exit_zero_does_not_hide_what_could_not_be_read(check):
    assert check("gone.txt", "--exit-zero").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "plumm"], "no rule or dimension is called 'plumm'; did you mean 'plum'?"),
        (["--ignore", "plumm"], "did you mean 'plum'?"),
        (["--format", "jsn"], "no reporter is called 'jsn'; there are text, json, jsonl"),
        (["--config", "fail_on = 'error'"], "unknown key 'fail_on'; did you mean 'fail-on'?"),
        (["--config", "fail-on = 'grave'"], "allowed are info, warning, error, critical"),
        (["--config", "no toml ="], "not TOML"),
        (["--config", "gone.toml"], "gone.toml: cannot be read"),
        (["--rules", "nowhere"], "there is no folder 'nowhere'"),
        (["--output", "no/such/folder/report.txt"], "cannot be written"),
        (["--fail-on", "grave"], "grave"),
        (["-j", "-1"], "--jobs: -1 is not allowed; give a whole number, 0 or more"),
    ],
)
def test_wrong_usage_says_what_and_where(check, write, arguments, said):
    write("a.txt", CLEAN)
    found = check("a.txt", *arguments)
    assert found.exit_code == 2
    assert said in found.stderr
    assert found.stdout == ""


def test_stdin_has_a_name(check):
    found = check("-", "--stdin-filename", "note.txt", input="A plum.")
    assert "note.txt:1:3: critical[plum]" in found.stdout


def test_stdin_is_read_as_its_name_says(call):
    found = call("check", "-", "--stdin-filename", "a.html", "--format", "json", input="plain")
    assert json.loads(found.stdout)["reports"][0]["document"]["format"] == "html"


def test_json_is_one_object_with_the_summary_first(check, write):
    write("a.txt", "A plum and a pear.")
    write("b.txt", CLEAN)
    found = json.loads(check("a.txt", "b.txt", "gone.txt", "--format", "json").stdout)
    assert list(found) == ["schema_version", "summary", "reports"]
    assert [report["document"]["name"] for report in found["reports"]] == ["a.txt", "b.txt"]
    assert found["summary"]["verdicts"] == {"pass": 1, "review": 0, "reject": 1}
    assert found["summary"]["severities"] == {"info": 0, "warning": 0, "error": 1, "critical": 1}
    assert found["summary"]["errors"][0]["name"] == "gone.txt"
    assert found["summary"]["failed"] == [{"name": "a.txt", "score": 8.0, "reasons": ["verdict reject"]}]
    assert [total["rule"] for total in found["summary"]["rules"]] == ["plum", "pear"]


def test_json_lines_are_the_reports_of_the_library(check, write):
    path = write("a.txt", CLEAN)
    line = json.loads(check("a.txt", "gone.txt", "--format", "jsonl").stdout.splitlines()[0])
    own = auditor.audit(path.read_bytes(), name="a.txt", zone="body").to_dict()
    assert line["document"] == own["document"]


def test_sources_without_a_report_are_lines_too(check):
    assert json.loads(check("gone.txt", "--format", "jsonl").stdout)["name"] == "gone.txt"


def test_output_goes_to_a_file_without_colours(check, write, desk, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    write("a.txt", "A plum.")
    found = check("a.txt", "--output", "report.txt")
    assert found.stdout == ""
    assert "\na.txt:1:3: critical[plum]" in (desk / "report.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours(check, write, monkeypatch, variables, coloured):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    write("a.txt", "A plum.")
    assert ("\x1b[" in check("a.txt").stdout) is coloured


def test_quiet_is_one_line_a_finding(check, write):
    write("a.txt", "A plum and a quince.")
    write("b.txt", CLEAN)
    lines = check("a.txt", "b.txt", "--quiet").stdout.splitlines()
    assert [line.split("]")[0] for line in lines] == ["a.txt:1:3: critical[plum", "a.txt:1:14: warning[quince"]


def test_statistics_count_every_rule(check, write):
    write("a.txt", "A plum and a quince.")
    assert "-61.0         1       1  critical  plum" in check("a.txt", "--statistics").stdout


def test_private_data_is_hidden_everywhere_unless_asked_for(check, write):
    write("a.txt", "The secret Marmalade is a plum.")
    for options in ([], ["--format", "json"], ["--quiet"]):
        assert "armalade" not in check("a.txt", *options).stdout
    assert "The secret Marmalade is" in check("a.txt", "--reveal-private").stdout


def test_one_file_is_reported_once(check, write):
    write("a.txt", "A plum.")
    assert check("a.txt", "a.txt", ".", "--quiet").stdout.count("a.txt:1:3") == 1


def test_a_document_that_crashes_harms_no_other(check, write, monkeypatch):
    write("a.txt", "A plum.")
    write("b.txt", CLEAN)
    parse = auditor.parse

    def broken(source, *, name, **others):
        if name == "b.txt":
            raise RuntimeError("the parser fell over")
        return parse(source, name=name, **others)

    monkeypatch.setattr(auditor, "parse", broken)
    found = check("b.txt", "a.txt")
    assert found.exit_code == 2
    assert "b.txt: internal error, please report it: RuntimeError: the parser fell over" in found.stderr
    assert "a.txt: A plum" in found.stdout


def test_a_worker_that_dies_harms_no_other(check, write, monkeypatch):
    for number in range(6):
        write(f"{number}.txt", "A plum.")
    read = audits.sources.read

    def deadly(source, limit):
        if source.name == "3.txt":
            os._exit(3)
        return read(source, limit)

    monkeypatch.setattr(audits.sources, "read", deadly)
    found = check(".", "-j", "2", "--quiet")
    assert [line.split(":")[0] for line in found.stdout.splitlines()] == ["0.txt", "1.txt", "2.txt", "4.txt", "5.txt"]
    assert "3.txt: internal error, please report it: the worker died" in found.stderr


def test_a_rule_that_fails_is_told_and_exits_2(check, write, house, desk):
    # The message wants a number that the verb does not give.
    folder = desk / "cards" / "house"
    folder.mkdir(parents=True)
    card = (house / "house" / "plum.yml").read_text("utf-8").replace("{times}", "{nothing}")
    (folder / "plum.yml").write_text(card, "utf-8")
    write("a.txt", "A plum and a pear.")
    found = check("--rules", "cards", "a.txt")
    assert found.exit_code == 2
    assert "a.txt: rule plum failed" in found.stderr
    assert "error[pear]" in found.stdout


def test_a_broken_card_is_told_and_isolated(check, write, desk):
    (desk / "cards" / "house").mkdir(parents=True)
    (desk / "cards" / "house" / "odd.yml").write_text("titel: Odd\n")
    write("a.txt", "A pear.")
    found = check("--rules", "cards", "a.txt")
    assert found.exit_code == 2
    assert "odd.yml:1: unknown key 'titel'; did you mean 'title'?" in found.stderr
    assert "error[pear]" in found.stdout


def test_larger_sources_are_errors(check, write):
    write("a.txt", "A plum.")
    found = check("a.txt", "--config", "max-bytes = 6")
    assert found.exit_code == 2
    assert "a.txt: larger than 6 bytes; raise `max-bytes`" in found.stderr
    assert check("a.txt", "--config", "max-bytes = 7").exit_code == 1


def test_low_confidence_rules_need_to_be_asked_for(call, write, house, desk):
    folder = desk / "cards" / "house"
    folder.mkdir(parents=True)
    card = (house / "house" / "plum.yml").read_text("utf-8")
    (folder / "plum.yml").write_text(card.replace("private:", "confidence: low\nprivate:"), "utf-8")
    write("a.txt", "A plum.")
    common = ["check", "a.txt", "--as", "body", "--rules", house, "--rules", "cards", "--quiet"]
    assert "[plum]" not in call(*common).stdout
    assert "[plum]" in call(*common, "--extend-select", "plum").stdout
    assert "[plum]" in call(*common, "--select", "plum").stdout


def test_help_explains_exit_codes_and_the_gate(call):
    text = " ".join(call("check", "--help").stdout.split())
    assert "0 nothing fails the gate; 1 a page fails it; 2 wrong usage" in text
    assert "a page fails when its verdict is reject" in text


def test_version(call):
    assert call("--version").stdout == f"auditor {auditor.__version__}\n"
