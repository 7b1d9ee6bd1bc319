"""With what an expression can begin: never less than what it does begin with, and seldom everything."""

import random
import re

import pytest

from auditor import expressions
from auditor.beginnings import ALL, BEYOND, beginnings
from auditor.expressions import _coded, compiled
from auditor.prepared import Growing
from auditor.rulebook import default_rules

EXPRESSIONS = [
    r"\bof\b",
    r"(?<=[a-z] )(?:a|an|the) [A-Z]",
    r"(?<!\w)(?:\$|£|€)?\d+",
    r"(?=[\dx])\w+|(?=\?)\W",
    r"(?:[.!?]{1,3}+[\"”]{0,2}+(?=\s)|。)",
    r"(?:kim|straße|İzmir|ısı)",
    r"(?i:k)im|S(?-i:s)",
    r"[^\W\d_]+: [^\W_]",
    r"[^a-zK]",
    r"x?y*(?:z|(?P<own>[0-9]))+",
    r"(?P<own>\w)(?P=own)",
    r"(?P<own>a)?(?(own)b|c)",
    r"(?:|a)b|c",
    r"(?:(?:q|)(?:r|))s",
    r"[\s\S]z",
    r".y",
    r"(?>\s|-)+.",
    r"(?!a)[a-c]",
    r"(?:(?!)|\sx|(?!)y)",
    r"(?:^|\n)\| ?x",
    r"[\[-a]b?",
    r"\S\Z",
    r"(?<=(?=a)a)b",
    r"[À-ÿK]b?",
]
LETTERS = 'aAbBcKkKſsSßiIİıxyz019 \n\t\x1c.,!?:-_|"”’。$£€ÀéСअ٣😀'


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    monkeypatch.setattr(Growing, "all", [])
    monkeypatch.setattr(expressions, "_CODES", Growing("expressions", expressions._Code))


def texts(number=60):
    chance = random.Random(7)
    words = ["of", "the Mill", "Kim", "STRASSE", "straße", "ısı", "İzmir", "name: Ann", "19 of 20", "a b", "aa", "| x"]
    letters = ["".join(chance.choices(LETTERS, k=chance.randint(0, 40))) for _ in range(number)]
    return letters + [" ".join(chance.choices([*words, *letters], k=9)) for _ in range(number)]


def spans(pattern, text):
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.IGNORECASE | re.ASCII, re.DOTALL | re.MULTILINE])
@pytest.mark.parametrize("pattern", EXPRESSIONS)
def test_a_search_finds_what_it_finds_in_python(pattern, flags):
    own, usual = compiled(pattern, flags), re.compile(pattern, flags)
    for text in texts():
        assert spans(own, text) == spans(usual, text), text
        assert [m and m.span() for m in (own.search(text, 2), own.match(text), own.fullmatch(text))] == [
            m and m.span() for m in (usual.search(text, 2), usual.match(text), usual.fullmatch(text))
        ]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_every_single_character_that_begins_a_match_is_in_the_set(flags):
    for pattern in (r"\b[k-s]", r"(?:s|K)", r"(?<!x)[ſK]", r"(?!x)\w", r"\b\d", r"(?:\s)", r"(?:[^a-z])"):
        own, usual = compiled(pattern, flags), re.compile(pattern, flags)
        for character in map(chr, range(0x2200)):
            assert bool(own.search(character)) == bool(usual.search(character)), (pattern, character)


def test_those_of_all_cards_find_the_same_in_the_examples_of_the_cards():
    every = " ".join(texts(9))
    for rule in default_rules().rules:
        told = f"{rule.title} {rule.why} {rule.fix} {rule.message} {rule.not_flagged}\n{every}"
        for pattern in {pattern for wording in rule.wordings for pattern in wording}:
            own, usual = compiled(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
            assert spans(own, told) == spans(usual, told), pattern


def begins(pattern, flags=0):
    return beginnings(expressions.compiler._parser.parse(pattern, flags), flags)


def bits(letters):
    return sum(1 << ord(letter) for letter in letters)


@pytest.mark.parametrize(
    ("pattern", "flags", "first"),
    [
        (r"\bof|(?<=x)in", 0, bits("oi")),
        (r"(?:a|b?c)d", 0, bits("abc")),
        (r"\bOf", re.IGNORECASE, bits("oO") | BEYOND),
        (r"(?=[ab])\w", 0, bits("ab")),
        (r"a?(?=b)c", 0, bits("ac")),
        (r"[^\W\d_]x", 0, bits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") | BEYOND),
        (r"“|\$", 0, bits("$") | BEYOND),
        (r".x", 0, ALL),
        (r"(?!)|\$", 0, bits("$")),
    ],
)
def test_the_set_is_as_small_as_the_expression_says(pattern, flags, first):
    assert begins(pattern, flags) == first


def words_of(pattern):
    return list(memoryview(_coded(f"0 {pattern}").code).cast("I"))


def test_behind_its_head_the_code_is_that_of_python():
    compiler = expressions.compiler
    usual = compiler._code(compiler._parser.parse(r"\bof|\bat"), 0)
    own = words_of(r"\bof|\bat")
    assert own != usual
    assert own[1 + own[1] :] == usual[1 + usual[1] :]
    assert own[2:5] == [compiler.SRE_INFO_CHARSET, 2, 2]


@pytest.mark.parametrize("pattern", ["of the", "[,;]x", "a*", ".x"])
def test_what_python_says_better_stays(pattern):
    compiler = expressions.compiler
    assert words_of(pattern) == compiler._code(compiler._parser.parse(pattern), 0)
