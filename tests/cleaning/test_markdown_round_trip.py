"""Markdown that was written from a page, read again: the same text, the same structure, and nothing twice."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import auditor

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "tests" / "pages").glob("*/source.*"), *(ROOT / "samples").glob("*.*")])
FORMATS = {".html": "html", ".md": "markdown", ".txt": "text"}
WORDS = st.text("ab *_`[]()#+-<>&;\\|~={}!.:1\xa0é", min_size=1, max_size=12)
BESIDE_TEXT = ("alt", "title", "description")


def words(source, form):
    document = auditor.parse(source, format=form, zone="body")
    return " ".join(b.text for b in document.blocks if b.zone == "body" and b.kind not in BESIDE_TEXT).split()


def markdown(markup):
    return auditor.clean(auditor.parse(markup, format="html", zone="body"), format="markdown")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_page_as_markdown_has_the_text_of_the_page_as_html(path):
    document = auditor.parse(path.read_bytes(), format=FORMATS[path.suffix])
    written = auditor.clean(document, format="markdown")
    assert words(written, "markdown") == words(auditor.clean(document, format="html"), "html")
    assert auditor.clean(auditor.parse(written, format="markdown")) == written


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_page_as_html_is_not_changed_by_cleaning_it_again(path):
    cleaned = auditor.clean(auditor.parse(path.read_bytes(), format=FORMATS[path.suffix]), format="html")
    assert auditor.clean(auditor.parse(cleaned, format="html", zone="body")) == cleaned


def spans(inner):
    return st.one_of(
        WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
        st.tuples(st.sampled_from("b i s code sub a em".split()), inner).map(
            lambda pair: f"<{pair[0]}{' href=/x(1)' if pair[0] == 'a' else ''}>{pair[1]}</{pair[0]}>"
        ),
        st.just("<br>"),
        st.just("<img src='a_(b).png' alt='[x] *y*'>"),
    )


INLINE = st.recursive(WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")), spans, max_leaves=4)
TEXT = st.lists(INLINE, min_size=1, max_size=4).map("".join)


def containers(inner):
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: f"<ul>{''.join(f'<li>{i}</li>' for i in items)}</ul>"
        ),
        st.lists(inner, min_size=1, max_size=3).map(
            lambda items: f"<ol start=7>{''.join(f'<li>{i}</li>' for i in items)}</ol>"
        ),
        inner.map(lambda block: f"<blockquote>{block}</blockquote>"),
        st.lists(inner, min_size=1, max_size=3).map("".join),
    )


LEAVES = st.one_of(
    TEXT.map(lambda text: f"<p>{text}</p>"),
    TEXT.map(lambda text: f"<h3>{text}</h3>"),
    TEXT,
    TEXT.map(lambda text: f"<table><tr><td>{text}<td>{text}<tr><td>{text}</table>"),
    TEXT.map(lambda text: f"<dl><dt>{text}<dd>{text}</dl>"),
    TEXT.map(lambda text: f"<figure><img src=a.png><figcaption>{text}</figcaption></figure>"),
)
CODE = st.text("ab`~ \n*<", min_size=1, max_size=12).map(lambda text: f"<pre>x{text.replace('<', '&lt;')}x</pre>")
BLOCKS = st.recursive(LEAVES, containers, max_leaves=6)


@settings(max_examples=150, deadline=None)
@given(BLOCKS, CODE)
def test_whatever_the_page_its_markdown_has_the_same_text(blocks, code):
    page = f"{blocks}{code}<ul><li>{code}<li>{code}{blocks}</ul>{code}"
    assert words(markdown(page), "markdown") == words(page, "html")


@pytest.mark.parametrize(
    ("page", "written"),
    [
        (
            "<p>A <b>bold</b> and <i>light</i> <s>old</s> <code>a`b</code> word</p>",
            "A **bold** and *light* ~~old~~ ``a`b`` word",
        ),
        ("<p>un<b> likely </b>so</p>", "un **likely** so"),
        ("<p>a<b>“b”</b>c</p>", "a<strong>“b”</strong>c"),
        ("<p>Look!<a href='/a_b?c&amp;d'>x</a>!</p>", "Look\\![x](/a_b?c&d)\\!"),
        ("<p>So!<a href='/a?b&amp;copy;`c|d'>x</a></p>", "So\\![x](/a?b&amp;copy;%60c%7Cd)"),
        ("<p>Sweet!</p>", "Sweet!"),
        (f"<p><a href='/{'x' * 2100}'>x</a></p>", "x"),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
        ("<p><a href='/w/Quay_(harbour)'>the <em>old</em> quay</a></p>", "[the *old* quay](</w/Quay_(harbour)>)"),
        ("<p>a <a href=/x><img src=a.png></a> b</p>", "a [![](a.png)](/x) b"),
        ("<a href=/x><h2>Oars</h2><p>Two</p></a>", "## [Oars](/x)\n\n[Two](/x)"),
        ("<h2>Two<br>lines #</h2>", "## Two lines \\#"),
        ("<p>5 * 3 - 2 = 13, [sic], a_b, -4, C#, 50%, a | b</p>", "5 * 3 - 2 = 13, [sic], a_b, -4, C#, 50%, a | b"),
        ("<p>one<br>- two<br>=</p>", "one\\\n\\- two\\\n\\="),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        (
            "<ul><li>a<ol><li>b<ul><li>c</ul></ol><li>d</ul>",
            "- a\n  1. b\n     - c\n- d",
        ),
        ("<ul><li><p>a</p><p>b</p><li>c</ul>", "- a\n\n  b\n\n- c"),
        ("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b"),
        ("<ul><li>a<pre>x\n\n  y</pre></ul>", "- a\n\n  ```\n  x\n\n    y\n  ```"),
        ("<blockquote><p>a</p><ul><li>b</ul></blockquote>", "> a\n>\n> - b"),
        ("<table><tr><td>a<br>b<td><code>x|y</code></table>", "| a<br>b | <code>x\\|y</code> |\n| --- | --- |"),
        (
            "<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>1<td>2<td>3<tr><td>4</table>",
            "| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 |",
        ),
        ("<dl><dt>Tide<dd>High<dt>Wind<dd>West</dl>", "**Tide**\\\nHigh\n\n**Wind**\\\nWest"),
    ],
)
def test_marks(page, written):
    assert markdown(page) == f"{written}\n"
    assert words(written, "markdown") == words(page, "html")


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("<ol start=9><li>a<li>b</ol>", '<ol start="9"><li>a</li><li>b</li></ol>'),
        ("<p><b>a<i>b</i></b></p>", "<p><strong>a<em>b</em></strong></p>"),
        ("<pre>``` x\n````</pre>", "<pre><code>``` x````</code></pre>"),
        ("<p><a href='/a(b) c'>x]</a></p>", '<p><a href="/a(b)%20c">x]</a></p>'),
    ],
)
def test_other_readers_of_markdown_see_the_same_structure(page, tags):
    assert MarkdownIt("commonmark").render(markdown(page)).replace("\n", "") == tags


SOURCE = """# Boats of the bay

Intro with a [link][log], a *word*[^1] and
a wrapped line.

1. one
   1. two

- [ ] not `done`

Site menu

| a | b |
|:-:|--:|
| 1 | 2 |

```python
x = "# no heading"


y = 1
```

![](/no-alt.png)

[log]: https://a.test/log
[^1]: A note.
"""


def test_markdown_stays_as_it_is_written():
    assert auditor.clean(auditor.parse(SOURCE, format="markdown", zone="body")) == SOURCE


def test_of_markdown_only_what_is_no_article_and_what_is_unsafe_goes():
    source = (
        "Go [here](javascript:x), [there](/x 'y') or ![x](data:y) <b onclick=x>now</b> <script>a</script>"
        "<a href='/z' style=x>z</a> <a href='vbscript:x'>w</a>`<i x>`\n\n"
        "<div onclick=x><p>A <em class=x>block</em></p><script>b</script></div>\n\n"
        "<style>p{}</style>\n\n[a]: javascript:x\n"
    )
    assert auditor.clean(auditor.parse(source, format="markdown", zone="body")) == (
        "Go here, [there](/x 'y') or  <b>now</b> a<a href=\"/z\">z</a> w`<i x>`\n\nA *block*\n\n\\[a]: javascript:x\n"
    )
