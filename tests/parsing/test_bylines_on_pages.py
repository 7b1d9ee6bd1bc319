"""Who signed a page: lines in other places, credits, boxes, and what looks like a name and is none."""

import json

import pytest

import auditor

PROSE = (
    "<p>" + "The ferry had been waiting at the pier since noon, and nobody on board knew anything at all. " * 3 + "</p>"
)
PAGE = "<title>Ferry waits</title>{}<article><h1>Ferry waits</h1>{}" + PROSE * 3 + "</article>{}"


def byline(below="", after="", head=""):
    return auditor.parse(PAGE.format(head, below, after), format="html").byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p><b>Written by:</b><i>Ada Byrne</i></p>", ("Ada Byrne",)),
        ("<p>Text &amp; Fotos: Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Words and pictures: Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Texte et photos : Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Blog Beitrag von Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Anna Byrne, Max T. Roe, Ilse Lund</p>", ("Anna Byrne", "Max T. Roe", "Ilse Lund")),
        ("<p>Anna Byrne, MD; Max Roe, BA, DVM (Surgery) &amp; Ilse Lund</p>", ("Anna Byrne", "Max Roe", "Ilse Lund")),
        ("<p>Harbour News, Ferry Times</p>", ()),
        ("<p>Anna Byrne, Harbour Editor; Max Roe, Digital Expert</p>", ()),
        ("<p class='author'>Author: Bo2man, 3 May 2021</p>", ("Bo2man",)),
        ("<p>von Marianne1 am 20.09.2020</p>", ("Marianne1",)),
        ("<p>by <a href='/u/9'>Marianne1</a> 3 May 2021</p>", ("Marianne1",)),
    ],
)
def test_lines_below_the_headline(line, names):
    assert byline(below=line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>Erstellt von Dominique — veröffentlicht 28.01.2022 06:00</div>", ("Dominique",)),
        ("<p>Von Cosima Lund</p>", ("Cosima Lund",)),
        ("<p>Autoren Jelko Djuren und Cosima Lund</p>", ("Jelko Djuren", "Cosima Lund")),
        ("<p>Von Bauern</p>", ()),
        ("<p>Hafen</p><p>Von Cosima Lund</p><p>Von Jelko Roe</p>", ()),
        ("<p>(c) Johannes Lund • More in the imprint</p>", ("Johannes Lund",)),
        ("<figure><figcaption>© Anna Lund</figcaption></figure>", ()),
        ("<p>COPYRIGHT ANNA LUND | imprint</p>", ("ANNA LUND",)),
    ],
)
def test_lines_below_the_text(line, names):
    assert byline(after=line) == names


def test_a_link_above_the_text_goes_before_those_on_cards():
    card = '<p><a href="/author/max-roe">Max Roe</a></p>'
    top = '<p><a href="/author/ada-byrne">Ada Byrne</a></p>' + "<p>Share</p>" * 12
    page = f"<title>Harbours</title>{top}{PROSE * 4}{card}" + '<p><a href="/author/ilse-lund">Ilse Lund</a></p>'
    assert auditor.parse(page, format="html").byline == ("Ada Byrne",)


def test_a_box_about_the_author_confirms_a_name_in_data():
    said = {"@type": "Article", "headline": "Ferry waits", "author": {"@type": "Person", "name": "Florina Lund"}}
    head = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    owner = '<p class="site-author">Kate Roe</p>'
    assert byline(owner, "<h3>About the Author - Florina Lund</h3>", head) == ("Florina Lund",)


def test_nobody_is_named_by_half_a_title_or_a_thing():
    assert byline(below='<a rel="author" href="/">Human in the Loop</a>') != ("Human",)
    assert byline(below='<p><a href="https://letters.example/@mail">Ada’s Harbour Letter</a></p>') == ()


def test_a_line_that_says_by_whom_goes_before_names_that_only_data_know():
    head = '<meta name="author" content="Max Roe"><meta name="twitter:label1" content="Written by">'
    head += '<meta name="twitter:data1" content="Max Roe">'
    assert byline("<p>By Ada Byrne, Columnist</p>", head=head) == ("Ada Byrne",)
    assert byline(head=head) == ("Max Roe",)


def test_a_first_name_is_completed_by_the_line_that_has_both():
    head = '<meta name="author" content="Ada"><meta name="twitter:label1" content="Written by">'
    head += '<meta name="twitter:data1" content="Ada">'
    assert byline("<p>Eine Kolumne von Ada Byrne</p>", head=head) == ("Ada Byrne",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>3 May 2021 • Wymfra Teelq in <a href='/boats'>Boats and Ships</a></p>", ("Wymfra Teelq",)),
        ("<p>3 May 2021 • Boats and Ships in <a href='/boats'>Harbour</a></p>", ()),
        ("<p>3 May 2021 • <a href='/boats'>Wooden Boats</a></p>", ()),
        ("<div><div>3 May 2021 ·</div><div>Wymfra Teelq</div></div>", ("Wymfra Teelq",)),
        ("<div><div>3 May 2021</div><div>Wooden Boats</div></div>", ()),
    ],
)
def test_a_name_that_nobody_knows_in_a_line_with_a_date(line, names):
    assert byline(line) == names
