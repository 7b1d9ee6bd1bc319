"""The headings and labels with which a body ends."""

import pytest

import auditor
from auditor.model import Zone
from auditor.parsing.html.zones.over_nothing import MOST

PROSE = "<p>The harbour was rebuilt over nine winters by people who had never seen a crane before.</p>"
FORM = "<form><p>Your address</p></form>"


def body(closing):
    page = f"<h1>The harbour</h1><div>{PROSE * 4}{closing}</div><footer>Imprint</footer>"
    return [block.text for block in auditor.parse(page, format="html").zone(Zone.BODY)]


@pytest.mark.parametrize(
    "closing",
    [
        "<h2>Ladja plove</h2>",
        f"<h2>Ladja plove</h2>{FORM}",
        f"<p>Ladja plove</p>{FORM}",
        f"<h3>Ladja plove</h3><p>Ladja plove</p>{FORM}",
    ],
)
def test_what_stands_over_nothing_at_the_end_goes(closing):
    assert not any("Ladja" in text for text in body(closing))


@pytest.mark.parametrize(
    "closing",
    [
        f"<p>Ladja plove.</p>{FORM}",
        "<p>Ladja plove</p>",
        f"<h2>Ladja plove</h2>{PROSE}",
        "<h2>" + "Ladja plove " * 7 + "</h2>",
        "".join(f"<h3>Ladja {number}</h3>" for number in range(MOST + 1)),
    ],
    ids=["a sentence", "a line over nothing that went", "over a text", "long", "a text in headings"],
)
def test_what_says_something_stays(closing):
    assert any("Ladja" in text for text in body(closing))
