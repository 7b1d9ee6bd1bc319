"""The noun phrases of a sentence, and which of them stand where somebody speaks: "Ann Lund" of "said Ann Lund"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from auditor.expressions import late
from auditor.words import subject
from auditor.words import words as words_of

_MOST = 9  # words of a phrase
_APART = 16  # words of what is set between commas
_TOKEN = late(
    r"\[[^\[\]\n]{1,40}\]|\{\{?[^{}\n]{1,40}\}\}?|\$\{[^{}\n]{1,40}\}|<[^<>\n]{1,40}>|%\w{2,30}%|\([^()\n]{1,40}\)"
    rf"|(?:(?:{'|'.join(words_of('speaking', 'titles'))})\.|(?:[A-Za-z]\.){{2,6}})(?=\s)"
    r"|[\w@#/](?:[\w&@#/+-]|['’.](?=\w))*+|[^\s\w]"
)
_OWNER = late(r"(?<=\w\w)['’]s?$|(?<=\w)['’]s$")
_MARKS = frozenset(".,;:!?\"“”„«»‘’()—–…|-'")
_QUOTES, _CLOSED = frozenset("\"“‘«'„"), frozenset(',"”»’?!')
_ENDING = "ly"


class Token(Struct, frozen=True, gc=False):
    """A word, a mark, or what stands in one pair of brackets."""

    text: str
    lower: str
    start: int
    end: int
    owns: bool  # "Lund's"
    is_verb: bool  # of speaking
    is_border: bool


class NounPhrase(Struct, frozen=True, gc=False):
    """Some tokens of a sentence."""

    sentence: Sequence[Token]
    first: int
    last: int  # the token behind it

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence[self.first : self.last]

    @property
    def start(self) -> int:
        return self.sentence[self.first].start

    @property
    def end(self) -> int:
        return self.sentence[self.last - 1].end


def noun_phrases(sentence: str, language: str) -> Iterator[NounPhrase]:
    """Runs of words without a border: a mark, a function word, a verb of speaking."""
    tokens = list(_tokens(sentence, language))
    opening, at = listed(language, "opens"), 0
    while at < len(tokens):
        first, at = at, at + 1
        if tokens[first].is_border:
            continue
        while at < len(tokens) and not (
            tokens[at].is_border or tokens[at - 1].owns or (tokens[at].lower in opening and not _is_letter(tokens, at))
        ):
            at += 1
        if at > first + 1 or tokens[first].lower not in opening:
            yield NounPhrase(tokens, first, min(at, first + _MOST))


def _is_letter(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital that may be an article is the letter of what stands before it: "Source A said"."""
    return (
        tokens[at].text == "A"
        and tokens[at - 1].text[0].isupper()
        and tokens[at + 1 : at + 2] != []
        and tokens[at + 1].is_border
    )


def is_about_speaking(told: Collection[str], language: str) -> bool:
    """Whether one of these words may make a speaker of a phrase; spares most sentences the rest."""
    return not _of_speaking(language).isdisjoint(told)


@cache
def _of_speaking(language: str) -> frozenset[str]:
    led = (phrase.partition(" ")[0] for phrase in listed(language, "led") | listed(language, "led-by-what-is-said"))
    return frozenset((*led, *listed(language, "puts"), *listed(language, "verbs")))


def _tokens(sentence: str, language: str) -> Iterator[Token]:
    verbs, borders = listed(language, "verbs"), listed(language, "borders")
    for found in _TOKEN.finditer(sentence):
        owner = None if found[0].isalpha() else _OWNER.search(found[0])
        text = found[0][: owner.start()] if owner else found[0]
        lower = text.lower()
        is_verb = lower in verbs and text == lower
        border = is_verb or lower in borders or text in _MARKS
        yield Token(text, lower, found.start(), found.start() + len(text), owner is not None, is_verb, border)


def speaks(phrase: NounPhrase, language: str) -> bool:
    """Whether it is the subject of a verb of speaking, stands behind one that closes a quotation, or is led in."""
    if _has_verb(phrase, language):
        before = phrase.sentence[phrase.first - 1] if phrase.first else None
        joins = listed(language, "joins") | listed(language, "belongs")
        return before is None or before.text in _MARKS or before.lower in joins
    return _closes(phrase, language) or is_led(phrase, language)


def _has_verb(phrase: NounPhrase, language: str) -> bool:
    """Whether a verb of speaking follows, perhaps after what is set between commas and after adverbs."""
    behind = list(phrase.sentence[phrase.last :])
    if phrase.tokens[-1].owns:
        return False
    if behind and behind[0].text == ",":
        apart = len(list(takewhile(lambda token: token.text not in ",.;:", behind[1 : _APART + 2]))) + 1
        behind = behind[apart + 1 :] if apart < len(behind) and behind[apart].text == "," else behind
    between = listed(language, "between")
    for token in behind[:5]:
        if token.is_verb:
            return True
        if token.lower not in between and not (token.lower.endswith(_ENDING) and len(token.lower) > 4):
            return False
    return False


def _closes(phrase: NounPhrase, language: str) -> bool:
    """Behind a verb that itself stands behind a comma or a quotation: ", said Ann Lund"."""
    before = _unquoted(phrase)
    behind = [token for token in before[:-1] if token.text not in "“‘«"]
    is_told = bool(before) and before[-1].is_verb and before[-1].lower not in listed(language, "puts")
    return is_told and bool(behind) and behind[-1].text in _CLOSED


def is_led(phrase: NounPhrase, language: str) -> bool:
    """Behind "according to" and the like, or between "as" and "puts"."""
    before = [token.lower for token in _unquoted(phrase)]
    if not before:
        return False
    behind = phrase.sentence[phrase.last].lower if phrase.last < len(phrase.sentence) else ""
    if before[-1] == "as" and behind in listed(language, "puts"):
        return True
    led = listed(language, "led")
    if before[-1] in led or " ".join(before[-2:]) in led:
        return True
    is_said = len(before) > 2 and phrase.sentence[phrase.first - 2].is_verb
    return is_said and f"{before[-3]} {before[-1]}" in listed(language, "led-by-what-is-said")


def _unquoted(phrase: NounPhrase) -> Sequence[Token]:
    """The three tokens before it, less the quotation marks that open right before it."""
    before = list(phrase.sentence[max(0, phrase.first - 4) : phrase.first])
    while before and before[-1].text in _QUOTES:
        before.pop()
    return before[-3:]


@cache
def listed(language: str, key: str) -> frozenset[str]:
    return frozenset(_lists(language).get(key, ()))


@cache
def _lists(language: str) -> Mapping[str, tuple[str, ...]]:
    return subject(language, "speaking")
