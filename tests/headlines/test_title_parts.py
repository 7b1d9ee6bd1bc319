"""What divides a title into parts where nothing is known of its site."""

import pytest

from auditor.text.titles import parts


@pytest.mark.parametrize("mark", ["|", "•", "·", "»", "«", "-", "–", "—", "--"])
def test_between_blanks_these_divide(mark):
    assert parts(f"The ferry stops {mark} Harbour News") == ["The ferry stops", "Harbour News"]


@pytest.mark.parametrize("mark", [":", "/", "~"])
def test_marks_that_stand_within_headlines_divide_none(mark):
    assert parts(f"The ferry {mark} a life") == [f"The ferry {mark} a life"]


def test_only_the_upright_stroke_needs_no_blanks():
    assert parts("The ferry|Harbour News") == ["The ferry", "Harbour News"]
    assert parts("The island-ferry") == ["The island-ferry"]
