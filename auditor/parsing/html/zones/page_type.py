"""What a page is: as it says of itself, else as it plainly shows.

An article must never be called what is none, so a page is one unless it says, or plainly shows, otherwise: on 793
real articles the rules below err on none; of 140 other pages they name a good third.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import PageType
from auditor.model.members import BODY, CAPTION, HEADLINE
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.html.zones import shown_types as shown
from auditor.parsing.html.zones.listing import LISTED
from auditor.parsing.html.zones.marks import Mark

# Less of a body than this is none.
FEWEST_WORDS = 3
# Words of paragraphs of this length are prose; a listing has less than this share of it.
PARAGRAPH, LISTING_PROSE = 25, 0.4

_TYPE = late(r'"@type"\s{0,4}:\s{0,4}(?:"([^"]{1,60})"|\[([^\]]{1,200})\])')
_NAME = late(r"[A-Za-z]+")
_MOST_TYPES = 2_000
_ARTICLES = frozenset(
    "Article NewsArticle BlogPosting TechArticle ScholarlyArticle Report ReportageNewsArticle AnalysisNewsArticle "
    "OpinionNewsArticle ReviewNewsArticle BackgroundNewsArticle LiveBlogPosting AdvertiserContentArticle "
    "SatiricalArticle MedicalScholarlyArticle SocialMediaPosting Recipe HowTo MedicalWebPage".split()
)
# Types of schema.org that an article may state besides; the first of them that a page states is what it is.
_KINDS = {
    "LiveBlogPosting": PageType.LIVE,
    "Recipe": PageType.RECIPE,
    "APIReference": PageType.DOCS,
}
# The same for pages that state no article.
_GROUPS = ("product.group", "product:group")  # of the Open Graph: a shelf of a shop
_OTHERS = {
    "QAPage": PageType.QUESTION,
    "DiscussionForumPosting": PageType.FORUM,
    "ImageGallery": PageType.GALLERY,
    "MediaGallery": PageType.GALLERY,
}
_EVENT = late(r"(?:[A-Z][a-z]+)?Event")
_OFFERS = frozenset({"Offer", "AggregateOffer"})
_LISTS = frozenset({"CollectionPage", "ItemList", "OfferCatalog"})
MOST_GOODS = 3  # a page about one thing may describe its kin; on 57 pages of shops shelves describe 24 and more
_FORUM_ADDRESS = late(
    r"//(?:forums?|boards?|discuss)\.|/(?:forums?|threads?|viewtopic|showthread)[/.]"
    r"|/(?:t|topic|discussion)/(?:[^/?#]{1,200}/)?\d{3,}",
    re.IGNORECASE,
)
_LIST_ADDRESS = late(
    r"/(?:category|categories|product-category|tag|tags|c|collections|search)/|/page/\d", re.IGNORECASE
)
_SEARCH_ADDRESS = late(r"/search(?:/|$|\?|\.)|[?&](?:q|query|s|search)=[^&]", re.IGNORECASE)


class Stated(NamedTuple):
    """What a page says that it is: the types of schema.org that it names, and the one that follows from all it says."""

    declared: frozenset[str]
    type: PageType | None
    address: str
    goods: int = 0  # products that it describes, as JSON-LD or microdata say

    @property
    def is_product(self) -> bool:
        """Whether the page is about one thing that is sold."""
        if self.type is not None:
            return self.type is PageType.PRODUCT
        few = 0 < self.goods <= MOST_GOODS and bool(self.declared & _OFFERS)
        return few or "ProductGroup" in self.declared  # which is one thing in its sizes and colours

    @property
    def is_sold(self) -> bool:
        """Whether the page is about what is sold: one thing, or a shelf."""
        return self.type is not PageType.ARTICLE and (self.goods > 0 or self.type is PageType.PRODUCT)

    @property
    def is_discussion(self) -> bool:
        """Whether the posts of visitors are the text of the page."""
        return self.type in {PageType.FORUM, PageType.QUESTION}


def read_statement(page: Page, url: str | None) -> Stated:
    """What the page, its address and the program that made it say."""
    named, address = _declared(page), url or ""
    declared, goods = frozenset(named), named["Product"]
    kind = _stated(declared, _open_graph(page))
    if kind is None and (_FORUM_ADDRESS.search(address) or shown.is_made_by_forum(page)):
        kind = PageType.FORUM
    return Stated(declared, kind, address, goods)


def page_type(page: Page, marks: Sequence[Mark], title: str | None, said: Stated) -> PageType:
    """What the page says that it is, then what its text shows."""
    body = [segment for segment, mark in zip(page.segments, marks, strict=True) if mark.zone is BODY]
    words = sum(segment.words for segment in body)
    prose = sum(s.words for s in body if _is_prose(s)) / max(1, words)
    stated = said.type
    if words < FEWEST_WORDS and stated not in (PageType.PRODUCT, PageType.FORUM, PageType.QUESTION):
        return PageType.EMPTY
    if stated and (stated is not PageType.ARTICLE):
        return stated
    if any(mark.reason == LISTED for mark in marks):
        return PageType.LISTING
    found = None if stated else _undeclared(said, title or "", prose)
    if found:
        return found
    if kind := shown.kind(page, body, said.address):
        return kind
    headed = any(mark.zone is HEADLINE for mark in marks)
    return PageType.ARTICLE if stated or headed or prose >= LISTING_PROSE else PageType.UNKNOWN


def _is_prose(segment: Segment) -> bool:
    return segment.words >= PARAGRAPH and 2 * segment.linked < segment.words and segment.element.kind is not CAPTION


def _stated(declared: frozenset[str], graph: str) -> PageType | None:
    article = bool(declared & _ARTICLES)
    if graph.startswith("product") and not article:
        return PageType.LISTING if graph in _GROUPS else PageType.PRODUCT
    if found := next((kind for name, kind in _KINDS.items() if name in declared), None):
        return found
    if article:
        return PageType.ARTICLE
    found = next((kind for name, kind in _OTHERS.items() if name in declared), None)
    if graph == "article" and found in (None, PageType.GALLERY):  # themes mark up the pictures of an article so
        return PageType.ARTICLE
    return found


def _undeclared(said: Stated, title: str, prose: float) -> PageType | None:
    declared, address = said.declared, said.address
    if said.is_product:
        return PageType.PRODUCT
    if said.goods > MOST_GOODS:
        return PageType.LISTING
    if "SearchResultsPage" in declared or (_SEARCH_ADDRESS.search(address) and "search" in title.lower()):
        return PageType.SEARCH
    listed = declared & _LISTS or _LIST_ADDRESS.search(address)
    if listed and prose < LISTING_PROSE:
        return PageType.LISTING
    return PageType.EVENT if any(map(_EVENT.fullmatch, declared)) else None


def _declared(page: Page) -> Counter[str]:
    """Types of schema.org that the page names: in JSON-LD, and in microdata where that names no article."""
    found: Counter[str] = Counter()
    for start, end in page.json_ld:
        for count, match in enumerate(_TYPE.finditer(page.source, start, end)):
            if count > _MOST_TYPES:
                break
            found.update(_NAME.findall(match[1] or match[2]))
    return found if not _ARTICLES.isdisjoint(found) else found + _microdata(page)


def _microdata(page: Page) -> Counter[str]:
    source = page.source
    stating = page.elements if "itemtype" in source else ()
    long = (e for e in stating if e.inner - e.start > len("<p itemtype=Thing"))
    marked = (e for e in long if "itemtype" in source[e.start : e.inner])
    return Counter(element.get("itemtype").rstrip("/").rsplit("/", 1)[-1] for element in marked)


def _open_graph(page: Page) -> str:
    named = (meta for meta in page.tagged("meta") if "og:type" in meta.opening.lower())
    metas = (meta for meta in named if meta.get("property").lower() == "og:type")
    return next((meta.get("content").strip().lower() for meta in metas), "")
