"""Which English words follow which."""

import pytest

from auditor.text import pairs
from auditor.text.synonyms import MOST, synonyms


def chance(word: str, after: str) -> float:
    """Of one word after another."""
    one, other = pairs.number(after), pairs.number(word)
    return pairs.common(other) + pairs.unmet(one) + pairs.met(one, other)


@pytest.mark.parametrize(
    ("after", "said", "never_said"),
    [
        ("first", "time", "period"),
        ("machine", "learning", "studying"),
        ("long", "haul", "distances"),
        ("real", "estate", "property"),
    ],
)
def test_words_follow_those_that_they_are_said_with(after, said, never_said):
    assert pairs.met(pairs.number(after), pairs.number(said)) > 0
    assert chance(said, after) > chance(never_said, after)
    assert chance(said, after) > pairs.commonness(said) + 1


def test_chances_are_logarithms():
    assert chance("time", "first") == pytest.approx(-2.07, abs=0.25)  # one in eight
    assert chance("time", "primary") == pytest.approx(-6.98, abs=0.25)
    assert pairs.commonness("the") > pairs.commonness("time") > pairs.commonness("haul") > -15


def test_nothing_is_known_of_words_that_nobody_says():
    assert pairs.number("mernale") is None
    assert pairs.commonness("mernale") is None


def test_every_pair_is_of_two_words_and_each_row_ascends():
    table = pairs._table()
    assert len(table.starts) == pairs.size() + 1 == 20_001
    assert table.starts[-1] == len(table.others) == 1_322_720
    assert max(table.others) < pairs.size()
    assert len(table.weights) == len(table.others) // 2
    for start, end in zip(table.starts[:500], table.starts[1:], strict=False):
        assert list(table.others[start:end]) == sorted(set(table.others[start:end]))


def test_synonyms_have_the_form_of_their_word():
    told = {pairs.word_of(other): same for other, same in synonyms(pairs.number("studying"))}
    assert told["learning"]
    assert "learn" not in told
    assert all(len(synonyms(known)) <= MOST for known in range(pairs.size()))
