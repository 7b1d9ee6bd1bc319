"""Block elements that flow inside a word are read as the letters that they hold, at their exact places."""

import pytest

import auditor

FLOWS = '<div style="display:inline">'
PAGE = '<html lang="en"><title>The lock</title><article><h1>The lock</h1><p>{}</p><p>The keeper sleeps.</p></article>'


def texts(markup):
    return [block.text for block in auditor.parse(PAGE.format(markup), format="html").blocks if block.zone == "body"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (FLOWS, "</div>"),
        ("<SECTION class=x STYLE='color:red; Display : inline-block'>", "</Section>"),
        (f"{FLOWS}<b>", "</b></div>"),
        (f"{FLOWS}{FLOWS}", "</div></div>"),
    ],
)
def test_a_word_in_pieces_is_one(start, end):
    (whole, _) = texts(f"The ga{start}te{end}s of the lo{start}ck{end} open.")
    assert whole == "The gates of the lock open."


def test_what_stands_around_keeps_its_borders():
    assert texts(f"<div>The ga{FLOWS}te</div> opens.</div><div>It closes.</div>") == [
        "The gate opens.",
        "It closes.",
        "The keeper sleeps.",
    ]


@pytest.mark.parametrize("markup", ["The gate.<div>It opens.</div>", f"The gate. {FLOWS}It opens.</div>"])
def test_blocks_between_words_are_blocks(markup):
    assert texts(markup) == ["The gate.", "It opens.", "The keeper sleeps."]


def test_a_finding_in_such_words_has_its_place():
    cut = f"As an AI lan{FLOWS}guage</div> mo{FLOWS}del</div>, I cannot open the gate."
    source = PAGE.format(f"The tide turns at noon. {cut}")
    (found,) = [f for f in auditor.audit(source, format="html").findings if f.rule == "assistant-speaking"]
    told = source[found.offset : found.offset + found.length]
    assert told.startswith("As an AI lan<div")
    assert found.evidence.startswith("As an AI language model")
