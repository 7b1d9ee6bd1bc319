"""Two numbers of one group: only where the second means all that the first named."""

import pytest

import auditor

RULES = auditor.load_rules(select=["contradicting-counts"])


def counts(text: str) -> list[tuple[object, object]]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [(f.facts["one"], f.facts["other"]) for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine readers came. It rained. The fourteen readers got a leaflet.", (9, 14)),
        ("The choir has 32 singers. It rained. Its 27 singers got a leaflet.", (32, 27)),
        ("We lose 1,640 jobs, the paper says. It is a small town. The 1,460 jobs will be missed.", (1640, 1460)),
        ("She left three children at home. On Friday both of her children sat in front.", (3, 2)),
        ("A crowd of 1,850 saw it. It rained. Takings from the crowd of 2,350 pay for a fence.", (1850, 2350)),
    ],
)
def test_two_numbers(text, found):
    assert counts(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Nine readers came. It rained. The nine readers got a leaflet.",
        "Nine readers came. The two readers got a leaflet.",
        "The club has five boats, of which three float. Its three boats are blue.",
        "Tom has two uncles. Ida sees her three uncles on Friday.",
        "Nine readers came. The four readers who stayed got a leaflet.",
        "Nine readers came. The seven young readers got a leaflet.",
        "Nine readers came. The fourteen readers who had come on Monday got a leaflet.",
        "Ten readers were hurt. The twelve readers arrested were let go.",
        "Sixteen readers were hurt. The eight readers were let go.",
        "Nine readers came, and five readers after them. The fourteen readers got a leaflet.",
        "Nine readers came. Five more readers ran. The fifteen readers got a leaflet.",
        "Nine hungry readers came. The fifteen readers got a leaflet.",
        "It took nine years. The twelve years after it were dry.",
        "Nine readers came, they say. “The fourteen readers got a leaflet,” she said.",
        "Nine readers came. The fourteen readers got a leaflet. An earlier version said ten.",
    ],
)
def test_what_can_both_be_true(text):
    assert not counts(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Es kamen sechsundzwanzig Boote. Die einunddreißig Boote sind am Kai, sagt der Leiter.", (26, 31)),
        (
            "La fête est ancienne. On a vu vingt-six bateaux. Les 31 bateaux doivent être au quai à neuf heures.",
            (26, 31),
        ),
        ("La fiesta es antigua. Se han visto 26 barcos. Los treinta y un barcos deben estar en el muelle.", (26, 31)),
        ("Das Fest ist alt. Es kamen sechsundzwanzig Boote. Die fünf Boote aus Brae sind am Kai.", None),
        ("La fête est ancienne. On a vu vingt-six bateaux. Les cinq bateaux bleus doivent être au quai.", None),
        ("La fiesta es antigua. Se han visto 26 barcos. Los cinco barcos azules deben estar en el muelle.", None),
    ],
)
def test_other_languages(text, found):
    findings = auditor.audit(text, format="text", rules=RULES).findings
    assert [(f.facts["one"], f.facts["other"]) for f in findings] == ([found] if found else [])
