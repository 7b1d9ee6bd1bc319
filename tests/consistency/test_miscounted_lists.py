"""Lists that are not as long as the sentence says."""

import pytest

import auditor

RULES = auditor.load_rules(select=["miscounted-list"])


def lists(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["said"], f.facts["found"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It needs four ingredients: flour, butter and sugar.", ("four", 3)),
        ("It needs two ingredients: flour, butter and sugar.", ("two", 3)),
        ("It needs two ingredients: flour, butter, and sugar.", ("two", 3)),
        ("The jury met in 4 towns: Brae, Aske and Brigg.", ("4", 3)),
        ("It heard three singers: Ann Marsh, Ida Lund, Cora Hale and Tom Roy.", ("three", 4)),
        ("They sold seven dishes: bread and butter, soup and cake.", ("seven", 4)),
    ],
)
def test_one_too_many_or_too_few(text, found):
    assert lists(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "It needs three ingredients: flour, butter and sugar.",
        "They sold three dishes: bread and butter, soup and cake.",
        "They sold four dishes: bread and butter, soup and cake.",
        "It has five stages: planning and drawing, cutting, sewing, pressing, and packing and selling.",
        "They sold seven dishes: soup, cake and more. They have nine boats: among others red, blue and green.",
        "It saw two towns: Paris, France, and Rome. It has two judges: Ann Marsh, Mayor of Brae, and Tom Roy.",
        "It takes five hours: mixing, baking and cooling. They won nine medals: five for jam and four for leeks.",
        "It has four colours: the red of the roofs of the old town by the sea and the blue of its doors.",
        "There are five things that one needs: flour, butter and sugar.",
        "There are three cases: Brae and the police.",
        "We give it five stars: food, wine and service were superb.",
        "It was lost by nine votes: Roy, Lund and Hale abstained.",
    ],
)  # fmt: skip
def test_lists_that_may_be_as_long(text):
    assert not lists(text)
