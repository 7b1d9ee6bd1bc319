"""What a page states of itself: title, byline, dates, site, language, address."""

from urllib.parse import urljoin

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block
from auditor.parsing.html.byline import attribution, name_lines, nearby
from auditor.parsing.html.byline.dated import Dated, Reading, read_dates, undecided
from auditor.parsing.html.byline.printed import Printed
from auditor.parsing.html.facts import json_ld, publication, tags, titles
from auditor.parsing.html.facts.structured import read_json_ld
from auditor.parsing.html.tree.page import Interval, Page
from auditor.world import dates

_PLAIN = late(r"[A-Za-z0-9_-]{2,35}")  # a value without references, as all are
_LANGUAGE = late(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*+")


class Metadata(Struct, frozen=True):
    """What was chosen, and every statement that it was chosen from, as blocks of zone metadata."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    anonymous: bool = True  # the byline names nobody, or the site, or nobody in particular
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    canonical: str | None = None
    declared_language: str | None = None
    language_at: Interval | None = None
    blocks: tuple[Block, ...] = ()
    people: tuple[tuple[Block, ...], ...] = ()  # among them for each person in JSON-LD the name and the facts
    headline: titles.Headline | None = None  # the segments that show the title
    printed: tuple[Printed, ...] = ()
    dated: tuple[Dated, ...] = ()
    notes: tuple[str, ...] = ()


def read_metadata(page: Page, url: str | None) -> Metadata:
    """Metadata of a page; `url` is where it was published."""
    tops, capped = read_json_ld(page.source, page.json_ld)
    stated = json_ld.read(page.source, tops)
    tagged = tags.read_tags(page)
    kept = json_ld.in_app_data(page.source, read_json_ld(page.source, page.app_data)[0]) if page.app_data else ()
    people = (*stated.people, *kept)
    blocks = (*tagged.blocks, *stated.article, *(block for person in people for block in person))
    canonical = _canonical(page, url) or tagged.values.get("og:url") or None
    address = url or canonical or ""
    title, shown = titles.choose(page, blocks, address)
    sites = titles.sites(blocks, title)
    around = nearby.surroundings(page, shown)
    printed = (*nearby.read_bylines(page, around), *name_lines.read(page, shown))
    byline = attribution.byline(page, blocks, around, printed, sites, address=address)
    languages = _languages(page, tagged.values, stated.language)
    reading = Reading(page, dates.day_first(*languages))
    beside = [s for s in around if not shown or not shown[0] <= s.index < shown[1] or dates.begins(s.text)]
    dated = [line for line in read_dates(reading, beside) if not publication.is_of_birth(page, line.segment)]
    dated.sort(key=lambda line: shown is not None and line.segment < shown[0])  # today's date stands above
    return Metadata(
        title=title,
        byline=byline,
        anonymous=attribution.are_weak(byline, sites),
        published=publication.published(reading, blocks, around, dated, address),
        modified=publication.modified(blocks, dated),
        site=next(iter(sites), None),
        canonical=canonical,
        declared_language=next(iter(languages), None),
        language_at=_language_at(page),
        blocks=(*blocks, *stated.beside),
        people=people,
        headline=shown,
        printed=printed,
        dated=(*dated, *(line for line in undecided(beside) if line.segment not in {d.segment for d in dated})),
        notes=("JSON-LD was read only in part",) if capped else (),
    )


def _canonical(page: Page, url: str | None) -> str | None:
    for link in page.tagged("link"):
        written = "canonical" in link.opening  # spares reading the attributes of the others
        if written and "canonical" in link.get("rel").split() and (href := link.get("href").strip()):
            return _joined(url, href)
    return None


def _joined(url: str | None, href: str) -> str:
    try:
        return urljoin(url or "", href)
    except ValueError:  # of an address that is none, such as "http://[a"
        return href


def _languages(page: Page, values: dict[str, str], in_json: str) -> list[str]:
    """The languages that a page states, the surest first."""
    html = next(iter(page.tagged("html")), None)
    stated = [
        html.get("lang") or html.get("xml:lang") if html else "",
        values.get("content-language", ""),
        in_json,
        values.get("og:locale", ""),
    ]
    return [m[0].replace("_", "-") for value in stated if value and (m := _LANGUAGE.match(value.strip()))]


def _language_at(page: Page) -> Interval | None:
    """Where the page itself says it, in its first tag."""
    html = next(iter(page.tagged("html")), None)
    place = (html.place("lang") or html.place("xml:lang")) if html else None
    return place if place and _PLAIN.fullmatch(page.source, *place) else None
