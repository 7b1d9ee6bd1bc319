"""Parts that do not make the whole that the same sentence names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import number, value
from auditor.text.sums import sums
from auditor.words import words
from auditor.words.notation import matcher

_SHARES = 3  # of two the second is often of another whole; and a sum is two parts and their total
_WHOLE = 100
_ROUNDED = 0.5  # of a per cent, by which each share may be rounded up
_INTEGER = late(r"(?<![\w.,$£€:/–-])\d{1,3}(?:(?:[,.]\d{3})+|\d{0,6})(?![\w:/%–-]|[.,]\d|\s?%)")
_DIGITS = late(r"\d+")
_YEARS = range(1900, 2101)
_WORD = late(r"[^\W\d_]+")
_SIDES = ("on-one-side", "on-the-other")
_NEAR = 40  # characters from a whole to the colon before its parts
_AND_OF = 2  # words of a clause: "and of the men 61%"

Sums = tuple[int, int, float, str]  # where, the sum, the whole as it is written


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each sentence."""
    language = signals.document.language or ""
    if not words("numbers", "in-all", language):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and (": " in block.text or _has_numbers(block, signals)):
            for sentence in (one for one in signals.sentences(block) if _may_add(one.text)):
                found = next(filter(None, (reading(sentence.text, language) for reading in _READINGS)), None)
                if found:
                    start, end, reached, whole = found
                    span = Span(block, sentence.start + start, sentence.start + end)
                    if not signals.quoted(span):
                        yield Hit(span, {"sum": f"{reached:g}", "whole": whole}, needs=1)


def _may_add(sentence: str) -> bool:
    """Whether a sentence has two numbers in figures, or a colon behind which they may be in words."""
    return ": " in sentence or len(_DIGITS.findall(sentence)) >= len(_SIDES)


def _has_numbers(block: Block, signals: Signals) -> bool:
    least = len(_SIDES)
    return signals.figures(block) >= least and sum(word[0].isdigit() for word in signals.words(block)) >= least


def _shares(text: str, language: str) -> Sums | None:
    """Several percentages, the last of them of the rest, that are more than the whole."""
    shares = [*_percentage(language).finditer(text)]
    if len(shares) < _SHARES or _any("of-another-whole", language, text):
        return None
    rest = matcher(words("numbers", "the-rest", language)).search(text, shares[-2].end())
    reached = sum(float(share[1].replace(",", ".")) for share in shares)
    if rest and not _of_several(shares, text, language) and reached > _WHOLE + _ROUNDED * len(shares):
        return shares[0].start(), max(rest.end(), shares[-1].end()), reached, f"{_WHOLE} per cent"
    return None


def _of_several(shares: Sequence[re.Match[str]], text: str, language: str) -> bool:
    """Whether several shares say of what they are: those may be of different things."""
    ends = [0, *(share.end() for share in shares)]
    starts = [*(share.start() for share in shares), len(text)]
    pieces = [_WORD.findall(text[end:start].lower()) for end, start in zip(ends, starts, strict=True)]
    heads = [word for piece in pieces for word in piece[:_AND_OF]]
    return sum(word in words("numbers", "shared", language) for word in heads) > 1


def _counts(text: str, language: str) -> Sums | None:
    """Of a number of people several numbers that are more, the last of them of the rest."""
    numbers = [(m, int(re.sub(r"\D", "", m[0]))) for m in _INTEGER.finditer(text)]
    if len(numbers) <= _SHARES or _any("multiplies", language, text):
        return None
    (first, whole), *parts = numbers
    before = matcher(words("numbers", "of-the", language)).search(text, max(0, first.start() - 24), first.start())
    rest = matcher(words("numbers", "the-rest", language)).search(text, parts[-2][0].end())
    reached = sum(number for _, number in parts)
    if before and rest and max(number for _, number in parts) <= whole < reached:
        return before.start(), max(rest.end(), parts[-1][0].end()), reached, first[0]
    return None


def _total(text: str, language: str) -> Sums | None:
    """Numbers that are joined and then summed up, wrongly: "160 on fuel and 45 on parking, or 235 in all"."""
    closing = matcher(words("numbers", "in-all", language)).search(text)
    if not closing or _any("multiplies", language, text):
        return None
    numbers = [(m, int(re.sub(r"\D", "", m[0]))) for m in _INTEGER.finditer(text, 0, closing.start())]
    if len(numbers) < _SHARES:
        return None
    *parts, (last, total) = numbers
    if not _joined(parts, last, text, language):
        return None
    values = [value for _, value in parts]
    sums = {sum(values[n:]) for n in range(len(values) - 1)}
    if total in sums or total <= max(values) or any(value in _YEARS for value in values):
        return None
    return parts[0][0].start(), closing.end(), sum(values), last[0]


