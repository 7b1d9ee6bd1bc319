"""HTML of the article alone: all of its text, nothing else, and nothing that could run."""

import re
from pathlib import Path

import pytest
from bs4.builder._htmlparser import BeautifulSoupHTMLParser
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import auditor
from auditor.cleaning.allowed import BLOCKS, INLINE

PROSE = "The ferry sails at noon and comes back before the tide has turned, whatever the weather says."
LATER = "Nobody on the slipway thought that it would come home, and so they rang the old bell for an hour."
PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/source.html"))
ALLOWED = {"html", "head", "body", "article", "br", "img", *BLOCKS, *INLINE}
ATTRIBUTES = {"href", "src", "alt", "title", "lang", "dir", "colspan", "rowspan", "start"}
HOSTILE = {
    "handler": '<p onclick="alert(1)" style="x" id="y" class="z">',
    "script": "<script>alert(1)</script>",
    "script inside svg": "<svg><script>alert(1)</script></svg>",
    "script address": '<a href="javascript:alert(1)">go</a>',
    "split script address": '<a href="jav&#x09;a\nscript&colon;alert(1)">go</a>',
    "capital script address": '<a href=" JAVASCRIPT:alert(1)">go</a>',
    "data address": '<a href="data:text/html;base64,PHN2Zz4=">go</a>',
    "script image": '<img src="javascript:alert(1)" alt="x">',
    "image handler": '<img src=x onerror="alert(1)">',
    "frame": '<iframe src="https://a.test"></iframe><object data="x"></object><embed src="x">',
    "form": '<form action="https://a.test"><input name="p"><button>Go</button></form>',
    "base": '<base href="https://a.test/"><link rel="import" href="x"><meta http-equiv="refresh" content="0;url=x">',
    "comment": "<!--><script>alert(1)</script>-->",
    "template": "<template><script>alert(1)</script></template>",
    "quoted attribute": '<a href="/x" title="&quot;><script>alert(1)</script>">go</a>',
    "escaped text": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "unclosed": '<p title="<script>alert(1)</script>',
    "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
}


def assert_safe(markup):
    tree = LexborHTMLParser(markup)
    for node in tree.root.css("*"):
        assert node.tag in ALLOWED, node.tag
        assert set(node.attributes) <= ATTRIBUTES, node.attributes
        for name in ("href", "src"):
            bare = re.sub(r"[\x00-\x20]", "", node.attributes.get(name) or "").lower()
            assert not re.match(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", bare), bare


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_nothing_that_could_run_is_left(piece):
    source = f"<article><h1>The ferry of the harbour</h1><p>{PROSE}</p>{piece}<p>{PROSE[::-1]}</p></article>"
    cleaned = auditor.clean(auditor.parse(source, format="html"))
    assert PROSE in cleaned
    assert_safe(cleaned)


PARTS = [
    "<p>",
    "</p>",
    "<div class=related>",
    "</div>",
    "<a href='javascript:x'>",
    "<a href='/x?a=1&amp;b'>",
    "</a>",
    "<b>",
    "</b>",
    "<i class=x>",
    "</i>",
    "<br>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<th>",
    "<td>",
    "</table>",
    "<h1>",
    "</h2>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<blockquote>",
    "<pre>",
    "</pre>",
    "<img src=a.jpg alt='a &amp; b'>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<script>x<p></script>",
    "<style>",
    "</style>",
    "<!-- c -->",
    "<svg>",
    "</svg>",
    "&lt;b",
    "Tar",
    "ropes and sails ",
    " ",
    "<article>",
    "</article>",
    "<h2>Related stories</h2>",
    "</",
    "<p title='",
    PROSE,
    f"<p>{PROSE}</p>",
    f"<li>{PROSE}</li>",
    "<img src=x onerror=y>",
    "&quot;><script>",
]
SOURCES = st.lists(st.sampled_from(PARTS) | st.text("<>&;/='\"ab ", max_size=6), max_size=40).map("".join)


@given(SOURCES)
def test_whatever_the_source_the_result_is_safe_and_has_the_text(source):
    document = auditor.parse(source, format="html")
    cleaned = auditor.clean(document)
    assert_safe(cleaned)
    shown = "".join(LexborHTMLParser(cleaned).text().split()) if cleaned else ""
    for block in document.blocks:
        if block.zone in ("headline", "byline", "body"):
            assert "".join(block.text.split()) in shown


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_cleaned_page_has_the_same_body(path):
    document = auditor.parse(path.read_bytes(), format="html")
    again = auditor.parse(auditor.clean(document), format="html", zone="body")
    body = [block.text for block in document.zone("headline", "body")]
    texts = iter(block.text for block in again.blocks)
    assert all(text in texts for text in body)
    assert auditor.clean(auditor.clean(document)) == auditor.clean(auditor.clean(auditor.clean(document)))


def cleaned_body(markup):
    source = f"<article><h1>The ferry of the harbour</h1><p>{PROSE}</p>{markup}</article>"
    return (
        auditor.clean(auditor.parse(source, format="html")).split(PROSE + "</p>\n", 1)[1].removesuffix("</article>\n")
    )


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>Weigh the jar<li>Feed it</ol>", "<ol>\n<li>Weigh the jar</li>\n<li>Feed it</li>\n</ol>\n"),
        ("<pre>a  b\n  c &lt;</pre>", "<pre>a  b\n  c &lt;</pre>\n"),
        ("<pre><div>one line</div><div>two lines</div></pre>", "<pre>one line\ntwo lines</pre>\n"),
        ("<div class=x>Loose <b>bold</b> text</div>", "<p>Loose <b>bold</b> text</p>\n"),
        ("<p><a href='/a&amp;b' target=x>A</a> port</p>", '<p><a href="/a&amp;b">A</a> port</p>\n'),
        ("<p>Salt&nbsp;and <b>rope.&nbsp;</b></p>", "<p>Salt\xa0and <b>rope.</b></p>\n"),
        ("<p>One<b><br></b>two<br><br>three</p>", "<p>One<br/>two</p>\n<p>three</p>\n"),
        ("<li>A<br><br>b", "<li>A<br/><br/>b</li>\n"),
        ("<p><img src=a.jpg></p><div>Loose</div>", '<p><img src="a.jpg"/></p>\n<p>Loose</p>\n'),
        ("<h3><div><h4>Oars</h4></div></h3>", "<h3>Oars</h3>\n"),
        ("<ol start=4><li>Bail", '<ol start="4">\n<li>Bail</li>\n</ol>\n'),
        (
            "<figure><img data-src='a b.jpg' src='data:x' alt=Bell><figcaption>The <i>bell</i></figcaption></figure>",
            '<figure>\n<img alt="Bell" src="a%20b.jpg"/><figcaption>The <i>bell</i></figcaption>\n</figure>\n',
        ),
        (
            "<table><tr><th>Port<th>Ships<tr><td><td colspan=2>4</table>",
            '<table>\n<tr><th>Port</th><th>Ships</th></tr>\n<tr><td></td><td colspan="2">4</td></tr>\n</table>\n',
        ),
    ],
)
def test_structure_is_kept(markup, expected):
    assert cleaned_body(markup) == expected


