"""JSON-LD's words about the article and its authors, as metadata blocks."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing.html.facts.structured import Node, Text, about, by_id, nodes, strings, text, types
from auditor.parsing.prose import reads_as_prose

_ARTICLE = ("article", "posting", "report", "review", "recipe")
_AUTHOR = ("author", "creator")
_WRAPPERS = ("@list", "@set", "@value")
_TELLING = frozenset({"headline", "datePublished", "author"})
_ORGANISATIONS = ("Organization", "Corporation", "NewsMediaOrganization", "WebSite", "LocalBusiness", "Brand")
_ARTICLE_FACTS = {
    "headline": Kind.TITLE,
    "description": Kind.DESCRIPTION,
    "keywords": Kind.KEYWORDS,
    "datePublished": Kind.DATE,
    "dateModified": Kind.DATE,
}
# Properties of a person that profiles state; an object among their values is told by its name or its parts.
_PERSON_FACTS = (
    "alternateName", "email", "telephone", "address", "birthDate", "gender", "jobTitle", "worksFor", "affiliation",
    "description", "url", "sameAs",
)  # fmt: skip
_PARTS = ("name", "streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")
_MOST_PEOPLE, _MOST_VALUES = 50, 20
# What frameworks call a post, its authors and what it says of them.
_POST, _MOST_NODES = frozenset({"title", "headline", "slug", "content", "body", "excerpt"}), 2_000
_AUTHORS_OF_POSTS, _FACTS_OF_POSTS = ("author", "authors", "writer"), ("bio", "biography", "about", "role", "twitter")


class Stated(Struct, frozen=True):
    """What JSON-LD says: blocks about the article, and for each person the blocks about them in order."""

    article: tuple[Block, ...] = ()
    people: tuple[tuple[Block, ...], ...] = ()
    language: str = ""
    beside: tuple[Block, ...] = ()  # what is said of other things, and of their authors


def read(source: str, tops: Sequence[Node]) -> Stated:
    """What the top-level objects of a page's scripts state."""
    described = list(about(tops))
    node = _article(source, described)
    known = by_id(source, tops) if _refers(node) else {}
    written = [_resolved(source, known, value) for key in _AUTHOR for value in _listed(node, key)][:_MOST_PEOPLE]
    named = [value for value in written if isinstance(value, tuple)]
    people = [value for value in written if isinstance(value, dict)]
    others = [n for n in described if "Person" in types(source, n) and not any(n is other for other in people)]
    language = strings(node, "inLanguage")
    apart = [n for n in described if n is not node and "Person" not in types(source, n)][:_MOST_PEOPLE]
    return Stated(
        article=tuple(_about_article(source, node, known, named)),
        people=tuple(
            blocks
            for key, group in (("author", people), ("Person", others[:_MOST_PEOPLE]))
            for person in group
            if (blocks := tuple(sorted(_about_person(source, person, key), key=lambda block: block.start)))
        ),
        language=text(source, language[0]) if language else "",
        beside=tuple(_said_of(source, apart)),
    )


def _said_of(source: str, described: Sequence[Node]) -> Iterator[Block]:
    for node in described:
        for one in (node, *(person for key in _AUTHOR for person in nodes(node, key))):
            for place in strings(one, "description")[:1]:
                if reads_as_prose(found := text(source, place)):
                    yield Block(Zone.METADATA, Kind.PARAGRAPH, found, *place, Syntax.JSON, label="json-ld")


def in_app_data(source: str, tops: Sequence[Node]) -> tuple[tuple[Block, ...], ...]:
    """The authors of the first post that a framework's data hold: lists of other posts come after it."""
    waiting, seen = list(tops), 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(0), seen + 1
        people = [value for key in _AUTHORS_OF_POSTS for value in nodes(node, key) if "name" in value][:_MOST_PEOPLE]
        if people and not _POST.isdisjoint(node):
            found = (tuple(sorted(_in_post(source, person), key=lambda b: b.start)) for person in people)
            return tuple(blocks for blocks in found if blocks)
        waiting += [value for values in node.values() for value in values if isinstance(value, dict)]
    return ()


def _in_post(source: str, person: Node) -> Iterator[Block]:
    yield from _blocks(source, strings(person, "name")[:1], Kind.PERSON, "app-data:author")
    for fact in (*_PERSON_FACTS, *_FACTS_OF_POSTS):
        yield from _blocks(source, strings(person, fact)[:1], Kind.FIELD, fact)


def _article(source: str, described: Sequence[Node]) -> Node:
    """The object that describes the article: of those of an article's type the fullest, else the first that could."""
    articles = [n for n in described if any(name.lower().endswith(_ARTICLE) for name in types(source, n))]
    if articles:
        return max(articles, key=lambda node: len(node.keys() & _TELLING))
    return next((n for n in described if n.keys() & _TELLING), {})


def _listed(node: Node, key: str) -> Iterator[Node | Text]:
    """The values of a property, those of an ordered list and of plain values too."""
    for value in node.get(key, ()):
        inner = next((value[name] for name in _WRAPPERS if name in value), None) if isinstance(value, dict) else None
        yield from inner or (value,)


def _named(person: Node) -> list[Text]:
    """Where the name of a person stands, which is an object of its own in some pages."""
    deeper = [name for value in _listed(person, "name") if isinstance(value, dict) for name in strings(value, "name")]
    return [*(value for value in _listed(person, "name") if isinstance(value, tuple)), *deeper]


def _refers(node: Node) -> bool:
    """Whether the article names its author or publisher by reference."""
    return any("@id" in value for key in (*_AUTHOR, "publisher", "isPartOf") for value in nodes(node, key))


def _resolved(source: str, known: dict[str, Node], value: Node | Text) -> Node | Text:
    """The fullest description of an object."""
    if isinstance(value, dict):
        for start, end in strings(value, "@id"):
            described = known.get(source[start:end], value)
            return described if len(described) > len(value) else value
    return value


def _about_article(source: str, node: Node, known: dict[str, Node], named: Sequence[Text]) -> Iterator[Block]:
    for key, kind in _ARTICLE_FACTS.items():
        yield from _blocks(source, strings(node, key)[:_MOST_VALUES], kind, f"json-ld:{key}")
    yield from _blocks(source, named, Kind.PERSON, "json-ld:author")
    for key in ("publisher", "isPartOf"):
        for value in nodes(node, key)[:1]:
            site = _resolved(source, known, value)
            if isinstance(site, dict):
                yield from _blocks(source, strings(site, "name")[:1], Kind.SITE, f"json-ld:{key}")


def _about_person(source: str, person: Node, key: str) -> Iterator[Block]:
    yield from _blocks(source, _named(person)[:1], Kind.PERSON, f"json-ld:{key}")
    if not types(source, person).isdisjoint(_ORGANISATIONS) and "Person" not in types(source, person):
        return
    for fact in _PERSON_FACTS:
        yield from _blocks(source, strings(person, fact)[:_MOST_VALUES], Kind.FIELD, fact)
        for value in nodes(person, fact)[:_MOST_VALUES]:
            for part in _PARTS:
                label = fact if part == "name" else part
                yield from _blocks(source, strings(value, part)[:1], Kind.FIELD, label)


def _blocks(source: str, places: Sequence[Text], kind: Kind, label: str) -> Iterator[Block]:
    for place in places:
        if found := text(source, place):
            yield Block(Zone.METADATA, kind, found, *place, Syntax.JSON, label=label)