def _joined(parts: Sequence[tuple[re.Match[str], int]], last: re.Match[str], text: str, language: str) -> bool:
    """Whether "and" stands between the last two parts, and a comma or dash before the total that follows at once."""
    between = text[parts[-2][0].end() : parts[-1][0].start()].split()
    after = text[parts[-1][0].end() : last.start()]
    return any(word in words("numbers", "and", language) for word in between) and bool(re.search("[,–—:;(]", after))


def _any(name: str, language: str, text: str) -> bool:
    return bool(matcher(words("numbers", name, language)).search(text))


def _opposed(text: str, language: str) -> Sums | None:
    """Two shares of one vote that are more than everybody: "58 per cent against and 47 per cent in favour"."""
    shares = [*_percentage(language).finditer(text)]
    if (
        len(shares) != len(_SIDES)
        or ";" in text
        or not words("numbers", _SIDES[0], language)
        or _any("of-another-whole", language, text)
    ):
        return None
    sides = [matcher(words("numbers", side, language)).search(text, shares[0].start()) for side in _SIDES]
    reached = sum(float(share[1].replace(",", ".")) for share in shares)
    if not all(sides) or reached <= _WHOLE + _ROUNDED * len(shares) or _of_several(shares, text, language):
        return None
    end = max(shares[-1].end(), *(side.end() for side in sides if side))
    is_of_the_same = text[end : end + 1] in ("", *",.)")  # not "47 per cent in favour of another"
    return (shares[0].start(), end, reached, f"{_WHOLE} per cent") if is_of_the_same else None


def _money(text: str, language: str) -> Sums | None:
    """Sums of money, and behind them their total: "£40, £60 and £20, a total of £150"."""
    total_of = words("numbers", "total-of", language)
    closing = matcher(total_of).search(text) if total_of else None
    found = sums(text, language) if closing else []
    if not closing or len(found) < _SHARES or _any("multiplies", language, text):
        return None
    parts, total = (
        [one for one in found if one.end <= closing.start()],
        [one for one in found if one.start >= closing.end()],
    )
    if len(parts) < _SHARES - 1 or not total or text[closing.end() : total[0].start].strip():
        return None
    joined = any(word in words("numbers", "and", language) for word in text[parts[-2].end : parts[-1].start].split())
    values, whole = [one.amount for one in parts], total[0]
    if not joined or {one.currency for one in (*parts, whole)} != {whole.currency} or whole.amount <= max(values):
        return None
    if whole.amount in {round(sum(values[n:]), 2) for n in range(len(values) - 1)}:
        return None
    return parts[0].start, whole.end, sum(values), text[whole.start : whole.end]


def _listed(text: str, language: str) -> Sums | None:
    """A whole, a colon and its parts: "18 medals: seven for jam, five for leeks and four for bread"."""
    before, colon, after = text.partition(": ")
    if not colon or not words("numbers", "part-for", language) or _any("multiplies", language, after):
        return None
    wholes, parts = ([*_number(language).finditer(side)] for side in (before, after))
    if (
        not wholes
        or len(before) - wholes[-1].end() > _NEAR
        or len(parts) < _SHARES
        or not all(_is_for(part, language) for part in parts)
    ):
        return None
    values = [int(value(part[0], language)) for part in parts]
    whole, reached, start = int(value(wholes[-1][0], language)), sum(values), len(before) + len(colon)
    ends = text[start + parts[-2].end() : start + parts[-1].start()].split()
    if not any(word in words("numbers", "and", language) for word in ends) or whole in _YEARS or whole <= max(values):
        return None
    is_all = reached > whole or _any("between-all", language, before)
    return (
        (wholes[-1].start(), start + parts[-1].end(), reached, wholes[-1][0]) if is_all and reached != whole else None
    )


def _is_for(part: re.Match[str], language: str) -> bool:
    following = _WORD.findall(part.string, part.end(), part.end() + 16)
    return bool(following) and following[0].lower() in words("numbers", "part-for", language)


@cache
def _number(language: str) -> re.Pattern[str]:
    return compiled(rf"(?<![\w.,:/$£€-])(?:{number(language)})(?![\w%/:-]|[.,]\d)", re.IGNORECASE)


_READINGS = (_shares, _counts, _total, _opposed, _money, _listed)


@cache
def _percentage(language: str) -> re.Pattern[str]:
    cent = "|".join(words("numbers", "per-cent", language))
    return compiled(rf"(?<![\d.,–-])(\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?(?:%|(?:{cent})\b)", re.IGNORECASE)
