"""Which pictures and captions of a page belong to its article."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from auditor.cleaning.addresses import safe
from auditor.model import Block, Document, Kind, Syntax, Zone
from auditor.parsing.html.page import Element, Page
from auditor.parsing.markdown.links import target
from auditor.parsing.markdown.structure import references

# Pages that load pictures late keep the real address in one of these.
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
_ARTICLE = frozenset({Zone.HEADLINE, Zone.BYLINE, Zone.DATELINE, Zone.BODY})
_PIXELS = frozenset({"0", "1", "2"})  # as a width or height: a counter, no picture
_LONGEST_TARGET = 4_000


class Picture(Struct, frozen=True):
    """An image, or the caption of one where `caption` is set, at an offset of the source."""

    start: int
    src: str = ""
    alt: str = ""
    caption: Block | None = None


def of_page(page: Page, blocks: Sequence[Block]) -> Iterator[Picture]:
    """Images and captions where at least half of the nearest text around them is the article's."""
    kept = {block.start for block in blocks if block.zone in _ARTICLE and block.kind is not Kind.CAPTION}
    captions = {block.start: block for block in blocks if block.kind is Kind.CAPTION}
    words = [0 if s.start in captions else s.words for s in page.segments]
    ours = [0, *accumulate(n if s.start in kept else 0 for s, n in zip(page.segments, words, strict=True))]
    around = _Around([0, *accumulate(words)], ours, min(kept, default=len(page.source)))
    for image in page.tagged("img"):
        src = address(image)
        if src and around.is_article(image):
            yield Picture(image.start, src, " ".join(image.get("alt").split()))
    for segment in page.segments:
        caption = captions.get(segment.start)
        if caption and (caption.zone is Zone.BODY or around.is_article(segment.element)):
            yield Picture(segment.start, caption=caption)


def of_markdown(document: Document) -> Iterator[Picture]:
    """Images with an alternative text, and where they lead."""
    source = document.source
    known = references(source) if "![" in source else {}
    for block in document.zone(Zone.BODY):
        if block.kind is Kind.ALT and block.syntax is Syntax.MARKDOWN:
            limit = min(len(source), block.end + _LONGEST_TARGET)
            found = target(source, (block.start, block.end), limit, known, plain=True)
            if found and safe(found[0]):
                yield Picture(block.start, safe(found[0]), block.text)


def address(image: Element) -> str:
    """The safe address of an image, "" for counters and for images that the page itself holds."""
    if image.get("width") in _PIXELS or image.get("height") in _PIXELS:
        return ""
    return next((src for name in _SOURCES if name in image.places and (src := safe(image.get(name)))), "")


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
