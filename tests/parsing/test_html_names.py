"""Class names and ids that sound like furniture and are none."""

import pytest

import auditor
from auditor.model import Zone

PROSE = "The harbour was rebuilt over nine winters by people who had never seen a crane before. "
OTHER = "Nobody on the pier had asked them where the stones came from, or who had paid for them. "


def kept(name, inside=OTHER * 3, attribute="class"):
    """Whether a box of that name is body, in a text four times as long."""
    box = f"<div {attribute}='{name}'><p>{inside}</p></div>"
    page = f"<h1>The harbour</h1><div><p>{PROSE * 6}</p><p>{PROSE[::-1] * 6}</p>{box}</div>"
    return any(inside.strip()[:40] in block.text for block in auditor.parse(page, format="html").zone(Zone.BODY))


@pytest.mark.parametrize(
    "name", ["toc-para", "no_toc_section", "has-sidebar", "hasCaption", "sidebar-enabled--false", "no-menu"]
)
def test_names_that_tell_of_what_stands_beside_are_no_furniture(name):
    assert kept(name)


@pytest.mark.parametrize("name", ["sidebar", "menu", "with-menu", "menu-enabled", "likes-text", "disclosure"])
def test_names_of_furniture_are(name):
    assert not kept(name, "The pier has been closed since noon on Monday.")
    assert kept(name) is (name == "menu-enabled")


def test_a_table_of_contents_is_one_unless_it_holds_prose():
    assert not kept("toc", OTHER)
    assert kept("toc", OTHER * 3)


def test_an_id_of_many_words_is_the_heading_that_it_stands_on():
    assert kept("menu-innovation-how-kitchens-plan-their-year", attribute="id")
    assert not kept("menu-of-the-harbour", attribute="id")


@pytest.mark.parametrize(("tag", "expected"), [("p", True), ("div", False)])
def test_a_paragraph_may_be_called_by_what_it_costs(tag, expected):
    page = (
        f"<h1>The harbour</h1><div><p>{PROSE * 6}</p><p>{PROSE[::-1] * 6}</p><{tag} class=paywall>{OTHER}</{tag}></div>"
    )
    body = auditor.parse(page, format="html").zone(Zone.BODY)
    assert any(OTHER.strip() in block.text for block in body) is expected
