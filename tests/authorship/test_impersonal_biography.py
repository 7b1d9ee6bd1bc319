"""Texts beside a person's name in which nobody is."""

import pytest

import auditor
from auditor.words.weights import weights
from auditor.world.lives_weighed import weight_against

PAGE = """<article><h1>The pier of Brae</h1><p>By Nora Feld</p><p>The pier is old and the people of Brae like it.</p>
</article><section class="author-box"><h3>{}</h3><p>{}</p></section>"""
WARNED, SURE = "impersonal-biography", "biography-of-things"
NOT_LIVES = (
    "The kettle boils a litre of water in two minutes and switches itself off when it is empty.",
    "Officials said the number of ferries had fallen since the government raised the price of fuel.",
    "By using this site you agree to the use of cookies for analytics and personalised content.",
    "The committee will decide in March whether the bridge is repaired or pulled down, the council said.",
    "If the lamp does not light, check that the switch is on and that the wick is dry before you call the shop.",
    "The lamp went out at nine, and the sea, which had been quiet all day, began to knock at the door.",
)
LIVES = (
    "Chemist, part-time pilot, keeper of the lamp on Brae pier.",
    "Studied law, ended up with goats.",
    "Always looking for the next good book and the one after it.",
    "Veteran of three newspapers that no longer exist.",
    "Nothing here represents the views of any employer, past, present or future, least of all the cat.",
    "Maps, mountains, mistakes. If the weather is good there will be no new posts.",
    "Raised by librarians in the Midwest; now in Lisbon, still returning things late.",
    "Deputy news editor. Tips welcome, day or night, by Signal or over the fence.",
    "Historikerin und Übersetzerin, lebt mit Mann und Hund in Bremen.",
    "Coffee, code and cats. Not necessarily in that order.",
)


def found(told, name="Nora Feld"):
    report = auditor.audit(PAGE.format(name, told), format="html")
    return {finding.rule for finding in report.findings if finding.rule in (WARNED, SURE)}


@pytest.mark.parametrize("told", NOT_LIVES)
def test_what_speaks_of_nobody(told):
    assert len(found(told)) == 1


@pytest.mark.parametrize("told", [NOT_LIVES[1], NOT_LIVES[2]])
def test_what_surely_does(told):
    assert found(told) == {SURE}


@pytest.mark.parametrize("told", LIVES)
def test_lives_that_name_nobody(told):
    assert not found(told)


@pytest.mark.parametrize(
    "told",
    [
        "Feld says the number of ferries had fallen since the government raised the price of fuel in the spring.",
        "Ministers told her the number of ferries had fallen since the government raised the price of fuel.",
        "We said the number of ferries had fallen since the government raised the price of fuel in the spring.",
        "I’ve seen the number of ferries fall since the government raised the price of fuel in the spring.",
        "Ministers say she's wrong about the number of ferries since the government raised the price of fuel.",
        "The columnist said the number of ferries had fallen since the government raised the price of fuel.",
        "Too brief, ministers said.",
    ],
)
def test_somebody_is_there(told):
    assert not found(told)


def test_desks_and_firms_speak_of_what_they_do():
    assert not found(NOT_LIVES[0], "The Harbour Desk")


def test_the_thresholds_lie_above_lives():
    """1.4 is the heaviest of 264 short biographies of honest pages, 2.1 that of mottos written to be told wrongly."""
    known = weights("en", "lives")
    assert max(weight_against(told, known) for told in LIVES) < 2.5
    assert all(weight_against(told, known) >= 2.5 for told in NOT_LIVES)
    assert sum(weight_against(told, known) >= 4.0 for told in NOT_LIVES) == 3


def test_other_languages_have_no_table():
    assert not weights("de", "lives")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Rosemary Feld", "Rosemary does best in full sun and poor, well-drained soil, and may be cut back hard."),
        ("Ottilie Crewe", NOT_LIVES[2]),  # no list has the first name, and no word is among them
    ],
)
def test_namesakes_and_names_that_no_list_has(name, told):
    assert found(told, name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Robin Feld",
            "Robin is a carpenter in Brae and has built the stairs of nearly every lighthouse on the coast.",
        ),
        ("Harbour Watch", NOT_LIVES[2]),
    ],
)
def test_people_with_names_of_things(name, told):
    assert not found(told, name)


def test_a_box_without_a_name_is_the_authors():
    page = PAGE.replace("<h3>{}</h3>", "")
    report = auditor.audit(page.format(NOT_LIVES[2]), format="html")
    assert SURE in {finding.rule for finding in report.findings}
