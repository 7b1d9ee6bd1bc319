"""Every block stands exactly where it says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from auditor.model import Kind, Span, Syntax, Zone
from auditor.parsing import html, places
from auditor.parsing.html.tree import replay
from auditor.parsing.html.tree.build import read_page

PARTS = [
    "<p>", "</p>", "<div class=related>", "</div>", "<a href='/x?a=1&amp;b'>", "</a>", "<b>", "</b>",
    "<i class=x>", "</i>", "<br>", "<br/>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<th>", "<td>",
    "</table>", "<h1>", "</h2>", "<dl>", "<dt>", "<dd>", "<blockquote>", "<pre>", "<img alt='a &amp; b'>",
    "<script>x<p></script>", "<style>", "</style>", "<!-- c -->", "<svg>", "</svg>", "<title>t &lt;</title>",
    "<meta name=author content='Ada  Quill'>", "&amp;", "&am", "p;", "&nbsp;", "&#x41;", "&NotEqualTilde;", "<",
    "Tar", "ropes and sails ", " ", "\r\n", "\t", "\u00a0", "🚢", "e\u0301", "\x00", "<article>", "</article>",
    "<h2>Related stories</h2>", "<span itemprop=name>", "</span>", "</", "<p title='",
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(PARTS) | st.text("<>&;/='\"ab ", max_size=6), max_size=40).map("".join)
ZONES = st.sampled_from([None, Zone.BODY, Zone.AUTHOR])


def read(source, zone=None):
    return html.read(source, name="", url=None, zone=zone)


@given(SOURCES, ZONES)
def test_every_block_replays_from_its_own_interval(source, zone):
    for block in read(source, zone).blocks:
        text, starts, ends = places.replay(source, Span.of(block))
        assert text == block.text == " ".join(text.split()) != ""
        assert block.start <= starts[0] < ends[-1] <= block.end
        assert starts == sorted(starts)


@given(SOURCES)
def test_links_hold_their_text(source):
    for block in read(source).blocks:
        for link in block.links:
            assert block.text[link.start : link.end] == link.text == link.text.strip() != ""


@given(SOURCES, ZONES)
def test_blocks_are_in_the_order_of_the_source(source, zone):
    blocks = [block for block in read(source, zone).blocks if block.syntax is Syntax.HTML]
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert zone is None or {block.zone for block in blocks} <= {zone}


@given(SOURCES)
def test_elements_nest(source):
    page = read_page(source)
    for element in page.elements[1:]:
        assert element.start < element.inner <= element.inner_end
        assert 0 <= element.first <= element.last <= len(page.segments)
        assert element.parent.index < element.index
        assert element.parent.first <= element.first <= element.last <= element.parent.last


SIMPLE = st.recursive(
    st.sampled_from(
        [
            "tar ",
            "<b>rope</b>",
            "<i>hemp</i> ",
            "<a href='/x'>sail</a>",
            "&amp;",
            "a<br>b",
            "<!-- x -->",
            "<script>q</script>",
        ]
    ),
    lambda inner: st.tuples(
        st.sampled_from(["div", "p", "ul", "li", "section", "h2", "blockquote", "span"]), st.lists(inner, max_size=4)
    ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"),
    max_leaves=12,
)


@given(SIMPLE)
def test_the_words_are_those_that_a_browser_engine_finds(source):
    """Lexbor as the oracle: the same characters in the same order."""
    tree = LexborHTMLParser(f"<!doctype html><body>{source}")
    tree.strip_tags(["script"])
    ours = "".join(segment.text for segment in read_page(f"<!doctype html><body>{source}").segments)
    assert "".join(ours.split()) == "".join(tree.body.text(separator="").split())


def placed(source, text):
    (block,) = [b for b in read(source, Zone.BODY).blocks if text in b.text]
    at = block.text.index(text)
    start, end = places.place(source, Span(block, at, at + len(text)))
    return source[start:end]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<p>the old <b>rope</b> lay</p>", "old rope lay", "old <b>rope</b> lay"),
        ("<p>tar &amp; pitch</p>", "&", "&amp;"),
        ("<p>tar  \r\n pitch</p>", "tar pitch", "tar  \r\n pitch"),
        ("<p>tar<br>pitch</p>", "tar pitch", "tar<br>pitch"),
        ("<p>a<!-- b -->c</p>", "ac", "a<!-- b -->c"),
        ("<p>a&am<b>p;</b></p>", "a&amp;", "a&am<b>p;"),
        ("<p>x<script>y</script>z</p>", "xz", "x<script>y</script>z"),
        ("<p>&NotEqualTilde; b</p>", "≂", "&NotEqualTilde;"),
    ],
)
def test_places_are_exact(source, text, expected):
    assert placed(source, text) == expected


def test_places_of_attributes():
    source = '<img alt="a &amp; b"><p>text of the page</p>'
    (alt,) = [block for block in read(source).blocks if block.kind is Kind.ALT]
    assert (alt.text, source[alt.start : alt.end], alt.zone) == ("a & b", "a &amp; b", Zone.METADATA)


def test_places_inside_json_strings():
    source = r'"a\u00e9 \ud83d\udea2 \"q\" \/ \n b"'
    text, starts, ends = replay.json(source, 1, len(source) - 1)
    assert text == 'aé 🚢 "q" / b'
    assert source[starts[3] : ends[3]] == r"\ud83d\udea2"


def test_half_a_surrogate_pair_in_json_is_no_character():
    record = r'{"@type": "Article", "headline": "Tar \ud83d kettle"}'
    source = f'<script type="application/ld+json">{record}</script><p>Text</p>'
    for block in read(source).blocks:
        assert places.replay(source, Span.of(block))[0] == block.text == block.text.encode("utf-8").decode()
