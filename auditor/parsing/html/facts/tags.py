"""What `<title>` and `<meta>` say of the page, as metadata blocks."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing.html.tree.page import Element, Interval, Page
from auditor.parsing.html.tree.references import decode_attribute
from auditor.parsing.html.tree.replay import attribute_text
from auditor.words import listed

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
        published published-date w-published-date release_date originalpublicationdate cxenseparse:recs:publishtime
        displaydate""",
    Kind.SITE: "og:site_name application-name publisher dc.publisher citation_journal_title apple-mobile-web-app-title",
}
_KIND = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_NAMES = ("property", "name", "itemprop", "http-equiv")
_VALUES = frozenset({"og:url", "og:locale", "content-language", "language", "dc.language"})
_WRITTEN = listed("bylines", "written", "put-up")
_LABELS = listed("bylines", "by", "labels")
_WRITTEN_BY = late(rf"(?:{_WRITTEN}) by|{_LABELS}", re.IGNORECASE)


class Tags(Struct, frozen=True):
    """The blocks of `<title>` and `<meta>`, and values that make none: `og:url`, `og:locale`, `content-language`."""

    blocks: tuple[Block, ...]
    values: dict[str, str]


def read_tags(page: Page) -> Tags:
    """What the first `<title>` and all `<meta>` that are understood say."""
    blocks = [block for place in page.titles[:1] for block in stated(page, place, Kind.TITLE, "title")]
    values: dict[str, str] = {}
    labelled: dict[str, Element] = {}
    for meta in page.tagged("meta")[:_MOST]:
        places = meta.places
        place = places.get("content")
        name = _name(page.source, places) if place else ""
        if place and (kind := _KIND.get(name)):
            blocks += stated(page, place, kind, name if ":" in name else f"meta:{name}")
        elif name in _VALUES:
            values.setdefault(name, meta.get("content").strip())
        elif name.startswith(("twitter:label", "twitter:data")):
            labelled[name] = meta
    return Tags((*blocks, *_labelled(page, labelled)), values)


def _name(source: str, places: Mapping[str, Interval]) -> str:
    """What a tag speaks of: the first of its naming attributes that is understood, else the first."""
    stated = (places[attribute] for attribute in _NAMES if attribute in places)
    names = [decode_attribute(source[start:end]).strip().lower() for start, end in stated]
    return next((name for name in names if name in _KIND), names[0] if names else "")


def stated(page: Page, place: Interval, kind: Kind, label: str) -> Iterator[Block]:
    """The block of an attribute's value, unless it is empty."""
    if text := attribute_text(page.source, *place):
        yield Block(Zone.METADATA, kind, text, *place, Syntax.ATTRIBUTE, label=label)


def _labelled(page: Page, shown: dict[str, Element]) -> Iterator[Block]:
    """The pairs `twitter:label1` "Written by" and `twitter:data1`, which themes print with the author's shown name."""
    for name, meta in shown.items():
        data = shown.get(name.replace("label", "data"))
        if "label" in name and data and _WRITTEN_BY.fullmatch(meta.get("content").strip()):
            yield from stated(page, data.places["content"], Kind.PERSON, name.replace("label", "data"))
