"""How much was judged, and that the same article is judged alike in every form."""

import html
import re
from pathlib import Path

import pytest

import auditor

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLE = [
    "Seven ways to keep a cast-iron pan",
    "The pan came from a market in Ghent, and nobody had cooked in it for years.",
    "Warm it slowly, wipe it with oil, and let it cool on the stove. [Insert photo here]",
    "As an AI language model, I cannot smell when the oil is ready.",
    "Dry the pan at once, or rust will find it before breakfast does.",
    "Warm it slowly, wipe it with oil, and let it cool on the stove, as every cook in the street will tell you.",
]


def as_markdown(lines):
    return "# " + "\n\n".join(lines) + "\n"


def as_text(lines):
    return "\n\n".join(lines) + "\n"


def as_html(lines):
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines[1:])
    return f"<title>{lines[0]}</title>\n<article><h1>{lines[0]}</h1>\n{paragraphs}</article>"


@pytest.mark.parametrize(
    ("source", "given", "reason"),
    [
        ("", {}, "the source is empty"),
        (" \n\t\n", {}, "the source is blank"),
        ("<html><head><title>Tides</title></head><body></body></html>", {}, "no article text was found"),
        ("<title>Tides</title><div id=app></div><script>go()</script>", {}, "the page holds scripts"),
        ("<template><p>The tide tables are in here.</p></template>", {}, "no article text was found"),
        ("***\n\n---\n", {"format": "markdown"}, "no article text was found"),
    ],
)
def test_where_nothing_was_read_nothing_is_praised(source, given, reason):
    report = auditor.audit(source, **given)
    assert (report.score, report.verdict, report.audited) == (None, "review", "none")
    assert reason in report.coverage.reason
    assert "no-text" in report.rules.failed
    assert report.coverage.ran == 0


def test_a_page_without_text_is_called_so_in_words():
    (finding,) = [one for one in auditor.audit("<title>Tides</title>").findings if one.rule == "not-an-article"]
    assert finding.message == "This is not an article: it holds hardly any text"


def test_a_source_that_was_cut_is_judged_in_part():
    document = auditor.parse("The tide comes in at six. " * 50, format="text", max_chars=200)
    report = auditor.audit(document)
    assert report.audited == "part"
    assert "only the first 200 characters" in report.coverage.reason


def test_a_text_of_more_lines_than_are_read_is_judged_in_part():
    report = auditor.audit("Tide at six\n\n" * 31_000, format="text")
    assert report.audited == "part"
    assert "was read up to 30,000 lines" in report.coverage.reason


def test_a_document_longer_than_any_article_is_judged_up_to_there():
    fault = "<p>As an AI language model, I cannot write this article."
    line = "<p>The tide comes in at six, and the quay is swept."
    page = f"<title>Tides</title><article><h1>Tides</h1>{{}}{line * 3_000}{{}}"  # 150,000 characters
    assert auditor.audit(page.format("", fault)).audited == "full"
    long = page.replace(line, line * 2)
    amid = long.replace(line * 4_501, line * 4_500 + fault + line, 1)
    reports = [auditor.audit(one) for one in (long.format(fault, ""), amid.format("", ""), long.format("", fault))]
    assert {report.audited for report in reports} == {"part"}
    assert "were judged, the first and the last" in reports[0].coverage.reason
    assert [("assistant-speaking" in report.rules.failed) for report in reports] == [True, False, True]


def test_what_belongs_to_the_site_takes_nothing_from_the_article():
    menu = "<nav>" + "<p>Harbour news of the day</p>" * 9_000 + "</nav>"
    article = "<article><h1>Tides</h1><p>The tide comes in at six.<p>As an AI language model, I cannot see the tide."
    assert "assistant-speaking" in auditor.audit(f"<title>Tides</title>{menu}{article}").rules.failed


