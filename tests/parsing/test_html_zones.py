"""Zones of pages: the body, what is cut from it, and the link widgets beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Kind, Zone
from auditor.parsing import html
from auditor.parsing.html.facts.metadata import read_metadata
from auditor.parsing.html.tree.build import read_page
from auditor.parsing.sections import announces_link, is_generic, is_neighbour, widget

FIRST = "The crew mended eleven sails before the tide turned, and the harbour master counted them twice."
SECOND = "By noon the wind had gone round to the west and nobody on the quay was speaking to anybody else."
THIRD = "The last boat came in under oars, which had not happened in that harbour for thirty years."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
LINKS = "".join(
    f"<li><a href='/{slug}'>{text}</a></li>"
    for slug, text in [("rope", "How a rope is laid by hand"), ("tar", "What the tar kettle was for"), ("oar", "Oars")]
)


def read(source, url="https://harbour.test/sails"):
    return html.read(f"<title>Eleven sails</title>{source}", name="", url=url, zone=None)


def texts(document, *zones):
    return [block.text for block in document.zone(*zones)]


def test_the_article_is_body_and_its_heading_the_headline():
    document = read(
        f"<nav><a href='/'>Home</a></nav><main><h1>Eleven sails</h1>{BODY}</main><footer>Printed here</footer>"
    )
    assert texts(document, Zone.HEADLINE) == ["Eleven sails"]
    assert texts(document, Zone.BODY) == [FIRST, SECOND, THIRD]
    assert texts(document, Zone.BOILERPLATE) == ["Home", "Printed here"]


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>Sails</h1><h1>Eleven sails</h1>{BODY}",
        f"<p>Eleven sails</p>{BODY}<h1>Of boats</h1>",
        f"<h2>Eleven sails</h2>{BODY}",
        f"<h1><span>Eleven</span><div>sails</div></h1>{BODY}",
        f"<h1>The sails of the harbour</h1>{BODY}",
    ],
)
def test_what_shows_the_title_is_the_headline_for_all_that_ask(page):
    source = f"<title>Eleven sails</title><main>{page}<p>By Ines Calloway</p></main>"
    page_read = read_page(source)
    metadata = read_metadata(page_read, None)
    shown = [segment.text for segment in page_read.segments[slice(*metadata.headline)]]
    assert texts(html.read(source, name="", url=None, zone=None), Zone.HEADLINE) == shown


@pytest.mark.parametrize(
    ("heading", "level"),
    [("<div role=heading aria-level=3>", 3), ("<p role='Heading'>", 2), ("<div role=heading aria-level=12>", 6)],
)
def test_a_role_makes_a_heading(heading, level):
    document = read(f"<main><h1>Eleven sails</h1>{BODY}{heading}Of <b id=x>boats</b></main>")
    assert [(b.text, b.level) for b in document.blocks if b.kind is Kind.HEADING][1:] == [("Of boats", level)]


def test_a_table_for_the_layout_holds_paragraphs():
    cells = f"<tr><td>{FIRST}<td>{SECOND}"
    for table, kind in (("<table>", Kind.TABLE), ("<table role=presentation>", Kind.PARAGRAPH)):
        document = read(f"<main><h1>Eleven sails</h1>{BODY}{table}{cells}</table></main>")
        assert [b.kind for b in document.blocks[-2:]] == [kind, kind]


def test_a_pulled_quotation_is_no_part_of_the_body():
    document = read(f"<main><h1>Eleven sails</h1>{BODY}<aside class=pullquote>The wind had gone.</aside></main>")
    assert texts(document, Zone.BOILERPLATE) == ["The wind had gone."]


@pytest.mark.parametrize(
    ("markup", "kind", "level"),
    [
        ("<ul><li>Wind south-west, force six.</li></ul>", Kind.ITEM, 1),
        ("<ul><li>Boats<ul><li>Two luggers and a smack.</li></ul></li></ul>", Kind.ITEM, 2),
        ("<blockquote><p>We heard it before we saw it.</p></blockquote>", Kind.QUOTATION, 0),
        ("<pre>flour 500</pre>", Kind.CODE, 0),
        ("<h3>What the log says</h3>", Kind.HEADING, 3),
        ("<table><tr><td>Sails</td><td>11</td></tr></table>", Kind.TABLE, 0),
        ("<dl><dt>Wind</dt><dd>West</dd></dl>", Kind.FIELD, 0),
        ("<p>A line</p>", Kind.PARAGRAPH, 0),
    ],
)
def test_the_body_keeps_what_stands_between_its_paragraphs(markup, kind, level):
    document = read(f"<main><h1>Eleven sails</h1><p>{FIRST}</p>{markup}<p>{SECOND}</p></main>")
    block = [block for block in document.zone(Zone.BODY) if block.text not in (FIRST, SECOND)][-1]
    assert (block.kind, block.level) == (kind, level)


@pytest.mark.parametrize(
    "site",
    ["<h1>The Quay</h1>", "<h1><a href='/'>Eleven sails and more</a></h1>", "<a href='//quay.test'><h1>Sails</h1></a>"],
)
@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_the_name_of_the_site_is_no_headline(site, tag):
    document = read(f"{site}<main><{tag}>Eleven sails</{tag}>{BODY}</main>")
    assert texts(document, Zone.HEADLINE) == ["Eleven sails"]


def test_a_line_that_is_the_title_is_the_headline_where_no_heading_is():
    document = read(f"<center><b>Eleven sails</b></center>{BODY}")
    assert texts(document, Zone.HEADLINE) == ["Eleven sails"]


def test_the_last_block_is_what_it_is_though_nothing_closes_it():
    blocks = read("<ul><li>Oak is dry.<li>Elm is not").blocks
    assert [block.kind for block in blocks] == [Kind.TITLE, Kind.ITEM, Kind.ITEM]


def test_the_only_first_heading_is_the_headline_though_it_is_unlike_the_title():
    document = read(f"<main><h1>What the wind did</h1>{BODY}<h2>Twelve boats</h2></main>")
    assert texts(document, Zone.HEADLINE) == ["What the wind did"]


def test_labels_before_the_headline_are_no_body():
    document = read(f"<main><p>Live</p><p>Weather at sea</p><h1>Eleven sails</h1>{BODY}</main>")
    assert texts(document, Zone.BODY) == [FIRST, SECOND, THIRD]
    late = read(f"<main>{BODY}<h1>Eleven sails</h1><p>By noon the wind had gone.</p></main>")
    assert FIRST in texts(late, Zone.BODY)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>answered by <a href='/users/12/planewright'>planewright</a></p>",
        "<div itemprop='upvoteCount'>12</div>",
        "<div itemprop='author'><p>planewright</p></div>",
        "<p><a href='/a'>index</a> | <a href='/b'>letters</a> | <a href='/c'>guest book</a></p>",
        "<hr><p>Last updated in June. <a href='mailto:a@quay.test'>Write to me</a></p>",
        "<hr>© The Quay",
    ],
)
def test_what_speaks_of_a_text_is_not_in_it(markup):
    assert texts(read(f"<main><h1>Eleven sails</h1>{BODY}{markup}</main>"), Zone.BODY) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Sources: <a href='https://a.test'>Sail maker</a> | <a href='https://b.test'>Rope maker</a></p>",
        "<hr><p>The wind held until the evening.</p>",
        "<p>The picture is by <a href='/users/12/planewright'>planewright</a>, who was there.</p>",
    ],
)
def test_what_is_like_it_stays_in_the_body(markup):
    assert len(texts(read(f"<main><h1>Eleven sails</h1>{BODY}{markup}</main>"), Zone.BODY)) == 4


def test_a_rule_ends_a_paragraph():
    document = read(f"<main><h1>Eleven sails</h1><p>{FIRST}<hr>{SECOND}</main>")
    assert texts(document, Zone.BODY) == [FIRST, SECOND]
    assert not document.source[document.zone(Zone.BODY)[0].end :].startswith(SECOND)


def test_pairs_carry_the_printed_key():
    document = read(
        f"<main><h1>Eleven sails</h1>{BODY}<dl><dt>Wind</dt><dd>West</dd></dl>"
        "<table><tr><th>Boats</th><td>Two</td></tr></table></main>"
    )
    fields = [(block.label, block.text) for block in document.blocks if block.kind is Kind.FIELD]
    assert fields == [("", "Wind"), ("Wind", "West"), ("", "Boats"), ("Boats", "Two")]


def test_cells_of_a_layout_table_are_paragraphs():
    document = read(
        f"<table><tr><td>Menu</td><td><h1>Eleven sails</h1>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table>"
    )
    assert [(b.kind, b.text) for b in document.zone(Zone.BODY)] == [(Kind.PARAGRAPH, t) for t in (FIRST, SECOND, THIRD)]


def test_the_standfirst_before_the_container_is_body():
    lead = "A morning on the quay, in the order in which it went wrong, told by those who saw it."
    document = read(
        f"<header class=top><h1>Eleven sails</h1></header><div><p>{lead}</p></div><div class=text>{BODY * 1}</div>"
    )
    assert texts(document, Zone.BODY) == [lead, FIRST, SECOND, THIRD]


def test_text_printed_twice_for_two_widths_counts_once():
    assert texts(read(f"<main><h1>Eleven sails</h1>{BODY}<div><p>{FIRST}</p></div></main>"), Zone.BODY) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_text_printed_twice_beside_itself_stays():
    page = f"<main><h1>Eleven sails</h1>{BODY}<p>{FIRST}</p></main>"
    assert texts(read(page), Zone.BODY) == [FIRST, SECOND, THIRD, FIRST]


CAPTIONS = ("<figure>{}</figure>", "<div class=photo>{}</div>")
MARKED = ("<figcaption>A torn sail</figcaption>", "<div class=wp-caption-text>A torn sail</div>")


@pytest.mark.parametrize("caption", MARKED)
@pytest.mark.parametrize("around", CAPTIONS)
def test_captions_say_what_a_picture_shows_whatever_marks_them(around, caption):
    page = read(f"<main><h1>Sails</h1>{BODY}{around.format(caption)}</main>")
    (found,) = [block for block in page.blocks if block.text == "A torn sail"]
    assert (found.zone, found.kind) == (Zone.METADATA, Kind.CAPTION)
    assert texts(page, Zone.BODY) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("tag", ["figcaption", "div class=caption"])
def test_captions_that_are_most_of_a_text_are_the_text(tag):
    shown = "".join(f"<figure><{tag}>{text}</{tag.split()[0]}></figure>" for text in (FIRST, SECOND, THIRD))
    assert texts(read(f"<main><h1>Sails</h1>{shown}</main>"), Zone.BODY) == [FIRST, SECOND, THIRD]


def test_captions_beside_the_article_are_no_text():
    page = read(f"<main><h1>Sails</h1>{BODY}</main><div><figcaption>A torn sail</figcaption></div>")
    assert [block.zone for block in page.blocks if block.text == "A torn sail"] == [Zone.BOILERPLATE]


def test_lines_of_a_profile_are_fields():
    lines = "<ul><li><b>Name</b> : Odo Lamb<li><b>Job</b>: sailmaker</ul><p>facebook:"
    page = f"<main>{BODY}</main><div class=author-box><h3>About the author</h3>{lines}</div>"
    (author,) = read(page).authors
    assert [(f.key, f.value) for f in author.fields] == [("name", "Odo Lamb"), ("job", "sailmaker")]
    assert [f.label for f in author.empty] == ["facebook"]


def test_a_class_name_does_not_take_the_whole_article_away():
    assert texts(read(f"<div class='content sidebar-left promo'><h1>Eleven sails</h1>{BODY}</div>"), Zone.BODY) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_comments_may_be_longer_than_the_article():
    comments = "".join(f"<div class=comment-item><p>Comment {i}: {THIRD} {SECOND}</p></div>" for i in range(9))
    document = read(f"<div><h1>Eleven sails</h1><div>{BODY}</div><div id=comments>{comments}</div></div>")
    assert texts(document, Zone.BODY) == [FIRST, SECOND, THIRD]
    assert len(document.zone(Zone.COMMENTS)) == 9


WIDGETS = {
    "aside": f"<aside><h3>Related stories</h3><ul>{LINKS}</ul></aside>",
    "after the text": f"<div class=more><h2>You might also like</h2><ul>{LINKS}</ul></div>",
    "no heading": f"<div class=tiles><ul>{LINKS}</ul></div>",
    "another language": f"<div><h2>Das könnte Sie auch interessieren</h2><ul>{LINKS}</ul></div>",
}


@pytest.mark.parametrize("name", WIDGETS)
def test_widgets_beside_the_body(name):
    document = read(f"<main><h1>Eleven sails</h1><article>{BODY}</article></main>{WIDGETS[name]}")
    links = document.zone(Zone.LINKS)
    assert [block.text for block in links if block.links][:2] == [
        "How a rope is laid by hand",
        "What the tar kettle was for",
    ]
    assert len({block.group for block in links}) == 1
    assert links[0].group > 0
    assert texts(document, Zone.BODY) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(("element", "expected"), [("aside", Zone.LINKS), ("form", Zone.BOILERPLATE)])
def test_beside_the_text_short_titles_make_a_widget(element, expected):
    short = "".join(
        f"<li><a href='/{n}'>Boats of {place}</a></li>" for n, place in enumerate(("Brea", "Skerry", "Voe"))
    )
    document = read(
        f"<main><h1>Eleven sails</h1><article>{BODY}</article></main><{element}><ul>{short}</ul></{element}>"
    )
    assert {block.zone for block in document.blocks if block.text.startswith("Boats of")} == {expected}


def test_a_widget_inside_the_body_is_cut_from_it():
    document = read(
        f"<main><h1>Eleven sails</h1><p>{FIRST}</p><h3>Read more</h3>"
        f"<ul>{LINKS}</ul><h3>Noon</h3><p>{SECOND}</p><p>{THIRD}</p></main>"
    )
    assert texts(document, Zone.BODY) == [FIRST, "Noon", SECOND, THIRD]
    assert [block.label for block in document.zone(Zone.LINKS)] == ["related"] * 4


def test_a_line_that_announces_its_link_is_no_body():
    document = read(
        f"<main><h1>Eleven sails</h1><p>{FIRST}</p><p>Read also: "
        f"<a href='/x'>The rules of the slipway</a></p><p>{SECOND}</p></main>"
    )
    assert [(block.label, block.text) for block in document.zone(Zone.LINKS)] == [
        ("inline", "Read also: The rules of the slipway")
    ]


def test_a_list_of_sources_stays_in_the_body():
    sources = "".join(
        f"<li><a href='https://{name}.test/'>The {name} records of nineteen thirty</a></li>" for name in "abcd"
    )
    document = read(f"<main><h1>Eleven sails</h1>{BODY}<h2>Sources</h2><ul>{sources}</ul></main>")
    assert len(document.zone(Zone.BODY)) == 8


def test_further_reading_on_other_sites_stays_in_the_body():
    sources = "".join(
        f"<li><a href='https://{name}.test/'>The {name} records, second edition, in print</a></li>" for name in "abc"
    )
    document = read(f"<main><h1>Eleven sails</h1>{BODY}<h2>Further reading</h2><ul>{sources}</ul></main>")
    assert len(document.zone(Zone.BODY)) == 7
    assert document.zone(Zone.LINKS) == ()


@pytest.mark.parametrize("heading", ["Topics", "Next", "Categories"])
def test_chapters_with_the_name_of_a_widget_stay_in_the_body(heading):
    document = read(
        f"<main><h1>Eleven sails</h1>{BODY}<h2>{heading}</h2><p>{FIRST[:-1]} <a href='/a'>twice over</a>.</p></main>"
    )
    assert heading in texts(document, Zone.BODY)


def test_a_link_around_blocks_owns_their_text():
    document = read(
        f"<main><h1>Eleven sails</h1>{BODY}</main><section><h2>Related stories</h2>"
        "<a href='/rope'><h3>How a rope is laid</h3><p>By three people walking.</p></a></section>"
    )
    (item,) = [block for block in document.zone(Zone.LINKS) if block.links]
    assert (item.text, item.links[0].href, item.links[0].text) == ("How a rope is laid", "/rope", "How a rope is laid")


def test_previous_and_next():
    document = read(
        f"<main><h1>Eleven sails</h1>{BODY}</main><div>"
        "<a rel=prev href='/a'>Ten sails</a></div><div><a href='/b'>Next post</a></div>"
    )
    assert [block.label for block in document.zone(Zone.LINKS)] == ["previous-next"] * 2


@given(st.sampled_from(list(Zone)))
def test_a_given_zone_holds_for_all_visible_text(zone):
    document = html.read(f"<nav>x</nav>{BODY}", name="", url=None, zone=zone)
    assert {block.zone for block in document.blocks} == {zone}


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        (f"<h1>Eleven sails</h1>{BODY}", "https://harbour.test/a", "article"),
        ("<div id=root></div><script>start()</script>", None, "empty"),
        (f"<meta property='og:type' content='product'><h1>Oar</h1>{BODY}", None, "product"),
        (f"<meta property='og:type' content='article'><h1>Oar</h1>{BODY}", "https://harbour.test/forum/1", "article"),
        (f"<h1>Which oar?</h1>{BODY}", "https://harbour.test/forums/oars/1", "forum"),
        ('<script type=\'application/ld+json\'>{"@type": "QAPage"}</script>' + BODY, None, "forum"),
        ('<script type=\'application/ld+json\'>{"@type":["Recipe","Product"]}</script>' + BODY, None, "article"),
    ],
)
def test_page_types(source, url, expected):
    assert read(source, url).page_type == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Related stories", "related"),
        ("More from the harbour", "related"),
        ("MOST READ", "trending"),
        ("Latest news", "latest"),
        ("Recommended for you", "recommended"),
        ("Around the Web", "chumbox"),
        ("相关阅读", "related"),
        ("The latest news was bad for the harbour", ""),
        ("More about me", ""),
        ("Ropes", ""),
    ],
)
def test_headings_of_widgets(text, kind):
    assert widget(text) == kind


def test_wordings_of_links():
    assert announces_link("Read also: how a rope is laid")
    assert not announces_link("Read the label before you open the tin")
    assert is_generic("Read more")
    assert not is_generic("How a rope is laid by hand")
    assert is_neighbour("« Older posts")
    assert not is_neighbour("Next to the slipway stands a shed")


@pytest.mark.parametrize("label", ["Advertisement", "Mehr zum Thema:", "Publicité", "続きを読む"])
def test_a_label_of_the_page_is_no_text(label):
    document = read(f"<main><h1>Eleven sails</h1><p>{FIRST}</p><p>{label}</p><p>{SECOND}</p></main>")
    assert texts(document, Zone.BODY) == [FIRST, SECOND]


def test_values_of_nothing_are_paragraphs():
    document = read(f"<main><h1>Eleven sails</h1><dl><dd>{FIRST}<dd>{SECOND}</dl></main>")
    assert [b.kind for b in document.zone(Zone.BODY)] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_notes_are_body():
    note = "The count is that of the harbour book, which the master keeps in the tower above the lock."
    document = read(f"<main><h1>Eleven sails</h1>{BODY}<section class=footnotes><p>{note}</p></section></main>")
    assert texts(document, Zone.BODY) == [FIRST, SECOND, THIRD, note]


def test_where_own_links_name_no_host_another_host_is_not_the_own_one():
    own = "<nav><a href='/a'>Home</a><a href='/b'>Boats</a><a href='/c'>Crew</a><a href='/d'>Lock</a></nav>"
    sources = "".join(f"<li><a href='https://books.test/{n}'>Book {n} of the harbour</a></li>" for n in range(3))
    document = read(f"{own}<main><h1>Eleven sails</h1>{BODY}<p>Sources:</p><ul>{sources}</ul></main>", url=None)
    assert texts(document, Zone.BODY)[-1] == "Book 2 of the harbour"
