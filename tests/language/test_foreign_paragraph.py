"""A paragraph in another language stands between paragraphs of the article's own."""

import pytest

import auditor

RULES = auditor.load_rules(select=["foreign-paragraph"])
ENGLISH = "The ferry to the island sails at nine, and the people of the harbour are there long before it."
ENGLISH_TOO = "It takes two hours to cross the bay, and in the winter the trip is often called off because of the ice."
GERMAN = "Die Fähre zur Insel fährt um neun, und die Leute im Hafen sind schon lange vor ihr da."
GERMAN_TOO = "Sie braucht zwei Stunden, und im Winter wird die Fahrt oft abgesagt, weil das Eis zu dick ist."
RUSSIAN = "Паром на остров отходит в девять, и люди на пристани ждут его уже с утра, потому что мест мало."
RUSSIAN_TOO = "Он идёт два часа, а зимой рейс часто отменяют, потому что на озере стоит лёд и туман."


def found(*paragraphs):
    return [f.evidence for f in auditor.audit("\n\n".join(paragraphs), format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("before", "foreign", "after"),
    [
        (GERMAN, ENGLISH, GERMAN_TOO),
        (ENGLISH, GERMAN, ENGLISH_TOO),
        (RUSSIAN, ENGLISH, RUSSIAN_TOO),
        (ENGLISH, RUSSIAN, ENGLISH_TOO),
    ],
)
def test_between_paragraphs_of_the_article(before, foreign, after):
    assert found(before, foreign, after, before, after) == [foreign]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (GERMAN, ENGLISH),  # a note in another language ends a page
        (ENGLISH, GERMAN, ENGLISH_TOO, GERMAN_TOO, ENGLISH),  # in two languages
        (GERMAN, f"“{ENGLISH}”", GERMAN_TOO),
        (f"{GERMAN[:-1]}:", ENGLISH, GERMAN_TOO),
        (GERMAN, "Harbour Ferry, Old Quay, The Lane, Isle of the Birds, on the lake, by the bay", GERMAN_TOO),
        (GERMAN, "The ferry sails at nine.", GERMAN_TOO),  # too short to tell
    ],
)
def test_honest_ones_are_left_alone(paragraphs):
    assert found(*paragraphs) == []
