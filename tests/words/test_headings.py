"""Headings of link lists: the page reader and the text reader know the same ones, in every language."""

import pytest

import auditor
from auditor.parsing import sections

HEADINGS = """Neueste Beiträge|Berita terkait|Berita terbaru|Artículos recientes|Articles récents|Gerelateerde artikelen
Powiązane artykuły|Похожие статьи|Lesen Sie auch|Das könnte Ihnen auch gefallen|In case you missed it|関連記事|相关文章
Läs mer|Zobacz też|Leggi anche|Baca juga|مقالات ذات صلة|Related articles|You may also like|Most read|Editor's picks
Around the web|Recent posts|İlgili haberler|Veja também|Lees ook|Meer over de haven|Podobne wpisy""".replace("\n", "|")
PARAGRAPH = (
    "The ferry left the old harbour at noon with forty people on board, and nobody saw it again before the evening."
)
ITEMS = ("How a rope is laid by hand", "Why lamps burn red at the pier", "The last keeper of the north light")


@pytest.mark.parametrize("heading", HEADINGS.split("|"))
def test_a_heading_opens_links_in_pages_and_in_text(heading):
    assert sections.widget(heading)
    assert sections.opens_links(heading)
    text = "\n\n".join([PARAGRAPH, PARAGRAPH + " Twice.", heading, *ITEMS])
    links = {b.text for b in auditor.parse(text, format="text").blocks if b.zone == "links"}
    assert links >= set(ITEMS)
    items = "".join(f"<li><a href='/{i}'>{item}</a></li>" for i, item in enumerate(ITEMS))
    body = f"<h1>A ferry</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH} Twice.</p>"
    page = f"<article>{body}<h3>{heading}</h3><ul>{items}</ul></article>"
    links = {b.text for b in auditor.parse(page, format="html").blocks if b.zone == "links"}
    assert links >= set(ITEMS)


@pytest.mark.parametrize("heading", ["More about the author", "More about me", "How ropes are made", "Next", "Topics"])
def test_other_headings_open_none_in_text(heading):
    assert not sections.opens_links(heading)


@pytest.mark.parametrize("line", ["Read also: how a rope is laid", "Lesen Sie auch: wie ein Seil entsteht"])
def test_a_line_announces_a_link_in_pages_and_in_text(line):
    assert sections.announces_link(line)
    assert sections.reads_also(line)


def test_a_line_that_only_a_link_makes_sure_is_none_in_text():
    assert sections.announces_link("More: how a rope is laid")
    assert not sections.reads_also("More: how a rope is laid")
