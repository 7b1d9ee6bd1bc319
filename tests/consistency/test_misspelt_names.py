"""One person's name in two spellings."""

import pytest

import auditor

RULES = auditor.load_rules(select=["misspelt-name"])


def names(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fred Fiedler said so. Fred Fiedler knows. Then Fred Fidler left.", ("Fred Fiedler", "Fred Fidler")),
        (
            "For years Marit Ellingham kept bees. Now Margaret Ellington talks.",
            ("Marit Ellingham", "Margaret Ellington"),
        ),
    ],
)
def test_two_spellings(text, found):
    assert names(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Fred Fiedler said so. Then Fred Fiedler’s dog left. Fred Fiedlers are many.",
        "Anna Mill paints. Anna Miller does not. Tom Hale and Tom Hall are friends.",
        "Daniel Boulud cooks. David Bouley eats. Marie Curie and Maria Curie are sisters.",
        "West Harbour is red. West Harbor is blue.",
        "Kim Jong-il was his father. Kim Jong-un likes cake. Kim Jong-Un, again.",
        "Joe Galvin04 wrote. Joe Galvin05 wrote, too.",
        "Fred Fiedler said so. “Fred Fidler left,” she wrote.",
    ],
)
def test_other_people(text):
    assert not names(text)
