"""Whether a short text is prose at all."""

import re

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.text.words import sentences, words
from auditor.words import words as listed
from auditor.words.notation import expression

# The words that hold sentences together, in the languages of most profiles: a fifth to two fifths of running text.
_GLUE = frozenset(listed("stopwords", "glue"))
# Letters of languages whose sentences the list above holds together. Finnish and its kin do with endings what others do
# with small words; they double their vowels.
_KNOWN = late(r"[A-Za-zÀ-ÅÇ-ÏÑ-ÖØ-Üßà-åç-ïñ-öø-üæÆœąęśćńłóżźŁŚŻŹĆěščřžůďťňýŠČŘŽășțȘȚ\s.-]++")
_DOUBLED = late(r"aa|ii|uu|ää|öö")
_MARKED = late(r"[\d,;:()\[\]\"“”„«»‘’'@#&/|!?–—…]|-(?!\w)|(?<!\w)-")
_FEWEST = 5
_PHRASE = 3  # words of the longest phrase of slogans: "local area network"
_CATCH_PHRASE = late("|".join(map(expression, listed("slogans", "catch-phrases"))), re.IGNORECASE)


def salad(text: str, *, glue_at_most: float) -> bool:
    """Whether a text is words in sentence form without what makes sentences: glue, commas, names, figures.

    All its sentences begin with a capital, end in a full stop, and have three words or more.
    """
    text = text.strip()
    if _MARKED.search(text) or not text.endswith(".") or not _KNOWN.fullmatch(text) or len(_DOUBLED.findall(text)) > 1:
        return False
    pieces = [text[a:b] for a, b in sentences(text)]
    if any(len(p.split()) < 3 or not p[0].isupper() or not p.endswith(".") for p in pieces):
        return False
    found = words(text)
    glued = sum(word in _GLUE for word in found)
    return len(found) >= _FEWEST and glued <= glue_at_most * len(found) and not _has_name(pieces)


def slogans(text: str, lexicon: Lexicon, *, at_least: float) -> bool:
    """Whether a text is made of the words and phrases of a lexicon, hyphenated ones taken whole."""
    tokens = [token.strip(".,!?").lower() for token in text.split()]
    covered = at = 0
    while at < len(tokens):
        taken = next((n for n in range(_PHRASE, 0, -1) if " ".join(tokens[at : at + n]) in lexicon), 0)
        covered, at = covered + min(taken, len(tokens) - at), at + max(1, taken)
    return len(tokens) >= 3 and covered >= at_least * len(tokens)


def is_catch_phrase(text: str) -> bool:
    """Whether a text is one of the phrases that generators of profiles put together from three parts."""
    return _CATCH_PHRASE.fullmatch(text.strip(" .!")) is not None


def _has_name(pieces: list[str]) -> bool:
    """Whether capitals stand inside sentences as names do: in more than one of ten words, yet not in every noun."""
    inner = [word for piece in pieces for word in piece.split()[1:]]
    capitals = sum(word[0].isupper() for word in inner)
    german = 0.15 * len(inner) <= capitals <= 0.7 * len(inner) and capitals >= 0.5 * len(pieces)
    return capitals > 0.1 * len(inner) and not german
