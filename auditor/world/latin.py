"""How Latin the words of a text are, by their endings."""

from collections.abc import Sequence

from auditor.expressions import late
from auditor.words import words as listed

# Endings that Latin has and its daughters, German and English lost or hardly use.
_ENDINGS = late(
    r"\w{2,}(?:us|um|ius|ium|ibus|orum|arum|ae|am|em|unt|ant|ent|tur|tas|tio|ens|ans|ax|ex|ix|ux|isse|io|eo|sco|que)"
)
_LIVING = frozenset(listed("stopwords", "never-latin"))


def share_of_latin(words: Sequence[str]) -> float:
    """The share of words of three letters and more with such an ending; 0 where words of living languages stand."""
    long = [word for word in words if len(word) > 2]
    if not long or any(word in _LIVING for word in words) or not all(word.isascii() for word in words):
        return 0.0
    return sum(_ENDINGS.fullmatch(word) is not None for word in long) / len(long)
