"""Words that are set off are excused where the page reports them, and nowhere else."""

import pytest

import auditor

LEAKS = {
    "assistant": "As an AI language model, I cannot tell when the ferry leaves",
    "refusal": "I'm sorry, but I cannot fulfill this request",
    "cutoff": "As of my last knowledge update, the ferry left at noon",
    "training": "My training data does not include the fares of the ferry",
    "template": "Welcome to [object Object] and its ferries",
    "mark": "The ferry is old oaicite:4 and long",
    "slot": "[Your Company Name] runs the ferry",
}
# ruff: noqa: E501 - layouts are easier to compare on one line
STORY = (
    "<p>The islanders have argued about the ferry since the winter, when the old boat broke its rudder on the bar and lay "
    "there for three weeks. A new one was promised for spring, then for summer, and has not been seen by anybody.</p>"
    "<p>The council keeps a page with the hours of all boats, which a firm on the mainland writes for it. Nobody on the "
    "island had looked at that page for a month, because the hours are painted on the wall of the harbour office.</p>"
)
END = "<p>The hours on the wall are right, and the skipper repaints them twice a year with what is left of the boat's blue.</p>"
# Each with a sentence that reports the words, and in its place one that does not.
LAYOUTS = {
    "block": "<p>{The page of the council carried this sentence}:</p><blockquote>LEAK.</blockquote>",
    "block, told after": "<blockquote>LEAK.</blockquote><p>{The line stood on the page for nine days}.</p>",
    "block in a paragraph": "<p>{A reader found these words}.</p><blockquote><p>LEAK.</p></blockquote>",
    "q": "<p>{The page said} <q>LEAK</q> and no more.</p>",
    "em": "<p>{Below the hours it read} <em>LEAK</em>.</p>".replace("it read", "it read the words"),
    "i": "<p>{On Monday the page showed the line} <i>LEAK</i>.</p>",
    "cite": "<p>{The firm had printed the sentence} <cite>LEAK</cite>.</p>",
    "bold": "<p>{The notice ended with the words} <b>LEAK</b>.</p>",
    "strong": "<p>{In its last paragraph the firm wrote}: <strong>LEAK</strong>.</p>",
    "items": "<p>{The page used phrases such as}:</p><ul><li>LEAK.</li><li>The ferry is blue.</li></ul>",
    "own paragraph": "<p>{It published the following}:</p><p>LEAK.</p>",
    "speaker": "<p>{The skipper asked the program, and it answered}:</p><p>Skipper: When does it leave?</p><p>Program: LEAK.</p>",
    "caption": "<p>{The page carried this line}:</p><figure><img src=a.jpg><figcaption>LEAK.</figcaption></figure>",
    "colon": "<p>{The page of the council told its readers}: <em>LEAK</em></p>",
    "several": "<p>{Three sentences of it read}:</p><blockquote>LEAK.</blockquote><blockquote>The ferry is blue.</blockquote>",
}
PLAIN = "The ferry takes forty people and a dog"


def found(layout: str, leak: str, report: bool) -> list[str]:
    before, _, rest = LAYOUTS[layout].partition("{")
    told, _, after = rest.partition("}")
    set_off = f"{before}{told if report else PLAIN}{after}".replace("LEAK", LEAKS[leak])
    if not report:
        set_off = set_off.replace(":</p>", ".</p>")
    page = f"<article><h1>The ferry and its hours</h1>{STORY}{set_off}{END}</article>"
    findings = auditor.audit(page, format="html").findings
    wanted = {"generated", "template"}
    return [f.rule for f in findings if f.dimension in wanted and f.severity != "info"]


@pytest.mark.parametrize("leak", LEAKS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_is_left_alone(layout, leak):
    assert found(layout, leak, report=True) == []


def test_the_same_layouts_without_a_report_excuse_next_to_nothing():
    every = [(layout, leak) for layout in LAYOUTS for leak in LEAKS]
    missed = [one for one in every if not found(*one, report=False)]
    assert len(missed) <= len(every) // 10, missed


@pytest.mark.parametrize("lead", ["Here is the article", "Here are three versions", "Below is the draft you asked for"])
def test_whoever_hands_a_text_over_reports_nothing(lead):
    page = f"<h1>The ferry</h1>{STORY}<p>{lead}, as it read:</p><blockquote>{LEAKS['assistant']}.</blockquote>{END}"
    assert "assistant-speaking" in {f.rule for f in auditor.audit(page, format="html").findings}


def test_a_page_that_is_mostly_reported_words_excuses_none():
    long = f"{LEAKS['assistant']}. " + "The ferry is blue and has a bell that nobody rings. " * 30
    page = f"<h1>The ferry</h1><p>The page carried this sentence:</p><blockquote>{long}</blockquote>{END}"
    assert "assistant-speaking" in {f.rule for f in auditor.audit(page, format="html").findings}