@pytest.mark.parametrize("element", ["<xmp>{}</xmp>", "<textarea>{}</textarea>", '<iframe srcdoc="{}"></iframe>'])
def test_text_that_a_browser_shows_and_nobody_read_is_told(element):
    article = "<title>Tides</title><article><h1>Tides</h1><p>The tide comes in at six, and the quay is swept.</p>"
    told = auditor.audit(article + element.format("The tide goes out again. " * 30))
    assert told.audited == "part"
    assert "was not read" in told.coverage.reason
    assert auditor.audit(article + element.format("Your name")).audited == "full"


def test_a_page_of_more_elements_than_are_read_is_judged_in_part():
    report = auditor.audit("<title>Tides</title>" + "<p>a</p>" * 60_000)
    assert report.audited == "part"
    assert "was read up to 50000 elements" in report.coverage.reason


def test_a_language_that_many_rules_do_not_know_is_judged_in_part():
    line = "港口委员会星期二开会讨论冬季渡轮时刻表并以九票对两票通过了新的安排。"
    report = auditor.audit(f"<html lang=zh><title>渡轮</title><article><h1>渡轮</h1><p>{line * 8}</p></article>")
    assert report.audited == "part"
    assert report.coverage.ran < report.coverage.of
    assert "rules do not judge text in" in report.coverage.reason


def test_an_ordinary_article_is_judged_in_full():
    report = auditor.audit((SAMPLES / "honest.html").read_bytes())
    assert (report.audited, report.coverage.reason) == ("full", "")


FORMS = {
    "markdown": as_markdown(ARTICLE),
    "html": as_html(ARTICLE),
    "latin-1": as_html(ARTICLE).encode("latin-1"),
    "utf-16": as_html(ARTICLE).encode("utf-16"),
    "crlf": as_text(ARTICLE).replace("\n", "\r\n"),
    "spaced": re.sub(r"(?<=</p>)\n", "\n\n   \t", as_html(ARTICLE)),
    "attributes": as_html(ARTICLE).replace("<p>", '<p class="x" id="y">'),
    "attributes turned": as_html(ARTICLE).replace("<p>", "<p id=y  class='x'>"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_article_scores_alike_in_every_form(form):
    plain, other = auditor.audit(as_text(ARTICLE), format="text"), auditor.audit(FORMS[form])
    assert other.score == pytest.approx(plain.score, abs=3)
    assert other.verdict == plain.verdict


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_farm_has_the_same_verdict_in_every_form(form):
    plain = auditor.audit((SAMPLES / "content-farm.txt").read_bytes(), name="content-farm.txt")
    other = auditor.audit((SAMPLES / f"content-farm.{form}").read_bytes(), name=f"content-farm.{form}")
    assert (other.score, other.verdict) == (plain.score, plain.verdict)


FAULTS = {
    "critical": "As an AI language model, I cannot cook.",
    "warning": "[Insert photo here]",
    "mojibake": "The cafÃ© on the quay keeps a pan as well.",
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("sample", ["honest.html", "borderline.md", "content-farm.txt"])
def test_a_fault_that_is_put_into_an_article_never_raises_its_score(fault, sample):
    text = (SAMPLES / sample).read_text("utf-8")
    added = f"<p>{FAULTS[fault]}</p>\n</article>" if sample.endswith("html") else f"\n{FAULTS[fault]}\n"
    worse = text.replace("</article>", added, 1) if sample.endswith("html") else text + added
    assert auditor.audit(worse, name=sample).score <= auditor.audit(text, name=sample).score


def test_a_cause_keeps_its_fingerprint_when_text_moves():
    before = auditor.audit(as_text(ARTICLE), format="text")
    after = auditor.audit(as_text([ARTICLE[0], "A line more.", *ARTICLE[1:]]), format="text")
    assert {cause.fingerprint for cause in before.causes} == {cause.fingerprint for cause in after.causes}


def test_the_invented_author_of_the_farm_is_one_cause():
    report = auditor.audit((SAMPLES / "content-farm.txt").read_bytes(), name="content-farm.txt")
    (cause,) = [cause for cause in report.causes if cause.kind == "author-profile"]
    assert len(cause.findings) == 10
    assert {report.findings[i].dimension for i in cause.findings} == {"authorship"}
