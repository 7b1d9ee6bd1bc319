"""What a text takes up of a headline, word by word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.relevance import also_covered, coverage, stem, stems, weight
from auditor.text.words import words


def missing(headline: str, text: str) -> set[str]:
    plain = coverage(headline, stems(words(text)))
    return set(plain.missing) - also_covered(headline, plain.missing, text, words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bakery", "bakeries"), ("stop", "stopped"), ("bake", "baking"), ("church", "churches"), ("seven", "7"),
        ("address", "addresses"),
        ("café", "cafe"), ("council's", "council"), ("council’s", "council"), ("vote", "votes"),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("rye", "rice"), ("moss", "moth"), ("bus", "bass"), ("ten", "tens")])
def test_different_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_common_words_weigh_nothing_and_rare_ones_all():
    assert weight(stem("the")) == 0
    assert weight(stem("quokka")) == 1
    assert 0 < weight(stem("2019")) < weight(stem("harbour"))


def test_shares_are_told_for_each_part():
    covered = coverage("Quokka bakes strudel", stems(["quokka"]), stems(["quokka", "strudel"]))
    assert covered.shares[0] < covered.whole < 1
    assert covered.share == pytest.approx(sum(covered.shares) / 2)
    assert covered.missing == ("bakes",)


def test_a_headline_without_content_is_covered():
    assert coverage("And what of it?", set()).share == 1


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("WHO warns of fake malaria pills", "The World Health Organization has warned of fake pills against malaria."),
        ("World Health Organization warns of fake malaria pills", "The WHO has warned of fake pills for malaria."),
        ("U.S. warns of fake malaria pills", "The US has warned of fake pills against malaria."),
        ("Muammar Qaddafi warns of fake malaria pills", "Muammar Gaddafi has warned of fake pills against malaria."),
        ("Smart phone warns of fake malaria pills", "A smartphone has warned of fake pills against malaria."),
        ("Wheelbarrow warns of fake malaria pills", "A wheel barrow has warned of fake pills against malaria."),
        ("Twelve warnings of fake malaria pills", "There were 12 warnings of fake pills against malaria."),
    ],
)
def test_another_form_of_a_name_covers_it(headline, text):
    assert missing(headline, text) == set()


def test_words_that_only_look_alike_do_not_cover():
    text = "The police officer took a different order in the right border office."
    assert {"wright", "orderly"} <= missing("Wright orderly in the policy office", text)


@given(st.text(max_size=80), st.text(max_size=200))
def test_shares_stay_between_nothing_and_all(headline, text):
    covered = coverage(headline, stems(words(text[:50])), stems(words(text)))
    assert all(0 <= share <= 1 + 1e-9 for share in covered.shares)


@given(st.text(min_size=1, max_size=60))
def test_a_headline_covers_itself(headline):
    plain = headline.replace(".", " ")
    assert coverage(plain, stems(words(plain))).whole == pytest.approx(1)


def test_a_hostile_headline_and_text_are_read_in_linear_time():
    headline, text = "ABCDEF " * 50, "Abcdefgh Ijklmnop " * 20_000
    start = time.process_time()
    plain = coverage(headline, stems(words(text)))
    also_covered(headline, plain.missing, text, words(text))
    assert time.process_time() - start < 2
