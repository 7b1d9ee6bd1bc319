"""Two ages of one person, two holders of one office: only where nothing says that both can be true."""

import pytest

import auditor


def found(text: str) -> tuple[auditor.Finding, ...]:
    rules = auditor.load_rules(select=["contradicting-statements"])
    return auditor.audit(f"The bakery\n\n{text}", format="text", rules=rules).findings


def test_two_ages_with_both_places():
    said = "BRAE – When Edwin Hale stops on Friday, the 71-year-old will be missed."
    (finding,) = found(f"{said}\n\nHale, who turned 64 in March, has a dog.")
    assert finding.evidence == "Hale, who turned 64"
    assert "71-year-old" in finding.related[0].evidence


def test_two_mayors():
    (finding,) = found("The mayor of Brae, Ann Marsh, came. Brae's mayor, Tom Lund, went.")
    assert finding.facts["one"] == "Ann Marsh"


def test_two_first_names_of_one_who_speaks_for_others():
    (finding,) = found("The firm's spokesman, Neil Marsh, came. “No,” Keith Marsh, the spokesman, said.")
    assert (finding.facts["one"], finding.facts["other"]) == ("Neil Marsh", "Keith Marsh")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roy, 71, walks. It rained. She is 64, and tired.",
        "Ida Roy, 71, walks. It rained. At 64 she still swims.",
        "Ida Roy, 71, walks past a child. The 64-year-old has a dog.",
        "The head teacher, Ann Marsh, came. It rained. Neither the wind nor the head teacher, Tom Lund, went.",
    ],
)
def test_who_is_meant(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The 40-year-old was dragged away by a mob. Local man Tom Lund, 30, saw it.",
        "Ida Roy, 71, walks. Tom Lund swims. The 64-year-old has a dog.",
        "Ida Roy, 71, walks. Her sister swims. She is 64, and tired.",
        "Ida Roy, 71, walks. At 64 she swam. She was 64, and slow. She is 64 kilos.",
        "Edwin Hale, 71, bakes. Hale, who turned 72 in May, has a dog.",
        "Edwin Hale, 71, bakes. Tom Hale, 40, mills.",
        "Edwin Hale, 71, bakes. Edwin Hale, then 12, swam in 1960.",
        "The mayor of Brae, Ann Marsh, came. The former mayor, Tom Lund, went.",
        "The mayor of Brae, Ann Marsh, came. The mayor, Ann Hale-Marsh, went.",
        "The mayor of Brae, Ann Marsh, came. The mayor of Aske, Tom Lund, went.",
        "Mayor Ann Marsh of Brae came. Mayor Tom Lund of Aske went.",
        "The club's treasurer, Ann Marsh, came. The choir's treasurer, Tom Lund, went.",
        "The spokesman, Neil Marsh, came. The spokesman, Tom Lund, went.",
        "The spokesman, Tom Lund, came. Thomas Lund, the spokesman, said no.",
        "Correction: Edwin Hale, 71, bakes. Edwin Hale, 17, does not.",
    ],
)
def test_what_can_both_be_true(text):
    assert not found(text)
