"""What a page states of itself: title, byline, dates, site, language, address."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from auditor.model import Block, Kind
from auditor.parsing import bylines, dates
from auditor.parsing.html import json_ld, tags, titles
from auditor.parsing.html.page import Page
from auditor.parsing.html.structured import read_json_ld

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+")


class Metadata(Struct, frozen=True):
    """What was chosen, and every statement that it was chosen from, as blocks of zone metadata."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    canonical: str | None = None
    declared_language: str | None = None
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()


def read_metadata(page: Page, url: str | None) -> Metadata:
    """Metadata of a page; `url` is where it was published."""
    tops, capped = read_json_ld(page.source, page.json_ld)
    blocks = (*tags.read_tags(page), *json_ld.read_article(page.source, tops))
    shown = titles.heading(page, blocks)
    other = tags.others(page)
    canonical = _canonical(page, url) or other.get("og:url") or None
    return Metadata(
        title=titles.choose(page, shown, blocks),
        byline=_byline(blocks),
        published=_date(blocks, _PUBLISHED, url or canonical or ""),
        modified=_date(blocks, _MODIFIED),
        site=_first(blocks, _SITES),
        canonical=canonical,
        declared_language=_language(page, other, json_ld.language(page.source, tops)),
        blocks=blocks,
        notes=("JSON-LD was read only in part",) if capped else (),
    )


_PUBLISHED = ("article:published_time", "meta:datepublished", "meta:date", "json-ld:datePublished")
_MODIFIED = ("article:modified_time", "json-ld:dateModified", "og:updated_time")
_SITES = ("og:site_name", "json-ld:publisher", "json-ld:isPartOf", "meta:application-name")


def _first(blocks: tuple[Block, ...], labels: tuple[str, ...]) -> str | None:
    return next((unescape(b.text) for label in labels for b in blocks if b.label == label), None)


def _date(blocks: tuple[Block, ...], labels: tuple[str, ...], url: str = "") -> str | None:
    if found := _URL_DATE.search(url):
        return "-".join(part.zfill(2) for part in found.groups())
    stated = (dates.iso(b.text) for label in labels for b in blocks if b.label == label)
    return next((date for date in stated if date), None)


def _byline(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    for block in blocks:
        if block.kind is Kind.PERSON:
            return bylines.names(unescape(block.text)) or (unescape(block.text),)
    return ()


def _canonical(page: Page, url: str | None) -> str | None:
    for link in page.tagged("link"):
        if "canonical" in link.get("rel").lower().split() and (href := link.get("href").strip()):
            return urljoin(url or "", href)
    return None


def _language(page: Page, other: dict[str, str], in_json: str) -> str | None:
    html = next(iter(page.tagged("html")), None)
    stated = [html.get("lang") or html.get("xml:lang") if html else "", other.get("content-language", ""), in_json, other.get("og:locale", "")]
    return next((m[0].replace("_", "-") for value in stated if value and (m := _LANGUAGE.match(value.strip()))), None)
