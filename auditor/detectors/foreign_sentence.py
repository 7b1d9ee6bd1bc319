"""A sentence in another language amid a paragraph: what a translator left, or another page."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.language import are_relatives
from auditor.text.words import words as words_of
from auditor.words import subject

_FEW = 0.2  # share of common words that two languages may have in common ("in", "no")
_SURE = 3  # different words that only the other language has
_BY_CHANCE = 0.1  # share of words that only the article's own has ("also" is one of German)
_QUOTES = "\"'“”„«»‘’‹›「」()[]"
_STOPS = (".", "!", "?", "…")


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
    found = [
        Hit(sentence, {"language": other, "article": signals.document.language}, needs=1)
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for sentence in _strange(block, signals, own, own_words, least_words)
        if (other := _language(sentence, own, others, common))
    ]
    if len(found) <= at_most:
        yield from found


def _strange(block: Block, signals: Signals, own: frozenset[str], least: float, fewest: int) -> Iterator[Span]:
    """Sentences with hardly a common word of the article's language, in a paragraph of that language."""
    told = signals.sentence_words(block)
    strange = [len(said) >= fewest and _share(said, own) <= _FEW for said in told]
    rest = [word for said, odd in zip(told, strange, strict=True) if not odd for word in said] if any(strange) else []
    if rest and _share(rest, own) >= least:
        chosen = zip(signals.sentences(block), strange, strict=True)
        yield from (sentence for sentence, odd in chosen if odd and _is_plain(sentence, signals))


def _share(said: Sequence[str], common: frozenset[str]) -> float:
    return sum(map(common.__contains__, said)) / len(said)


def _is_plain(sentence: Span, signals: Signals) -> bool:
    """Whether it ends as sentences do, is no title, and nothing marks it as somebody's words."""
    text = sentence.text.strip()
    large = sum(word[:1].isupper() for word in text.split())
    plain = text.endswith(_STOPS) and not any(map(text.__contains__, _QUOTES)) and 3 * large < len(text.split())
    before = sentence.block.text[: sentence.start].rstrip()
    return plain and not before.endswith((":", "—", "–")) and not signals.quoted(sentence)


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
