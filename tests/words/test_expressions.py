"""What is derived of expressions and phrases is kept; an expression made of it is the one that `re.compile` makes."""

import re
import sys
from functools import partial
from types import SimpleNamespace

import pytest

from auditor import expressions, prepared
from auditor.expressions import compiled, late
from auditor.prepared import Growing
from auditor.rulebook import default_rules


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Growing, "all", [])
    return tmp_path


@pytest.fixture
def codes(monkeypatch):
    """Another run of the program, at each call."""

    def again():
        monkeypatch.setattr(expressions, "_CODES", Growing("expressions", expressions._Code))

    again()
    return again


def table(most=20):
    return Growing("tried", str, most)


def fails(text):
    pytest.fail(f"{text} is derived again")


def test_what_is_derived_is_kept_for_the_runs_to_come():
    first = table()
    assert first.of("one", str.upper) == first.of("one", fails) == "ONE"
    first.keep()
    second = table()
    assert second.of("one", fails) == "ONE"
    assert second.of("two", str.upper) == "TWO"
    second.keep()
    assert [table().of(text, fails) for text in ("one", "two")] == ["ONE", "TWO"]


def test_what_is_kept_has_an_end():
    for number in range(50):
        one = table()
        one.of(f"page {number}", str.upper)
        one.keep()
    assert 0 < len(table().kept) <= 20


def test_nothing_is_written_where_nothing_is_new(monkeypatch):
    first = table()
    first.of("one", str.upper)
    first.keep()
    second = table()
    second.of("one", fails)
    monkeypatch.setattr(prepared, "_keep", partial(fails, "a file"))
    second.keep()


def test_where_no_bytecode_is_wanted_nothing_is_kept(elsewhere, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    one = table()
    one.of("one", str.upper)
    one.keep()
    assert not [path for path in elsewhere.rglob("*") if path.is_file()]


def test_another_state_of_the_program_derives_again(monkeypatch):
    one = table()
    one.of("one", str.upper)
    one.keep()
    monkeypatch.setattr(prepared, "_stamp", lambda: b"x" * 32)
    assert table().kept == {}


def test_those_of_all_cards_are_what_python_makes_of_them(codes):
    patterns = {pattern for rule in default_rules().rules for wording in rule.wordings for pattern in wording}
    assert len(patterns) > 100
    for pattern in patterns:
        own, usual = compiled(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
        assert (own.flags, own.pattern) == (usual.flags, usual.pattern)
        assert (own.groups, own.groupindex) == (usual.groups, usual.groupindex)


def test_an_expression_of_an_earlier_run_is_not_compiled(codes, monkeypatch):
    compiled(r"(?P<name>[a-zß]+)(\d)?", re.IGNORECASE)
    expressions._CODES.keep()
    codes()
    monkeypatch.setattr(expressions, "_coded", fails)
    found = compiled(r"(?P<name>[a-zß]+)(\d)?", re.IGNORECASE).search("see STRASSE7")
    assert found.groupdict() == {"name": "see"}
    assert late(r"(?P<name>[a-zß]+)(\d)?", re.IGNORECASE).fullmatch("Straße7")[2] == "7"


def test_flags_are_part_of_an_expression(codes):
    compiled("a.c", re.DOTALL)
    expressions._CODES.keep()
    codes()
    assert compiled("a.c").search("a\nc") is None
    assert compiled("a.c", re.DOTALL).search("a\nc")


@pytest.mark.parametrize("other", [None, SimpleNamespace(CODESIZE=2)])
def test_on_another_python_expressions_are_compiled_as_usual(codes, other, monkeypatch):
    monkeypatch.setattr(expressions, "machine", other)
    assert compiled("a(b)", re.IGNORECASE).search("xAB").span(1) == (2, 3)
    assert expressions._CODES.new == {}


def test_what_was_damaged_is_compiled(codes):
    expressions._CODES.new["0 a(b)"] = expressions._Code(32, {}, [None, None], b"\xff" * 40)
    assert compiled("a(b)").search("xab").span(1) == (2, 3)


def test_what_is_no_expression_is_one_error(codes):
    with pytest.raises(re.error, match="unterminated"):
        compiled("(never closed")
