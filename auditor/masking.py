"""Private data kept out of all that is shown: not only where the rule found it, but wherever its words stand again."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import Struct

from auditor.expressions import late
from auditor.model import Report, RuleSet

_TAG = late(r"<[^<>]{0,2000}>")
_WORD = late(r"[\w.@+-]*\w")
_NUMBER = late(r"\d")
_DAY = late(r"(?<!\d)(?:(\d{4})\W(\d\d?)\W(\d\d?)|(\d\d?)\W(\d\d?)\W(\d{4}))(?!\d)")
_DIGITS = 7  # what has so many is known in any spelling: a telephone number, a number of an account
_SHORTEST = 6  # letters of a word that tells whose it is, as an address of mail does
_CODE = 5  # digits of one that does: a postcode; a year or the number of a house does not
_MOST = 300  # expressions: of a list of subscribers the first are known elsewhere, all where they stand


class Mask(Struct, frozen=True):
    """What must not be shown; `expression` is None where there is nothing."""

    expression: re.Pattern[str] | None

    def __bool__(self) -> bool:
        return self.expression is not None

    def text(self, shown: str) -> str:
        """The same number of characters, of private words all but the first one dots."""
        return self.expression.sub(lambda found: dotted(found[0]), shown) if self.expression else shown

    def places(self, source: str) -> Iterator[tuple[int, int]]:
        """Offset and length of private words."""
        for found in self.expression.finditer(source) if self.expression else ():
            yield found.start(), found.end() - found.start()

    def record(self, record: Any) -> Any:
        """A record of the report with all of its texts masked; enumerations, fingerprints and names of rules stay."""
        return self._masked(record) if self.expression else record

    def _masked(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, tuple | list):
            return type(value)(map(self._masked, value))
        if isinstance(value, dict):
            return {key: self._masked(one) for key, one in value.items()}
        if isinstance(value, Struct):
            texts = (name for name in value.__struct_fields__ if name not in _KEPT)
            return msgspec.structs.replace(value, **{name: self._masked(getattr(value, name)) for name in texts})
        return value


_KEPT = frozenset({"rule", "dimension", "fingerprint", "places", "fix", "name", "encoding"})


def mask(private: Iterable[str]) -> Mask:
    """A mask for private texts, as they stand in a source, with tags and references."""
    parts = dict.fromkeys(part for text in private for part in _parts(html.unescape(_TAG.sub(" ", text))))
    some = sorted(list(parts)[:_MOST], key=len, reverse=True)
    return Mask(re.compile(rf"(?<!\w)(?:{'|'.join(some)})(?!\w)", re.IGNORECASE) if some else None)


def covered(source: str, report: Report, rules: RuleSet) -> str:
    """The source with dots over private data that rules found; offsets stay what they are."""
    private = {rule.id for rule in rules.rules if rule.private}
    everything = (*report.findings, *(suppressed.finding for suppressed in report.suppressed))
    found = [finding for finding in everything if finding.rule in private]
    places = [(finding.offset, finding.length) for finding in found]
    places += [(place.offset, place.length) for finding in found for place in finding.related]
    if not places:
        return source
    text = list(source)
    for start, length in (*places, *mask({source[o : o + n] for o, n in places}).places(source)):
        text[start : start + length] = dotted(source[start : start + length])
    return "".join(text)


def dotted(text: str) -> str:
    """Letters and digits become dots but for the first of each word, so that an editor recognises the place."""
    return re.sub(r"(?<=\S)\w", "•", text)


def _spellings(text: str) -> Iterator[str]:
    """A day as forms of all languages write it; which word is the month is left open."""
    for found in _DAY.finditer(text):
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        one, other = rf"0?{int(day)}", rf"0?{int(month)}"
        word = r"[^\W\d_]{3,12}"
        yield rf"{one}(?:st|nd|rd|th)?\W{{1,3}}(?:\w{{2,3}}\W)?{word}\W{{1,3}}(?:\w{{2,3}}\W)?{year}"
        yield rf"{word}\W{{1,3}}{one}(?:st|nd|rd|th)?\W{{1,3}}{year}"
        yield rf"{year}\W0?(?:{one}\W{other}|{other}\W{one})"
        yield rf"(?:{one}\W{other}|{other}\W{one})\W{year}"


def _parts(text: str) -> Iterator[str]:
    """Expressions: the number or the day in any spelling, every two neighbouring words, a long word by itself."""
    yield from _spellings(text)
    digits = "".join(_NUMBER.findall(text))
    if _DIGITS <= len(digits) <= 2 * _DIGITS + 2:
        yield r"\D{0,3}?".join(digits)
    words = _WORD.findall(text)
    for first, second in pairwise(words):
        yield rf"{re.escape(first)}\W{{1,4}}{re.escape(second)}"
    for word in words:
        alone = len(word) >= _SHORTEST and (len(words) == 1 or "@" in word)
        if alone or len(_NUMBER.findall(word)) >= _CODE:
            yield re.escape(word)
