"""Bylines in the forms of other languages, signatures with a nickname, and what stands where nobody is named."""

import pytest

import auditor

TEXT = "<p>The ferry had been waiting at the pier since noon, and those who were on board knew nothing at all. " * 3
PAGE = "<title>Ferry waits</title><article><h1>Ferry waits</h1>{}" + TEXT + "</p>{}</article>"


def named(above="", below="", head=""):
    return auditor.parse(head + PAGE.format(above, below), format="html").byline


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Erstellt von Ada Lund</p>", ("Ada Lund",)),
        ("<p>Escribe Ada Lund</p>", ("Ada Lund",)),
        ("<p>이안나 기자 anna@harbour.test</p>", ("이안나",)),
        ("<p>By Ada Lund (ada@harbour.test)</p>", ("Ada Lund",)),
        ("<p>文・青木花 写真・林一</p>", ("青木花",)),
        ("<p>文＝青木花</p>", ("青木花",)),
        ("<p>文・写真 青木花</p>", ("青木花",)),
        ("<p>Propos recueillis par Ada Lund</p>", ("Ada Lund",)),
        ("<p>Geschreven door Ada Lund en Max Roe</p>", ("Ada Lund", "Max Roe")),
        ("<p>Scritto da Ada Lund</p>", ("Ada Lund",)),
        ("<p>Skrevet af Ada Lund</p>", ("Ada Lund",)),
        ('<div><span>Auteur :</span></div><div><a href="/ada-lund-81">Ada Lund</a></div>', ("Ada Lund",)),
        ('<p class="date-author">Ada Lund, 01.12.2021</p>', ("Ada Lund",)),
        ("<p>03/01/2017 by Ada Lund, Keeper of the Candidate List</p>", ("Ada Lund",)),
        ('<p>by <span class="author vcard fn">lund77</span></p>', ("lund77",)),
        ('<a rel="author" href="/author/adal">seabird</a>', ("seabird",)),
        ('<div class="td-author-by">Por</div>', ()),
        ("<p>Autor/in: Korinna Lund</p>", ("Korinna Lund",)),
        ("<p>Autor*in: Korinna Lund</p>", ("Korinna Lund",)),
        ("<p>Ein Artikel von Ada Lund | 27.01.2022 - 12:45</p>", ("Ada Lund",)),
        ("<p>Par Ada Lund le 7 mai 2020</p>", ("Ada Lund",)),
        ("<p>— by Ada Lund —</p>", ("Ada Lund",)),
        ("<p>Text von Ada Lund Illustration von Max Roe</p>", ("Ada Lund",)),
        ('<p class="author">von Ada Lund, NDR KULTUR</p>', ("Ada Lund",)),
        (
            '<p class="byline"><span class="n">Ada Lund</span> <span class="n">Max Roe</span></p>',
            ("Ada Lund", "Max Roe"),
        ),
        ('<p class="author">Ada Lund Ada Lund</p>', ("Ada Lund",)),
        ('<div class="authors-data"><a href="/u/al">Ada Lund</a> <span>Writer, Boats</span></div>', ("Ada Lund",)),
        ('<p class="authorName">Harbour Staff</p>', ("Harbour Staff",)),
        ("<p>By</p><p>The Harbour Team</p>", ("The Harbour Team",)),
        ("<p>3 May 2021</p><p>by seabird</p>", ("seabird",)),
        ("<p>by seabird</p>", ()),
        ("<p>By Paul Lund, Digital Security Expert & Ada Roe, Home Boat Expert</p>", ("Paul Lund", "Ada Roe")),
        ("<h2>Von Bauern, Knechten und Mägden</h2>", ()),
        ("<p>（责编：牛镛、岳弘彬）</p>", ("牛镛", "岳弘彬")),
    ],
)
def test_near_the_headline(above, names):
    assert named(above) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<p><span class='post-author vcard'>Eingestellt von <span class='fn'>der Wirt</span></span></p>",
            ("der Wirt",),
        ),
        ("<p><strong>Autor:</strong> <a href='/p/207'>Klausmartin Roe</a></p>", ("Klausmartin Roe",)),
        ("<p>Text von Anna Lund</p>", ("Anna Lund",)),
        ("<ul><li>Autoren</li><li><a href='/x'>Lexikon</a></li><li><a href='/y'>Videos</a></li></ul>", ()),
    ],
)
def test_below_the_text(below, names):
    assert named(below=below) == names


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Ada Lund / Journalist", ("Ada Lund",)),
        ("Ada Lund @adalund", ("Ada Lund",)),
        ("신현주 기자", ("신현주",)),
        ("No Author", ()),
        ("Autor", ()),
        ("unbekannt", ()),
        ("publisher", ()),
        ("Lund Medien GmbH", ()),
        ("Lund Media Inc.", ()),
        ("example.org", ()),
        ("Landesamt für Wald und Forst", ()),
        ("AG Lund", ("AG Lund",)),
    ],
)
def test_stated_names(stated, names):
    assert named(head=f'<meta name="author" content="{stated}">') == names


