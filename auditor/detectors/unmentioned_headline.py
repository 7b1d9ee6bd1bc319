"""A headline of which the text takes up nothing, told by letters; in languages without a table of frequencies."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.model.members import METADATA
from auditor.model.scripts import is_unspaced, neighbours
from auditor.signals import Signals
from auditor.text.title_case import shows_case
from auditor.text.titles import parts
from auditor.text.words import as_printed, clipped, words
from auditor.words import words as listed

_MOST = 300  # characters of a title that are judged
_MOST_TEXT = 30_000  # characters of a body that are searched
# Letters from which on a word tells something, and its first ones that stand for all its forms: of scripts with
# capitals, of those without, of Hangul.
_WITH_CASE, _WITHOUT, _HANGUL = (4, 5), (3, 4), (2, 2)


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: int, pieces: int, share: float, min_words: int
) -> Iterator[Hit]:
    """At most one hit, on the first title: when none of the titles shares a word with the body.

    Args:
        at_least: telling words of a title; shorter ones say too little.
        pieces: the same in scripts without blanks, as neighbouring letters.
        share: of them that may stand in the body by chance.
        min_words: shorter bodies are not judged.
    """
    titles = [block for block in signals.titles if block.text.strip()]
    language = signals.document.language
    if not language or not titles or signals.document.words < min_words:
        return
    small = frozenset(listed("stopwords", "common", language))
    body = " ".join(block.text for block in signals.body)[:_MOST_TEXT].lower()
    told = [_telling(part, small) for block in titles for part in _parts(block.text[:_MOST])]
    judged = [one for one in told if len(one) >= (pieces if is_unspaced("".join(one)) else at_least)]
    if judged and all(_is_strange(one, body, share) for one in told if one):
        first, *others = sorted(titles, key=lambda block: block.zone is METADATA)
        said = " ".join(block.text[:_MOST] for block in titles)
        missing = clipped(first.text, 60) if is_unspaced("".join(judged[0])) else as_printed(said, judged[0][:6])
        yield Hit(Span.of(first), {"missing": missing}, tuple(map(Span.of, others)))


def _parts(title: str) -> list[str]:
    return parts(title) or [title]


def _is_strange(told: Sequence[str], body: str, share: float) -> bool:
    return sum(piece in body for piece in told) <= share * len(told)


def _telling(title: str, small: frozenset[str]) -> tuple[str, ...]:
    """The beginnings of the words that say what it is about, or its neighbouring letters."""
    if is_unspaced(title):
        letters = [letter for letter in title if is_unspaced(letter)]
        size = neighbours(letters[0])
        runs = zip(*(letters[i:] for i in range(size)), strict=False)
        return tuple(dict.fromkeys(map("".join, runs)))
    shortest, beginning = _WITH_CASE if shows_case(title) else _HANGUL if _is_hangul(title) else _WITHOUT
    own = (word for word in words(title) if word not in small and len(word) >= shortest and not word.isdigit())
    return tuple(dict.fromkeys(word[:beginning] for word in own))


def _is_hangul(text: str) -> bool:
    return any("\uac00" <= letter <= "\ud7a3" for letter in text)
