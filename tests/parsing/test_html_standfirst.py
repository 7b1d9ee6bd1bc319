"""What a page states as its description is text where it stands below the headline."""

import pytest

import auditor
from auditor.model import Zone

LEAD = "The pilots of the outer harbour go on strike for a day, and nobody knows who will bring the grain ships in"
FIRST = "The strike begins at six in the morning, when the night watch hands over the keys of the signal station."
TEXT = (
    f"<p>{FIRST}</p>"
    + "<p>The harbour office expects eleven ships, of which four carry grain for the mills upstream.</p>" * 3
)


def body(lead, *, told=LEAD, text=TEXT):
    head = f"<title>Pilots on strike</title><meta property=og:description content='{told}'>"
    page = f"{head}<div><h1>Pilots on strike</h1>{lead}</div><p>9.3.2024</p><article>{text}</article>"
    return [block.text for block in auditor.parse(page, format="html").zone(Zone.BODY)]


@pytest.mark.parametrize("box", ["<p class=excerpt>{}</p>", "<div class=post-meta><p>{}</p></div>", "<p>{}</p>"])
def test_a_standfirst_is_text_whatever_its_box_is_called(box):
    assert body(box.format(LEAD))[0] == LEAD
    assert body(box.format(LEAD), told=LEAD[:70] + "...")[0] == LEAD


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        (f"<p class=excerpt>{LEAD}</p>", "Another description, which nobody has printed anywhere on this page"),
        (
            "<p class=excerpt>Pilots on strike for a day</p>",
            "Pilots on strike for a day, and who will bring the ships?",
        ),
        (f"<p class=excerpt><a href=/strike>{LEAD}</a></p>", LEAD),
        (f"<h2 class=excerpt>{LEAD}</h2>", LEAD),
    ],
    ids=["not the description", "a label", "a link", "a heading"],
)
def test_what_is_no_standfirst(lead, told):
    assert body(lead, told=told)[0] == FIRST


def test_the_beginning_of_the_text_printed_above_it_counts_once():
    assert body(f"<p class=excerpt>{FIRST[:90]} ...</p>", told=FIRST[:90])[0] == FIRST
