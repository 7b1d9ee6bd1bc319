"""The passages of a document that others may hold, too: paragraphs, headlines of link lists, biographies, quotations.

What is kept is the least that a rule can ask for; the cards of scope corpus decide what counts.
"""

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

from auditor.model import Document, Zone
from auditor.signals import Signals
from auditor.text.words import words
from auditor.world.names import parts
from auditor.world.people import is_full_name

PARAGRAPH = 20  # words
_SAYING = 8
_HEADLINE = 4
_LINKS = frozenset({Zone.LINKS})
MOST = 200  # of one document
_SAMPLE = 200  # characters of a saying that are kept: two biographies of one person are told by their words
_BEGINNING = 100  # of a passage, only to show it; half of a part would be paragraphs otherwise


class Passage(Struct, frozen=True, kw_only=True):
    """A paragraph or a headline by a hash of its words; `text` is its beginning."""

    hash: int
    words: int
    text: str


class Saying(Struct, frozen=True, kw_only=True):
    """What a page says of an author, or quotes somebody with; in the hash of a biography the name is left out."""

    hash: int
    words: int
    text: str
    name: str
    person: str  # the parts of the full name of a person, lower case, without titles; empty for others


def passages(parted: Iterable[tuple[str, Sequence[str]]]) -> list[Passage]:
    """Texts with their words, each once."""
    found = {hashed(own): (text, own) for text, own in parted}
    return [Passage(hash=n, words=len(own), text=text[:_BEGINNING]) for n, (text, own) in found.items()]


def headlines(signals: Signals) -> list[Passage]:
    """The links of its link lists."""
    shown = dict.fromkeys(link.text.strip() for block in signals.blocks_in(_LINKS) for link in block.links)
    parted = ((line, line.lower().split()) for line in shown)
    return passages([(line, own) for line, own in parted if len(own) >= _HEADLINE][:MOST])


def biographies(document: Document) -> list[Saying]:
    """Those under a name; in a box without one, that of whoever alone signed the page.

    Such a box may as well be the owner's of the site, on pages that others signed: in its hash stands the by-line, so
    that it is nobody else's biography, and only what one name tells of itself on its pages is compared.
    """
    signed = document.byline[0] if len(document.byline) == 1 else ""
    stated = [(author.name, one.value) for author in document.authors for one in author.all("biography")]
    under = ((text, name, _without(words(text), words(name))) for name, text in stated if name)
    boxes = ((text, signed, [*words(text), signed]) for name, text in stated if not name and signed)
    return _sayings((*under, *boxes))


def quotations(signals: Signals) -> list[Saying]:
    """Those of persons with their full names: other speakers cannot be told apart."""
    attributed = ((q.text, q.speaker.text) for q in signals.quotations if q.closed and q.speaker)
    said = ((text, name) for text, name in attributed if is_full_name(name))
    return _sayings((text, name, words(text)) for text, name in said)


def hashed(own: Sequence[str]) -> int:
    """64 bits of some words, signed, as databases have it."""
    data = " ".join(own).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


def _sayings(said: Iterable[tuple[str, str, Sequence[str]]]) -> list[Saying]:
    found: dict[tuple[int, str], Saying] = {}
    for text, name, own in said:
        if len(own) >= _SAYING:
            person = " ".join(parts(name)) if is_full_name(name) else ""
            one = Saying(hash=hashed(own), words=len(own), text=text[:_SAMPLE], name=name[:_SAMPLE], person=person)
            found.setdefault((one.hash, name), one)
    return list(found.values())[:MOST]


def _without(own: Sequence[str], named: Iterable[str]) -> list[str]:
    dropped = set(named)
    return [word for word in own if word not in dropped]
