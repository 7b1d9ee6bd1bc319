"""The kinds of slots that words allow spare a text the search for the others, so they must never miss one."""

import pytest

from auditor import rulebook
from auditor.text.slot_forms import _kinds, possible, slot, telling
from auditor.text.words import words

EXAMPLES = [
    example if isinstance(example, str) else example.source
    for path in rulebook.card_files((rulebook.rules_folder(),))
    for card in (rulebook.read_card(path),)
    for example in (*card.bad, *card.good)
    if not isinstance(example, list)
]


def kinds_in(text):
    return possible(text, words(text), frozenset(words(text)), telling(frozenset(words(text))))


def test_what_any_kind_finds_is_of_a_kind_that_the_words_allow():
    every = slot(frozenset(_kinds()))
    found = [(match, kinds_in(text)) for text in EXAMPLES for match in every.finditer(text)]
    missed = [(match[0], match.lastgroup) for match, kinds in found if match.lastgroup not in kinds]
    assert len(found) > 100
    assert missed == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The harbour office opened in spring.", set()),
        ("The ferry's name is older than the pier.", {"unfilled"}),
        ("In that context the mayor spoke.", {"definite"}),
        (
            "Source 4 says that [Mayor Name] left.",
            {"bracketed", "retrieved", "cited", "numbered", "exhibit", "unfilled"},
        ),
    ],
)
def test_a_text_is_searched_for_the_kinds_that_its_words_allow(text, kinds):
    assert kinds_in(text) == kinds
    assert possible(text, words(text), frozenset(words(text)), telling({*words(text), "zebra", "you"})) == kinds
