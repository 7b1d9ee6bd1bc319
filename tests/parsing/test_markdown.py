import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Format, Kind, Span, Syntax, Zone
from auditor.parsing import markdown, places

LINES = [
    "Harbour *notes*", "# Ropes", "## Tar ##", "### Hemp {#hemp}", "Setext", "===", "---", "- rope", "  - tar",
    "1. one", "12) two", "> said *she*", "> > twice", ">", "    indented", "```", "~~~ py", "| a | b \\| c |",
    "|---|---|", "| **d** | |", "[r]: /ref 'title'", "[^n]: a note", "see [r] and [x][r]",
    "[a](/u) ![alt *text*](p.png)", "<div>", "<p>some <b>HTML</b></p>", "</div>", "<!-- hidden -->",
    "&amp; \\* `code *here*`", "two  ", "\\", "Name: Ada Quill", "**Email:** ada@quay.test", "- [x] done", "\ttab",
    "", "", "+++", "title = 'x'", "{{< fig >}}", "🚢", "\x00", "***",
]  # fmt: skip
SOURCES = st.tuples(
    st.lists(st.sampled_from(LINES) | st.text("ab*_`[]()<>!&#-| >\t\\~:", max_size=10), max_size=25),
    st.sampled_from(["\n", "\r\n", "\r"]),
).map(lambda made: made[1].join(made[0]))
ZONES = st.sampled_from([None, Zone.BODY, Zone.AUTHOR])


@settings(deadline=None)
@given(SOURCES, ZONES)
def test_every_block_replays_from_its_own_interval(source, zone):
    for block in markdown.read(source, zone=zone).blocks:
        text, starts, ends = places.replay(source, Span.of(block))
        assert text == block.text == " ".join(text.split()) != ""
        assert block.start <= starts[0] < ends[-1] <= block.end


@settings(deadline=None)
@given(SOURCES)
def test_links_hold_their_text(source):
    for block in markdown.read(source).blocks:
        for link in block.links:
            assert block.text[link.start : link.end] == link.text != ""


@settings(deadline=None)
@given(
    st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=30),
    st.sampled_from(["\n", "\n\n", "\n> ", "\n- "]),
)
def test_no_word_is_lost(words, between):
    text = " ".join(block.text for block in markdown.read(between.join(words)).blocks)
    assert text.split() == words


def found(source, **options):
    return [(b.kind, b.level, b.text) for b in markdown.read(source, **{"zone": Zone.BODY, **options}).blocks]


def test_kinds_of_blocks():
    source = """# Ropes

The harbour *board* met.

- hemp
  and jute

  more on hemp
  1. wire

> Never
> again.

| Rope | Metres |
|------|--------|
| hemp | **12** |

```
code  here
```

    more code

![A pier](pier.png)
"""
    assert found(source) == [
        (Kind.HEADING, 1, "Ropes"), (Kind.PARAGRAPH, 0, "The harbour board met."), (Kind.ITEM, 1, "hemp and jute"),
        (Kind.ITEM, 1, "more on hemp"), (Kind.ITEM, 2, "wire"), (Kind.QUOTATION, 0, "Never again."),
        (Kind.TABLE, 0, "Rope"), (Kind.TABLE, 0, "Metres"), (Kind.TABLE, 0, "hemp"), (Kind.TABLE, 0, "12"),
        (Kind.CODE, 0, "code here"), (Kind.CODE, 0, "more code"), (Kind.ALT, 0, "A pier"),
    ]  # fmt: skip


def test_place_of_a_word_across_lines_and_marks():
    source = "> The **harbour\n> board** met on [Tuesday](/t).\n"
    (block,) = markdown.read(source).blocks
    assert block.text == "The harbour board met on Tuesday."
    start = block.text.index("harbour board")
    first, last = places.place(source, Span(block, start, start + len("harbour board")))
    assert source[first:last] == "harbour\n> board"


def test_references_are_links_and_their_definitions_no_text():
    (block,) = markdown.read("See [the minutes][m] and [M].\n\n[m]: https://quay.test/m\n").blocks
    assert block.text == "See the minutes and M."
    assert [(link.text, link.href) for link in block.links] == [
        ("the minutes", "https://quay.test/m"), ("M", "https://quay.test/m"),
    ]  # fmt: skip


def test_html_blocks_are_read_as_html():
    source = 'Before.\n\n<div><p>Some <b>bold</b> &amp; text <a href="/u">here</a></p></div>\n\nAfter.\n\n<p>Last</p>\n'
    blocks = markdown.read(source, zone=Zone.BODY).blocks
    assert [b.text for b in blocks] == ["Before.", "Some bold & text here", "After.", "Last"]
    assert blocks[1].syntax is Syntax.HTML
    assert blocks[1].links[0].href == "/u"
    assert source[blocks[3].start : blocks[3].end] == "Last"


def test_footnotes_tasks_alerts_and_attributes():
    source = "# Ropes {#ropes .big}\n\nMet[^1].\n\n- [x] done\n\n> [!NOTE]\n> Beware.\n\n[^1]: A note on hemp.\n"
    assert [text for *_, text in found(source)] == ["Ropes", "Met.", "done", "Beware.", "A note on hemp."]


