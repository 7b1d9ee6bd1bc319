"""What a document leaves behind for comparing it with others: hashes of its text, its passages, its widgets.

MinHash: A. Broder, On the resemblance and containment of documents, 1997. The share of equal values of two signatures
of n values estimates the Jaccard similarity J of their shingles with a standard error of sqrt(J (1 - J) / n).
"""

import hashlib
import re
from collections.abc import Sequence

from msgspec import Struct

from auditor.corpus.settings import needs_corpus
from auditor.model import BESIDE_TEXT, Block, Document, Kind, Zone
from auditor.text.words import words

VALUES = 128  # of a signature: a standard error of .04
SKELETON_VALUES = 64
_SEED = 1
_SHINGLE = 5  # words, as in the deduplication of FineWeb and C4's successors
_MOST_WORDS = 50_000  # of a text that are compared
_PARAGRAPH = 20  # words; shorter ones are set phrases, shared by anybody
_BIOGRAPHY = 8  # words
_HEADLINE = 4  # words
_MOST_PASSAGES = 200  # of one document
_SAMPLE = 200  # characters of a passage that are kept to show it
_TITLE_WORD = 4  # letters; shorter words of a title stand in any text
_SKELETON_WORDS = 1_000  # a template shows itself in so many
_SLOT = "_"
_WORD = re.compile(r"\w++")


class Passage(Struct, frozen=True, kw_only=True):
    """A paragraph by a hash of its words; `text` is its beginning."""

    hash: int
    text: str


class Biography(Struct, frozen=True, kw_only=True):
    """What a page says of an author; `hash` stands for its words without the name."""

    name: str
    hash: int
    text: str


class Text:
    """The body as it is compared: paragraphs, headings and items, not captions, tables or code."""

    def __init__(self, document: Document) -> None:
        self._title = document.title or ""
        self._blocks = [block.text for block in _body(document)]
        self._shown = _WORD.findall("\n".join(self._blocks))[:_MOST_WORDS]
        self._lower = {word: word.lower() for word in set(self._shown)}
        self._words = [self._lower[word] for word in self._shown]

    @property
    def hash(self) -> str | None:
        """Of the words, so that markup, case and punctuation do not count; None without words."""
        data = " ".join(self._words).encode("utf-8", "replace")
        return hashlib.blake2b(data, digest_size=16).hexdigest() if data else None

    @property
    def minhash(self) -> list[int]:
        return _signature(self._words, VALUES)

    @property
    def skeleton(self) -> list[int]:
        """The signature of the beginning with a slot for every name, number and word of the title.

        A name is a word that is never in lower case in the text.
        """
        small = {word for word in self._lower if word.islower()}
        slots = {word for word in words(self._title) if len(word) >= _TITLE_WORD}
        slots |= {lower for word, lower in self._lower.items() if lower not in small or not word.isalpha()}
        masked = [_SLOT if word in slots else word for word in self._words[:_SKELETON_WORDS]]
        once = [word for word, before in zip(masked, ["", *masked], strict=False) if word != before]
        return _signature(once, SKELETON_VALUES)

    @property
    def paragraphs(self) -> list[Passage]:
        parted = [(text, text.lower().split()) for text in self._blocks if len(text) > 3 * _PARAGRAPH]
        long = [(text, own) for text, own in parted if len(own) >= _PARAGRAPH][:_MOST_PASSAGES]
        hashed = {_hash(own): text for text, own in long}
        return [Passage(hash=key, text=text[:_SAMPLE]) for key, text in hashed.items()]


def biographies(document: Document) -> list[Biography]:
    found: dict[tuple[str, int], Biography] = {}
    for author in document.authors:
        named = set(words(author.name))
        for stated in author.all("biography"):
            own = [word for word in words(stated.value) if word not in named]
            if author.name and len(own) >= _BIOGRAPHY:
                told = Biography(name=author.name[:_SAMPLE], hash=_hash(own), text=stated.value[:_SAMPLE])
                found.setdefault((told.name, told.hash), told)
    return list(found.values())[:_MOST_PASSAGES]


def widgets(document: Document) -> list[str]:
    shown = dict.fromkeys(link.text.strip()[:_SAMPLE] for block in document.zone(Zone.LINKS) for link in block.links)
    return [line for line in shown if len(line.split()) >= _HEADLINE][:_MOST_PASSAGES]


def _body(document: Document) -> list[Block]:
    return [b for b in document.zone(Zone.BODY) if b.kind not in BESIDE_TEXT and b.kind not in {Kind.TABLE, Kind.CODE}]


def _signature(tokens: Sequence[str], values: int) -> list[int]:
    """Empty where there are fewer words than a shingle has."""
    if len(tokens) < _SHINGLE:
        return []
    try:
        from rensa import RMinHash  # noqa: PLC0415 - rows of errors need none
    except ImportError:
        raise needs_corpus("rensa") from None
    sketch = RMinHash(num_perm=values, seed=_SEED)
    sketch.update([" ".join(shingle) for shingle in zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False)])
    return list(sketch.digest())


def _hash(own: Sequence[str]) -> int:
    """Signed, as databases have it."""
    data = " ".join(own).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)
