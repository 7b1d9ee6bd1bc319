"""Pages that are lists, and articles of short lines."""

import pytest

from auditor.model import PageType, Zone
from auditor.parsing import html

ITEMS = "rope walk by the canal,tar kettle of the old quay,oars of the pilot gig,lamp on the outer mole".split(",")
DATE = "<meta property='article:published_time' content='2024-03-09'>"


def read(source):
    document = html.read(f"<title>Things of the harbour</title>{source}", name="", url=None, zone=None)
    return [block.text for block in document.zone(Zone.BODY)], document.type


def items(number=24, words=6):
    names = [" ".join(f"{ITEMS[n % len(ITEMS)]} {n} of the harbour".split()[:words]) for n in range(number)]
    return "".join(f"<div class=card><a href='/thing/{n}'>{name}</a></div>" for n, name in enumerate(names)), names


def test_the_items_of_a_list_are_its_text():
    cards, names = items()
    assert read(f"<main><h1>Things of the harbour</h1>{cards}</main>") == (names, PageType.LISTING)


@pytest.mark.parametrize(
    ("head", "words"),
    [(DATE, 6), ("<meta property='og:type' content='article'>", 6), ("", 2)],
)
def test_a_dated_page_an_article_and_a_menu_are_no_list(head, words):
    cards, _ = items(words=words)
    note = (
        "<p>The harbour office is closed on Monday, and the lamp on the outer mole stays dark until further notice.</p>"
    )
    body, kind = read(f"{head}<main><h1>Things of the harbour</h1>{note}{cards}</main>")
    assert (body, kind) == ([note[3:-4]], PageType.ARTICLE)


@pytest.mark.parametrize(("paragraphs", "kind"), [(8, PageType.LISTING), (20, PageType.ARTICLE)])
def test_a_list_has_little_prose(paragraphs, kind):
    cards, _ = items(200)
    said = "On the {} day of the fair the boats are drawn up and everybody may go on board.".format
    prose = "".join(f"<p>{said(n)}</p>" for n in range(paragraphs))
    assert read(f"<main><h1>Things of the harbour</h1>{prose}{cards}</main>")[1] is kind


def test_where_there_is_hardly_any_prose_short_lines_count():
    winners = "".join(f"<h2>Class {n}</h2><ul><li>Gig {n}</li><li>Skiff of {n}</li></ul>" for n in range(12))
    opening = "<p>All the boats that won at the regatta of the year, by class.</p>"
    body, _ = read(f"{DATE}<main><h1>Things of the harbour</h1><div>{opening}</div><div>{winners}</div></main>")
    assert body[:2] == [opening[3:-4], "Class 0"]
    assert body[-1] == "Skiff of 11"


TOWNS = ", ".join(f"<a href='/t/{town}'>{town}</a>" for town in "Alder Birch Cedar Elm Fern Gorse Hazel".split())
FACTS = f"<p>North: {TOWNS}</p><p><a href='/t/south'>South</a>: Dell, {TOWNS}</p><p>Islands: {TOWNS}</p>"
SHORES = ("North:", "South: Dell,", "Islands:")
SAID = "<p>The harbour office counted the boats of every village on the lake, and these had at least one more.</p>"


def facts(lines, prose=SAID):
    body, _ = read(f"{DATE}<main><h1>Things of the harbour</h1><div>{prose * 2}</div><div>{lines}</div></main>")
    return [line for line in body if line != SAID[3:-4]]


def test_lines_of_facts_whose_values_are_links_are_text():
    assert facts(SAID + FACTS) == [f"{each} Alder, Birch, Cedar, Elm, Fern, Gorse, Hazel" for each in SHORES]


@pytest.mark.parametrize(
    "lines",
    [
        SAID + FACTS[: FACTS.index("<p>Islands")],  # two: categories and tags
        FACTS,  # no prose among them
        SAID + FACTS.replace("South", "North").replace("Islands", "North"),
        SAID + FACTS.replace("North", "Related posts").replace("Islands", "Tags"),
    ],
)
def test_rows_of_categories_and_calls_to_read_on_are_none(lines):
    assert facts(lines) == []


@pytest.mark.parametrize("href", ["https://net.test/sharer?u=x", "//net.test/intent/post?text=a", "mailto:?subject=x"])
def test_buttons_that_share_are_no_sources(href):
    head = f"{DATE}<link rel=canonical href='https://harbour.test/a'>"
    item = "<ul><li><a href='{}'>Pass it on</a></ul>"
    source = f"{head}<main><h1>Things of the harbour</h1>{SAID * 2}{item}{SAID.replace('lake', 'river') * 2}</main>"
    assert "Pass it on" not in read(source.format(href))[0]
    assert "Pass it on" in read(source.format("https://net.test/sharers-of-seed"))[0]
