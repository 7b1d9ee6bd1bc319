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
_FEWEST_UNSPACED = 6  # letters of a phrase in a script without blanks: three words
# Two words that tell something may be a unit or a subject that has no other name; then every paragraph must
# hold them. "Millions of dollars" and "inner peace" came back in three quarters of honest ones.
_IN_TWO_WORDS = 1.4
_FIGURE = 10  # characters before a phrase in which a figure stands
# Letters of a word that tells something: with capitals in its script, without, and in Hangul, which writes syllables.
_FEWEST_LETTERS, _FEWEST_SIGNS, _FEWEST_SYLLABLES = 4, 3, 2

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
    prose = [b for b in blocks if b.kind is PARAGRAPH and signals.length(b) >= _LINE]
    needed = max(at_least, share * len(prose))
    if len(prose) < needed:
        return
    endings = listed("writing", "particles", signals.document.language or "")
    texts = [_bare(signals.words(block), endings) for block in prose]
    titles = [_bare(words(block.text), endings) for block in signals.titles]
    for phrase in _phrases(signals, titles, texts, needed):
        places = [place for block, text in zip(prose, texts, strict=True) for place in _places(block, text, phrase)]
        total = length([word for text in texts for word in text])
        often = _IN_TWO_WORDS if _telling(phrase, signals) == 2 else 1
        dense = len(places) * 1000 >= often * per_thousand * total and len(places) >= often * share * len(prose)
        if dense and not _is_unit(places) and not _is_name(places, signals.document.language):
            yield Hit(places[0], {"phrase": places[0].text, "times": len(places), "of": len(prose)}, tuple(places[1:]))
            return


def _bare(found: list[str], endings: Words) -> list[str]:
    """Words without the particles that a language writes at their ends."""
    return [_without_end(word, endings) for word in found] if endings else found


def _without_end(word: str, endings: Words) -> str:
    """The first two letters stay: they may be a word that ends like a particle."""
    return next((word[: -len(end)] for end in endings if len(word) > len(end) + 1 and word.endswith(end)), word)


def _phrases(
    signals: Signals, titles: Sequence[list[str]], texts: Sequence[list[str]], needed: float
) -> Iterator[Words]:
    """Phrases of the titles, longest first, that so many texts hold."""
    small = _small(signals)
    held = [f" {' '.join(text)} " for text in texts]
    together = "\n".join(held)  # searched at once; most phrases stand in few texts

    def returns(phrase: Words) -> bool:
        wanted = f" {' '.join(phrase)} "
        return together.count(wanted) >= needed and sum(wanted in one for one in held) >= needed

    found = set[Words]()
    level = {tuple(title[i : i + 2]) for title in titles for i in range(len(title) - 1)}
    for size in range(2, _LONGEST_UNSPACED + 1):  # a longer phrase returns where both its shorter ones do
        level = {phrase for phrase in level if returns(phrase)}
        found |= level
        longer = {tuple(t[i : i + size + 1]) for t in titles for i in range(len(t) - size)} if level else ()
        level = {phrase for phrase in longer if phrase[:-1] in level and phrase[1:] in level}
    yield from (p for p in sorted(found, key=lambda p: (-len(p), p)) if _carries(p, small))


def _telling(phrase: Words, signals: Signals) -> int:
    """How many words say what it is about; any number above two where words cannot be told."""
    small = _small(signals)
    return 3 if is_unspaced("".join(phrase)) else sum(word not in small and _is_long(word) for word in phrase)


def _small(signals: Signals) -> frozenset[str]:
    return frozenset(listed("stopwords", "common", *filter(None, [signals.document.language])))


def _is_long(word: str) -> bool:
    if "\uac00" <= word[0] <= "\ud7a3":
        return len(word) >= _FEWEST_SYLLABLES
    return len(word) >= (_FEWEST_LETTERS if shows_case(word) else _FEWEST_SIGNS)


def _carries(phrase: Words, small: frozenset[str]) -> bool:
    if is_unspaced("".join(phrase)):
        return len(phrase) >= _FEWEST_UNSPACED
    own = [word for word in phrase if word not in small and _is_long(word)]
    return len(phrase) <= _LONGEST and len(own) > 1 and phrase[0] not in small


def _places(block: Block, text: Sequence[str], phrase: Words) -> Iterator[Span]:
    found = list(find_words(block.text))
    for i in range(len(text) - len(phrase) + 1):
        if tuple(text[i : i + len(phrase)]) == phrase:
            yield Span(block, found[i][0], found[i + len(phrase) - 1][1])


def _is_unit(places: Sequence[Span]) -> bool:
    """What follows a figure mostly: "millions of dollars" has no other words."""
    counted = sum(any(map(str.isdigit, p.block.text[max(0, p.start - _FIGURE) : p.start])) for p in places)
    return 2 * counted > len(places)


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
