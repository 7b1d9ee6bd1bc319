"""What `<title>` and `<meta>` say of the page, as metadata blocks."""

import re
from collections.abc import Iterator

from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing.html.page import Element, Interval, Page
from auditor.parsing.html.replay import attribute_text

# No real page has more than a few hundred.
_MOST = 2_000
_KINDS = {
    Kind.TITLE: "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title citation_title headline",
    Kind.DESCRIPTION: "description og:description twitter:description dc.description",
    Kind.KEYWORDS: "keywords news_keywords article:tag parsely-tags sailthru.tags",
    Kind.PERSON: """author article:author article:author_name article:author:name og:author og:article:author byl
        byline dc.creator dcterms.creator dc.author creator parsely-author sailthru.author citation_author
        vr:author authors shareaholic:article_author_name cxenseparse:author rbauthors hdl_author analyticsauthor""",
    Kind.DATE: """article:published_time article:published article:modified_time article:updated_time og:updated_time
        og:published_time og:article:published_time og:article:modified_time datepublished datemodified datecreated
        date pubdate publishdate publish_date publish-date publication_date publication-date article.published
        article.updated article.created dc.date dc.date.issued dc.date.created dc.date.modified dcterms.date
        dcterms.created dcterms.modified dcterms.issued parsely-pub-date sailthru.date citation_publication_date
        citation_online_date citation_date lastmod last-modified last_updated_date lastmodified modified updated_time
        release_date originalpublicationdate cxenseparse:recs:publishtime displaydate""",
    Kind.SITE: "og:site_name application-name publisher dc.publisher citation_journal_title apple-mobile-web-app-title",
}
_KIND = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_NAMES = ("property", "name", "itemprop")
_WRITTEN_BY = re.compile(
    r"written by|author|by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez"
    r"|ditulis oleh|skrivet av|skrevet av",
    re.IGNORECASE,
)


def read_tags(page: Page) -> Iterator[Block]:
    """The blocks of the first `<title>` and of all `<meta>` that are understood."""
    for place in page.titles[:1]:
        yield from stated(page, place, Kind.TITLE, "title")
    metas = page.tagged("meta")[:_MOST]
    for meta in metas:
        place = meta.places.get("content")
        for attribute in _NAMES if place else ():
            name = meta.get(attribute).strip().lower()
            if kind := _KIND.get(name):
                yield from stated(page, place, kind, name if ":" in name else f"meta:{name}")  # type: ignore[arg-type]
                break
    yield from _labelled(page, metas)


def stated(page: Page, place: Interval, kind: Kind, label: str) -> Iterator[Block]:
    """The block of an attribute's value, unless it is empty."""
    if text := attribute_text(page.source, *place):
        yield Block(Zone.METADATA, kind, text, *place, Syntax.ATTRIBUTE, label=label)


def others(page: Page) -> dict[str, str]:
    """Values of the `<meta>` that make no blocks: `og:locale`, `og:url`, `content-language`."""
    found: dict[str, str] = {}
    for meta in page.tagged("meta")[:_MOST]:
        name = (meta.get("property") or meta.get("http-equiv") or meta.get("name")).strip().lower()
        if name in ("og:locale", "og:url", "content-language", "language", "dc.language"):
            found.setdefault(name, meta.get("content").strip())
    return found


def _labelled(page: Page, metas: list[Element]) -> Iterator[Block]:
    """The pairs `twitter:label1` "Written by" and `twitter:data1`, which themes print with the author's shown name."""
    shown = {}
    for meta in metas:
        name = (meta.get("name") or meta.get("property")).lower()
        if name.startswith(("twitter:label", "twitter:data")):
            shown[name] = meta
    for name, meta in shown.items():
        data = shown.get(name.replace("label", "data"))
        if "label" in name and data and _WRITTEN_BY.fullmatch(meta.get("content").strip()):
            yield from stated(page, data.places.get("content", (0, 0)), Kind.PERSON, data.get("name") or "twitter:data")
