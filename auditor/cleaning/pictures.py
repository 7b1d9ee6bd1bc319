"""Which pictures and captions of a page belong to its article."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from auditor.cleaning.addresses import safe
from auditor.model import Block, Kind, Zone
from auditor.parsing.html.tree.page import Element, Page

# Pages that load pictures late keep the real address in one of these.
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
_ARTICLE = frozenset({Zone.HEADLINE, Zone.BYLINE, Zone.DATELINE, Zone.BODY})
_PIXELS = frozenset({"0", "1", "2"})  # as a width or height: a counter, no picture


class Picture(Struct, frozen=True):
    """An image, or the caption of one where `caption` is set, at an offset of the source."""

    start: int
    caption: Block | None = None


def pictures(page: Page, blocks: Sequence[Block]) -> Iterator[Picture]:
    """Images and captions where at least half of the nearest text around them is the article's."""
    kept = {block.start for block in blocks if block.zone in _ARTICLE and block.kind is not Kind.CAPTION}
    captions = {block.start: block for block in blocks if block.kind is Kind.CAPTION}
    words = [0 if s.start in captions else s.words for s in page.segments]
    ours = [0, *accumulate(n if s.start in kept else 0 for s, n in zip(page.segments, words, strict=True))]
    around = _Around([0, *accumulate(words)], ours, min(kept, default=len(page.source)))
    for image in page.tagged("img"):
        if _is_shown(image) and around.is_article(image):
            yield Picture(image.start)
    for segment in page.segments:
        caption = captions.get(segment.start)
        if caption and (caption.zone is Zone.BODY or around.is_article(segment.element)):
            yield Picture(segment.start, caption)


def _is_shown(image: Element) -> bool:
    """No counter, and no image that the page itself holds or whose address is unsafe."""
    if image.get("width") in _PIXELS or image.get("height") in _PIXELS:
        return False
    places = image.places
    return any(name in places and safe(image.get(name)) for name in _SOURCES)


class _Around(NamedTuple):
    """Words before each segment, without captions: all of them, and the article's; and where the article begins."""

    words: list[int]
    ours: list[int]
    first: int

    def is_article(self, element: Element) -> bool:
        node: Element | None = element
        while node is not None:
            inside = self.words[node.last] - self.words[node.first]
            if inside:
                wide = node.tag in ("", "html", "body") and element.start < self.first
                return 2 * (self.ours[node.last] - self.ours[node.first]) >= inside and not wide
            node = node.parent
        return False