def test_language_and_direction_are_kept():
    cleaned = auditor.clean(f'<html lang="he" dir="rtl"><body><h1>Boats of the bay</h1><p>{PROSE}</p></body></html>')
    assert cleaned.startswith('<article dir="rtl" lang="he">')


def test_a_headline_that_only_the_metadata_state_comes_first():
    cleaned = auditor.clean(f"<html><title>Boats &amp; bays</title><p>{PROSE}</p></html>")
    assert "<h1>Boats &amp; bays</h1>\n<p>The ferry" in cleaned


def test_pictures_of_menus_and_author_boxes_stay_out():
    cleaned = auditor.clean(
        "<body><nav><img src=logo.png>Home page</nav>"
        f"<article><h1>Boats of the bay</h1><p>{PROSE}</p><img src=bell.jpg>"
        f"<p>{LATER}</p></article>"
        "<div class='author-box'><img src=face.jpg><p>Odo Lamb is a sailor. He writes here.</p></div>"
    )
    assert re.findall(r'src="([^"]+)"', cleaned) == ["bell.jpg"]


@pytest.mark.parametrize(("foreign", "expected"), [(8, ["bell.jpg"]), (16, [])])
def test_a_picture_stays_where_half_of_the_text_around_it_is_the_articles(foreign, expected):
    menu = " ".join(f"<a href=/{n}>Harbour{n}</a>" for n in range(foreign))
    beside = "The bell of the old ferry hangs over the quay in Brea."
    cleaned = auditor.clean(
        f"<body><article><h1>Boats of the bay</h1><p>{PROSE}</p>"
        f"<div><img src=bell.jpg><p>{beside}</p><nav>{menu}</nav></div><p>{LATER}</p></article>"
    )
    assert beside in cleaned
    assert re.findall(r'src="([^"]+)"', cleaned) == expected


def test_a_page_without_an_article_gives_nothing():
    assert auditor.clean("<html><body></body></html>") == ""


def test_no_end_tag_is_compared_with_the_images_and_breaks_before_it(monkeypatch):
    """beautifulsoup4 keeps a list of void elements that were not written closed, and searches it at each end tag."""
    longest = 0

    def counted(parser, name, *args, **options):
        nonlocal longest
        longest = max(longest, len(parser.already_closed_empty_element))
        return end_tag(parser, name, *args, **options)

    end_tag = BeautifulSoupHTMLParser.handle_endtag
    monkeypatch.setattr(BeautifulSoupHTMLParser, "handle_endtag", counted)
    cleaned = auditor.clean(f"<h1>Boats of the bay</h1><p>{PROSE}" + "<p>a<br>b <img src=a.png> <b>c</b></p>" * 50)
    assert cleaned.count("<img") == 50
    assert longest == 0
