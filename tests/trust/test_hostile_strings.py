"""Four times a hostile string costs less than six times the CPU: some of `benchmarks/hostile.py`, in its contexts."""

import pytest


@pytest.fixture(scope="module")
def hostile(pytestconfig):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(pytestconfig.rootpath / "benchmarks"))
        import hostile as benchmark  # noqa: PLC0415

        yield benchmark


def test_there_are_thirteen_contexts_and_all_kinds_of_strings(hostile):
    strings = hostile.strings()
    assert len(hostile.CONTEXTS) == 13
    assert len(strings) == len(set(strings)) > 300
    assert {"!", "a}", "((a", 'a" <b>"', "港口委员会. "} <= set(strings)


@pytest.mark.parametrize("unit", ["a\u2019", "<b>", 'a" <b>"', "A a B b ", "[insert a] ", "абвгд. "])
def test_a_hostile_string_costs_in_proportion(hostile, unit):
    wrong = {context: hostile.grows(unit, context, 20_000) for context in hostile.CONTEXTS}
    assert {context: told for context, told in wrong.items() if told} == {}


@pytest.mark.parametrize("unit", ["a", " ", "<", '"'])
def test_three_hundred_thousand_of_one_character_cost_a_moment(hostile, unit, monkeypatch):
    monkeypatch.setattr(hostile, "LONG", 300_000)
    monkeypatch.setattr(hostile, "MOST_OF_LONG", 6.0)
    assert hostile.long(unit) == ""


def test_what_is_quadratic_is_told(hostile, monkeypatch):
    monkeypatch.setattr(hostile, "seconds", lambda form, source: (len(source) / 10_000) ** 2)
    assert "paragraph" in hostile.CONTEXTS
    assert hostile.grows("a ", "paragraph", 40_000)
    monkeypatch.setattr(hostile, "seconds", lambda form, source: len(source) / 10_000)
    assert hostile.grows("a ", "paragraph", 40_000) == ""


@pytest.mark.slow
def test_all_hostile_strings_cost_in_proportion(hostile):
    cases = [(unit, context) for unit in hostile.strings() for context in hostile.CONTEXTS]
    wrong = {case: hostile.grows(*case, 40_000) for case in cases}
    assert {case: told for case, told in wrong.items() if told} == {}
