"""A sentence in another language amid a paragraph: what a translator left, or another page."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.language import are_relatives
from auditor.text.words import words as words_of
from auditor.words import subject

_CLAUSE = late(r"(?<=[,;] )")
_FEW = 0.2  # share of common words that two languages may have in common ("in", "no")
_SURE = 3  # different words that only the other language has
_BY_CHANCE = 0.1  # share of words that only the article's own has ("also" is one of German)
_QUOTES = "\"'“”„«»‘’‹›「」()[]"
_STOPS = (".", "!", "?", "…", ",", ";")
_LARGE_NOUNS = frozenset({"de"})


class _Common(NamedTuple):
    """Common words of the article's own language, and those that only others have."""

    own: frozenset[str]
    foreign: frozenset[str]


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    languages: list[str],
    least_words: int,
    common: float,
    own_words: float,
    at_most: int,
) -> Iterator[Hit]:
    """One hit for each, where there are few.

    Args:
        languages: in which sentences are looked for.
        least_words: of a sentence.
        common: share of its words that are common ones of the other language.
        own_words: share of common words of the article's own language in the rest of the paragraph.
        at_most: sentences; more are a text in two languages.
    """
    own = _common(signals.document.language or "")
    if not own:
        return
    others = [code for code in languages if not are_relatives(code, signals.document.language or "")]
    words = _Common(own, frozenset().union(*map(_common, others)) - own)
    found = [
        Hit(sentence, {"language": other, "article": signals.document.language}, needs=1)
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for sentence in _strange(block, signals, words, own_words, least_words)
        if _is_plain(sentence, signals)
        and (other := _language(sentence, own, others, common))
        and not _is_title(sentence.text, other)
    ]
    if len(found) <= at_most:
        yield from found


def _strange(block: Block, signals: Signals, common: _Common, least: float, fewest: int) -> Iterator[Span]:
    """Sentences with hardly a common word of the article's language, in a paragraph of that language, and clauses."""
    own, foreign = common
    if len(foreign.intersection(signals.words(block))) < _SURE:
        return  # nearly always
    told = signals.sentence_words(block)
    strange = [len(said) >= fewest and _share(said, own) <= _FEW for said in told]
    rest = [word for said, odd in zip(told, strange, strict=True) if not odd for word in said]
    if not rest or _share(rest, own) < least:
        return
    for sentence, said, odd in zip(signals.sentences(block), told, strange, strict=True):
        if odd:
            yield sentence
        elif len(said) > fewest and len(foreign.intersection(said)) >= _SURE:
            yield from _clauses(sentence, own, fewest)


def _clauses(sentence: Span, own: frozenset[str], fewest: int) -> Iterator[Span]:
    """Between commas and semicolons."""
    start = sentence.start
    for part in _CLAUSE.split(sentence.text):
        end = start + len(part)
        said = words_of(part)
        if len(said) >= fewest and _share(said, own) <= _FEW:
            yield Span(sentence.block, start, end)
        start = end


def _share(said: Sequence[str], common: frozenset[str]) -> float:
    return sum(map(common.__contains__, said)) / len(said)


def _is_plain(sentence: Span, signals: Signals) -> bool:
    """Whether it ends as sentences and clauses do, and nothing marks it as somebody's words."""
    text = sentence.text.strip()
    plain = text.endswith(_STOPS) and not any(map(text.__contains__, _QUOTES))
    before = sentence.block.text[: sentence.start].rstrip()
    return plain and not before.endswith((":", "—", "–")) and not signals.quoted(sentence)


def _is_title(text: str, language: str) -> bool:
    """Whether a third of its words are large, as in names of works; where every noun is, more than half."""
    large = sum(word[:1].isupper() for word in text.split())
    return large * (2 if language in _LARGE_NOUNS else 3) >= len(text.split())


def _language(sentence: Span, own: frozenset[str], codes: Sequence[str], least: float) -> str:
    """The language most of whose common words it holds, if it holds enough of them and few of the article's."""
    said = words_of(sentence.text)
    shares = sorted(((_share(said, _common(code)), code) for code in codes), reverse=True)
    (most, code), (next_most, _) = shares[:2]
    only_there, only_here = _common(code) - own, own - _common(code)
    is_sure = len(only_there.intersection(said)) >= _SURE and _share(said, only_here) <= _BY_CHANCE
    return code if most >= least and most > next_most and is_sure else ""


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(subject(language, "stopwords").get("common", ()))
