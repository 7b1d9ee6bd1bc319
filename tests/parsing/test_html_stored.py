"""Pages whose article only the data of a script hold."""

import json

import pytest

import auditor
from auditor.model import Format, Zone
from auditor.parsing import json_files, read

WORDS = "the ferry of the upper lake has a new engine and the skipper says that it is quieter than the old one".split()
PARAGRAPHS = [" ".join(WORDS[n:] + WORDS[:n]).capitalize() + f", {n} times over." for n in range(8)]
MARKED = "".join(f'<p class="x">{text}</p>' for text in PARAGRAPHS)
SHELL = "<title>A new engine</title>\n<body><div id=root></div>\n<script>window.__state = {}</script>\n</body>"


def page(value, shell=SHELL):
    return shell.replace("{}", json.dumps(value).replace("<", "\\u003c"))


def body(source):
    return [block.text for block in read(source, format=Format.HTML).zone(Zone.BODY)]


@pytest.mark.parametrize("name", ["body", "contentHtml", "articleBody", "content_html"])
def test_the_text_is_read_where_the_page_has_none(name):
    assert body(page({"post": {"id": 4, name: MARKED, "excerpt": "Of no use."}})) == PARAGRAPHS


def test_a_text_without_markup_is_cut_at_its_lines():
    assert body(page({"body": "\n\n".join(PARAGRAPHS)})) == PARAGRAPHS
    assert body(page({"body": "\r\n".join(PARAGRAPHS)})) == PARAGRAPHS


@pytest.mark.parametrize("value", [{"policy": MARKED}, {"text": MARKED}, {"body": MARKED[:300]}, {"body": [MARKED]}])
def test_what_is_not_called_a_text_or_short_is_none(value):
    assert body(page(value)) == []


def test_a_page_with_a_text_keeps_it():
    shown = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:4])
    assert body(page({"body": MARKED}, SHELL.replace("<div id=root>", f"<div id=root>{shown}"))) == PARAGRAPHS[:4]


def test_of_several_the_longest_is_the_text():
    assert body(page([{"body": MARKED[:500]}, {"body": MARKED}, {"content": MARKED[:600]}])) == PARAGRAPHS


def test_a_finding_stands_where_its_words_stand_in_the_file():
    leak = "As an AI language model, I cannot say \u201cmore\u201d about it."
    source = page({"title": "é", "content": MARKED + f"<p>{leak}</p>"})
    finding = next(f for f in auditor.audit(source, format="html").findings if f.dimension == "generated")
    assert finding.line == 3
    line = source.splitlines()[2]
    assert line[finding.column - 1 :].startswith("As an AI language model")


def test_in_a_record_of_json_places_are_those_of_the_record():
    html = page({"content": MARKED + "<p>As an AI language model, I cannot say more about it.</p>"})
    record = json.dumps({"url": "https://news.test/a", "html": html})
    taken = json_files.taken_out(record, "a.json")
    document = json_files.stated(read(taken.text, format=taken.format), taken)
    last = document.zone(Zone.BODY)[-1]
    line, column = document.lines.at(last.start)
    assert (line, record[column - 1 :][:16]) == (1, "As an AI languag")


def test_a_clean_copy_holds_the_article():
    cleaned = auditor.clean(page({"content": MARKED}), format="html")
    assert all(text in cleaned for text in PARAGRAPHS)
    assert "<script" not in cleaned


def test_scripts_without_an_end_cost_no_more_than_the_page_is_long():
    assert body("<script>" * 30_000 + '"body": "' * 30_000) == []
    assert body('<script>{"body": "' + '\\"body\\": \\"' * 60_000) == []
