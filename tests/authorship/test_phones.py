"""Numbers that reach nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.world.phones import is_fictional, is_outside_plan, is_patterned, numbers


@pytest.mark.parametrize(
    "number",
    ["802-555-0143", "555-0100", "+1 555 0123", "(0909) 879 0820", "0114 496 0502", "+44 20 7946 0958",
     "+44 (0)20 7946 0958", "07700 900123", "02 5550 1234", "+61 491 570 156", "01 99 00 12 34", "030 23125 123"],
)  # fmt: skip
def test_numbers_kept_for_fiction(number):
    assert is_fictional(number)


@pytest.mark.parametrize(
    "number", ["605-688-4121", "+49 7071 290", "0341 551234", "555-1234", "020 7219 4272", "+1 212 555 1212", "1"]
)
def test_numbers_that_may_ring(number):
    assert not is_fictional(number)


@pytest.mark.parametrize("number", ["123-456-7890", "000-000-0000", "(555) 555-5555", "1234567890", "+1 111 111 1111"])
def test_patterned_numbers(number):
    assert is_patterned(number)


@pytest.mark.parametrize("number", ["439-545-4954", "(964)419-6198x94209", "212-045-1234", "212-911-1234"])
def test_numbers_outside_the_north_american_plan(number):
    assert is_outside_plan(number)


@pytest.mark.parametrize("number", ["212-736-5000", "01 99 00 12 34", "+49 439 545 4954", "2024-11-12", "no number"])
def test_numbers_inside_the_plan_or_of_another(number):
    assert not is_outside_plan(number)


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text):
    assert {is_fictional(text), is_patterned(text), is_outside_plan(text)} <= {True, False}
    assert all(0 <= start < end <= len(text) for start, end in numbers(text))
