"""Words, sentences, lines and languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Lines
from auditor.text.language import detect
from auditor.text.words import sentences, words


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_apostrophes_stay_in_words_and_hyphens_divide():
    assert words("Don't re-open O’Neill's café_bar 3.5") == [
        "don't",
        "re",
        "open",
        "o’neill's",
        "café",
        "bar",
        "3",
        "5",
    ]


def test_sentences_end_at_stops_but_not_at_abbreviations_or_initials():
    text = (
        'Mr. Pryce met the U.S. team at 5 p.m. on Monday. "We won," he said. “Yes!” It cost $3.50. J. B. Hall left...'
    )
    assert split(text) == [
        "Mr. Pryce met the U.S. team at 5 p.m. on Monday.", '"We won," he said.', "“Yes!”", "It cost $3.50.",
        "J. B. Hall left...",
    ]  # fmt: skip


def test_sentences_of_cjk_need_no_spaces():
    assert split("今日は晴れ。明日は雨。") == ["今日は晴れ。", "明日は雨。"]


@given(st.text(alphabet="aA .!?…\"'”\n。", max_size=200))
def test_sentences_cover_all_text_in_order_without_overlap(text):
    intervals = sentences(text)
    assert all(a < b <= c for (a, b), (c, _) in pairwise(intervals))
    covered = "".join(text[a:b] for a, b in intervals)
    assert covered.replace(" ", "").replace("\n", "") == "".join(text.split())


@given(st.text(alphabet="a\r\n\f\u2028", max_size=60))
def test_lines_end_at_crlf_lf_and_cr_only(text):
    lines = Lines(text)
    for offset in range(len(text)):
        before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.at(offset) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry sails at noon and it will be back before the tide has turned in the evening."),
        ("de", "Die Fähre fährt um zwölf und sie wird vor dem Abend wieder im Hafen sein, wenn der Wind nicht dreht."),
        ("fr", "Le bac part à midi et il sera de retour avant la marée du soir, si le vent ne tourne pas."),
        ("es", "El barco sale a mediodía y por la tarde vuelve con los pasajeros que no han querido esperar más."),
        ("id", "Kapal itu berangkat pada siang hari dan akan kembali sebelum malam karena angin tidak berubah."),
        ("ja", "船は正午に出て、夕方までに港へ戻ります。"),
    ],
)
def test_languages_are_told_by_their_common_words(language, text):
    assert detect(text) == language


def test_too_little_text_is_in_no_language():
    assert detect("Harbour. Noon. Ferry.") is None
