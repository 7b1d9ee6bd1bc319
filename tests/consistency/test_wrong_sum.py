"""Numbers of one sentence that do not make the whole that it names."""

import pytest

import auditor

RULES = auditor.load_rules(select=["wrong-sum"])


def sums(text: str) -> list[tuple[str, str]]:
    found = auditor.audit(text, format="text", rules=RULES).findings
    return [(str(f.facts["sum"]), str(f.facts["whole"])) for f in found if f.rule == "wrong-sum"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of the crews, 41% sail by day, 38% by night and 27% did not know.", ("106", "100 per cent")),
        (
            "Am Kai war es voll. Von dort waren 51 % Kutter, 32 % Jollen und 29 %, der Rest, sind Flöße.",
            ("112", "100 per cent"),
        ),
        ("It was close: 52 per cent voted against it and 51 per cent in favour.", ("103", "100 per cent")),
        ("We paid £40 for rope and £25 for tar, for a total of £75, in May.", ("65", "£75")),
        ("They won 18 cups between them: seven for Brae, five for Aske and four for Lund.", ("16", "18")),
        ("It has eleven cups: five for jam, four for leeks and three for bread.", ("12", "eleven")),
        ("We counted 14 gulls, 9 terns and 6 owls, or 31 altogether.", ("29", "31")),
        (
            "La mer était belle et les gens sont venus tard. On a compté 14 barques et 9 voiles, 25 au total.",
            ("23", "25"),
        ),
        ("Of the 90 boats that came, 40 were red, 45 were blue and the other 12 had no paint.", ("97", "90")),
    ],
)
def test_parts_that_are_more_or_less_than_the_whole(text, found):
    assert sums(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Of the crews, 41% sail by day, 38% by night and 21% did not know.",
        "It has forty cups: twelve for jam, ten for leeks and eight for bread.",
        "It has eleven cups: five for jam, four for leeks, two for bread.",
        "It has 11 cups: five for jam and three in tin.",
        "Prices rose 60% for gas against 50% for oil.",
        "On that day 52 per cent were against the dam and 51 per cent in favour of a weir.",
        "We paid £40 for rope and £25 for tar, for a total of £65.",
        "We paid £40 in May and £25 in June for a total of 12 boats.",
        "We paid £40 for rope and £25 for each of four barrels, a total of £140.",
        "Rounded, 41% sail by day, 38% by night and 22% did not know.",
        "Asked what they like, 80% named herring, 70% bread and 60% tea.",
        "We counted 14 gulls, 9 terns and 6 owls, or 29 altogether.",
        "With the 14 gulls of May, 9 terns and 6 owls came in June, or 15 altogether.",
        "Each of 14 crews caught 9 and lost 6, or 300 altogether.",
        "“We counted 14 gulls, 9 terns and 6 owls, or 31 altogether,” the sign at the pier says.",
        "It is 41% of the men, 38% of the women and 37% of the rest.",
    ],
)
def test_sums_that_may_be_right_are_left_alone(text):
    assert not sums(text)


def test_rounding_has_an_end():
    assert not sums("So 41% sail by day, 38% by night and 22.5% did not know.")
    assert sums("So 41% sail by day, 38% by night and 23% did not know.")
