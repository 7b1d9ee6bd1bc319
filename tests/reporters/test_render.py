"""`auditor.render`: every format, with the documents and without."""

import json
from xml.etree import ElementTree as ET

import pytest

import auditor
from auditor import reporters
from auditor.reporters.log_commands import IN_JSON, inert

ARTICLE = "# The harbour\n\n[Insert photo here]\n\nÅsa built it [citation needed].\n"
DOCUMENT = auditor.parse(ARTICLE, name="port.md")
REPORT = auditor.audit(DOCUMENT)
CLEAN = auditor.parse("# Port\n\n" + "The harbour was built by monks who had tired of the hills. " * 3, name="ok.md")


def as_checked(form, text):
    """A format's own reader."""
    if form in ("json", "sarif", "gitlab", "rdjson"):
        return json.loads(text)
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return ET.fromstring(text) if form == "junit" else text


@pytest.mark.parametrize("form", reporters.SHIPPED)
def test_every_format_is_written_with_and_without_documents(form):
    for reports, documents in (
        (REPORT, DOCUMENT),
        (REPORT, ()),
        ([REPORT, auditor.audit(CLEAN)], [DOCUMENT, CLEAN]),
        (iter([REPORT, REPORT]), ()),
    ):
        written = auditor.render(reports, format=form, documents=documents)
        assert as_checked(form, written) is not None
        assert "port.md" in written
        assert "todo-mark" in written or form == "markdown"
    assert as_checked(form, auditor.render([], format=form)) is not None


@pytest.mark.parametrize("form", reporters.SHIPPED)
def test_what_is_rendered_is_what_the_command_writes(form, tmp_path, monkeypatch):
    from typer.testing import CliRunner  # noqa: PLC0415

    from auditor.cli.app import app  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.md").write_text(ARTICLE, "utf-8")
    given = ["check", "port.md", "--no-cache", "--min-severity", "info", "-f", form, "-o", "out.html"]
    CliRunner().invoke(app, given)
    document = auditor.parse(ARTICLE.encode(), name="port.md")
    rendered = auditor.render(auditor.audit(document), format=form, documents=document, rules=auditor.load_rules())
    written = (tmp_path / "out.html").read_text("utf-8")
    top = f'"uri":"{tmp_path.as_uri()}/",'  # of a run, which a report does not know
    assert rendered == written.replace(top, "")


def test_html_shows_the_article_only_with_its_document():
    assert "Åsa built it" in auditor.render(REPORT, format="html", documents=DOCUMENT)
    assert "Åsa built it" not in auditor.render(REPORT, format="html")


def test_private_data_stay_masked_unless_they_are_revealed():
    source = "Name: Ida Moor\n\nBirthdate: 1983-05-14\n\nPhone: 206-684-4071\n"
    document = auditor.parse(source, name="port.txt", zone="author")
    known = auditor.load_rules(select="private-data")
    report = auditor.audit(document, rules=known)
    private = [rule.id for rule in known.rules if rule.private]
    assert any(finding.rule in private for finding in report.findings)
    for form in ("text", "html"):
        assert "1983-05-14" not in auditor.render(report, format=form, documents=document)
        shown = auditor.audit(document, rules=known, reveal_private=True)
        assert "1983-05-14" in auditor.render(shown, format=form, documents=document, reveal_private=True)


def test_what_does_not_belong_together_is_refused():
    with pytest.raises(ValueError, match="no reporter is called 'pdf'"):
        auditor.render(REPORT, format="pdf")
    with pytest.raises(ValueError, match="1 reports and 2 documents"):
        auditor.render(REPORT, documents=[DOCUMENT, CLEAN])
    with pytest.raises(ValueError, match="about another document"):
        auditor.render(REPORT, documents=CLEAN)
    with pytest.raises(ValueError, match="is none of the rules"):
        auditor.render(REPORT, rules=auditor.load_rules(select="authorship"))


def test_the_gate_decides_what_fails():
    strict = auditor.Gate(fail_under=100)
    assert auditor.render(REPORT, format="junit", gate=strict).count("<failure") == 1
    assert "Fails: score under 100" in auditor.render(REPORT, gate=strict)
    assert "Fails" not in auditor.render(REPORT)


@pytest.mark.parametrize("sign", ["\x7f", "\x9b", "\u061c", "\u200b", "\u2028", "\u202e", "\u2066", "\ufeff"])
@pytest.mark.parametrize("beside", ["plain", "\u00e9\u2026\u2019 and more"])
def test_signs_that_a_terminal_obeys_are_escaped_in_json_whatever_stands_beside_them(sign, beside):
    (said,) = inert([f'"{beside} {sign}31m"'], IN_JSON)
    assert sign not in said
    assert json.loads(said) == f"{beside} {sign}31m"
    assert list(inert([f'"{beside}"'], IN_JSON)) == [f'"{beside}"']
