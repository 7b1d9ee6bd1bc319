"""Every number by which pages are divided is held from both sides: twice and half of it fail here."""

from pathlib import Path

import pytest

from auditor import MAX_CHARS, config
from auditor.cleaning import grouping, markup
from auditor.model import Zone
from auditor.parsing import html, markdown
from auditor.parsing.html.tree import caps

NOUNS = "rope tar oar sail mast keel deck hull quay pier buoy tide gull crab eel cod net hook float anchor".split()


def words(count, seed=0):
    """A sentence of so many words that no other seed gives."""
    found = [NOUNS[(seed * 7 + n * (1 + seed % 5)) % len(NOUNS)] for n in range(count)]
    return " ".join([f"n{seed}", *found[1:-1], f"m{seed}."]) if count > 2 else " ".join(found)


def paragraph(count, seed=0, linked=0, tag="p"):
    text = words(count, seed).split()
    link = f"<a href='/{seed}'>{' '.join(text[:linked])}</a> " if linked else ""
    return f"<{tag}>{link}{' '.join(text[linked:])}</{tag}>"


def paragraphs(number, count, first=100, linked=0):
    return "".join(paragraph(count, first + n, linked) for n in range(number))


def zones(source):
    document = html.read(f"<title>Eleven sails</title>{source}", name="", url="https://harbour.test/a", zone=None)
    return {block.text.split()[0]: block.zone for block in document.blocks if block.text}


def zone(source, seed):
    return zones(source)[f"n{seed}"]


HEAD = "<h1>Eleven sails</h1>"


@pytest.mark.parametrize(("count", "expected"), [(7, Zone.BODY), (8, Zone.BOILERPLATE)])
def test_repeats_of_prose_are_dropped_and_those_of_labels_stay(count, expected):
    again = paragraph(count, 1)
    page = f"<main>{HEAD}{paragraphs(4, 30)}<div>{again}</div><div>{again}</div></main>"
    document = html.read(page, name="", url=None, zone=None)
    assert [b.zone for b in document.blocks if b.text.startswith("n1 ")] == [Zone.BODY, expected]


@pytest.mark.parametrize(("linked", "expected"), [(12, Zone.BODY), (18, Zone.BOILERPLATE)])
def test_prose_is_linked_for_less_than_a_half(linked, expected):
    long = paragraphs(6, 30, 200, linked)
    page = f"<div>{HEAD}</div><div>{long}</div><div>{paragraph(50, 1)}</div>"
    assert (zone(page, 200) is Zone.BODY) == (expected is Zone.BODY)


@pytest.mark.parametrize(("linked", "expected"), [(8, Zone.BODY), (14, Zone.BOILERPLATE)])
def test_prose_that_is_linked_for_less_than_a_half_counts(linked, expected):
    inside = f"<div class=newsletter>{paragraphs(5, 20, 300, linked)}</div>"
    assert zone(f"<main>{HEAD}{paragraphs(5, 20)}{inside}</main>", 300) is expected


@pytest.mark.parametrize(("share", "expected"), [(3, Zone.BOILERPLATE), (5, Zone.BODY)])
def test_a_class_name_that_would_cost_much_of_the_prose_lies(share, expected):
    inside = f"<div class=newsletter>{paragraphs(share, 20, 300)}</div>"
    assert zone(f"<main>{HEAD}{paragraphs(10 - share, 20)}{inside}</main>", 300) is expected


@pytest.mark.parametrize(("count", "expected"), [(30, Zone.BOILERPLATE), (60, Zone.BODY)])
def test_a_colophon_is_short(count, expected):
    assert zone(f"<main>{HEAD}{paragraphs(6, 30)}<hr>{paragraph(count - 1, 1)[:-4]} ©</p></main>", 1) is expected


SITE = "<nav>" + "".join(f"<p><a href=/{n}>harbour {n}</a></p>" for n in range(9)) + "</nav>"


@pytest.mark.parametrize(("count", "expected"), [(20, Zone.BOILERPLATE), (30, Zone.BODY)])
def test_a_line_before_the_headline_is_shorter_than_a_paragraph(count, expected):
    assert zone(f"{SITE}<main>{paragraph(count, 1)}{HEAD}{paragraphs(6, 30)}</main>", 1) is expected


@pytest.mark.parametrize(("after", "expected"), [(10, Zone.BOILERPLATE), (5, Zone.BODY)])
def test_much_text_before_the_headline_is_no_label(after, expected):
    assert zone(f"{SITE}<main>{paragraphs(4, 20, 300)}{HEAD}{paragraphs(after, 20)}</main>", 300) is expected


@pytest.mark.parametrize(("blocks", "expected"), [(8, Zone.BODY), (9, Zone.BOILERPLATE)])
def test_a_text_stands_alone_with_eight_blocks_of_a_site(blocks, expected):
    menu = "<nav>" + "".join(f"<p><a href=/{n}>harbour {n}</a></p>" for n in range(blocks - 1)) + "</nav>"
    assert zone(f"{menu}<main>{paragraph(8, 1)}{HEAD}{paragraphs(6, 30)}</main>", 1) is expected


