"""Text whose letters stand backwards, for a style to turn it round again before a reader."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse

from auditor.words import languages as every
from auditor.words import words

_FIRST, _FEWEST_WORDS = 60, 5  # words of a text that are looked at
# Of the commonest words, backwards; "na" and "si" are names as well, so that one of three letters must be among them.
_FEWEST, _LEAST, _LONG = 3, 0.1, 3
_MARKS = ".,;:!?\"'()“”‘’"


def may_stand(texts: Iterable[str], *languages: str) -> bool:
    """Whether one of some texts may stand backwards; spares nearly every page the look at each of its blocks."""
    found, turned = set(" ".join(texts).lower().split()), _long_backwards(languages)
    bare = (word.strip(_MARKS) for word in filterfalse(str.isalpha, found))
    return not (turned.isdisjoint(found) and turned.isdisjoint(bare))


@lru_cache(256)
def _long_backwards(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[::-1] for word in _common(languages) if len(word) >= _LONG)


def is_backwards(text: str, *languages: str) -> bool:
    """Whether a text has no common word of its languages as it stands, and several the other way round."""
    common = _common(languages)
    found = text.lower().split(None, _FIRST)[:_FIRST]
    if len(found) < _FEWEST_WORDS or not common.isdisjoint(found):
        return False
    turned = [word for word in (word.strip(_MARKS)[::-1] for word in found) if word in common]
    return len(turned) >= max(_FEWEST, _LEAST * len(found)) and any(len(word) >= _LONG for word in turned)


@lru_cache(256)  # pages declare whatever they like
def _common(languages: tuple[str, ...]) -> frozenset[str]:
    """Those that are no common words backwards."""
    listed = [one for one in languages if one in every()]
    if languages and not listed:
        return frozenset()
    known = frozenset(word for word in words("stopwords", "common", *listed) if len(word) > 1)
    return frozenset(word for word in known if word[::-1] not in known)
