"""Numbers by which works and authors are found, and why one cannot be what it says: ISBN, ISSN, ORCID, DOI.

Sources: ISO 2108 (ISBN, weights 10 to 1 modulo 11, or 1 and 3 in turn modulo 10), ISO 3297 (ISSN, weights 8 to 1 modulo
11), ISO 7064 MOD 11-2 (ORCID), DOI Handbook 2.2 (a prefix is "10." and a registrant's number).
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from auditor.expressions import late

_PATTERNS = {
    "ISBN": r"\bISBN(?:[-\s]?1[03])?:?\s{0,2}(?P<ISBN>\d[\dXx\s‐-―-]{7,20}[\dXx])(?![\w-])",
    "ISSN": r"\b[ep]?-?ISSN:?\s{0,2}(?P<ISSN>\d{4}[‐-―-]?\d{3}[\dXx])\b",
    "ORCID": r"\borcid(?:\.org/|\sID:?\s|:?\s{1,2})(?:https?://orcid\.org/)?(?P<ORCID>\d{4}-\d{4}-\d{4}-\d{3}[\dXx])\b",
    "DOI": r"\bdoi(?:\.org/|:\s?|\s)(?P<DOI>10\.[^\s\"<>()\[\],;]{1,80})",
}
_FOUND = late("|".join(_PATTERNS.values()), re.IGNORECASE)
CUES = frozenset({"isbn", "issn", "eissn", "pissn", "orcid", "doi"})  # words beside which they stand
_DOI = late(r"10\.[1-9]\d{3,8}(?:\.\d{1,9})*/\S+")
# A registrant of one figure over and over, and what forms print where the work's own part belongs.
_NO_WORK = late(
    r"10\.(?:0+|x+|(\d)\1{4,})(?:/|$)|/(?:[\w.-]*x{3,}[\w.-]*|abcd?e?f?|[\w.-]*example\w*(?:-\d+)?|placeholder\w*|0{5,}|1234567\d*)\.?$",
    re.IGNORECASE,
)


class Identifier(Struct, frozen=True):
    kind: str
    start: int  # of the number
    end: int
    fault: str


def impossible(text: str) -> Iterator[Identifier]:
    """The identifiers of a text that nothing can bear."""
    for found in _FOUND.finditer(text):
        kind = found.lastgroup or ""
        printed = found[kind].rstrip(".")
        if why := _FAULTS[kind](printed):
            yield Identifier(kind, found.start(kind), found.start(kind) + len(printed), why)


def _digits(printed: str) -> list[int]:
    return [10 if c in "Xx" else int(c) for c in printed if c.isdigit() or c in "Xx"]


def _isbn(printed: str) -> str:
    digits = _digits(printed)
    if len(digits) == 13:
        right = sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    elif len(digits) == 10:
        right = sum(d * (10 - i) for i, d in enumerate(digits)) % 11 == 0
    else:
        if len(digits) > 13:
            right = "" in (_isbn(printed[: _after_figures(printed, count)]) for count in (10, 13))
            return "" if right else "its check digit is wrong"
        return "" if len(digits) == 9 else f"it has {len(digits)} figures"  # SBN of before 1970
    return "" if right else "its check digit is wrong"


def _after_figures(printed: str, count: int) -> int:
    """Where that many figures have been read: a number of pages may follow."""
    return [i for i, c in enumerate(printed) if c.isdigit() or c in "Xx"][count - 1] + 1


def _issn(printed: str) -> str:
    right = sum(d * (8 - i) for i, d in enumerate(_digits(printed))) % 11 == 0
    return "" if right else "its check digit is wrong"


def _orcid(printed: str) -> str:
    total = 0
    *digits, check = _digits(printed)
    for digit in digits:
        total = (total + digit) * 2
    return "" if (12 - total % 11) % 11 == check else "its check digit is wrong"


def _doi(printed: str) -> str:
    if _NO_WORK.search(printed):
        return "it is a placeholder"
    return "" if _DOI.fullmatch(printed) else "no registrant has such a prefix"


_FAULTS: dict[str, Callable[[str], str]] = {"ISBN": _isbn, "ISSN": _issn, "ORCID": _orcid, "DOI": _doi}