@pytest.mark.parametrize(("share", "expected"), [(4, Zone.BODY), (2, Zone.BOILERPLATE)])
def test_the_container_holds_three_quarters_of_the_prose(share, expected):
    page = f"<div id=a>{HEAD}{paragraphs(10 - share, 20)}</div><div id=b class=x>{paragraphs(share, 20, 300)}</div>"
    assert zone(page, 300) is expected
    assert zone(page, 100) is Zone.BODY


@pytest.mark.parametrize(("share", "expected"), [(8, Zone.BOILERPLATE), (4, Zone.BODY)])
def test_an_article_within_holds_a_third_of_the_prose(share, expected):
    divisions = "".join(f"<div id=d{n}>{paragraphs(10 - share // 2, 10, 100 + 20 * n)}</div>" for n in range(2))
    page = f"<main>{HEAD}{divisions}<article>{paragraphs(share, 10, 300)}</article></main>"
    assert (zone(page, 100), zone(page, 300)) == (expected, Zone.BODY)


@pytest.mark.parametrize(
    ("number", "linked", "expected"), [(2, 3, Zone.BODY), (2, 6, Zone.BOILERPLATE), (1, 0, Zone.BOILERPLATE)]
)
def test_sections_of_prose_join_the_container(number, linked, expected):
    first = f"<section class=part>{HEAD}{paragraphs(20, 20)}</section>"
    assert zone(f"{first}<section class=part>{paragraphs(number, 20, 300, linked)}</section>", 300) is expected


@pytest.mark.parametrize(("number", "expected"), [(4, Zone.BOILERPLATE), (2, Zone.BODY)])
def test_a_row_of_links_is_a_list(number, expected):
    page = f"<main>{HEAD}{paragraphs(6, 30)}{paragraphs(number, 30, 300, 30)}</main>"
    assert (zone(page, 300) is Zone.BODY) == (expected is Zone.BODY)


@pytest.mark.parametrize(
    ("count", "linked", "expected"),
    [(15, 15, Zone.BOILERPLATE), (30, 30, Zone.BODY), (19, 17, Zone.BOILERPLATE), (18, 12, Zone.BODY)],
)
def test_a_short_line_of_links_alone_is_no_text(count, linked, expected):
    assert zone(f"<main>{HEAD}{paragraphs(6, 30)}{paragraph(count, 1, linked)}{paragraph(30, 2)}</main>", 1) is expected


@pytest.mark.parametrize(("linked", "expected"), [(5, Zone.BOILERPLATE), (2, Zone.BODY)])
def test_a_section_of_further_reading_is_linked(linked, expected):
    items = "".join(
        f"<div>{paragraph(linked, 400 + n, linked)}{paragraph(16 - linked, 300 + n)}</div>" for n in range(4)
    )
    page = f"<main>{HEAD}{paragraphs(8, 30)}<div><h2>Related stories</h2>{items}</div></main>"
    assert (zone(page, 300) is Zone.BODY) == (expected is Zone.BODY)


@pytest.mark.parametrize(("count", "expected"), [(15, Zone.BOILERPLATE), (30, Zone.BODY)])
def test_prose_beside_the_heading_ends_its_section(count, expected):
    links = "".join(f"<p><a href='/{n}'>How a rope of number {n} is laid by hand and eye</a></p>" for n in range(9))
    page = f"<main>{HEAD}{paragraphs(8, 30)}<h2>Related stories</h2>{links}{paragraph(count, 1)}</main>"
    assert zone(page, 1) is expected


@pytest.mark.parametrize(
    ("opening", "share", "expected"),
    [
        ("<div style='display:none'>", 3, Zone.HIDDEN),
        ("<div style='display:none'>", 5, Zone.BODY),
        ("<div class=sr-only>", 5, Zone.HIDDEN),
        ("<div class=sr-only>", 9, Zone.BODY),
    ],
)
def test_what_would_hide_much_of_the_prose_is_shown(opening, share, expected):
    page = f"<main>{HEAD}{paragraphs(10 - share, 20)}{opening}{paragraphs(share, 20, 300)}</div></main>"
    assert zone(page, 300) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Eleven sails came up the river today", Zone.HEADLINE), ("Eleven boats and a river", Zone.BODY)],
)
def test_a_heading_without_the_first_level_is_a_headline_where_it_is_the_title(heading, expected):
    page = f"<title>Eleven sails came up the river</title><main><h2>{heading}</h2>{paragraphs(5, 30)}</main>"
    document = html.read(page, name="", url=None, zone=None)
    assert [block.zone for block in document.blocks if block.text == heading] == [expected]


def test_the_docs_name_the_caps():
    docs = (Path(__file__).parents[2] / "docs/parsing.md").read_text("utf-8")
    table = docs[docs.index("| cap |") :]
    for cap in (config.Settings().max_bytes, MAX_CHARS, caps.MAX_ELEMENTS, caps.MAX_BLOCK):
        assert f" {cap:,}" in table
    assert f"| {caps.MAX_DEPTH}, of inline elements {caps.MAX_INLINE_DEPTH} |" in table
    assert f"| {markdown._LONGEST_SOURCE:,} and {markdown.DEEPEST};" in table
    assert f"| {markup._DEEPEST} and {grouping.DEEPEST} |" in table
