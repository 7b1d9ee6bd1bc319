"""What is derived from a source is bounded, not only its characters; bytes beyond a cap are not decoded."""

import pytest

import auditor
from auditor.model import Format
from auditor.parsing import decode, read
from auditor.signals import Signals
from auditor.text import phrases

ROW = "|ship|day|\n"


def test_a_table_of_too_many_cells_is_read_as_text():
    few, many = (f"# Ships\n\n{ROW}|-|-|\n{ROW * times}" for times in (500, 7_000))
    assert auditor.parse(few, format="markdown").notes == ()
    (note,) = auditor.parse(many, format="markdown").notes
    assert note == "read as plain text, not as Markdown: its tables have more than 20,000 cells"
    assert auditor.audit(many, format="markdown").audited == "part"


def test_a_list_of_too_many_lines_is_read_as_text():
    note, cut = auditor.parse("- a\n" * 31_000, format="markdown").notes
    assert "more than 30,000 lines" in note
    assert cut == "the text was read up to 30,000 lines and paragraphs"
    assert auditor.parse("A.\n\n" * 16_000, format="markdown").notes == ()


def test_the_phrases_of_text_that_goes_round_in_circles_are_the_most_frequent(monkeypatch):
    monkeypatch.setattr(phrases, "_MOST", 5)
    seldom = " ".join(f"w{n}a v{n}b u{n}c." for n in range(20))
    often = "We like cheap boat hire in spring and cheap boat hire."
    text = "\n\n".join([f"{seldom} Cheap boat hire."] * 3 + [often] * 3)
    found = Signals(read(text, format=Format.TEXT)).phrases
    assert ("cheap", "boat", "hire") in found
    assert all(sum(len(phrase) == length for phrase in found) <= 5 for length in range(2, 7))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "shift_jis", "utf-16", "utf-16-le"])
def test_bytes_beyond_the_cap_are_not_decoded(codec, monkeypatch):
    monkeypatch.setattr(decode, "_BESIDE", 64)
    text = "船は港を出た。 The ship left.\n" * 400
    data = text.encode(codec)
    kept = decode._within(data, 100)
    assert len(kept) <= 4 * 100 + 2 * 64 < len(data)
    whole, cut = (decode.decode(data, codec.removesuffix("-le"), most) for most in (None, 100))
    assert cut[0][:100] == whole[0][:100] == text[:100]
    assert cut[1] == whole[1]
    assert len(cut[0]) > 100


def test_a_page_cut_by_its_bytes_says_so():
    page = b"<p>" + "Ein Schiff fährt aus. ".encode() * 3_000
    document = auditor.parse(page, format="html", max_chars=5_000)
    assert document.notes == ("only the first 5,000 characters were read",)
    assert document.encoding == "utf-8"


def test_a_finding_has_two_hundred_places_at_most_and_tells_how_many_there_are():
    page = "<h1>The ship</h1><p>The ship left." + ' The \\"ship\\" sank.' * 3_000
    (found,) = [f for f in auditor.audit(page, format="html").findings if f.rule == "escaped-character"]
    assert len(found.places) == len(found.related) + 1 == 200
    assert found.facts["times"] == 6_000
