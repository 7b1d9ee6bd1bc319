"""JSON-LD's words about the article: titles, dates, persons, as metadata blocks."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing.html.structured import Node, Text, about, by_id, nodes, strings, text, types

_PAGES = ("WebPage", "ItemPage", "AboutPage", "ProfilePage", "QAPage", "FAQPage")
_PEOPLE = ("author", "creator")
_MOST_PEOPLE = 50


def article(source: str, tops: Sequence[Node]) -> Node | None:
    """The object that describes the article: the first of an article's type, else the page's own."""
    described = list(about(tops))
    for node in described:
        if any(
            name.lower().endswith(("article", "posting", "report", "review", "recipe")) for name in types(source, node)
        ):
            return node
    return next((n for n in described if n.keys() & {"headline", "datePublished", "author"}), None)


def read_article(source: str, tops: Sequence[Node]) -> Iterator[Block]:
    """What the article's object states."""
    node = article(source, tops)
    if node is None:
        return
    for key, kind in (
        ("headline", Kind.TITLE), ("description", Kind.DESCRIPTION), ("keywords", Kind.KEYWORDS),
        ("datePublished", Kind.DATE), ("dateModified", Kind.DATE),
    ):  # fmt: skip
        yield from _stated(source, strings(node, key)[:20], kind, key)
    for person in authors(source, tops):
        yield from _stated(
            source, [person] if isinstance(person, tuple) else strings(person, "name")[:1], Kind.PERSON, "author"
        )
    for key in ("publisher", "isPartOf"):
        for site in nodes(node, key)[:1]:
            site = _described(source, tops, site)
            yield from _stated(source, strings(site, "name")[:1], Kind.SITE, key)


def language(source: str, tops: Sequence[Node]) -> str:
    node = article(source, tops)
    found = strings(node, "inLanguage") if node else []
    return text(source, found[0]) if found else ""


def authors(source: str, tops: Sequence[Node]) -> list[Node | Text]:
    """Authors of the article: objects, or the interval of a bare name."""
    node = article(source, tops)
    if node is None:
        return []
    found = [value for key in _PEOPLE for value in node.get(key, ())][:_MOST_PEOPLE]
    known = by_id(source, tops) if any(isinstance(v, dict) and "name" not in v for v in found) else {}
    return [_resolve(source, known, value) for value in found]


def _described(source: str, tops: Sequence[Node], node: Node) -> Node:
    return node if "name" in node else _resolve(source, by_id(source, tops), node)  # type: ignore[return-value]


def _resolve(source: str, known: dict[str, Node], value: Node | Text) -> Node | Text:
    if isinstance(value, dict) and "name" not in value:
        for start, end in strings(value, "@id"):
            return known.get(source[start:end], value)
    return value


def _stated(source: str, places: list[Text], kind: Kind, key: str) -> Iterator[Block]:
    for place in places:
        if found := text(source, place):
            yield Block(Zone.METADATA, kind, found, *place, Syntax.JSON, label=f"json-ld:{key}")
