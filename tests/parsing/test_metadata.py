"""Title, byline, dates and the rest that a page states of itself."""

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.model import Kind, Span, Syntax, Zone
from auditor.parsing.places import place, replay

PROSE = "<p>" + "The harbour was rebuilt over nine winters by people who had never seen a crane. " * 12 + "</p>"


def parse(head="", body="", url=None):
    return auditor.parse(f"<html><head>{head}</head><body>{body}{PROSE}</body></html>", format="html", url=url)


def stated(document, kind):
    return {block.label: block.text for block in document.zone(Zone.METADATA) if block.kind is kind}


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Salt roads - The Gazette</title>", "<h1>Salt roads</h1>", "Salt roads"),
        ("<title>Salt roads of the north | The Gazette</title>", "", "Salt roads of the north"),
        ('<meta property="og:title" content="Salt &amp; roads">', "", "Salt & roads"),
        (
            '<title>The Gazette: Salt roads</title><meta property="og:title" content="Salt roads">',
            "<h1>The Gazette</h1>",
            "Salt roads",
        ),
        (
            "<title>Old salt roads of the north – The Gazette</title>",
            "<h1>The Gazette</h1>",
            "Old salt roads of the north",
        ),
        ("<title>Old salt roads of the north</title>", "<h1>Choose a country</h1>", "Old salt roads of the north"),
        ("<title>Salt | Origin, Trade, Facts, & Timeline | Almanac</title>", "<h1>salt</h1>", "salt"),
        ("", "<h1>A <b>bold</b> title</h1>", "A bold title"),
        ("<title></title>", "", None),
        ("<title>Gazette Salt roads</title>", "<h1><a href='/'>Gazette</a></h1><h2>Salt roads</h2>", "Salt roads"),
        ("<title>Gazette: Salt roads</title>", "<h2>Salt roads</h2>", "Salt roads"),
        ("<title>Roads of the north: salt roads</title>", "<h2>Salt roads</h2>", "Roads of the north: salt roads"),
        ("<title>Salt roads</title>", "<h1><a href=''>Salt</a></h1>", "Salt"),
        ("<title>Salt roads</title>", "<h1><a href='index.html'>Salt</a></h1>", "Salt"),
        ("", "<h1><a href='https://gazette.test/'>Gazette</a></h1>", None),
        ("", "<h1><a href='/salt'>Salt roads</a></h1>", "Salt roads"),
    ],
)
def test_title(head, body, title):
    assert parse(head, body).title == title


def test_on_the_first_page_of_a_site_its_name_is_the_title():
    name = "<h1><a href='/'>The Gazette</a></h1>"
    assert parse("", name, url="https://gazette.test/").title == "The Gazette"
    assert parse("", name, url="https://gazette.test/salt").title is None


