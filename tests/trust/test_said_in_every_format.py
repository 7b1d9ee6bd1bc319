"""What was judged in part, or not at all, says so with the reason in every format, alone and among others."""

import json

import pytest
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app
from auditor.reporters import SHIPPED

TEXT = "<p>The ferry takes forty people and a dog, and comes back before the tide has turned on the bar.</p>"
PART = f"<html lang=en><h1>The ferry</h1>{TEXT}<xmp>{'Another text stands here. ' * 30}</xmp>"
FULL = f"<html lang=en><h1>The ferry</h1>{TEXT}"
NONE = "<html lang=en><title>The ferry</title><script>draw()</script>"
REASON = "text of more than 500 characters in <xmp> was not read"
SAID = (REASON, REASON.replace("<xmp>", "&lt;xmp&gt;"), REASON.replace("<xmp>", "&#60;xmp&#62;"))


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "AUDITOR_CONFIG"):
        monkeypatch.delenv(name, raising=False)

    def checked(form, **sources):
        for name, source in sources.items():
            (tmp_path / f"{name}.html").write_text(source)
        names = [f"{name}.html" for name in sources]
        found = CliRunner().invoke(app, ["check", *names, "--no-cache", "--format", form])
        return found.stdout, found.exit_code

    return checked


@pytest.mark.parametrize("form", SHIPPED)
@pytest.mark.parametrize("others", [{}, {"full": FULL}], ids=["alone", "among others"])
def test_a_page_that_was_read_in_part_says_so(run, form, others):
    said, _ = run(form, part=PART, **others)
    assert any(words in said for words in SAID), said


@pytest.mark.parametrize("form", SHIPPED)
def test_a_page_without_text_says_so_and_fails(run, form):
    said, code = run(form, none=NONE)
    assert "the page holds scripts and no article text" in said
    assert code == 1


@pytest.mark.parametrize("form", SHIPPED)
def test_a_page_that_was_read_in_full_says_nothing(run, form):
    said, _ = run(form, full=FULL)
    assert "in part:" not in said
    assert "judged-in-part" not in said


SELF = f"{FULL}<p>TODO: ask the skipper.</p><!-- auditor: ignore-file todo-mark -- he answers in May -->"


@pytest.mark.parametrize("form", sorted(set(SHIPPED) - {"gitlab", "rdjson"}))
def test_what_was_suppressed_is_counted(run, form, tmp_path):
    (tmp_path / "auditor.toml").write_text("inline-ignores = true\n")
    said, _ = run(form, own=SELF)
    assert "suppressed" in said.lower()


@pytest.mark.parametrize("form", ["github", "gitlab", "rdjson", "sarif", "junit"])
def test_hosts_are_told_what_an_article_excused_of_itself(run, form, tmp_path):
    (tmp_path / "auditor.toml").write_text("inline-ignores = true\n")
    said, _ = run(form, own=SELF)
    assert "Suppressed by the article itself: 1 finding" in said
    (tmp_path / "auditor.toml").write_text("inline-ignores = false\n")
    said, _ = run(form, own=SELF)
    assert "Suppressed by the article itself" not in said


def test_a_note_of_sarif_is_no_failed_run(run):
    (only,) = json.loads(run("sarif", part=PART)[0])["runs"]
    (invocation,) = only["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolExecutionNotifications"]
    assert note["level"] == "note"
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "part.html"


def test_a_heading_above_a_script_is_no_article():
    """In Markdown, too: what the script writes, nobody reads."""
    script = "<script>document.write(`The tide comes in at six.`)</script>\n"
    report = auditor.audit(f"# The tide\n\n{script}", format="markdown")
    assert (report.audited, report.verdict) == ("none", "review")
    assert report.coverage.reason == "the page holds scripts and no article text"
    assert auditor.audit(f"# The tide\n\nIt comes in at six.\n\n{script}", format="markdown").audited == "full"
