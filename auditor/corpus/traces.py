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
_TOKEN = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+|[.!?]")


class Passage(Struct, frozen=True, kw_only=True):
    """A paragraph by a hash of its words; `text` is its beginning."""

    hash: int
    text: str


class Biography(Struct, frozen=True, kw_only=True):
    """What a page says of an author; `hash` stands for its words without the name."""

    name: str
    hash: int
    text: str


def text(document: Document) -> str:
    """The body as it is compared: paragraphs, headings and items, not captions, tables or code."""
    return "\n".join(block.text for block in _body(document))


def text_hash(text: str) -> str | None:
    """A hash of the words, so that markup, case and punctuation do not count; None without words."""
    own = words(text)
    return hashlib.blake2b(" ".join(own).encode("utf-8", "replace"), digest_size=16).hexdigest() if own else None


def minhash(text: str) -> list[int]:
    return _signature(words(text)[:_MOST_WORDS], VALUES)


def skeleton(document: Document, text: str) -> list[int]:
    """The signature of the text with a slot for every name, number and word of the title."""
    in_title = {word for word in words(document.title or "") if len(word) >= _TITLE_WORD}
    masked: list[str] = []
    for token in _TOKEN.findall(text)[:_MOST_WORDS]:
        shown = "_" if _is_slot(token, masked, in_title) else token.lower()
        if shown != "_" or masked[-1:] != ["_"]:
            masked.append(shown)
    return _signature(masked, SKELETON_VALUES)


def paragraphs(document: Document) -> list[Passage]:
    found = (words_of for words_of in ((b, words(b.text)) for b in _body(document)) if len(words_of[1]) >= _PARAGRAPH)
    hashed = {_hash(own): Passage(hash=_hash(own), text=block.text[:_SAMPLE]) for block, own in found}
    return list(hashed.values())[:_MOST_PASSAGES]


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


def _is_slot(token: str, before: Sequence[str], in_title: set[str]) -> bool:
    """Capitals count inside a sentence only."""
    named = token[0].isupper() and bool(before) and before[-1] not in {".", "!", "?"}
    return named or any(c.isdigit() for c in token) or token.lower() in in_title


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
