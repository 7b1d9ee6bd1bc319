"""The article as Markdown and as text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor

PROSE = "The ferry sails at noon and comes back before the tide has turned, whatever the weather says."
PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/source.*"))
FORMATS = {".html": "html", ".md": "markdown", ".txt": "text"}


def markdown(markup):
    source = f"<article><h1>The ferry of the harbour</h1><p>{PROSE}</p>{markup}</article>"
    cleaned = auditor.clean(auditor.parse(source, format="html"), format="markdown")
    return cleaned.split(PROSE, 1)[1].strip("\n")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h3>Oars</h3>", "### Oars"),
        ("<ul><li>Oar<ul><li>Blade</ul><li>Rope</ul>", "- Oar\n  - Blade\n- Rope"),
        ("<blockquote>We <b>sailed</b></blockquote>", "> We **sailed**"),
        ("<p>At <a href='/a b'>the quay</a> now</p>", "At [the quay](/a%20b) now"),
        ("<p>At <a href='javascript:x'>the quay</a> now</p>", "At the quay now"),
        (
            "<p># no heading, *no* [link](x), 2 &lt; 3, &lt;b></p>",
            "\\# no heading, \\*no\\* \\[link](x), 2 < 3, \\<b>",
        ),
        ("<p>1. no list</p>", "1\\. no list"),
        ("<p>snake_case_name and _this_</p>", "snake_case_name and \\_this\\_"),
        ("<pre>a `b`\n  c ``` d</pre>", "````\na `b`\n  c ``` d\n````"),
        (
            "<table><tr><th>Port<th>Ships<th>Note<tr><td>Yarmouth<td><td>a | b</table>",
            "| Port | Ships | Note |\n| --- | --- | --- |\n| Yarmouth |  | a \\| b |",
        ),
        ("<dl><dt>Tide</dt><dd>High</dd></dl>", "**Tide**\\\nHigh"),
        (
            "<figure><img src=a.jpg alt='A [b]'><figcaption>The bell</figcaption></figure>",
            "![A \\[b\\]](a.jpg)\n\n*The bell*",
        ),
    ],
)
def test_structure_is_kept(markup, expected):
    assert markdown(markup) == expected


@pytest.mark.parametrize(
    "text", ["[[]:1", "[[a]:b", "[a[]:1", "[a [b] c](d)", "[a [b](c)", "[a][b", "a] (b) and [c", "\\[a [b](c)"]
)
def test_brackets_within_brackets_stay_text(text):
    cleaned = auditor.clean(auditor.parse(text, format="text", zone="body"), format="markdown")
    assert [block.text for block in auditor.parse(cleaned, format="markdown", zone="body").blocks] == [text]


@given(
    st.lists(st.text("ab#*_-+>`[]()!<&;\\|~={}%.: 1", min_size=1, max_size=20).map(str.strip), min_size=1, max_size=4)
)
def test_no_text_turns_into_markup(lines):
    source = "\n\n".join(lines)
    document = auditor.parse(source, format="text", zone="body")
    again = auditor.parse(auditor.clean(document, format="markdown"), format="markdown", zone="body")
    assert [block.text for block in again.blocks if block.kind != "code"] == [
        block.text for block in document.blocks if block.kind != "code"
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_all_text_of_the_body_is_there_and_nothing_else(path):
    document = auditor.parse(path.read_bytes(), format=FORMATS[path.suffix])
    cleaned = auditor.clean(document, format="text", byline=False)
    words = re.findall(
        r"\w+", " ".join(b.text for b in document.zone("headline", "body") if b.kind not in ("alt", "caption"))
    )
    assert set(words) <= set(re.findall(r"\w+", cleaned))
    inside = {b.text for b in document.zone("headline", "body")}
    outside = {b.text for b in document.zone("boilerplate", "links", "comments", "author") if b.text.count(" ") > 4}
    assert not [text for text in outside - inside if text in cleaned]


def test_markdown_keeps_pictures_and_links():
    source = (
        f"# Boats of the bay\n\n{PROSE}\n\n![A bell](/bell.jpg)\n\nSee [the log](https://a.test/log) for more of it.\n"
    )
    assert auditor.clean(auditor.parse(source, format="markdown")) == source


def test_text_and_markdown_become_html():
    source = f"# Boats of the bay\n\n{PROSE} <script>alert(1)</script>\n\n- an oar\n- a [rope](javascript:x)\n"
    cleaned = auditor.clean(auditor.parse(source, format="markdown"), format="html")
    assert cleaned.startswith('<article lang="en">\n<h1>Boats of the bay</h1>')
    assert "<script" not in cleaned
    assert "javascript:" not in cleaned
    assert "<li>an oar</li>" in cleaned


def test_the_byline_can_be_left_out():
    source = f"# Boats of the bay\n\nBy Odo Lamb\n\n{PROSE}\n"
    document = auditor.parse(source, format="markdown")
    assert "Odo Lamb" in auditor.clean(document)
    assert "Odo Lamb" not in auditor.clean(document, byline=False)


def test_an_unknown_format_is_an_error():
    with pytest.raises(ValueError, match="pdf"):
        auditor.clean(PROSE, format="pdf")


def test_markdown_loses_what_is_no_article_and_keeps_the_addresses_of_links():
    source = (
        "---\ntitle: Boats of the bay\n---\n\n![](/bell.jpg)\n\n"
        f"{PROSE} See [the log][log].\n\n## Related posts\n\n[log]: /log\n\n"
        "- [Ropes that nobody wants](/ropes)\n- [Sails for a small boat](/sails)\n\n---\n\n[About us](/about)\n"
    )
    cleaned = auditor.clean(auditor.parse(source, format="markdown"))
    assert cleaned == f"# Boats of the bay\n\n![](/bell.jpg)\n\n{PROSE} See [the log][log].\n\n[log]: /log\n"


@pytest.mark.parametrize("unit", ["[a ", "![a ", "> a\n\n", "<div>\n\n", "a [b](", "`a ``b "])
def test_markdown_that_is_made_to_be_slow_is_cleaned(unit):
    document = auditor.parse(f"{PROSE}\n\n{unit * 1000}", format="markdown", zone="body")
    assert PROSE in auditor.clean(document, format="html")
    assert auditor.clean(document).startswith(PROSE)


def test_markdown_too_deep_to_be_read_as_such_is_cleaned_as_text():
    document = auditor.parse(f"{PROSE}\n\n{'> ' * 300}deep *water*", format="markdown", zone="body")
    assert "deep \\*water\\*" in auditor.clean(document)
    assert "deep *water*" in auditor.clean(document, format="html")
