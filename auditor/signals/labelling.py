"""Noun phrases that speak in a document's own voice, and whether it says elsewhere who or what they are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from auditor.expressions import compiled
from auditor.model import Span
from auditor.signals.speaking import explains, has_fellows, hides, is_introduced
from auditor.text import introduced
from auditor.text.beside_verbs import REACH, next_verb
from auditor.text.introduced import is_called_so
from auditor.text.labels import is_counted, is_presented
from auditor.text.noun_phrases import NounPhrase, is_led, listed, noun_phrases, speaks
from auditor.text.parts_of_texts import acts_alone
from auditor.text.slots import family
from auditor.words import words
from auditor.words.notation import matcher

if TYPE_CHECKING:
    from auditor.signals import Signals

_FEWEST = 4  # words; fewer are a heading or an item of a list
_STOPS = (".", "!", "?", "…", '"')
_CLOSING = " \"”»’')"
_BEFORE = frozenset(",.!?…:;—–-")
_TAKEN_UP = 200  # characters behind a name in which it is said what it is
_DISCUSSED = 2  # times that the word stands elsewhere in small letters


class Speaking(Struct, frozen=True):
    """A noun phrase where somebody speaks."""

    span: Span
    phrase: NounPhrase
    label: Span  # less its article


def speaking_in(sentence: Span, signals: "Signals", holding: Sequence[str] = ("",)) -> Iterator[Speaking]:
    """Those of one sentence, as it is without what it quotes; if asked, only those that hold one of some strings."""
    language = signals.document.language or ""
    own = signals.voice(sentence.block)[sentence.start : sentence.end]
    if len(own.split()) < _FEWEST or not own.rstrip(")’” ").endswith(_STOPS):
        return
    for phrase in noun_phrases(own, language):
        written = own[phrase.start : phrase.end]
        if not any(part in written for part in holding):
            continue  # most
        span = Span(sentence.block, sentence.start + phrase.start, sentence.start + phrase.end)
        is_heard = speaks(phrase, language) and not is_presented(phrase, language)
        if is_heard and not _completes_a_quotation(phrase, span):
            yield Speaking(span, phrase, _without_article(span, phrase, language))


def _without_article(span: Span, phrase: NounPhrase, language: str) -> Span:
    first, *others = phrase.tokens
    if not others or first.lower not in listed(language, "opens"):
        return span
    return Span(span.block, span.start + others[0].start - phrase.start, span.end)


def _completes_a_quotation(phrase: NounPhrase, span: Span) -> bool:
    """Whether what stands before it in quotation marks or as code is part of it: "the `IF` statement says"."""
    if not phrase.first or phrase.sentence[phrase.first - 1].text != '"':
        return False
    before = span.block.text[: span.start].rstrip(_CLOSING + "`")
    return before[-1:] not in _BEFORE


def is_explained(one: Speaking, times: int, signals: "Signals") -> bool:
    """Whether the document names, discusses or hides whoever speaks, or is about texts that models are given."""
    label = one.label.text
    return (
        explains(signals)
        or (is_counted(one.phrase) and (hides(signals) or has_fellows(family(label), signals)))
        or is_called_so(one.span.block.text, one.label.start, one.label.end)
        or is_introduced(label.casefold(), times, signals)
        or ("_" in label and _tells_of_names(signals))
        or _is_borne(label, signals)
        or _is_described(one, signals)
        or _is_discussed(label, signals)
        or _is_met(one, signals)
        or _is_body(one, signals.document.language or "")
        or _is_apposed(label, signals)
        or _needs_no_article(one, signals.document.language or "")
    )


def _tells_of_names(signals: "Signals") -> bool:
    """Whether the document speaks of names time after time: those of a forum's members may have the form of fields."""
    told = frozenset(words("speaking", "of-names", signals.document.language or ""))
    return sum(word in told for word in signals.prose_words) > _DISCUSSED


def _is_borne(label: str, signals: "Signals") -> bool:
    """Whether its last word is said elsewhere behind another capital: "Field" of "Ann Field"."""
    last = label.rsplit(maxsplit=1)[-1]
    if not last[0].isupper() or not last.isalpha():
        return False
    name = re.compile(rf"(?<!\w)(?!The |An? )[A-Z][\w’'-]{{0,20}}\.?\s{re.escape(last)}\b")
    texts = (block.text for block in signals.document.blocks if last in block.text)
    return any(found[0] not in label for text in texts for found in name.finditer(text))