def test_the_heading_most_like_the_title_wins():
    document = parse(
        "<title>Salt roads of the north - Gazette</title>", "<h1>Gazette</h1><h1>The salt roads of the north</h1>"
    )
    assert document.title == "The salt roads of the north"


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p>By Ada Byrne and Max Roe</p>", ("Ada Byrne", "Max Roe")),
        ("<p>Written by</p><p>Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Submitted by Ada Byrne on Tue, 04/02/2019 - 10:15</p>", ("Ada Byrne",)),
        ('<p>3 May 2021 by <a href="/u/7">Ada Byrne</a> in Travel</p>', ("Ada Byrne",)),
        ('<p><a href="/authors/ada-byrne">Ada Byrne</a></p>', ("Ada Byrne",)),
        ('<p><a rel="author" href="/x">Ada Byrne</a></p>', ("Ada Byrne",)),
        ('<p><span itemprop="author"><span itemprop="name">Ada Byrne</span></span></p>', ("Ada Byrne",)),
        ('<div class="post-author"><p>Ada Byrne</p><p>Staff writer</p></div>', ("Ada Byrne",)),
        ("<p>ByAda Byrne</p>", ("Ada Byrne",)),
        ("<p>by Ada Byrne ● 3 May 2021 ● 6 min read</p>", ("Ada Byrne",)),
        ("<p>By John A. Alic</p>", ("John A. Alic",)),
        ("<p>By Ada Byrne, head of news and sea affairs</p>", ("Ada Byrne",)),
        ("<p>By Ada Byrne, staff writer, and Max Roe</p>", ("Ada Byrne", "Max Roe")),
        ("<p>By the harbour desk</p>", ()),
        ("<p>By 3i Harbours</p>", ("3i Harbours",)),
        ("<p>By</p><p>AB</p><p>Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Contributors: Ada Byrne</p>", ("Ada Byrne",)),
        ("<p>Reviews by Category</p>", ()),
        ('<p><a href="https://www.youtube.com/user/gazette">YouTube</a></p>', ()),
        ('<p><a href="/people/">People</a></p>', ()),
        ("<p>Powered by Windmill</p>", ()),
        ("<p>Home Improvement</p>", ()),
    ],
)
def test_byline_printed_near_the_headline(body, names):
    assert parse(body=f"<h1>Salt roads</h1>{body}").byline == names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p>Anna Byrne</p><p>3 May 2021</p>", ("Anna Byrne",)),
        ("<p>3 May 2021</p><p>Anna Byrne and Max Roe</p>", ("Anna Byrne", "Max Roe")),
        ("<ul><li>Anna</li><li>Jan 23</li></ul>", ("Anna",)),
        ("<p>Anna Byrne</p><p>6 min read</p>", ("Anna Byrne",)),
        ("<p>Anna Byrne in Harbours</p><p>2 days ago</p>", ("Anna Byrne",)),
        ("<p>Anna Byrne</p><p>Harbour reporter</p>", ("Anna Byrne",)),
        ("<p>Quillon Byrne</p><p>3 May 2021</p>", ("Quillon Byrne",)),
        ("<p>The Harbour Team</p><p>3 May 2021</p>", ("The Harbour Team",)),
        ("<p>3 May 2021 · 30 min · Anna Byrne</p>", ("Anna Byrne",)),
        ("<div><span>May 3, 2021</span><span>Anna Byrne</span></div>", ("Anna Byrne",)),
        ("<p>Harbours</p><p>3 May 2021</p>", ()),
        ("<p>Salt</p><p>Harbour News</p><p>3 May 2021</p>", ()),
        ("<p><a href='/sea'>Sea News</a></p><p>3 May 2021</p>", ()),
        ("<h2>Anna Byrne</h2><p>3 May 2021</p>", ()),
        ("<p>Reviewed by</p><p>Anna Byrne</p><p>3 May 2021</p>", ()),
        ("<p>Anna Byrne</p>", ()),
    ],
)
def test_a_name_beside_a_date_is_a_byline(body, names):
    assert parse(body=f"<h1>Salt roads</h1>{body}").byline == names


@pytest.mark.parametrize(
    ("closing", "names"),
    [
        ("<p>Written by Ada Byrne, who walked it.</p>", ("Ada Byrne",)),
        ("<h2>Article by</h2><p>Ada Byrne</p>", ("Ada Byrne",)),
        (
            "<h6>Author(s)</h6><ul><li>Ada Byrne</li><li>Max Roe</li></ul><ul><li>Jo Hay</li></ul>",
            ("Ada Byrne", "Max Roe"),
        ),
        (
            "<p><a href='/authors/ada-byrne'>Ada Byrne</a> and <a href='/authors/max-roe'>Max Roe</a></p>",
            ("Ada Byrne", "Max Roe"),
        ),
        ("<p><span itemprop='author'>The Quay Desk</span></p>", ("The Quay Desk",)),
        ("<footer>© 2021 Anna Byrne. All rights reserved.</footer>", ("Anna Byrne",)),
        ("<footer>© 2021 Anna Byrne Photography. All rights reserved.</footer>", ()),
        ("<p>Written by Ada Byrne</p><p>Written by Max Roe</p>", ()),
        ("<p>Ada Byrne</p>", ()),
    ],
)
def test_a_byline_away_from_the_headline(closing, names):
    assert auditor.parse(f"<h1>Salt roads</h1>{PROSE * 3}{closing}", format="html").byline == names


def test_a_person_elsewhere_goes_before_nobody_in_particular():
    tag, credit = '<meta name="author" content="admin">', "<p>Written by Ada Byrne, who walked it.</p>"
    page = "<head>{}</head><h1>Salt roads</h1>{}{}"
    assert auditor.parse(page.format(tag, PROSE * 3, credit), format="html").byline == ("Ada Byrne",)
    assert auditor.parse(page.format(tag, PROSE * 3, ""), format="html").byline == ()
    named = tag.replace("admin", "Max Roe")
    assert auditor.parse(page.format(named, PROSE * 3, credit), format="html").byline == ("Max Roe",)


