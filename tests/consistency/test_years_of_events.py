"""Two years of what happens once."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-dates"])


def years(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bell of Brae school, which closed in 1983, rings. The school closed in 1987.", (1983, 1987)),
        ("Ida Roy died in 1940. It rained. Roy died in 1944.", (1940, 1944)),
    ],
)
def test_two_years(text, found):
    assert years(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Brae school, which closed in 1983, is red. The school closed in 1983.",
        "Brae school closed in 1983. Aske school closed in 1987.",
        "Brae school closed in 1983. A school was closed in 1987.",
        "Brae school closed in 1983. Then the school opened again. The school closed in 1987.",
        "Brae school closed in 1983. The school was built in 1903.",
        "He died in 1940. Next door she died in 1944.",
        "Brae school closed in 1983. “The school closed in 1987,” he said.",
    ],
)
def test_what_can_be(text):
    assert not years(text)
