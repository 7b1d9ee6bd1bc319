import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Kind, Span, Syntax, Zone
from auditor.parsing import places, plaintext
from auditor.parsing.plaintext.lines import LONGEST
from auditor.parsing.plaintext.replay import text as replay

FRAGMENTS = [
    "Harbour notes", "The ferry left at noon, and nobody waited for the second bell.", "\n", "\n\n", "\r\n", "\r", "\f",
    "\x0b", "\u2028", "\x00", "\xa0", "\t", "  ", "- rope", "  * tar", "12. knots", "> so she said", "Name : Ada Quill",
    "twitter:", "======", "* * *", "By Ada Quill", "4 May 2021", "Read more", "About the author", "…", "🚢", "a\u0301",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40).map("".join)
ZONES = st.sampled_from([None, Zone.BODY, Zone.AUTHOR, Zone.LINKS])


@settings(deadline=None)
@given(TEXTS, ZONES)
def test_every_block_replays_from_its_own_interval(source, zone):
    document = plaintext.read(source, zone=zone)
    for block in document.blocks:
        assert block.text == " ".join(source[block.start : block.end].split())
        text, starts, ends = replay(source, block.start, block.end)
        assert text == block.text
        assert len(starts) == len(ends) == len(text)
        assert places.place(source, Span.of(block)) == (block.start, block.end)


@settings(deadline=None)
@given(TEXTS)
def test_blocks_stand_in_order_and_apart_and_hold_every_word(source):
    blocks = plaintext.read(source).blocks
    assert all(one.end <= two.start for one, two in pairwise(blocks))
    assert all(block.text and block.syntax is Syntax.TEXT for block in blocks)
    gaps = [
        source[a:b]
        for a, b in zip([0, *(b.end for b in blocks)], [*(b.start for b in blocks), len(source)], strict=True)
    ]
    assert not any(char.isalpha() for gap in gaps for char in gap)


@settings(deadline=None)
@given(TEXTS, ZONES.filter(bool))
def test_a_forced_zone_holds_every_block(source, zone):
    assert {block.zone for block in plaintext.read(source, zone=zone).blocks} <= {zone}


def bodies(source):
    return [block.text for block in plaintext.read(source, zone=Zone.BODY).blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems(end):
    source = end.join(["The first paragraph says little.", "", "The second says less."])
    assert bodies(source) == ["The first paragraph says little.", "The second says less."]


def test_wrapped_lines_are_one_paragraph():
    source = (
        "The lighthouse keeper wrote in his log every evening, even in the years\n"
        "when nothing at all was seen from the gallery, and his successor, who found\n"
        "the books, read them in a single winter.\n\nThen he burnt them."
    )
    assert len(bodies(source)) == 2
    assert bodies(source)[0].startswith("The lighthouse keeper wrote")
    assert "years when" in bodies(source)[0]


def test_without_blank_lines_lines_are_paragraphs():
    lines = ["The council met. " * 12, "Nobody came to hear it. " * 9, "It adjourned early. " * 10]
    assert bodies("\n".join(lines)) == [line.strip() for line in lines]


def test_short_lines_are_apart_unless_one_goes_on():
    assert bodies("Bread\nButter\nSalt") == ["Bread", "Butter", "Salt"]
    assert bodies("Bread and\nbutter") == ["Bread and butter"]


def test_an_indented_line_opens_a_paragraph_in_wrapped_text():
    source = (
        "The lighthouse keeper wrote in his log every evening, even in the years\n"
        "when nothing was seen from it, and his successor read what was found.\n"
        "   In spring the books were carried down to the harbour and sold to a man\n"
        "who wrapped fish in them."
    )
    assert len(bodies(source)) == 2


def test_a_form_feed_ends_a_paragraph():
    assert bodies("The page ends with this line\fand the next begins here.") == [
        "The page ends with this line", "and the next begins here.",
    ]  # fmt: skip


def test_lists_quotations_and_underlined_headings():
    source = "Stores\n====\n\n- rope\n- tar\n    - pitch\n- flag\n\n1. Load\n2. Leave\n\n> We left.\n\n* * *\n\nEnd."
    found = [(b.kind, b.level, b.text) for b in plaintext.read(source, zone=Zone.BODY).blocks]
    assert found == [
        (Kind.HEADING, 1, "Stores"), (Kind.ITEM, 1, "rope"), (Kind.ITEM, 1, "tar"), (Kind.ITEM, 2, "pitch"),
        (Kind.ITEM, 1, "flag"), (Kind.ITEM, 1, "Load"), (Kind.ITEM, 1, "Leave"),
        (Kind.QUOTATION, 0, "We left."), (Kind.PARAGRAPH, 0, "End."),
    ]  # fmt: skip


def test_a_number_within_a_wrapped_paragraph_is_no_item():
    source = (
        "The crew that year was counted twice, and both times the mate arrived at\n"
        "12. That was two more than the articles allowed and one fewer than bunks."
    )
    assert len(bodies(source)) == 1


def test_a_hanging_line_goes_on_with_its_item():
    source = "- The first rope is long\n  Hemp, mostly.\n- The second " + "is longer " * 20 + "\n  And tarred.\nThe end"
    assert [text.split()[-1] for text in bodies(source)] == ["mostly.", "tarred.", "end"]


HOSTILE = {
    "spaces and bullets": ("a" + " " * 40_000 + "• ") * 2,
    "one line": "word " * 200_000,
    "one word": "w" * 1_000_000,
    "dots": "." * 40_000,
    "dots and spaces": ". " * 40_000,
    "new lines": "\n" * 1_000_000,
    "blank lines": " \n" * 300_000,
    "nul": "\x00" * 100_000,
    "quotation marks": ">" * 100_000 + " deep",
    "quoted lines": "> a\n" * 20_000,
    "items": "- a\n" * 20_000,
    "colons": "name:" * 50_000,
    "keys": "Name : a\n" * 5_000,
    "rules": "- " * 50_000,
    "same headline": "The same four words\n\n" * 10_000,
    "author headings": "About the author\n\n" * 5_000,
    "link headings": "Related articles\n\n" * 5_000,
    "bare keys": "Email\n" * 5_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_linear_time(source):
    started = time.process_time()
    plaintext.read(source)
    plaintext.read(source[: len(source) // 4], zone=Zone.AUTHOR)
    assert time.process_time() - started < 4


def test_long_lines_are_cut_and_noted():
    document = plaintext.read("word " * 60_000)
    assert len(document.blocks) > 1
    assert all(len(block.text) <= LONGEST for block in document.blocks)
    assert any("cut" in note for note in document.notes)
    assert plaintext.read("A short text.").notes == ()