def test_titles_before_a_name_make_no_other_person():
    document = parse('<meta name="author" content="Ada Byrne">', "<h1>Salt</h1><p>By Dr Ada Byrne, Prof. Max Roe</p>")
    assert document.byline == ("Dr Ada Byrne", "Prof. Max Roe")


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<meta name="author" content="By Ada Byrne">', ("Ada Byrne",)),
        ('<meta name="author" content="Ada Byrne, PhD">', ("Ada Byrne",)),
        ('<meta name="author" content="The Harbour Desk">', ("The Harbour Desk",)),
        ('<meta property="article:author" content="https://www.facebook.com/gazette">', ()),
        ('<meta name="author" content="desk@gazette.example">', ()),
        (
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Byrne">',
            ("Ada Byrne",),
        ),
        ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Ten Minutes">', ()),
    ],
)
def test_byline_in_tags(head, names):
    assert parse(head, "<h1>Salt roads</h1>").byline == names


def test_a_person_goes_before_the_name_of_the_site():
    head = '<meta property="og:site_name" content="Gazette House"><meta name="author" content="Gazette House">'
    assert parse(head, "<h1>Salt roads</h1><p>By Ada Byrne</p>").byline == ("Ada Byrne",)
    assert parse(head, "<h1>Salt roads</h1>").byline == ("Gazette House",)


def test_sources_that_agree_outweigh_one_that_does_not():
    script = json.dumps({"@type": "Article", "author": {"name": "Max Roe"}})
    head = f'<meta name="author" content="Ada Byrne"><script type="application/ld+json">{script}</script>'
    assert parse(head, "<h1>Salt roads</h1><p>By Ada Byrne</p>").byline == ("Ada Byrne",)


def test_all_statements_are_kept_where_they_disagree():
    script = json.dumps({"@type": "Article", "author": {"name": "Max Roe"}, "datePublished": "2020-02-02"})
    head = (
        '<meta name="author" content="Ada Byrne"><meta property="article:published_time" content="2021-05-03">'
        f'<script type="application/ld+json">{script}</script>'
    )
    document = parse(head, "<h1>Salt roads</h1><p>By Ida Lund</p>")
    assert stated(document, Kind.PERSON) == {"meta:author": "Ada Byrne", "json-ld:author": "Max Roe"}
    assert stated(document, Kind.DATE) == {
        "article:published_time": "2021-05-03",
        "json-ld:datePublished": "2020-02-02",
    }
    assert [block.text for block in document.zone(Zone.BYLINE)] == ["By Ida Lund"]


@pytest.mark.parametrize(
    ("head", "body", "url", "published"),
    [
        ("", "", "https://gazette.example/2021/05/03/salt", "2021-05-03"),
        ("", "", "https://gazette.example/2021/may/3/salt", "2021-05-03"),
        ("", "", "https://gazette.example/2021/99/99/salt", None),
        ('<meta property="article:published_time" content="2021-05-03T10:00:00Z">', "", None, "2021-05-03T10:00:00Z"),
        ('<meta itemprop="datePublished" content="3 May 2021">', "", None, "2021-05-03"),
        ("", "<p>Published May 3, 2021 · Updated June 4, 2022</p>", None, "2021-05-03"),
        ("", "<p>Updated June 4, 2022</p><p>Published May 3, 2021</p>", None, "2021-05-03"),
        ("", '<time datetime="2021-05-03">last spring</time>', None, "2021-05-03"),
        ("", "", None, None),
    ],
)
def test_published(head, body, url, published):
    assert parse(head, f"<h1>Salt roads</h1>{body}", url).published == published


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Tue, 04/02/2019 - 10:15", "2019-04-02"),
        ("Monday 04/02/2019", "2019-02-04"),
        ("miércoles 06/03/2024", "2024-03-06"),
        ("Friday 04/02/2019", None),
        ("04/02/2019", None),
        ("04/13/2019", "2019-04-13"),
        ("13/13/2019", None),
        ("2023年4月5日", "2023-04-05"),
        ("2023년 4월 5일", "2023-04-05"),
    ],
)
def test_dates_in_figures(printed, date):
    assert parse(body=f"<h1>Salt roads</h1><p>{printed}</p>").published == date


def test_the_address_goes_before_tags_and_print_before_json_ld():
    tag = '<meta property="article:published_time" content="2021-05-04">'
    script = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2019-01-01"}</script>'
    assert parse(tag, "<h1>Salt</h1>", "https://gazette.example/2021/05/03/salt").published == "2021-05-03"
    assert parse(script, "<h1>Salt</h1><p>May 3, 2021</p>").published == "2021-05-03"
    assert parse(script, "<h1>Salt</h1>").published == "2019-01-01"


def test_a_date_after_the_text_counts_only_alone():
    page = "<h1>Salt</h1>{}<p>May 3, 2021</p>{}"
    assert auditor.parse(page.format(PROSE * 3, ""), format="html").published == "2021-05-03"
    assert auditor.parse(page.format(PROSE * 3, "<p>May 9, 2020</p>"), format="html").published is None


