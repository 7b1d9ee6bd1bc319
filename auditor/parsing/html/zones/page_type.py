"""What a page is instead of an article.

An article must never be called anything else, so a page is one unless it says, or plainly shows, otherwise: on 793
real articles the rules below err on none; of 140 other pages they name a good third.
"""

import re
from collections.abc import Sequence

from auditor.model.members import BODY
from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.marks import Mark

# Less of a body than this is none.
FEWEST_WORDS = 3
# Words of paragraphs of this length are prose; a listing has less than this share of it.
PARAGRAPH, LISTING_PROSE = 25, 0.4

_TYPE = re.compile(r'"@type"\s{0,4}:\s{0,4}(?:"([^"]{1,60})"|\[([^\]]{1,200})\])')
_NAME = re.compile(r"[A-Za-z]+")
_MOST_TYPES = 2_000
_ARTICLES = frozenset(
    "Article NewsArticle BlogPosting TechArticle ScholarlyArticle Report ReportageNewsArticle AnalysisNewsArticle "
    "OpinionNewsArticle ReviewNewsArticle BackgroundNewsArticle LiveBlogPosting AdvertiserContentArticle "
    "SatiricalArticle MedicalScholarlyArticle SocialMediaPosting Recipe HowTo MedicalWebPage".split()
)
_FORUMS = frozenset({"DiscussionForumPosting", "QAPage"})
_OFFERS = frozenset({"Offer", "AggregateOffer"})
_LISTS = frozenset({"CollectionPage", "ItemList", "OfferCatalog", "ProductGroup"})
_FORUM_ADDRESS = re.compile(r"//forums?\.|/(?:forums?|threads?|viewtopic|showthread)[/.]", re.IGNORECASE)
_LIST_ADDRESS = re.compile(
    r"/(?:category|categories|product-category|tag|tags|c|collections|search)/|/page/\d", re.IGNORECASE
)
_SEARCH_ADDRESS = re.compile(r"/search(?:/|$|\?|\.)|[?&](?:q|query|s|search)=[^&]", re.IGNORECASE)


def page_type(page: Page, marks: Sequence[Mark], title: str | None, url: str | None) -> str:
    """article, or what the page is instead: product, forum, search, listing, empty."""
    body = [segment for segment, mark in zip(page.segments, marks, strict=True) if mark.zone is BODY]
    words = sum(segment.words for segment in body)
    prose = sum(segment.words for segment in body if segment.words >= PARAGRAPH and 2 * segment.linked < segment.words)
    declared, kind, address = _declared(page), _open_graph(page), url or ""
    if kind.startswith("product") and not declared & _ARTICLES:
        return "product"
    if declared & _FORUMS and not declared & _ARTICLES:
        return "forum"
    if words < FEWEST_WORDS:
        return "empty"
    if declared & _ARTICLES or kind == "article":
        return "article"
    return _undeclared(declared, address, title or "", prose / words)


def _undeclared(declared: frozenset[str], address: str, title: str, prose: float) -> str:
    if "Product" in declared and declared & _OFFERS:
        return "product"
    if _FORUM_ADDRESS.search(address):
        return "forum"
    if "SearchResultsPage" in declared or (_SEARCH_ADDRESS.search(address) and "search" in title.lower()):
        return "search"
    listed = declared & _LISTS or _LIST_ADDRESS.search(address)
    if listed and prose < LISTING_PROSE:
        return "listing"
    return "article"


def _declared(page: Page) -> frozenset[str]:
    """Types of schema.org that the page names: in JSON-LD, and in microdata where that names no article."""
    found: set[str] = set()
    for start, end in page.json_ld:
        for count, match in enumerate(_TYPE.finditer(page.source, start, end)):
            if count > _MOST_TYPES:
                break
            found.update(_NAME.findall(match[1] or match[2]))
    return frozenset(found if found & _ARTICLES else found | _microdata(page))


def _microdata(page: Page) -> set[str]:
    source = page.source
    long = (e for e in page.elements if e.inner - e.start > len("<p itemtype=Thing"))
    marked = (e for e in long if "itemtype" in source[e.start : e.inner])
    return {element.get("itemtype").rstrip("/").rsplit("/", 1)[-1] for element in marked}


def _open_graph(page: Page) -> str:
    named = (meta for meta in page.tagged("meta") if "og:type" in meta.opening.lower())
    metas = (meta for meta in named if meta.get("property").lower() == "og:type")
    return next((meta.get("content").strip().lower() for meta in metas), "")
