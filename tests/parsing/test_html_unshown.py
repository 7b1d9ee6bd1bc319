"""Text that a page holds and does not show: a zone of its own, out of the body and of the clean article."""

import pytest

import auditor
from auditor.model import PageType, Zone
from auditor.parsing import html

FIRST = "The crew mended eleven sails before the tide turned, and the harbour master counted them twice."
SECOND = "By noon the wind had gone round to the west and nobody on the quay was speaking to anybody else."
THIRD = "The last boat came in under oars, which had not happened in that harbour for thirty years."
FOURTH = "Nobody could say afterwards whose idea the second anchor had been, and nobody asked very loudly."
ASIDE = "Cheap sails, cheap oars, cheap rope and cheap tar for every boat in every harbour."


def read(inside):
    article = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH))
    return html.read(f"<main><h1>Eleven sails</h1>{article}{inside}</main>", name="", url=None, zone=None)


def zone_of(document, text):
    return next(block.zone for block in document.blocks if block.text == text)


@pytest.mark.parametrize(
    "opening",
    [
        "<div style='display:none'>",
        "<div style='color:red; DISPLAY : none !important'>",
        "<p style='visibility:hidden'>",
        "<p style='font-size:0'>",
        "<p style='font-size: 0.0px;'>",
        "<div style='position:absolute;left:-9999px'>",
        "<div style='text-indent:-5000px'>",
        "<div style='margin-left: -999em'>",
        "<div style='position:absolute;clip:rect(0 0 0 0)'>",
        "<div style='clip-path: inset(50%)'>",
        "<div style='opacity:0;position:absolute'>",
        "<p style='color:#fff;background:#fff'>",
        "<div hidden>",
        "<div class='sr-only'>",
        "<div class='entry screen-reader-text'>",
        "<div class='d-none'>",
        "<p><span style='display:none'>",
        "<template><p>",
    ],
)
def test_what_is_out_of_sight_is_hidden(opening):
    document = read(f"{opening}{ASIDE}")
    assert zone_of(document, ASIDE) is Zone.HIDDEN
    assert ASIDE not in auditor.clean(document)


@pytest.mark.parametrize(
    "opening",
    [
        "<div style='display:block'>",
        "<p style='font-size:0.9em'>",
        "<p style='opacity:0'>",  # about to fade in
        "<p style='left:-10px'>",
        "<p style='color:#fff;background:#000'>",
        "<div aria-hidden=true>",  # kept from readers aloud, and shown
        "<div class='hidden md:block'>",
        "<div hidden=until-found>",
        "<div class='accordion-content' style='display:none'>",
        "<section class=tabs><div hidden>",
        "<div role=tabpanel hidden>",
        "<a href='#rest'>More</a><div id=rest style='display:none'>",
        "<button aria-expanded=false>The oars</button><div hidden>",
        "<div hidden id='S:1'><script>show(\"S:1\")</script><p>",
        "<details><summary>The oars</summary><p>",
    ],
)
def test_what_a_reader_can_see_stays_in_the_body(opening):
    assert zone_of(read(f"{opening}{ASIDE}"), ASIDE) is Zone.BODY


@pytest.mark.parametrize("opening", ["<div style='display:none'>", "<div class=invisible>", "<article hidden>"])
def test_a_page_that_hides_its_whole_article_shows_it_later(opening):
    paragraphs = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    document = html.read(f"<h1>Eleven sails</h1>{opening}{paragraphs}</div>", name="", url=None, zone=None)
    assert [block.text for block in document.zone(Zone.BODY)] == [FIRST, SECOND, THIRD]


def test_a_font_of_no_size_around_blocks_closes_gaps():
    document = read(f"<div style='font-size:0'><p class=text>{ASIDE}</p><p class=text>The oars were new.</p></div>")
    assert zone_of(document, ASIDE) is Zone.BODY


def test_places_in_templates_are_exact():
    document = read(f"<template><div><p>{ASIDE} &amp; more</p></div></template>")
    (block,) = document.zone(Zone.HIDDEN)
    assert (block.text, document.source[block.start : block.end]) == (f"{ASIDE} & more", f"{ASIDE} &amp; more")


def test_rules_can_read_what_is_hidden(tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "_about.yml").write_text("title: Ours\nabout: Our own.\n")
    (folder / "cheap-words.yml").write_text(CARD)
    rules = auditor.load_rules(tmp_path, select=["cheap-words"])
    source = f"<main><h1>Sails</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><div class=sr-only>{ASIDE}</div></main>"
    assert [finding.zone for finding in auditor.audit(source, rules=rules).findings] == ["hidden"]
    recipe = '<script type="application/ld+json">{"@type": "Recipe"}</script>' + source
    assert auditor.audit(recipe, rules=rules).rules.not_applicable == ("cheap-words",)


CARD = """
title: Cheap words
why: They are cheap.
fix: Leave them out.
not_flagged: Other words.
message: Cheap
severity: info
zones: [hidden]
when: {type: [article, unknown]}
detect: pattern
with: {patterns: [cheap], phrases: [cheap]}
basis: None needed.
bad: ['<div hidden>cheap</div>']
good: [dear]
"""


def linked(kind):
    return f'<script type="application/ld+json">{{"@type": "{kind}"}}</script>'


ARTICLE = f"<h1>Eleven sails</h1><p>{FIRST}</p><p>{SECOND}</p>"
TALK = "".join(
    f"<p>{who}: {text} {text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH) for who in ("Ines Calloway", "Tom Pell")
)


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        (ARTICLE, None, PageType.ARTICLE),
        (linked("NewsArticle") + ARTICLE, None, PageType.ARTICLE),
        (linked("Recipe") + ARTICLE, None, PageType.RECIPE),
        (linked("LiveBlogPosting") + ARTICLE, None, PageType.LIVE),
        (linked("MusicEvent") + ARTICLE, None, PageType.EVENT),
        (linked("QAPage") + ARTICLE, None, PageType.QUESTION),
        (linked("DiscussionForumPosting") + ARTICLE, None, PageType.FORUM),
        (linked("ImageGallery") + ARTICLE, None, PageType.GALLERY),
        ("<meta property=og:type content=article>" + linked("ImageGallery") + ARTICLE, None, PageType.ARTICLE),
        ("<meta property=og:type content=product.item>" + ARTICLE, None, PageType.PRODUCT),
        (f"<div itemscope itemtype='https://schema.org/Recipe'>{ARTICLE}</div>", None, PageType.RECIPE),
        (ARTICLE, "https://harbour.test/docs/sails", PageType.DOCS),
        ("<meta name=generator content='mkdocs-1.5'>" + ARTICLE, None, PageType.DOCS),
        (f"<h1>Two at the quay</h1>{TALK}", None, PageType.TRANSCRIPT),
        ("<h1>Oars</h1>" + "<p>Price: low</p><p>Pros: light</p>" * 6, None, PageType.ARTICLE),
        ("<p>Rope and tar.</p><p>Oars.</p>", None, PageType.UNKNOWN),
        ("<div id=root></div>", None, PageType.EMPTY),
    ],
)
def test_a_page_is_what_it_says_or_shows(source, url, expected):
    document = html.read(source, name="", url=url, zone=None)
    assert document.type is expected
    assert document.to_dict()["document"]["type"] == expected


def test_texts_are_articles_or_empty():
    assert auditor.parse(f"Eleven sails\n\n{FIRST}", format="text").type is PageType.ARTICLE
    assert auditor.parse("", format="markdown").type is PageType.EMPTY