def test_modified():
    assert parse('<meta property="article:modified_time" content="2021-05-03">').modified == "2021-05-03"
    assert parse("", "<h1>Salt</h1><p>Updated June 4, 2022</p>").modified == "2022-06-04"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="The Gazette"><title>Salt roads | Other</title>', "The Gazette"),
        (
            '<script type="application/ld+json">{"@type":"Article","publisher":{"name":"The Gazette"}}</script>',
            "The Gazette",
        ),
        ("<title>Salt roads | The Gazette</title>", "The Gazette"),
        ("<title>Salt roads</title>", None),
    ],
)
def test_site(head, site):
    assert parse(head, "<h1>Salt roads</h1>").site == site


@pytest.mark.parametrize(
    ("page", "language"),
    [
        ('<html lang="en-GB"><meta property="og:locale" content="fr_FR">', "en-GB"),
        ('<meta http-equiv="content-language" content="fr, en"><meta property="og:locale" content="de_DE">', "fr"),
        ('<script type="application/ld+json">{"@type": "Article", "inLanguage": "nl"}</script>', "nl"),
        ('<meta property="og:locale" content="de_DE">', "de-DE"),
        ('<html lang="???">', None),
    ],
)
def test_declared_language(page, language):
    assert auditor.parse(page, format="html").declared_language == language


def test_canonical():
    link = '<link rel="canonical" href="/salt?a=1&amp;b=2">'
    assert parse(link, url="https://gazette.example/x").canonical == "https://gazette.example/salt?a=1&b=2"
    assert parse('<link rel="canonical" href="http://[a">', url="https://gazette.example/x").canonical == "http://[a"
    assert (
        parse('<meta property="og:url" content="https://gazette.example/y">').canonical == "https://gazette.example/y"
    )


words = st.text(st.sampled_from("ab é&<>\"'\\/\n\t{}[]:,-|日😀"), max_size=40)


@given(st.tuples(words, words, words, words), st.booleans(), st.sampled_from([None, 1]))
def test_every_metadata_block_replays_exactly(said, ascii_only, indent):
    title, author, headline, about = said
    script = json.dumps(
        {
            "@type": "Article",
            "headline": headline,
            "author": [{"@type": "Person", "name": author, "description": about}],
        },
        ensure_ascii=ascii_only,
        indent=indent,
    )
    if "</" in script or "<!" in script:
        return
    page = (
        f"<title>{html.escape(title)}</title><meta name=author content='{html.escape(author, quote=True)}'>"
        f'<meta property="og:title" content="{html.escape(headline)}">'
        f'<script type="application/ld+json">{script}</script>'
    )
    document = auditor.parse(page, format="html")
    found = document.zone(Zone.METADATA)
    for block in found:
        assert replay(document.source, Span.of(block))[0] == block.text
        assert place(document.source, Span.of(block)) != (0, 0)
    plain = {" ".join(text.split()) for text in (headline, author, about)} - {""}
    assert plain <= {block.text for block in found if block.syntax is Syntax.JSON}


def test_more_tags_than_any_page_has_are_not_all_read():
    document = parse('<meta name="author" content="Ada Byrne">' * 10_000)
    assert document.byline == ("Ada Byrne",)
    assert 1 <= sum(block.kind is Kind.PERSON for block in document.blocks) <= 2_000


@pytest.mark.parametrize("printed", ["<li>Birthdate : 1974-07-11</li>", "<dl><dt>Born</dt><dd>1974-07-11</dd></dl>"])
def test_a_birth_date_is_no_date_of_publication(printed):
    text = "<p>The crew mended eleven sails before the tide turned, and the harbour master counted them twice.</p>"
    page = f"<main><h1>Sails</h1>{text}</main><div class=author><h3>About the author</h3><p>Odo Lamb</p>{printed}</div>"
    assert auditor.parse(page, format="html").published is None


TWO_LINES = "Harbours - Two more winters for the ferry"


