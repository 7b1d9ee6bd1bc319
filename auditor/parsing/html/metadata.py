"""What a page states of itself: title, byline, dates, site, language, address."""

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from auditor.model import Block, Kind
from auditor.parsing import dates
from auditor.parsing.html import credits, json_ld, nearby, tags, titles
from auditor.parsing.html.page import Page, Segment
from auditor.parsing.html.structured import read_json_ld

_URL_DATE = re.compile(r"/((?:19|20)\d\d)(?:/(\d\d?|[a-z]{3,9})/(\d\d?)(?=[/-]|$)|-(\d\d)-(\d\d)(?!\d))", re.IGNORECASE)
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
    people: tuple[tuple[Block, ...], ...] = ()  # among them for each person in JSON-LD the name and the facts
    headline: titles.Headline | None = None  # the segments that show the title
    printed: tuple[nearby.Printed, ...] = ()
    dated: tuple[nearby.Dated, ...] = ()
    notes: tuple[str, ...] = ()


def read_metadata(page: Page, url: str | None) -> Metadata:
    """Metadata of a page; `url` is where it was published."""
    tops, capped = read_json_ld(page.source, page.json_ld)
    stated = json_ld.read(page.source, tops)
    tagged = tags.read_tags(page)
    blocks = (*tagged.blocks, *stated.article, *(block for person in stated.people for block in person))
    title, shown = titles.choose(page, blocks)
    around = nearby.surroundings(page, shown)
    printed = tuple(nearby.read_bylines(page, around))
    dated = tuple(nearby.read_dates(around))
    canonical = _canonical(page, url) or tagged.values.get("og:url") or None
    return Metadata(
        title=title,
        byline=credits.choose(blocks, printed, _sites(page, blocks)),
        published=_published(page, blocks, around, dated, url or canonical or ""),
        modified=_date(blocks, _MODIFIED),
        site=_first(blocks, _SITES),
        canonical=canonical,
        declared_language=_language(page, tagged.values, stated.language),
        blocks=blocks,
        people=stated.people,
        headline=shown,
        printed=printed,
        dated=dated,
        notes=("JSON-LD was read only in part",) if capped else (),
    )


_PUBLISHED = (
    "article:published_time", "meta:datepublished", "meta:parsely-pub-date", "meta:citation_publication_date",
    "og:article:published_time", "og:published_time", "article:published", "meta:article.published", "meta:sailthru.date",
    "meta:publish_date", "meta:publish-date", "meta:publishdate", "meta:pubdate", "meta:publication_date",
    "meta:publication-date", "meta:dc.date.issued", "meta:dcterms.issued", "meta:dcterms.created", "meta:dc.date.created",
    "meta:dc.date", "meta:dcterms.date", "meta:citation_online_date", "meta:citation_date", "meta:displaydate",
    "meta:originalpublicationdate", "cxenseparse:recs:publishtime", "meta:date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "json-ld:dateModified", "og:updated_time")
_SITES = ("og:site_name", "json-ld:publisher", "json-ld:isPartOf", "meta:application-name")


def _first(blocks: tuple[Block, ...], labels: tuple[str, ...]) -> str | None:
    return next((unescape(b.text) for label in labels for b in blocks if b.label == label), None)


def _published(
    page: Page, blocks: tuple[Block, ...], around: list[Segment], printed: Sequence[nearby.Dated], url: str
) -> str | None:
    """The first of: address, tags, print near the headline, JSON-LD, `<time>`; a date of change; the page's only date."""
    if (found := _URL_DATE.search(url)) and (date := _in_address(*filter(None, found.groups()))):
        return date
    return (
        _date(blocks, _PUBLISHED)
        or next((line.date for line in printed if not line.modified), None)
        or _date(blocks, ("json-ld:datePublished",))
        or next((date for _, date in nearby.read_times(page, around)), None)
        or next((line.date for line in printed), None)
        or next((line.date for line in nearby.only_date(page)), None)
    )


def _in_address(year: str, month: str, day: str) -> str | None:
    return dates.iso(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}")


def _date(blocks: tuple[Block, ...], labels: tuple[str, ...]) -> str | None:
    stated = (dates.iso(b.text) for label in labels for b in blocks if b.label == label)
    return next((date for date in stated if date), None)


def _sites(page: Page, blocks: tuple[Block, ...]) -> list[str]:
    return [unescape(b.text) for b in blocks if b.kind is Kind.SITE]


def _canonical(page: Page, url: str | None) -> str | None:
    for link in page.tagged("link"):
        if (
            "canonical" in page.source[slice(*link.attributes)]
            and "canonical" in link.get("rel").split()
            and (href := link.get("href").strip())
        ):
            return urljoin(url or "", href)
    return None


def _language(page: Page, values: dict[str, str], in_json: str) -> str | None:
    html = next(iter(page.tagged("html")), None)
    stated = [
        html.get("lang") or html.get("xml:lang") if html else "",
        values.get("content-language", ""),
        in_json,
        values.get("og:locale", ""),
    ]
    return next((m[0].replace("_", "-") for value in stated if value and (m := _LANGUAGE.match(value.strip()))), None)
