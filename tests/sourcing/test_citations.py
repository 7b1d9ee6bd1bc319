"""Numbers of citations, by the published arithmetic."""

import pytest

import auditor


def _found(text: str, rule: str) -> list[str]:
    page = f"The lamp of Brae\n\nThe lamp was lit at six, and nobody knows why.\n\n{text}"
    return [f.evidence for f in auditor.audit(page, format="text").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("printed", "bad"),
    [
        ("ISBN 0-306-40615-2", False),
        ("ISBN 0-306-40615-3", True),
        ("ISBN-13: 978 3 16 148410 0", False),
        ("ISBN-13: 978 3 16 148410 1", True),
        ("ISBN 080442957X", False),
        ("ISBN 97831614841", True),
        ("ISBN 978 3 16 148410 0 84", False),
        ("ISSN 0317-8471", False),
        ("e-ISSN 0317-8472", True),
        ("ORCID: 0000-0002-1825-0097", False),
        ("https://orcid.org/0000-0002-1825-0079", True),
        ("doi:10.1002/0470841559.ch1", False),
        ("https://doi.org/10.1000/xyz123", False),
        ("doi:10.5555/example-2020", True),
        ("doi: 10.11111/lamp.4", True),
        ("doi:10.7/lamp", True),
    ],
)
def test_check_digits_and_forms(printed: str, bad: bool) -> None:
    assert bool(_found(f"Lund, A. Lamps of the North. {printed}.", "impossible-identifier")) is bad


def test_marks_beyond_the_list_of_references() -> None:
    text = "It burns oil [2]. It once burned fat [5], they say [6].\n\nReferences\n\n1. Lund, A.\n\n2. Hale, T. Oil."
    assert _found(text, "missing-note") == ["[5]"]
    assert not _found(text.replace("[5]", "[1]").replace("[6]", "[2]"), "missing-note")


def test_one_address_for_examples_is_enough_unless_the_page_shows_code() -> None:
    text = "The office counts lamps (https://example.com/lamps), says the office."
    assert _found(text, "example-address") == ["example.com"]
    page = f"# Lamps\n\n{text}\n\n    curl https://example.com/\n"
    assert not [f for f in auditor.audit(page, format="markdown").findings if f.rule == "example-address"]
