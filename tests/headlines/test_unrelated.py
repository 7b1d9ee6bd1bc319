"""A headline of which nothing is in the text."""

import pytest

import auditor

RULES = auditor.load_rules(select=["unrelated-headline"])
TEXT = """\
The keeper of the lamp climbs ninety steps every evening, and every morning he climbs down again and sleeps till noon.

He trims the wick, wipes the glass and writes the hour into a book that his grandfather began. The book has no empty
page left, so he writes between the lines of earlier nights, in pencil, and smaller than they did.

In winter the wind shakes the tower, and the oil must be warmed beside the stove before it burns. He keeps a goat for
company. The goat dislikes the steps and waits below, by the boat, with her back to the rain.

Ships seldom come. When one does, he lifts his cap, although nobody on deck can see it from so far away, and then he
notes her name, her flag and the hour. Nothing else is asked of him, he says, and nothing else would he give.

His daughter sends coffee and newspapers by the mail boat. He reads them in order, one a day, and is always three
weeks behind the world, which he finds is near enough.

On Sundays he rows round the rock and looks at his tower from the other side, as a stranger would. It leans, he says,
but it leaned when he was a boy, and the book has a line about it from a night before he was born. He has painted the
door green three times and the sea has taken the paint off four times, which he explains with a shrug. In June the
seals come, and for a week he talks to nobody else. He has names for all of them, and writes these down as well.
"""


def found(headline: str, text: str = TEXT) -> list[auditor.Finding]:
    report = auditor.audit(
        f"<h1>{headline}</h1>" + "".join(f"<p>{p}</p>" for p in text.split("\n\n")), format="html", rules=RULES
    )
    return [f for f in report.findings if f.rule == "unrelated-headline"]


def test_a_headline_of_another_text():
    (finding,) = found("Supermarket recalls frozen pizzas after customers complain")
    assert finding.severity == "error"
    assert "pizzas" in str(finding.facts["missing"])


@pytest.mark.parametrize(
    "headline",
    [
        "Keeper recalls frozen nights after customers complain",  # one word of four is there
        "Pizzas recalled",  # two words: perhaps a figure of speech
        "Lighthouse guardian notes passing vessels",  # the same in other words
        "Supermarket recalls frozen pizzas: a notice of 4 May 2021",  # a document
        "RECALLED FROM THE FREEZER by Ottilie Brandstetter",  # the name of a column
        "GRIMSBY SUPERMARKET STAFF ASSOCIATION PIZZA COMMITTEE",  # a letterhead
        "My cousin Ottilie Brandstetter and Wolfgang Amadeus of Salzburg",  # names
    ],
)
def test_what_may_be_meant(headline):
    assert not found(headline)


def test_short_texts_are_left_alone():
    assert not found("Supermarket recalls frozen pizzas after customers complain", TEXT[:500])
