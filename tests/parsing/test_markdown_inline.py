"""The inline reader against markdown-it's own: the same text, the same links, and every character in its place."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.parsing.markdown import inline
from auditor.parsing.markdown.replay import flat, markdown, replayed

FRAGMENTS = [
    "rope", "tar and", " ", "  ", "*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "(", ")", "![", "](",
    "](/u)", "](/u 't')", "](<a b>)", "[r]", "[R][]", "[x][r]", "[nope]", "<", ">", "<b>", "</b>", "<!-- c -->",
    "<http://a.b/c>", "<a@b.c>", "&amp;", "&#65;", "&nope;", "&copy", "&", "\\", "\\*", "\\[", "\\\\", "\n", "é", "“",
    ".", "!", "#", "a*b", "🚢",
]  # fmt: skip
# markdown-it also strikes out with longer runs of tildes, GFM does not; a quotation mark that opens a line is no text.
# After an address or label that is none, markdown-it goes on behind it, CommonMark behind the bracket; and before a
# closing bracket, markdown-it sees white space.
NOT_ALIKE = re.compile(r"~~~|\]\[[^\]]*\[|\n[ \t]*>|[*_~]\]|\]\((?!/u\)|/u 't'\)|<a b>\))")
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join).filter(lambda text: not NOT_ALIKE.search(text))
REFERENCES = {"R": "/ref"}
ORACLE = MarkdownIt("commonmark", {"maxNesting": 100}).enable("strikethrough")


def oracle(source):
    """Text and links by markdown-it; images are left out, breaks are spaces."""
    env = {"references": {"R": {"href": "/ref", "title": ""}}}
    parts, links = [], []
    for token in ORACLE.parseInline(source, env)[0].children or ():
        if token.type in {"text", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.type == "link_open":
            links.append(token.attrs["href"])
    return " ".join("".join(parts).split()), links


@settings(max_examples=600, deadline=None, derandomize=True)
@given(TEXTS)
def test_text_is_that_of_markdown_it(source):
    found = inline.read(source, 0, len(source), REFERENCES)
    text, _ = flat(found)
    expected, links = oracle(source)
    assert text == expected
    assert len(found.anchors) == len(links)


@settings(deadline=None)
@given(TEXTS)
def test_every_character_stands_where_it_says(source):
    text, starts, ends = replayed(inline.read(source, 0, len(source), REFERENCES).runs)
    assert len(text) == len(starts) == len(ends)
    assert starts == sorted(starts)
    for char, start, end in zip(text, starts, ends, strict=True):
        written = source[start:end]
        assert char in {written, " "} or written[0] in "&\\"


@settings(deadline=None)
@given(TEXTS)
def test_links_span_their_anchor_text(source):
    text, links = flat(inline.read(source, 0, len(source), REFERENCES))
    for link in links:
        assert text[link.start : link.end] == link.text
        assert link.text == link.text.strip() != ""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a **bold *and* thin** word", "a bold and thin word"),
        ("snake_case_name and _one_", "snake_case_name and one"),
        ("***both***", "both"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*a**b*", "a**b"),
        ("`` a ` b ``", "a ` b"),
        ("one\\\ntwo  \nthree", "one two three"),
        ("> not a quotation mark", "> not a quotation mark"),
        ("first\n> second", "first second"),
        ("a\r\n> > b", "a b"),
        ("~~gone~~ stays ~here", "gone stays ~here"),
        ("words[^1] on", "words on"),
        ("a<br>b<br/>c", "a b c"),
        ("![alt *text*](x.png) after", "after"),
        ("&lt;b&gt; \\<b>", "<b> <b>"),
        ("half *open", "half *open"),
    ],
)
def test_inline_forms(source, text):
    assert markdown(source, 0, len(source))[0] == text


@pytest.mark.parametrize(
    ("source", "href", "label"),
    [
        ("[a b](/u)", "/u", "a b"),
        ('[a *b*](</u v> "title")', "/u v", "a b"),
        ("[a](/u(1)(2))", "/u(1)(2)", "a"),
        ("[a](\n/u\n'title')", "/u", "a"),
        ("[x][r]", "/ref", "x"),
        ("[R]", "/ref", "R"),
        ("<https://quay.test/a>", "https://quay.test/a", "https://quay.test/a"),
        ("<ada@quay.test>", "mailto:ada@quay.test", "ada@quay.test"),
        ('<a href="/u?a=1&amp;b=2">a *b*</a>', "/u?a=1&b=2", "a b"),
        ("[a](/u\\_v)", "/u_v", "a"),
    ],
)
def test_links(source, href, label):
    ((found,), text) = flat(inline.read(source, 0, len(source), REFERENCES))[::-1]
    assert (found.href, found.text, text) == (href, label, label)


HOSTILE = {
    "brackets": "[" * 100_000,
    "closing brackets": "]" * 100_000,
    "pairs": "[]" * 50_000,
    "images": "![[]()" * 20_000,
    "link openings": "[a](" * 20_000,
    "nested links": "[" * 20_000 + "a" + "](b)" * 20_000,
    "labels": "[a][" * 20_000,
    "stars": "*a" * 50_000,
    "mixed marks": "*a_b" * 30_000,
    "closers": "a**b" + "c* " * 50_000,
    "star run": "*" * 100_000,
    "ticks": "".join("`" * n + " " for n in range(1, 500)),
    "tags": '<a href="' * 20_000,
    "comments": "<!--" * 30_000,
    "declarations": "<?" * 30_000,
    "angles": "<" * 100_000,
    "references": "&" * 100_000,
    "backslashes": "\\" * 100_001,
    "lines": "a\n> " * 30_000,
    "parentheses": "[a](" + "(" * 50_000,
    "titles": '[a](b "' * 15_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_inline_text_is_read_in_linear_time(source):
    started = time.process_time()
    flat(inline.read(source, 0, len(source), REFERENCES))
    assert time.process_time() - started < 3