def test_an_answer_to_a_comment_is_nobody():
    comment = '<p>Maria says:</p><div>Written by</div><div><a rel="nofollow" href="#reply">Reply to Ada Lund</a></div>'
    assert named(below=comment) == ()


def in_data(name, *, tags="", shown=""):
    """The byline of a page with 100 words of text whose JSON-LD has an author."""
    script = f'<script type="application/ld+json">{{"@type": "Article", "author": {{"name": "{name}"}}}}</script>'
    return named(head=tags + script, below=f"<p>{shown}</p>" + TEXT * 2)


TAGS = (
    '<meta name="author" content="Ada Lund">',
    '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lund">',
)


def test_an_account_that_only_json_ld_knows_is_nobody():
    assert in_data("Ada Lund") == ()
    assert in_data("Ada Lund", shown="Ada Lund keeps the tide tables of this harbour.") == ("Ada Lund",)
    assert in_data("Ada Lund", tags=TAGS[1]) == ()
    assert in_data("Ada Lund", tags="".join(TAGS)) == ("Ada Lund",)


def test_a_page_that_a_script_fills_is_believed_what_its_data_say():
    script = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ada Lund"}}</script>'
    assert auditor.parse(f"<title>Ferry waits</title>{script}<div id=app></div>", format="html").byline == ("Ada Lund",)


def test_the_name_of_the_site_beside_a_person_is_left_out():
    site = '<meta property="og:site_name" content="Harbour Post">'
    assert named(head=f'{site}<meta name="author" content="Harbour Post, Ada Lund">') == ("Ada Lund",)


def test_a_stated_name_that_is_shown_goes_before_a_card_of_another_article():
    tags = '<meta name="author" content="Duy Linh">'
    card = '<div class="authors">von <span>Alana Roe</span></div>'
    assert named(above='<p><a href="/thema/duy-linh">Duy Linh</a> 28.04.2024</p>' + card, head=tags) == ("Duy Linh",)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ('<p style="text-align:right;"><strong>Lê Phương</strong></p>', ("Lê Phương",)),
        ('<p style="text-align:right;">Zurück</p>', ()),
        ('<p><a href="/person/ada-lund/">Ada Lund</a></p>', ()),
        ('<p><a href="/authors/ada-lund/">Ada Lund</a></p>', ("Ada Lund",)),
        ('<div class="card"><span class="author">Ada Lund</span></div>', ()),
    ],
)
def test_far_below_the_headline(below, names):
    paragraph = f"<p>{TEXT.replace('<p>', '')}</p>"
    assert named(below=paragraph * 4 + below) == names


def test_a_site_that_bears_a_name_is_that_persons():
    page = PAGE.format("", '<p><a href="/about/">About Anna Lund</a></p>')
    assert auditor.parse(page, format="html", url="https://www.anna-lund.test/ferry").byline == ("Anna Lund",)
    assert auditor.parse(page, format="html", url="https://www.harbour.test/ferry").byline == ()
    firm = page.replace("Anna Lund", "Harbour Post")
    assert auditor.parse(firm, format="html", url="https://www.harbourpost.test/ferry").byline == ()


def test_authors_with_a_tag_or_a_line_each_are_named_together():
    tags = '<meta name="author" content="Ada Lund"><meta name="author" content="Max Roe">'
    assert named(above='<p class="author">Ada Lund</p>', head=tags) == ("Ada Lund", "Max Roe")
    lines = '<div><a rel="author" href="/a">Ada Lund</a></div><div><a rel="author" href="/b">Max Roe</a></div>'
    assert named(above=lines) == ("Ada Lund", "Max Roe")
    other = lines.replace("Max Roe", "Twitter")
    assert named(above=other) == ("Ada Lund",)
