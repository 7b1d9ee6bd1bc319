"""The names of those who are quoted, without the offices that stand before or behind them.

"said managing director Ann Marsh", "ha detto la sindaca Giulia Ferri", "explained the director of the theatre, Tom
Lund": whom a report names is the person.
"""

from functools import cache

from msgspec import structs

from auditor.expressions import late
from auditor.model import Span
from auditor.model.scripts import is_unspaced
from auditor.text.quotations import Quotation
from auditor.text.title_case import shows_case
from auditor.words import words
from auditor.world.names import JOINS, PARTICLES
from auditor.world.people import is_full_name

_TOKEN = late(r"\S+")
_CAPITALS = r"[^\W\d_a-zà-ÿа-я][\w.'’-]{0,30}"
_APPOSITION = late(rf",\s({_CAPITALS}(?:\s(?:(?:de|da|di|van|von|bin|al|el|la)\s)?{_CAPITALS}){{1,3}})")
_ARTICLES = frozenset(words("function-words", "articles"))
_AROUND = 300  # characters that show whether a script has capitals
_FEWEST = 2  # words that a name keeps where an office is written with a capital: "Dean Martin" is one


def named(quotation: Quotation) -> Quotation:
    """The same, said by the person alone."""
    if not quotation.speaker or not quotation.verb:
        return quotation
    return structs.replace(quotation, speaker=_person(quotation.speaker))


def _person(label: Span) -> Span:
    text = label.block.text
    if is_unspaced(label.text[:1]) and len(label.text.split()) == 1:
        return _solid(label)
    tokens = [match.span() for match in _TOKEN.finditer(text, label.start, label.end)]
    kept = _without_offices(text, tokens)
    if _is_office(text, tokens) and not (kept and is_full_name(text[kept[0][0] : kept[-1][1]])):
        beside = _APPOSITION.match(text, label.end)
        if beside and is_full_name(beside[1]):
            return _trimmed(label, *beside.span(1))
    return _trimmed(label, kept[0][0], kept[-1][1]) if kept and _is_name(text, kept) else label


def _solid(label: Span) -> Span:
    """The same where no blank stands between name and office: 市长李华, 田中一郎市長."""
    told, start, end = label.text, label.start, label.end
    before = max((len(one) for one in _offices() if told.startswith(one)), default=0)
    behind = max((len(one) for one in _offices() if told.endswith(one)), default=0)
    start, end = start + before, end - (behind if not before else 0)
    return Span(label.block, start, end) if end - start >= _FEWEST else label


def _trimmed(label: Span, start: int, end: int) -> Span:
    return Span(label.block, start, start + len(label.block.text[start:end].rstrip(".,،")))


def _without_offices(text: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left without the offices; those written small go whatever they are, for names are not."""
    cased = shows_case(text[max(0, tokens[0][0] - _AROUND) : tokens[-1][1] + _AROUND]) if tokens else False
    first, fewest = 0, _FEWEST if cased else 1
    while first < len(tokens) - 1:
        start, end = tokens[first]
        is_office = len(tokens) - first > fewest and _word(text, tokens[first]) in _offices() | _ARTICLES
        if not is_office and not (cased and text[start:end].islower()):
            break
        first += 1
    last = len(tokens)
    if cased:
        last = next((at for at in range(first + 1, last) if _ends_name(text, tokens[at])), last)
    else:
        while last - first > 1 and _bare(_word(text, tokens[last - 1])) in _offices() | _particles():
            last -= 1
    return tokens[first:last]


def _ends_name(text: str, token: tuple[int, int]) -> bool:
    """Where or when it was said, in small letters: "Giulia Ferri during the visit"."""
    word = text[slice(*token)]
    return word.islower() and word not in PARTICLES | JOINS


def _is_name(text: str, kept: list[tuple[int, int]]) -> bool:
    return bool(kept) and not text[kept[0][0] : kept[0][1]].islower()


def _is_office(text: str, tokens: list[tuple[int, int]]) -> bool:
    return any(_word(text, token).rpartition("'")[2] in _offices() for token in tokens)


def _word(text: str, token: tuple[int, int]) -> str:
    return text[slice(*token)].lower().replace("’", "'").strip(",.،")


def _bare(word: str) -> str:
    """Without the particle that Korean joins to it."""
    return next((word[: -len(one)] for one in _particles() if len(word) > len(one) + 1 and word.endswith(one)), word)


@cache
def _offices() -> frozenset[str]:
    return frozenset(words("offices", "offices"))


@cache
def _particles() -> frozenset[str]:
    return frozenset(words("offices", "particles"))