@pytest.mark.parametrize(
    "line",
    [
        "{{< figure src='a' >}}",
        "{{% note %}}",
        "{% include a.html %}",
        "import Note from './note'",
        "export const x = 1",
    ],
)
def test_instructions_to_generators_are_code(line):
    assert [kind for kind, *_ in found(f"{line}\n\nThe harbour board met.\n")] == [Kind.CODE, Kind.PARAGRAPH]


def test_unrendered_variables_stay_text():
    assert found("Hello {{ name }}, welcome.")[0][0] is Kind.PARAGRAPH


def test_fields_on_the_lines_of_one_paragraph():
    source = "**Name:** Ada Quill  \n**Email:** ada@quay.test\\\n**Bio:** She writes on *ropes*.\n"
    (author,) = markdown.read(source, zone=Zone.AUTHOR).authors
    assert [(f.key, f.value) for f in author.fields] == [
        ("name", "Ada Quill"), ("email", "ada@quay.test"), ("biography", "She writes on ropes."),
    ]  # fmt: skip
    assert source[author.fields[0].start : author.fields[0].end] == "Ada Quill"


ARTICLE = """# Harbour board puts off its vote

By **Ada Quill**

4 May 2021

The harbour board met for three hours on Tuesday and agreed on very little, its minutes show.

## What the surveyor wants

Members put off the vote on the new crane until the spring, when the surveyor will have reported.

A line without a stop

They meet again in spring, when the crane will have been waiting for them for a full year.

## Related articles

* [Crane sinks after a night of storm](/crane)
* [Surveyor says he was never asked](/surveyor)

[Ten ropes for under ten crowns](/ropes)

[Ten ropes for under ten crowns](/ropes)

## Detail Author:

* **Name** : Ada Quill
* **Username** : aquill
* **Bio** : She writes on ropes.

### Socials

facebook:

twitter:

* url : <https://twitter.com/aquill>
"""


def test_zones_of_an_article():
    document = markdown.read(ARTICLE)
    assert (document.title, document.byline, document.published) == (
        "Harbour board puts off its vote", ("Ada Quill",), "2021-05-04",
    )  # fmt: skip
    links = [block.text for block in document.zone(Zone.LINKS)]
    assert links[0] == "Related articles"
    assert links.count("Ten ropes for under ten crowns") == 2
    (author,) = document.authors
    assert [(f.key, f.value) for f in author.fields if f.key != "url"] == [
        ("name", "Ada Quill"), ("username", "aquill"), ("biography", "She writes on ropes."), ("handle", "aquill"),
    ]  # fmt: skip
    assert [f.label for f in author.empty] == ["facebook"]


def test_headings_are_those_that_are_marked_up():
    texts = [b.text for b in markdown.read(ARTICLE).blocks if b.kind is Kind.HEADING and b.zone is Zone.BODY]
    assert texts == ["What the surveyor wants"]


HOSTILE = {
    "quotations": ">" * 50_000 + " deep",
    "quoted lines": "> a\n" * 10_000,
    "staircase": "".join(" " * n + "- a\n" for n in range(150)),
    "items": "- a\n" * 10_000,
    "brackets": "[" * 90_000,
    "bracket lines": "[a\n" * 20_000,
    "definitions": "[a]: b\n" * 10_000,
    "table": "| a | b |\n|---|---|\n" + "| a | b |\n" * 5_000,
    "wide table": "|" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|" * 5_000,
    "html": "<b>a</b>\n\n" * 5_000,
    "comments": "<!--\n\n" * 10_000,
    "stars": "* " * 40_000,
    "rules": "---\n" * 20_000,
    "fences": "```\n" * 20_000,
    "images": "![a](b) " * 10_000,
    "front matter": "---\n" + "a: [" * 4_000 + "\n---\n",
    "new lines": "\n" * 200_000,
    "one word": "w" * 1_000_000,
    "dots": "." * 40_000,
    "nul": "\x00" * 50_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markdown_is_read_in_linear_time(source):
    started = time.process_time()
    markdown.read(source)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("source", "reason"),
    [(">" * 500 + " deep", "nested"), ("word " * 30_000, "line"), ((("word " * 1_000) + "\n") * 401, "characters")],
)
def test_what_markdown_cannot_take_is_read_as_text(source, reason):
    document = markdown.read(source)
    assert document.format is Format.MARKDOWN
    assert document.blocks
    assert any("plain text" in note and reason in note for note in document.notes)


def test_pictures_do_not_end_a_link_list_or_a_profile():
    body = "The harbour board met for three hours on Tuesday and agreed on very little, its minutes show.\n\n" * 4
    widget = "## Related articles\n\n![Crane](a.png)\n\n[Crane sinks at night](/a)\n\n![Rope](b.png)\n\n[Ropes](/b)\n\n"
    profile = "## About the author\n\n![Ada Quill](c.png)\n\n**Ada Quill**\n\nShe keeps the books of the harbour.\n"
    document = markdown.read(f"# A vote is put off\n\n{body}{widget}{profile}")
    assert [b.text for b in document.zone(Zone.LINKS)][-1] == "Ropes"
    (author,) = document.authors
    assert (author.name, author.first("biography").value) == ("Ada Quill", "She keeps the books of the harbour.")
