"""What the text of a link is."""

from collections.abc import Set as AbstractSet

from auditor.expressions import late
from auditor.text.words import WORD

LONGEST = 300  # characters of a link's text that are judged
_WORDS = 4  # fewer are a label
_LETTERS = 3  # of a word; what is shorter says nothing alone
_NO_HEADLINE = late(r"^\d+[.,:]\d|[/|•·©»→›…](?:\s|$)|[.:;]$")


def reads_as_headline(text: str, asks: AbstractSet[str]) -> bool:
    """Whether a link's text reads as a headline: no phrase of a sentence, request, teaser, date or credit.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
    """
    if text[0].islower() or text.count(" ") < _WORDS - 1 or len(text) > LONGEST or _NO_HEADLINE.search(text):
        return False
    words = WORD.findall(text.lower())
    spoken = sum(len(word) >= _LETTERS and word.isalpha() for word in words)
    return len(words) >= _WORDS and spoken >= _LETTERS and words[0] not in asks
