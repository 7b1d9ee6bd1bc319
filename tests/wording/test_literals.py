"""What a regular expression needs is read off it, and is never more than what all its matches hold."""

import re
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model import Block, Format, Zone
from auditor.parsing import read
from auditor.rulebook import default_rules
from auditor.signals import Signals
from auditor.text.literals import BEYOND_ASCII, BEYOND_MARKS, HUMP, PRINTED, literals, lowered
from auditor.text.wording import Wording

PATTERNS = sorted({pattern for wording in default_rules().wordings for pattern in wording})


def holds(pattern: str, text: str) -> bool:
    def stands(one: str) -> bool:
        kinds = {
            BEYOND_ASCII: not text.isascii(),
            BEYOND_MARKS: any(not letter.isascii() and letter not in PRINTED for letter in text),
            HUMP: re.search("[a-z][A-Z]", text) is not None,
        }
        return kinds[one] if one in kinds else one in lowered(text)

    return all(any(map(stands, either)) for either in literals(pattern))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_match_of_every_card_holds_what_its_expression_needs(pattern):
    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    def check(text: str) -> None:
        assert holds(pattern, text)

    check()


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("colou?r", [{"color", "colour"}]),
        ("Pier", [{"pier"}]),
        ("a|b", []),
        (r"\w+", []),
        ("(?:pier|quay)?", []),
        ("(?:pier|quay)", [{"pier", "quay"}]),
        ("(?:pier|)", []),
        (r"pier\d*quays", [{"pier"}, {"quays"}]),
        ("(?:pier){2}", [{"pierpier"}]),
        ("(?:pier)+", [{"pier"}]),
        ("(?:pier)*", []),
        ("pier(?= is)", [{"pier"}]),
        ("(?<!the )pier", [{"pier"}]),
        ("(?i:pier)(?P<mark>quay)", [{"pierquay"}]),
        ("[pq]ier", [{"pier", "qier"}]),
        ("[^p]ier", [{"ier"}]),
        ("(?>pier)", [{"pier"}]),
        ("{{", [{"{{"}]),
        ("pier|.", []),
        ("s", []),
        (r"[a-z]\.[a-z]", []),  # stands in every text
        (r"[a-z]\?[a-z]", [{"?"}]),
        (r"[a-z], ", [{", "}]),
        ("[à-ÿ]{2}", [{BEYOND_MARKS}]),
        ("[\u2010-\u20ac]{2}", [{BEYOND_ASCII}]),
        ("(?-i:[a-z]{2}(?:[A-Z]x)+)", [{HUMP}]),
        (r"(?-i:(?:[a-z]\d)[A-Z])", []),
        ("[a-z][A-Z]", []),  # as case is ignored
        ("s(?= people)", [{" people"}]),
        ("[\u0100-\u024f]", []),  # among them letters that are an i or s of ASCII where case is ignored
        ("[a-zà-ÿ]{2}", []),
        ("(pier", []),
    ],
)
def test_what_an_expression_needs(pattern, needed):
    assert sorted(map(sorted, literals(pattern))) == sorted(map(sorted, needed))


def test_letters_that_are_one_where_case_is_ignored_are_one_where_literals_are_looked_up():
    letters = "".join(c for c in map(chr, range(sys.maxunicode + 1)) if c.isalpha() or c.lower() != c)
    odd = [c for c in letters if len(c.lower()) == 1 and (c.lower() != c or c.upper() != c)]
    wrong = []
    for letter in {c.lower() for c in odd}:
        alike = re.findall(re.escape(letter), letters, re.IGNORECASE)
        wrong += [(letter, other) for other in alike if lowered(other) != lowered(letter)]
    assert wrong == []


def found(wording: Wording, blocks: tuple[Block, ...], signals: Signals) -> list[str]:
    return [span.text for span in signals.matches(wording, blocks)]


@pytest.mark.parametrize("announced", [True, False])
def test_a_search_finds_what_trying_every_expression_finds(announced):
    texts = (
        "Ask the Assistant.",
        "THE ASSİSTANT.",
        "aſſiſtant of the K\u212aing",
        "boats\nand Σοφός",
        "\u0307assistant 7",
    )
    wording = Wording(("assistant", r"\d", "σοφός", "k\\u212aing|kking", "never"))
    document = read("\n\n".join(texts), format=Format.TEXT, zone=Zone.BODY)
    signals = Signals(document, wordings=[wording, Wording(("boats",))] if announced else [])
    tried = [m.group() for b in document.blocks for m in re.finditer("|".join(wording), b.text, re.IGNORECASE)]
    assert found(wording, document.blocks, signals) == tried
    assert len(tried) >= 5


def test_only_the_given_blocks_are_searched():
    document = read("A pier.\n\nA quay and a pier.", format=Format.TEXT, zone=Zone.BODY)
    signals = Signals(document)
    assert found(Wording(("pier",)), document.blocks[1:], signals) == ["pier"]
    assert found(Wording(("pier",)), (), signals) == []


def test_of_matches_that_overlap_the_first_and_longest_counts():
    document = read("The long pier of the town.", format=Format.TEXT, zone=Zone.BODY)
    wording = Wording(("pier of", "long pier", "long pier of the", "town"))
    assert found(wording, document.blocks, Signals(document)) == ["long pier of the", "town"]
