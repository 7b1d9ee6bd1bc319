"""Blocks of a source without page markup to its Document."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import structs

from auditor.model import BESIDE_TEXT, Author, Block, Document, Field, Format, Kind, PageType, Zone
from auditor.model.scripts import count_words
from auditor.parsing.profiles import read_profile
from auditor.parsing.prose import read_as_prose
from auditor.parsing.stated import Stated
from auditor.parsing.zoning import forced, zoned
from auditor.parsing.zoning.head import credited
from auditor.world import dates

_FEWEST_WORDS = 5  # fewer words of body are no text to audit


def compose(
    source: str, blocks: Sequence[Block], *, format: Format, name: str, url: str | None, zone: Zone | None,  # noqa: A002
    stated: Stated | None = None,
) -> Document:  # fmt: skip
    """The document of `blocks`; with `zone` every block is of that zone, and `author` makes them one profile."""
    stated, blocks = stated or Stated(), tuple(read_as_prose(blocks))
    marked = (
        forced(blocks, zone) if zone else zoned(source, blocks, titled=stated.title is not None, names=stated.byline)
    )
    beside = stated.blocks if zone or any(b.zone is Zone.HEADLINE for b in marked) else tuple(_shown(stated.blocks))
    return Document(
        name=name,
        format=format,
        source=source,
        blocks=(*beside, *marked),
        title=stated.title or next((b.text for b in marked if b.zone is Zone.HEADLINE), None),
        byline=stated.byline or _byline(marked),
        published=stated.published or _date(marked, update=False),
        modified=stated.modified or _date(marked, update=True),
        declared_language=stated.language,
        url=url or stated.canonical,
        canonical=stated.canonical,
        site=stated.site,
        type=PageType.ARTICLE if zone or _words(marked) >= _FEWEST_WORDS else PageType.EMPTY,
        authors=(*_authors(source, marked), *_stated_author(source, stated.blocks)),
        notes=stated.notes,
    )


def _words(blocks: Sequence[Block]) -> int:
    return sum(count_words(b.text) for b in blocks if b.zone is Zone.BODY and b.kind not in BESIDE_TEXT)


def _shown(blocks: Sequence[Block]) -> Iterator[Block]:
    """The stated title as headline: where the text has none, it is what readers see."""
    for block in blocks:
        if block.kind is Kind.TITLE:
            yield structs.replace(block, zone=Zone.HEADLINE, kind=Kind.HEADING, level=1, reason="stated title")
        else:
            yield block


def _byline(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for b in blocks if b.zone is Zone.BYLINE for name in credited(b.text)))


def _date(blocks: Sequence[Block], *, update: bool) -> str | None:
    lines = (b.text for zone in (Zone.DATELINE, Zone.BYLINE) for b in blocks if b.zone is zone)
    return next((found for line in lines if dates.is_update(line) is update and (found := dates.iso(line))), None)


def _authors(source: str, blocks: Sequence[Block]) -> tuple[Author, ...]:
    profiles = groupby((b for b in blocks if b.zone is Zone.AUTHOR), key=lambda b: b.group)
    return tuple(read_profile(source, list(group)) for _, group in profiles)


def _stated_author(source: str, blocks: Sequence[Block]) -> Iterator[Author]:
    """The author of front matter, where it says more than a name."""
    if not any(b.kind is Kind.FIELD for b in blocks):
        return
    about = [b for b in blocks if b.kind in {Kind.PERSON, Kind.FIELD}]
    named = [structs.replace(b, kind=Kind.FIELD, label="name") if b.kind is Kind.PERSON else b for b in about]
    own = {(b.start, b.end): b for b in about}
    profile = read_profile(source, named, "meta")
    yield structs.replace(profile, fields=tuple(_placed(field, own) for field in profile.fields))


def _placed(field: Field, own: Mapping[tuple[int, int], Block]) -> Field:
    """A field whose span is in the document's own block."""
    return structs.replace(
        field, span=structs.replace(field.span, block=own[field.span.block.start, field.span.block.end])
    )
