"""Whether an English quotation ends in half a word: in letters that end none, and with which words begin."""

from bisect import bisect_left
from functools import cache

from auditor.expressions import late
from auditor.words import words
from auditor.words.weights import weights

_LAST = late(r"(?<=\s)[a-z]{2,7}$")
# No word ends so: "abr", "alr", "sw". Rare words that no table holds ("war" is mostly a name) end as others do.
_UNENDING = late(r"(?:[bcdfgkptlmnsvz]r|[bcfgkps]l|[bcdfghjklmnpqrstvxz]w|[jq])$")
_FEWEST = 6  # words of the quotation; shorter ones are names and labels
_SHORT = 2  # letters of words of which there are so few that all are listed


def half_word(text: str) -> str:
    """What stands last, if it is no word but the beginning of one."""
    last = _LAST.search(text)
    if not last or not text[0].isupper() or len(text.split()) < _FEWEST:
        return ""
    piece, known = last[0], _known()
    may_end = piece in words("quotation", "of-two-letters") if len(piece) == _SHORT else not _UNENDING.search(piece)
    at = bisect_left(known, piece)
    begins = at < len(known) and known[at].startswith(piece) and known[at] != piece
    return piece if begins and not may_end else ""


@cache
def _known() -> list[str]:
    """Words that pages write small."""
    return sorted(weights("en", "small"))