@pytest.mark.parametrize(
    ("stated", "shown", "expected"),
    [
        (
            TWO_LINES,
            "<span class=kicker>Harbours</span> Two more winters for the ferry",
            "Two more winters for the ferry",
        ),
        (TWO_LINES, "<small>Harbours</small><br>Two more winters for the ferry", "Two more winters for the ferry"),
        (TWO_LINES, "Two more winters for the ferry <i>And a new lock</i>", "Two more winters for the ferry"),
        (TWO_LINES, "<b>Harbours:</b> Two more winters for the ferry", "Harbours: Two more winters for the ferry"),
        ("For the ferry", "Harbours and two more winters for the ferry", "Harbours and two more winters for the ferry"),
    ],
)
def test_a_heading_of_two_lines_is_the_line_that_the_title_states(stated, shown, expected):
    source = f"<title>{stated}</title><h1>{shown}</h1><p>The council voted for it on Monday."
    assert auditor.parse(source, format="html").title == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://harbourpost.test/a", "Ferry news"), ("https://quay.test/a", "Ferry news - Harbour Post")],
)
def test_the_name_of_the_host_is_no_part_of_the_title(address, expected):
    source = "<title>Ferry news - Harbour Post</title><p>The council voted for it on Monday."
    assert auditor.parse(source, format="html", url=address).title == expected


CARDS = "".join(f"<h1><a href='/{n}'>Ferries of the harbour, part {n}</a></h1><p>Of old.</p>" for n in range(3))
NEXT = "<h1>Next in your guide to all ferries</h1>"


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        (
            "<h1>Night ferries of the old harbour are late</h1>{}" + NEXT + CARDS,
            "Night ferries of the old harbour are late",
        ),
        ("<h1>Lost and found</h1>{}<h1>All ferries of our harbour!</h1>", "All ferries of our harbour!"),
    ],
)
def test_cards_with_headings_of_their_own_are_others(headings, title):
    prose = "<p>" + "The ferry had been waiting at the pier since noon, and nobody knew anything. " * 5 + "</p>"
    assert parse("<title>All ferries of our harbour</title>", headings.format(prose)).title == title


KICKER = '<meta property="og:title" content="Port strike: cranes stand still">'
IN_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "%s"}</script>'


@pytest.mark.parametrize(
    ("head", "shown", "title"),
    [
        (KICKER + IN_DATA % "Port strike: cranes stand still", "Cranes stand still", "Cranes stand still"),
        (KICKER.replace("cranes", "Cranes") + IN_DATA % "Port strike: Cranes stand still", "Cranes stand still", "="),
        (KICKER.replace("cranes", "Cranes"), "Cranes stand still", "Cranes stand still"),
    ],
    ids=["in other letters", "both state it", "one alone"],
)
def test_the_line_above_the_headline_belongs_to_it_where_all_that_is_stated_has_both(head, shown, title):
    expected = "Port strike: Cranes stand still" if title == "=" else title
    assert parse(head, f"<p>Port strike</p><h1>{shown}</h1>").title == expected


@pytest.mark.parametrize(
    ("stated", "shown", "title"),
    [
        ("The salt roads of the north", "Kultur : The salt roads of the north", "The salt roads of the north"),
        ("The salt roads of the north", "The salt roads of the north | Opinion", "The salt roads of the north"),
        ("The salt roads of the north", "The salt roads of the north – Gazette", "The salt roads of the north"),
        ("The salt roads", "Norway: the salt roads of the north", "Norway: the salt roads of the north"),
    ],
)
def test_a_section_or_a_site_in_the_headline_is_no_part_of_the_title(stated, shown, title):
    head = f'<title>{stated}</title><meta property="og:site_name" content="Gazette">'
    assert parse(head, f"<h1>{shown}</h1>").title == title


@pytest.mark.parametrize(
    ("first", "title"),
    [("It keeps for ever and ever", "What do people love about salt?"), ("What people love about salt", "=")],
    ids=["unlike it", "much like it"],
)
def test_a_heading_that_is_the_stated_title_goes_before_a_first_level_one_below_it(first, title):
    body = f"<h2>What do people love about salt?</h2>{PROSE}<h1>{first}</h1>"
    page = parse("<title>What do people love about salt?</title>", body)
    assert page.title == (first if title == "=" else title)


@pytest.mark.parametrize(
    ("first", "title"),
    [("Seabird", "Two winters"), ("Harbour", "Two winters - Seabird"), ("Two winters", "Two winters")],
)
def test_a_first_level_heading_that_is_the_name_of_the_site_leaves_the_next_one(first, title):
    body = f"<h1>{first}</h1><div><h2>Two winters</h2><p>The ferry waited at the pier.</p></div>"
    assert parse("<title>Two winters - Seabird</title>", body).title == title


def test_a_section_behind_the_title_goes_where_another_title_has_none():
    stated = "<title>Two more winters for the ferry-Local|Courier</title><meta name=headline content='{}'>"
    said = "Two more winters for the ferry"
    assert auditor.parse(stated.format(said), format="html").title == said
    assert auditor.parse(stated.format("Two more winters for"), format="html").title != "Two more winters for"
