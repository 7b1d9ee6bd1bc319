"""Several reports of one run, and where each goes."""

import json

import pytest

from auditor.cli import audits


@pytest.fixture
def counted(monkeypatch):
    """How often each source was audited."""
    names, real = [], audits.audit
    monkeypatch.setattr(audits, "audit", lambda source, jobs: names.append(source.name) or real(source, jobs))
    return names


def test_every_format_of_one_audit(check, write, desk, counted):
    write("a.txt", "A plum and a pear.")
    write("b.txt", "Nothing here.")
    forms = ["-f", "text", "-f", "sarif:out.sarif", "-f", "jsonl:out.jsonl", "-f", "html:report"]
    found = check("a.txt", "b.txt", *forms, "--no-cache")
    assert found.exit_code == 1
    assert counted == ["a.txt", "b.txt"]
    assert "a.txt: A plum" in found.stdout
    assert len(json.loads((desk / "out.sarif").read_text())["runs"][0]["results"]) == 2
    assert len((desk / "out.jsonl").read_text().splitlines()) == 2
    assert "plum" in (desk / "report" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html", "markdown", "sarif", "gitlab", "junit", "rdjson"])
def test_a_report_is_the_same_alone_and_beside_others(check, write, desk, form):
    write("a.txt", "A plum, a secret Marmalade and a pear.")
    alone = check("a.txt", "-f", f"{form}:alone.out")
    beside = check("a.txt", "-f", "html:b.html", "-f", f"{form}:beside.out", "-f", "text")
    assert alone.exit_code == beside.exit_code == 1
    assert (desk / "alone.out").read_bytes() == (desk / "beside.out").read_bytes()
    assert b"armalade" not in (desk / "beside.out").read_bytes()


def test_outputs_belong_to_formats_in_their_order(check, write, desk):
    write("a.txt", "A plum.")
    check("a.txt", "-f", "json", "-f", "junit:j.xml", "-f", "gitlab", "-o", "a.json", "-o", "g.json")
    assert "summary" in json.loads((desk / "a.json").read_text())
    assert isinstance(json.loads((desk / "g.json").read_text()), list)
    assert (desk / "j.xml").read_text().startswith("<?xml")


def test_a_dash_is_stdout(check, write, desk):
    write("a.txt", "A plum.")
    found = check("a.txt", "-f", "text:-", "-f", "jsonl:a.jsonl")
    assert "\na.txt:1:3" in found.stdout
    assert check("a.txt", "-o", "-").stdout == found.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "text", "-f", "json"], "two reports go to stdout"),
        (["-f", "text:x", "-f", "json:x"], "two reports go to x"),
        (["-f", "text", "-f", "sarif", "-o", "a.sarif"], "1 for 2 formats without a file of their own"),
        (["-f", "sarif:a.sarif", "-o", "a.txt"], "1 for 0 formats without a file of their own"),
        (["-f", "sarif:"], "sarif: names no file"),
        (["-f", "sraif:a.sarif"], "no reporter is called 'sraif'"),
    ],
)
def test_unclear_wishes_are_refused(check, write, desk, arguments, said):
    write("a.txt", "A plum.")
    found = check("a.txt", *arguments)
    assert found.exit_code == 2
    assert said in found.stderr
    assert not (desk / "a.sarif").exists()


def test_a_report_that_cannot_be_written_harms_no_other(check, write, desk):
    write("a.txt", "A pear.")
    found = check("a.txt", "-f", "sarif:no/such/folder/a.sarif", "-f", "jsonl:a.jsonl", "-f", "text")
    assert found.exit_code == 2
    assert "no/such/folder/a.sarif: cannot be written" in found.stderr
    assert "a.txt:1:3: error[pear]" in found.stdout
    assert len((desk / "a.jsonl").read_text().splitlines()) == 1


def test_the_job_summary_is_appended_beside_annotations(check, write, desk, monkeypatch):
    summary = write("summary.md", "Before.\n\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    write("a.txt", "A plum.")
    found = check("a.txt", "-f", "github")
    assert found.stdout.startswith("::error title=auditor (plum),file=a.txt,line=1,endLine=1,col=3,endColumn=7::")
    assert summary.read_text().startswith("Before.\n\n## Audit: 1 of 1 fail\n")
    check("a.txt", "-f", "text")
    assert summary.read_text().count("## Audit") == 1


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "rdjson", "markdown"])
def test_private_data_is_hidden_unless_asked_for(check, write, form):
    write("a.txt", "The secret Marmalade is a plum.")
    assert "armalade" not in check("a.txt", "-f", form).stdout
    if form == "sarif":  # the one that repeats what it points at
        assert "armalade" in check("a.txt", "-f", form, "--reveal-private").stdout


def test_stdin_and_sources_that_cannot_be_read(check):
    found = check("-", "gone.txt", "--stdin-filename", "note.txt", "-f", "sarif", input="A plum.")
    run = json.loads(found.stdout)["runs"][0]
    assert found.exit_code == 2
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["note.txt", "gone.txt"]
    assert not run["invocations"][0]["executionSuccessful"]


def test_the_report_is_shown_where_that_is_asked_for(desk, check, monkeypatch):
    shown = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    check("a.txt", "--format", "html", "--output", "report.html")
    assert shown == []
    check("a.txt", "--format", "html", "--output", "report.html", "--open")
    check("a.txt", "--open")
    assert shown[0].endswith("/report.html")
    assert shown[1].startswith("file://")
    assert shown[0] != shown[1]


def test_options_stand_in_groups_without_names_of_types(check):
    told = check("--help").stdout
    assert [line for line in told.splitlines() if line == "What fails:"]
    assert "list[str]" not in told
    assert "%Y" not in told
