"""Alternatives in groups match what they match one after the other."""

import random
import re

import pytest

from auditor import expressions
from auditor.alternatives import regrouped
from auditor.expressions import compiled
from auditor.prepared import Growing
from auditor.rulebook import default_rules

FORMS = [
    r"(?:one|two|three|ten|tens|t|four|fo)",
    r"(?:tens|ten|te|t)(?:s|n)?",
    r"(?>te|ten|tens|on|one)s?",
    r"(?:a|ab|abc|abd|b|bc)*+c?",
    r"(?:(a)b|(a)c|(b)d|(?P<last>b))e?",
    r"(?:sea|ſo|see|kay|Kim|ice|İce|ısı|it)",
    r"(?:été|eta|Été|et|ÉTUDE|e)",
    r"(?:|a|b|c)d",
    r"(?:a.|\w\w|ab|ac|ad)x?",
    r"(?-i:One|Two|Three|Onel)|(?:one|two|three|onel)",
    r"(?<=one|two|ten)[ ,](?=o|t|f)",
    r"(?!one|two|tens)\w+",
    r"(one|two|three) (?:and|or|nor|plus) \1",
    r"(one)?(?(1) two|(?: three| four| trio| f))",
    r"(?:don't|don’t|doing|does|-|- x|1st|1|11)",
]
WORDS = (
    "one two three ten tens four fo a ab abc abd b bc bd sea see ſo SO KAY Kim K\u212aim İce ısı it été Étude ET d onel"
).split()


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    monkeypatch.setattr(Growing, "all", [])
    monkeypatch.setattr(expressions, "_CODES", Growing("expressions", expressions._Code))


def texts():
    chance = random.Random(5)
    for _ in range(150):
        words = chance.choices([*WORDS, "don't", "1st", "11", "-", "- x", "xs"], k=8)
        cased = [chance.choice((str, str.upper, str.lower, str.title))(word) for word in words]
        yield chance.choice(("", " ", ", ")).join(cased)


def found(pattern, text):
    return [(match.span(), match.groups(), match.lastgroup, match.lastindex) for match in pattern.finditer(text)]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.ASCII])
@pytest.mark.parametrize("form", FORMS)
def test_they_match_the_same(form, flags):
    own, usual = compiled(form, flags), re.compile(form, flags)
    for text in texts():
        assert found(own, text) == found(usual, text), text
        assert [m and m.group() for m in (own.match(text), own.fullmatch(text))] == [
            m and m.group() for m in (usual.match(text), usual.fullmatch(text))
        ]


def test_those_of_all_cards_match_the_same_in_the_examples_of_the_cards():
    for rule in default_rules().rules:
        told = f"{rule.title} {rule.why} {rule.fix} {rule.not_flagged} {' '.join(WORDS)}".upper()
        for pattern in {pattern for wording in rule.wordings for pattern in wording}:
            assert found(compiled(pattern, re.IGNORECASE), told) == found(re.compile(pattern, re.IGNORECASE), told)


def branches(form, flags=re.IGNORECASE):
    parsed = regrouped(expressions.compiler._parser.parse(form, flags), flags)
    ((_, (_, some)),) = parsed.data
    return len(some)


def test_as_many_are_tried_as_there_are_first_letters():
    assert branches("(?:one|two|three|ten|once)") == 2
    assert branches("(?:one|two|three|ten|once)", 0) == 5  # where case counts the machine looks at them itself
    assert branches("(?:one|été|two|Été|once)") == 4
    assert branches("(?:see|sit|so|sum|ſo|sea|sue|sage|sun)") == 3  # a long s is an s
    assert branches("(?:[ab]c|one|two|ten|on)") == 3
