"""Words, sentences, lines and languages."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Lines
from auditor.model.scripts import count_words
from auditor.text.language import detect
from auditor.text.words import find_words, length, sentences, words


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("नदी बढ़ी। नाव रुकी।", ["नदी बढ़ी।", "नाव रुकी।"]),
        ("هل وصل القارب؟ نعم وصل.", ["هل وصل القارب؟", "نعم وصل."]),
        ("کشتی آمد۔ باران بارید۔", ["کشتی آمد۔", "باران بارید۔"]),
        ("他说：“船来了。”大家都笑了。", ["他说：“船来了。”", "大家都笑了。"]),
        ("เรือออกเดินทางตอนเช้า ชาวประมงกลับมาตอนเย็น", ["เรือออกเดินทางตอนเช้า", "ชาวประมงกลับมาตอนเย็น"]),
    ],
)
def test_sentences_end_at_the_stops_of_their_script(text, found):
    assert split(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("नदी किनारे", ["नदी", "किनारे"]),
        ("السُّوق قديم", ["السُّوق", "قديم"]),
        ("می‌رود", ["می‌رود"]),
        ("re\u0301sume\u0301 d\u2019e\u0301te\u0301", ["résumé", "d\u2019été"]),
        ("İstanbul", ["i\u0307stanbul"]),
        ("ที่นี่ดี", ["ที่", "นี่", "ดี"]),
        ("渡船 A1", ["渡", "船", "a1"]),
    ],
)
def test_words_keep_their_marks_and_letters_without_blanks_stand_alone(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sails at noon.", 5),
        ("渡船在中午开航因为人们等着", 9),
        ("船は正午に出航します", 5),
        ("เรือออกเดินทางตอนเที่ยงวัน", 6),
        ("नाव दोपहर को चलती है", 5),
        ("渡船 Aurora 开航", 4),
    ],
)
def test_length_counts_words_where_no_blanks_do(text, expected):
    assert count_words(text) == expected == length(words(text))


@given(st.text(alphabet="aé’ 渡船ทีु.", max_size=60))
def test_found_words_are_the_words(text):
    assert [normalize("NFC", text[a:b].lower()) for a, b in find_words(text)] == words(text)


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
