"""The title of an article, out of the headings and what the page states of itself."""

import re
from collections.abc import Sequence
from html import unescape

from rapidfuzz import fuzz

from auditor.model import Block, Kind
from auditor.parsing.html.page import Element, Page

_LONGEST = 300
_SEPARATOR = re.compile(r"\s[|·•–—»«:›‹-]{1,2}\s|\s?[|»«]\s?|:\s(?=[^:]{1,40}$)")
_MOST_HEADINGS = 20
_SAME = 50  # of 100


def heading(page: Page, blocks: Sequence[Block]) -> Element | None:
    """The `<h1>` that is most like the `<title>`."""
    wanted = [b.text[:_LONGEST].lower() for b in blocks if b.kind is Kind.TITLE]
    found = [h for h in page.tagged("h1")[:_MOST_HEADINGS] if text(page, h)]
    if not found or not wanted:
        return found[0] if found else None
    return max(found, key=lambda h: max(_likeness(text(page, h), w) for w in wanted))


def _likeness(shown: str, stated: str) -> float:
    return fuzz.ratio(shown[:_LONGEST].lower(), stated)


def text(page: Page, element: Element) -> str:
    return " ".join(segment.text for segment in page.segments[element.first : element.last])


def choose(page: Page, shown: Element | None, blocks: Sequence[Block]) -> str | None:
    """The `<h1>` that the page's titles confirm, else a stated title without the name of the site."""
    if shown:
        return text(page, shown)
    titles = {b.label: unescape(b.text) for b in reversed(blocks) if b.kind is Kind.TITLE}
    sites = [unescape(b.text) for b in blocks if b.kind is Kind.SITE]
    for label in ("og:title", "title", "json-ld:headline", "twitter:title"):
        if label in titles:
            return without_site(titles[label], sites)
    return None


def without_site(title: str, sites: Sequence[str]) -> str:
    """A stated title less the name of its site."""
    parts = [m for m in _SEPARATOR.finditer(title)]
    for cut in reversed(parts):
        tail = title[cut.end() :].strip()
        if any(tail.lower() == site.lower() for site in sites) or len(tail.split()) <= 4 < len(title[: cut.start()].split()):
            return title[: cut.start()].strip()
    return title
