"""Whether an English quotation ends in half a word: in letters that end none, and with which words begin."""

from bisect import bisect_left
from functools import cache

from auditor.expressions import late
from auditor.text.relevance import is_known, stem
from auditor.words import words
from auditor.words.weights import weights

_LAST = late(r"(?<=\s)[a-z]{2,9}$")
# No word ends so: "abr", "alr", "sw". Rare words that no table holds ("war" is mostly a name) end as others do.
_UNENDING = late(r"(?:[bcdfgkptlmnsvz]r|[bcfgkps]l|[bcdfghjklmnpqrstvxz]w|[jq])$")
_FEWEST = 6  # words of the quotation; shorter ones are names and labels
_SHORT = 2  # letters of words of which there are so few that all are listed


def half_word(text: str) -> str:
    """What stands last, if it is no word but the beginning of one."""
    last = _LAST.search(text.removesuffix(","))
    if not last or not text[0].isupper() or len(text.split()) < _FEWEST:
        return ""
    piece, known = last[0], _known()
    at = bisect_left(known, piece)
    begins = at < len(known) and known[at].startswith(piece) and known[at] != piece
    return piece if begins and not _may_end(piece) else ""


def dots_in_word(text: str) -> str:
    """Why the dots at the end of a quotation are no pause of its speaker."""
    piece = half_word(text.rstrip(".…")) if text.endswith(("…", "...")) else ""
    return f'dots stand behind half a word ("{piece}")' if piece else ""


def _may_end(piece: str) -> bool:
    """Whether letters may be a whole word: one of two, one of many pages, or one that ends as words do.

    Of the words of honest pages .2% are none of theirs and begin another: "ale", "veg", "weir".
    """
    if len(piece) == _SHORT:
        return piece in words("quotation", "of-two-letters")
    return not _UNENDING.search(piece) and (is_known(stem(piece)) or piece in _function_words())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words("stopwords", "common", "en")) | frozenset(words("function-words", "loose-ends", "en"))


@cache
def _known() -> list[str]:
    """Words that pages write small."""
    return sorted(weights("en", "small"))
