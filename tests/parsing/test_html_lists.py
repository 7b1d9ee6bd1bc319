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


def body(inside, head=DATE):
    found = html.read(f"{head}<main><h1>Things of the harbour</h1>{inside}</main>", name="", url=None, zone=None)
    return " ".join(block.text for block in found.zone(Zone.BODY))


TOLD = (
    "<p>The harbour office is closed on Monday, and the lamp on the outer mole stays dark until further notice.</p>" * 3
)


@pytest.mark.parametrize(("number", "there"), [(2, True), (3, False)])
def test_a_row_of_linked_headings_is_a_list_of_links(number, there):
    row = "".join(f"<h3><a href=/thing/{n}>Who lit the lamp of the {n} ships</a></h3>" for n in range(number))
    assert (
        "Who lit the lamp" in body(f"{TOLD}{row}<p>The office opens again on Tuesday, at eight as ever.</p>")
    ) is there


def test_linked_headings_over_texts_are_those_of_the_article():
    parts = "".join(f"<h3><a href=/thing/{n}>Who lit the lamp of the {n} ships</a></h3>{TOLD}" for n in range(4))
    assert "Who lit the lamp of the 3 ships" in body(parts)


@pytest.mark.parametrize(("heading", "there"), [("More in local news", False), ("Three lamps to look at", True)])
def test_items_with_a_line_each_under_a_heading_that_announces_them(heading, there):
    item = "<li><a href=/thing/{0}>The lamp of the {0} ships</a> It burned all night, and nobody knew why.</li>"
    items = "".join(item.format(n) for n in range(3))
    assert ("The lamp of the 2 ships" in body(f"{TOLD}<h4>{heading}</h4><ul>{items}</ul>")) is there


@pytest.mark.parametrize(("name", "there"), [("widget widget_text", False), ("so-panel widget widget_text", True)])
def test_what_a_theme_places_around_a_text_is_no_part_of_it(name, there):
    text = "".join(
        f"<p>The lamp {n} burns all night, and whoever sails home looks for it first.</p>" for n in range(20)
    )
    inside = f"{text}<section class='{name}'><p>The office collects lamps for the museum of the harbour.</p></section>"
    assert ("collects lamps" in body(inside)) is there
