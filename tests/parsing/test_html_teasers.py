"""Cards of other articles, in the body under whatever heading."""

import pytest

import auditor
from auditor.model import Zone

PROSE = "The harbour was rebuilt over nine winters by people who had never seen a crane before. "
TEASER = "Nobody on the pier had asked where the stones came from, or who had paid for them"


def card(number, *, tag="div", link="/news/{0}", text=TEASER):
    title = f"<h3><a href='{link.format(number)}'>Ferry number {number} stays in port</a></h3>"
    return f"<{tag} class='tile'>{title}<p>{text} ({number}).</p><p>{number}.3.</p></{tag}>"


def body(rows, *, prose=12, after=""):
    text = "".join(f"<p>{PROSE * 2}{number}</p>" for number in range(prose))
    page = f"<h1>The harbour</h1><div>{text}<section><h2>Aus dem Archiv</h2>{rows}</section>{after}</div>"
    found = auditor.parse(page, format="html", url="https://gazette.test/news/1")
    return " ".join(block.text for block in found.zone(Zone.BODY)), found


def test_a_row_of_cards_goes_with_its_heading_and_its_titles_are_links():
    text, page = body(card(2) + card(3))
    assert "number 2" not in text
    assert TEASER not in text
    assert "Aus dem Archiv" not in text
    links = [block.text for block in page.zone(Zone.LINKS)]
    assert links == ["Aus dem Archiv", "Ferry number 2 stays in port", "Ferry number 3 stays in port"]


@pytest.mark.parametrize(
    "rows",
    [
        card(2),
        card(2, link="https://other.test/{0}") + card(3, link="https://other.test/{0}"),
        card(2, text=TEASER * 6) + card(3, text=TEASER * 6),
        card(2) + f"<p>{PROSE * 3}</p>" + card(3),
    ],
    ids=["one", "leading out of the site", "sections of the text", "with a text between"],
)
def test_what_only_looks_like_cards_stays(rows):
    assert "number 2" in body(rows)[0]


def test_a_page_of_cards_is_a_list_of_them():
    rows = "".join(map(card, range(2, 12)))
    assert "number 2" in body(rows, prose=3)[0]
    assert "number 2" in body(rows, prose=12)[0]
    assert "number 2" not in body(rows, prose=24)[0]


ARTICLE = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'


@pytest.mark.parametrize(("prose", "said", "there"), [(8, "", True), (8, ARTICLE, False), (12, "", False)])
def test_a_few_cards_beside_a_short_text_go_where_the_page_is_an_article(prose, said, there):
    assert ("number 2" in body(card(2) + card(3), prose=prose, after=said)[0]) is there


@pytest.mark.parametrize(("prose", "there"), [(8, True), (22, False)])
def test_rows_together_are_the_text_of_a_page_that_has_little_other(prose, there):
    """Each row is little beside all, and all are a list."""
    rows = "".join(f"<h2>Part {n}</h2><div>{card(n)}{card(n + 1)}</div>" for n in range(2, 10, 2))
    assert ("number 2" in body(rows, prose=prose, after=ARTICLE)[0]) is there
