"""Hostile input costs time and memory in proportion to its size."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.parsing import html
from auditor.parsing.html.tree import build, caps, runs

SENTENCE = "<p>The crew mended eleven sails before the tide turned at noon.</p>"
HOSTILE = {
    "empty": lambda n: "",
    "blocks in blocks": lambda n: "<div>" * n + "x",
    "inline in inline": lambda n: "<span class=a>" * n + "x",
    "links in links": lambda n: "<a href=x>" * n + "x",
    "tables in tables": lambda n: "<table><tr><td>" * n,
    "lists in lists": lambda n: "<ul><li>" * n + "x",
    "attributes": lambda n: "<p " + " ".join(f"a{i}='{i}'" for i in range(n)) + ">x",
    "classes": lambda n: "<p class='" + "related comment " * n + "'>x",
    "links in a line": lambda n: "<a href='/x'>some link text</a> " * n,
    "links in a list": lambda n: "<li><a href='/x'>some link text here</a>" * n,
    "nothing closed": lambda n: "<div><p><b><a href=x><table><tr><td>x" * (n // 8),
    "end tags that close nothing": lambda n: "<p><table><td>" + "<span>" * 250 + "</p></b>" * n,
    "widget headings": lambda n: "<h2>Related articles</h2>" * n,
    "widget lines": lambda n: "<p>Related:</p>" * n + "<p><a href='/x'>a link of five words</a></p>",
    "nested widgets": lambda n: "<div><p>Related:</p><b>x</b>" * n + "<a href='/x'>a link of five words</a>",
    "paragraphs": lambda n: SENTENCE * n,
    "sections alike": lambda n: f"<div class=a>{SENTENCE * 2}</div>" * (n // 4),
    "articles in articles": lambda n: f"<article>{SENTENCE}" * (n // 4),
    "rows": lambda n: "<table>" + "<tr><th>k<td>v" * n,
    "definitions": lambda n: "<dl>" + "<dt>k<dd>v" * n,
    "line breaks": lambda n: "a<br><br>" * n,
    "dots": lambda n: "." * n + ". " * n,
    "zeros": lambda n: "\x00" * n,
    "images": lambda n: "<img alt='some words'>" * n,
    "times": lambda n: "<time datetime='2020-01-01'>1 Jan</time>" * n,
    "scripts of data": lambda n: '<script type="application/ld+json">{"@type":"Article"}</script>' * (n // 8),
}


def seconds(source):
    start = time.process_time()
    html.read(source, name="", url=None, zone=None)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name):
    small, large = HOSTILE[name](1_500), HOSTILE[name](6_000)
    assert seconds(large) < 0.3 + 8 * seconds(small)


def test_a_word_of_a_megabyte_and_a_long_text_are_cut_into_blocks():
    page = build.read_page("<p>" + "a" * 1_000_000 + " " + "tar &amp; rope " * 100_000)
    assert max(len(segment.text) for segment in page.segments) <= caps.MAX_BLOCK
    assert " ".join(segment.text for segment in page.segments).count("tar & rope") == 100_000
    assert any("was cut into blocks" in note for note in page.notes)


def test_depth_is_capped_and_noted():
    page = build.read_page("<div>" * 1_000 + "x" + "</div>" * 1_000 + "<p>y</p>")
    assert any("nested deeper" in note for note in page.notes)
    assert [segment.text for segment in page.segments] == ["x", "y"]
    assert page.segments[1].element.tag == "p"


def test_elements_are_capped_and_noted(monkeypatch):
    for module in (caps, runs):
        monkeypatch.setattr(module, "MAX_ELEMENTS", 100)
    for piece in ("<p>x", "x</p>", "<i class=a>x</i>"):
        page = build.read_page(piece * 1_000)
        assert len(page.elements) <= 102
        assert len(page.segments) <= 101
        assert all(element.last <= len(page.segments) for element in page.elements)
        assert any("was read up to" in note for note in page.notes)


@given(st.text(max_size=300) | st.text("<>/='\"!-& \n\x00abpsctrild", max_size=300))
def test_no_input_is_refused(source):
    document = html.read(source, name="", url="https://harbour.test/a", zone=None)
    assert document.source == source