def _is_described(one: Speaking, signals: "Signals") -> bool:
    """Whether another sentence says what it is: "Footnote are two sisters", "Placeholder, a firm in New York"."""
    language, label = signals.document.language or "", one.label.text
    told = words("speaking", "describes", language)
    if not told or label.islower():
        return False
    behind, itself = matcher(told), re.compile(rf"(?<!\w){re.escape(label)}(?=[\s,])")
    own = (one.label.block.start, one.label.end) if is_led(one.phrase, language) else None  # "by Context, the dam"
    places = [
        (block.text, at.end())
        for block in signals.body
        if label in block.text
        for at in itself.finditer(block.text)
        if (block.start, at.end()) != own
    ]
    if label.isalpha() and any(introduced.is_presented(text, end, language) for text, end in places):
        return True  # one word: a described "Resident Name, a teacher" is a slot for all that
    return any(behind.match(text, end + 1) for text, end in places)


def _is_met(one: Speaking, signals: "Signals") -> bool:
    """Whether the text has it in another place, where it does not speak: "they asked Footnote to play"."""
    label, own = one.label.text, (one.label.block.start, one.label.start)
    if label.islower():
        return False
    ahead = r"(?P<said>[,.!?][”\"’]?\s)?(?P<first>[a-z]{1,20} )?(?P<ahead>[a-z]{1,20}),? (?:the |an? )?"
    beside = re.compile(rf"{ahead}(?P<name>{re.escape(label)})(?!\w),?(?: (?P<behind>\w{1, 20}))?")
    language = signals.document.language or ""
    return any(
        (block.start, at.start("name")) != own and not _may_speak(at, language)
        for block in signals.body
        if label in block.text
        for at in beside.finditer(block.text)
    )


def _may_speak(at: re.Match[str], language: str) -> bool:
    """Whether a verb of speaking stands behind it, or before it and behind what is said; or it is led in."""
    verbs, ahead = listed(language, "verbs"), at["ahead"]
    if at["behind"] in verbs or (at["said"] and (ahead in verbs or (at["first"] or "").strip() in verbs)):
        return True
    return not listed(language, "led").isdisjoint((ahead, f"{at['first']}{ahead}"))


def _is_discussed(label: str, signals: "Signals") -> bool:
    last = family(label).rpartition(" ")[2]
    if not last:
        return False
    small = re.compile(rf"(?<!\w){re.escape(last)}s?\b")
    elsewhere = sum(len(small.findall(block.text)) for block in signals.body if last in signals.vocabulary_of(block))
    return elsewhere - sum(block.text.count(label) for block in signals.body if label == label.lower()) > _DISCUSSED


def _is_body(one: Speaking, language: str) -> bool:
    """Whether the text goes on about a firm or a band of the name: "Recap said ... The firm is based in Leeds"."""
    behind = one.span.block.text[one.span.end : one.span.end + _TAKEN_UP]
    return one.label.text.isalpha() and _bodies(language).search(behind) is not None


def _is_apposed(label: str, signals: "Signals") -> bool:
    """Whether the text says somewhere what it is: "Answer Key, a team of three sisters"."""
    beside = _bodies(signals.document.language or "")
    return any(
        beside.match(block.text, at + len(label)) is not None
        for block in signals.body
        if (at := block.text.find(label)) >= 0
    )


@cache
def _bodies(language: str) -> re.Pattern[str]:
    articles = "|".join(words("sources", "of-one", language)) or "(?!)"
    bodies = "|".join(words("parts", "bodies", language)) or "(?!)"
    return compiled(rf"(?:[.!?]|,)\s(?:{articles})(?:\s\w+)?\s(?:{bodies})\b|[.!?]\sIts\b", re.IGNORECASE)


def _needs_no_article(one: Speaking, language: str) -> bool:
    """Whether it is a noun that opens a sentence alone, and does not do what only people do: "Context shows that"."""
    if one.label.text.lower() not in words("parts", "uncounted", language) or one.span != one.label:
        return False
    behind = one.span.block.text[one.span.end : one.span.end + REACH]
    return bool(next_verb(behind, language)) and not (
        is_led(one.phrase, language) or acts_alone(one.phrase, behind, language)
    )
