"""Words for a name where a name should stand."""

import pytest

import auditor


def said(source: str) -> list[str]:
    report = auditor.audit(source, format="text", rules=auditor.load_rules(select=["slot-as-name"]))
    return [place.evidence for finding in report.findings for place in (finding, *finding.related)]


@pytest.mark.parametrize(
    ("source", "slot"),
    [
        ("The lamp was lit by the keeper, Keeper Name, on Monday.", "Keeper Name"),
        ("As one rower, Rower, said, the quay is long.", "Rower"),
        ("The boat belongs to her, says Mrs. Surname, and to nobody else.", "Mrs. Surname"),
        ("Nobody was told, said Mayor Lastname on Monday.", "Mayor Lastname"),
        ("Le bateau est vieux, dit la gardienne, Prénom Nom, depuis mai.", "Prénom Nom"),
        ("El barco es viejo, dice la capitana, Nombre Apellido, desde mayo.", "Nombre Apellido"),
        ("Reviewed by: Reviewer Name, MD. The lamp burns oil.", "Reviewer Name"),
    ],
)
def test_slots_in_the_place_of_names(source, slot):
    assert said(source) == [slot]


@pytest.mark.parametrize(
    "source",
    [
        "The keeper, Ada Keeper, and the rower, Tom Rower, came.",
        "We sell boats, Boats and oars. Red boats, Boats on land.",
        "Tell us your First Name, Last Name and Company Name.",
        "Dr. Expert Lund spoke to Mr Namer and to Mayor Name-Giver.",
        "He wrote “the mayor, Mayor Name,” under every picture.",
    ],
)
def test_names_forms_and_quotations_are_left_alone(source):
    assert not said(source)
