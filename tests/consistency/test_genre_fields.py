"""Fields of one kind of page on another."""

import pytest

import auditor

LOAN = "Borrow up to 20,000 crowns, and pay them back over three years at a fixed rate of four per cent."
STEW = "Boil the lentils until they are soft, fry an onion beside them, and stir both together before they are cold."


def kinds(title: str, fields: str, text: str) -> list[str]:
    report = auditor.audit(f"# {title}\n\n{fields}\n\n{text}\n", format="markdown")
    return [finding.evidence for finding in report.findings if finding.rule == "genre-fields"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("Prep time: 20 minutes\n\nServings: 4", "Prep time"),
        ("- Gearbox: manual\n- Mileage: 40,000", "Gearbox"),
        ("**Bedrooms:** 3\n\n**Council tax band:** D", "Bedrooms"),
    ],
)
def test_a_loan_has_no_servings(fields: str, found: str) -> None:
    assert kinds("Our loan for your plans", fields, LOAN) == [found]


@pytest.mark.parametrize(
    ("title", "fields", "text"),
    [
        ("Lentils as my aunt makes them", "Prep time: 20 minutes\n\nServings: 4", STEW),
        ("Our loan for your plans", "Servings: 4", LOAN),
        ("Our loan for your plans", "The servings: four. Prep time is short.", LOAN),
        ("Our loan for a new oven", "Prep time: 20 minutes\n\nServings: 4", LOAN),
    ],
)
def test_a_page_of_the_kind_and_a_single_field_are_left_alone(title: str, fields: str, text: str) -> None:
    assert not kinds(title, fields, text)
