"""Bylines that are nobody's in particular give way; surnames that are such words do not."""

import pytest

import auditor

PROSE = "<p>The crew mended eleven sails before the tide turned, and the harbour master counted them twice.</p>" * 3
CREDIT = "<footer>Photo by <a rel=author href=/author/mary-smith>Mary Smith</a></footer>"


def byline(name):
    page = f"<title>Sails</title><meta name=author content='{name}'><h1>Sails</h1><p class=byline>By {name}</p>"
    return auditor.parse(page + PROSE + CREDIT, format="html").byline


@pytest.mark.parametrize("name", ["Judith Guest", "Elihu Root", "Bill Test", "Mary Ann Root", "Mary Desk"])
def test_a_surname_that_is_a_word_for_nobody_keeps_its_byline(name):
    assert byline(name) == (name,)


@pytest.mark.parametrize("name", ["Guest", "Guest Author", "admin", "News Desk", "Test User", "Editorial Team"])
def test_nobody_in_particular_gives_way_to_a_person(name):
    assert byline(name) == ("Mary Smith",)
