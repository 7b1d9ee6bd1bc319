"""The tokenizer by the HTML standard's rules, one case a rule."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.parsing.html.tree import references
from auditor.parsing.html.tree.tokenizer import attributes, content, tokens

PARTS = [
    "<p>", "</p>", "<a href='x>y'>", '<b class="q', "<!--", "-->", "--!>", "<!-->", "<script>", "</script>",
    "<style>", "</style", "<svg>", "<path/>", "</svg>", "<select>", "<option>", "&amp;", "&#x26", "&notit;",
    "<", ">", '"', "'", "=", "/", "</", "<!", "<?x", "<textarea>", "</textarea >", "x", " ", "\n", "\x00",
    "<br/>", "<title>", "<plaintext>",
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(PARTS), max_size=30).map("".join)


def seen(source):
    """Tokens by name with the text between them."""
    found, position = [], 0
    for name, start, end, _ in tokens(source):
        found += [source[position:start], (name,)] if position < start else [(name,)]
        position = end
    return [*found, source[position:]] if position < len(source) else found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a<b>c</b>d", ["a", ("b",), "c", ("/b",), "d"]),
        ("1 < 2 <3", ["1 < 2 <3"]),
        ("<P CLASS=x>", [("p",)]),
        ('<a title="a>b">c', [("a",), "c"]),
        ("<a title=a'b\">c", [("a",), "c"]),
        ('<a b"c>d', [("a",), "d"]),  # a quote counts only after =
        ('<a ="b>c', [("a",), "c"]),  # nor where the = begins a name
        ('<a b="c>d', [("",)]),  # an unclosed quote runs to the end
        ("a<!-- b > c -->d", ["a", ("",), "d"]),
        ("<!-->a", [("",), "a"]),
        ("<!--->a", [("",), "a"]),
        ("<!--a--!>b", [("",), "b"]),
        ("<!--a", [("",)]),
        ("<!doctype html>a<?php x ?>b</ c>d</>e", [("",), "a", ("",), "b", ("",), "d", ("",), "e"]),
        ("a</", ["a</"]),
        ("<script>a<b></script >c", [("script",), "c"]),
        ("<script><!--<script></script>--></script>c", [("script",), "c"]),
        ("<script><!-- </script>c", [("script",), "c"]),
        ("<style>a</styles></STYLE>b", [("style",), "b"]),
        ("<textarea><p></textarea>a", [("textarea",), "a"]),
        ("<svg><style><p></style></svg>a", [("svg",), "a"]),
        ("<svg><path/>t</svg>a", [("svg",), "a"]),
        ("<svg/>a", [("svg",), "a"]),
        ("<svg><g><p>a", [("svg",), ("p",), "a"]),  # HTML that cannot stand in a drawing ends it
        ("<b><svg></b>a", [("b",), ("svg",), ("/b",), "a"]),
        ("<svg><a></a></svg>b", [("svg",), "b"]),
        ("<select><option>x</select>a", [("select",), "a"]),
        ("<template><template>x</template>y</template>a", [("template",), "a"]),
        ("<template shadowrootmode=open>a", [("template",), "a"]),
        ("<plaintext>a<b>", [("plaintext",)]),
    ],
)
def test_tokens(source, expected):
    assert seen(source) == expected


@given(SOURCES)
def test_tokens_are_in_order_and_inside_the_source(source):
    position = 0
    for _, start, end, match in tokens(source):
        assert position <= start < end <= len(source)
        assert source[start] == "<"
        assert match.start() == start
        position = end


@given(SOURCES, st.sampled_from(["<p>end", "<div>end"]))
def test_what_is_closed_does_not_depend_on_what_follows(source, tail):
    """Tokens that end before the end of input stay the same when more input follows."""
    closed = [(name, start, end) for name, start, end, _ in tokens(source) if name and end < len(source)]
    assert [(name, start, end) for name, start, end, _ in tokens(source + tail)][: len(closed)] == [
        (name, start, end) for name, start, end, _ in tokens(source + tail) if end < len(source)
    ][: len(closed)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" a=1 b='2' c=\"3\" d", {"a": "1", "b": "2", "c": "3", "d": ""}),
        (" a=1 A=2", {"a": "1"}),
        (" a = 1", {"a": "1"}),
        ("/a/b='/'/", {"a": "", "b": "/"}),
        (" =a=b", {"=a": "b"}),
        (" a=/x/y", {"a": "/x/y"}),
    ],
)
def test_attributes(written, expected):
    source = f"<x{written}>"
    (token,) = tokens(source)
    assert {name: source[start:end] for name, (start, end) in attributes(source, *token[3].span(2)).items()} == expected


def test_content_of_raw_elements():
    source = "<title>a &lt; b</title>"
    (token,) = tokens(source)
    start, end = content(source, token)
    assert source[start:end] == "a &lt; b"
    (token,) = tokens("<title>a</titl")
    assert content("<title>a</titl", token) == (7, 14)


@pytest.mark.parametrize(
    ("written", "text", "attribute"),
    [
        ("&amp;&lt;&#65;&#x42;", "&<AB", "&<AB"),
        ("&copy=1 &copy; &copy2", "©=1 © ©2", "&copy=1 © &copy2"),
        ("&notit; &notin;", "¬it; ∉", "&notit; ∉"),
        ("&#x80;&#150;", "€–", "€–"),
        ("&#0;&#xD800;&#99999999999999999999;", "\ufffd" * 3, "\ufffd" * 3),
        ("&#; &x; &", "&#; &x; &", "&#; &x; &"),
        ("&NotEqualTilde;", "≂̸", "≂̸"),
    ],
)
def test_references(written, text, attribute):
    assert references.decode(written) == text
    assert references.decode_attribute(written) == attribute


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<a ", '<a b="', "<!--", "<!", "</", "<svg>", "<svg><div>", "<script><!--", "<a =", "&#", "&a"]
)
def test_time_is_linear(piece):
    def seconds(count):
        source, start = piece * count, time.process_time()
        sum(1 for _ in tokens(source))
        references.decode(source)
        return time.process_time() - start

    assert seconds(80_000) < 0.2 + 12 * seconds(20_000)
