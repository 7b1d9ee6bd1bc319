"""A phrase of the title that stands in most paragraphs, word for word; in any language."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.model.members import PARAGRAPH
from auditor.model.scripts import is_unspaced
from auditor.signals import Signals
from auditor.text.title_case import shows_case
from auditor.text.words import find_words, length, words
from auditor.words import subject
from auditor.words import words as listed

_LINE = 8  # words; a shorter paragraph is a label
_LONGEST, _LONGEST_UNSPACED = 6, 14  # words, letters
_FEWEST_UNSPACED = 5  # letters of a phrase in a script without blanks: three words
_TELLING = 3  # letters of a word that may carry a phrase of two words

Words = tuple[str, ...]


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: int, share: float, per_thousand: float
) -> Iterator[Hit]:
    """One hit for the longest such phrase: its first place, the others as related.

    Args:
        at_least: paragraphs that must hold it.
        share: of all paragraphs.
        per_thousand: uses to a thousand words of the text.
    """
    prose = [b for b in blocks if b.kind is PARAGRAPH and length(signals.words(b)) >= _LINE]
    needed = max(at_least, share * len(prose))
    if len(prose) < needed:
        return
    texts = [signals.words(block) for block in prose]
    total = length([word for text in texts for word in text])
    for phrase in _phrases(signals, texts, needed):
        places = [place for block in prose for place in _places(block, phrase)]
        if len(places) * 1000 >= per_thousand * total and not _is_name(places, signals.document.language):
            yield Hit(places[0], {"phrase": places[0].text, "times": len(places), "of": len(prose)}, tuple(places[1:]))
            return


def _phrases(signals: Signals, texts: Sequence[list[str]], needed: float) -> Iterator[Words]:
    """Phrases of the titles, longest first, that so many texts hold."""
    small = frozenset(listed("stopwords", "common", *filter(None, [signals.document.language])))
    held = [f" {' '.join(text)} " for text in texts]
    titles = [words(block.text) for block in signals.titles]
    lengths = range(2, _LONGEST_UNSPACED + 1)
    found = {tuple(t[i : i + n]) for t in titles for n in lengths for i in range(len(t) - n + 1)}
    for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        wanted = f" {' '.join(phrase)} "
        if _carries(phrase, small) and sum(wanted in text for text in held) >= needed:
            yield phrase


def _carries(phrase: Words, small: frozenset[str]) -> bool:
    if is_unspaced("".join(phrase)):
        return len(phrase) >= _FEWEST_UNSPACED
    own = [word for word in phrase if word not in small and len(word) > _TELLING]
    return len(phrase) <= _LONGEST and len(own) > 1 and phrase[0] not in small


def _places(block: Block, phrase: Words) -> Iterator[Span]:
    found = list(find_words(block.text))
    texts = words(block.text)
    for i in range(len(texts) - len(phrase) + 1):
        if tuple(texts[i : i + len(phrase)]) == phrase:
            yield Span(block, found[i][0], found[i + len(phrase) - 1][1])


def _is_name(places: Sequence[Span], language: str | None) -> bool:
    """Names and titles with capitals return honestly. A script without capitals, or a language that gives them to all
    nouns, keeps it open; there a phrase must be longer."""
    texts = [place.text for place in places]
    if not shows_case(texts[0]):
        return False
    capitals = sum(not any(word[0].islower() for word in text.split()) for text in texts)
    return 2 * capitals > len(texts) and not (len(words(texts[0])) > 2 and _nouns_have_capitals(language))


def _nouns_have_capitals(language: str | None) -> bool:
    return "nouns" in subject(language or "en", "writing").get("capitals", ())
