"""Measures in two units: only where no rounding makes the one of the other."""

import pytest

import auditor

RULES = auditor.load_rules(select=["wrong-conversion"])


def right(text: str) -> list[object]:
    told = f"The harbour is where people meet when the boats come in.\n\n{text}"
    return [f.facts["right"] for f in auditor.audit(told, format="text", rules=RULES).findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The path is 12 km (20 miles) long.", "7.46 miles"),
        ("It weighed 93 kg (140 lb) in the end.", "205 lb"),
        ("It was 38C (92F) at noon.", "100 F"),
        ("They bought 400 hectares (620 acres) of bog.", "988 acres"),
        ("The wind blew at 60 mph, or 160 km/h.", "96.5 km/h"),
        ("The roof is 1,200 metres (2,500 feet) up.", "3,937 feet"),
    ],
)
def test_wrong(text, found):
    assert right(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The path is 12 km (7.5 miles) long, and 10 km (6 miles) of it are wet. It is 100 metres (100 yards) away.",
        "Add 200 g (7 oz) of flour and 2 kg (4 lb) of figs, or 500 ml (18 fl oz) of milk.",
        "Bake at 200C (400F). It rose by 2°F (1.1°C). Over 30C (85F) ice melts.",
        "The box is 12 in x 8 in (30 x 20 cm), the hands 170 and 195mm (6.7 in - 7.7 in).",
        "Snow of 72 cm (82 mm) fell. A £12 pound (5 kg) bag.",
        "“The path is 12 km (20 miles) long,” the boy wrote.",
    ],
)
def test_what_rounding_makes(text):
    assert not right(text)
