"""Places that were left open, weighed by their marks, what they hold and what stands around, and words left out."""

import pytest

import auditor
from auditor.words.weights import weights
from auditor.world.places import places

TEXT = [
    "The ferry to the island sails at nine, and the people of the harbour are there long before it with their fish.",
    "It takes two hours to cross the bay, and in the winter the trip is often called off because of the ice.",
]
RULES = ("possible-slot", "open-slot", "missing-word")


def found(line, written="text", around=TEXT):
    report = auditor.audit("\n\n".join(["The boat is late", around[0], line, around[1]]), format=written)
    return {finding.rule: finding.evidence for finding in report.findings if finding.rule in RULES}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Readers in <COUNTRY> can order the map by post.", "<COUNTRY>"),
        ("The fare is set at #price# by the council, and dogs travel free.", "#price#"),
        ("The crew met at $skipperName and sailed on to the north.", "$skipperName"),
        ("We spoke to a keeper from VILLAGE NAME about the boats.", "VILLAGE NAME"),
        ("The boat has room for {number} people and for their dogs.", "{number}"),
        ("The harbour of ((town)) is the oldest of the county.", "((town))"),
    ],
)
def test_a_place_for_a_thing_that_forms_ask_for_is_open(line, place):
    assert found(line) == {"open-slot": place}


@pytest.mark.parametrize(
    "line",
    [
        "The museum [then a school] was built by NATO troops, says the ACME report [PDF].",
        "The contract is null and void, and its borders are undefined.",
        "Mail harbour@brae.example or see #boats and @brae; tickets are $12, or 5% less.",
        "The page printed “Dear <COUNTRY>, the fare is {price}” for a week.",
        "Mend it with glue (or tape) and/or string: 3 < 4, x = y, a_b and 10 %.",
        "Write to us at [email protected] before the end of May.",
        "The keeper &amp; his crew, 3 &lt; 4 of them, take the boat &ndash; it is blue.",
    ],
)
def test_what_writers_put_between_marks_is_not(line):
    assert not found(line)


def test_a_page_that_shows_code_and_one_about_templates_are_left_alone():
    line = "Readers in <COUNTRY> can order the map by post."
    assert "open-slot" in found(line)
    assert not found(line + "\n\nIt is written as `COUNTRY` in the list.", "markdown")
    assert not found(line + "\n\nThat is how the template has it, and a placeholder stays until somebody fills it.")


def test_variables_of_template_engines_have_a_rule_of_their_own_and_others_have_not():
    assert not found("The boats leave from %TOWN% and {{town_name}} and ${town} at noon.")
    assert found("The keeper of the boat, %name, is back from the island.") == {"possible-slot": "%name"}


def test_three_doubtful_places_weigh_as_an_error():
    def severity(line):
        report = auditor.audit("\n\n".join([TEXT[0], line, TEXT[1]]), format="text")
        return {str(finding.severity) for finding in report.findings if finding.rule == "possible-slot"}

    doubtful = "We sailed to <harbour> at dawn."
    assert severity(doubtful) == {"warning"}
    more = "The keeper of the boat, %name, is back, and so we rowed to <island> at noon."
    assert severity(f"{doubtful} {more}") == {"error"}


def test_the_marks_are_those_of_every_language():
    text = [
        "Die Fähre zur Insel fährt um neun, und die Leute am Hafen sind lange vorher da.",
        "Sie braucht zwei Stunden.",
    ]
    assert found("Der Fahrpreis nach <ZIELORT> wird vom Rat bestimmt.", around=text)


def test_the_table_knows_its_signs():
    known = weights("en", "places")
    (place,) = places("Readers in <COUNTRY> can order it.", "en")
    assert {"bracketed", "bracketed <", "bracketed LIKE THIS"} <= place.signs
    assert sum(sign in known for sign in place.signs) > len(place.signs) / 2


@pytest.mark.parametrize(
    ("line", "hole"),
    [
        ("The firm, known for , keeps boats.", "known for ,"),
        ("Nobody knows who the boat was carried by .", "carried by ."),
        ("The school , which is known for , has forty pupils, and it was carried by .", "known for ,"),
    ],
)
def test_a_word_that_wants_another_one_before_a_blank_and_a_mark_has_lost_it(line, hole):
    assert found(line)["missing-word"] == hole


@pytest.mark.parametrize(
    "line",
    [
        "He came in , sat down , and read the list by , as they say , the window .",
        "“The firm, opened in , keeps boats” stood on the page for a week.",
        "That is the house that it was built for. Who it was meant for, nobody knew.",
    ],
)
def test_blanks_before_marks_may_be_a_habit(line):
    assert not found(line)


def test_a_page_that_quotes_a_place_of_its_title_tells_of_it():
    line = "The letter begins “Dear <COUNTRY>”. Since then we are all <COUNTRY> in the harbour, and ask for <COUNTRY>."
    assert found(line)
    titled = auditor.audit(f"To <COUNTRY> with love\n\n{TEXT[0]}\n\n{line}\n", format="text")
    assert not {finding.rule for finding in titled.findings}.intersection(RULES)


def test_between_two_marks_something_stood():
    assert found("The keeper, , takes the boat out. In , the harbour was dug.")["missing-word"] == "keeper, ,"
    assert not found("The keeper, , takes the boat out.")
