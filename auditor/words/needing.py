"""The words without which a phrase stands in no text."""

from collections.abc import Set as AbstractSet
from functools import cache

from auditor.expressions import late
from auditor.model.scripts import MARKS
from auditor.prepared import Growing
from auditor.words import words

_LETTERS = rf"(?:[^\W_][{MARKS}]*)+"
_WORD = late(rf"{_LETTERS}(?:['’]{_LETTERS})*")
_ENDING = late(r"(\w+)\[([^\[\]\s]*)\](\w*)")  # a word with parts that may be missing
_HYPHEN = late(r"\{[-/ ]{1,9}\}")  # stands between two words like a blank
_PIECE = late(r"[\[\]{}/]|[^\[\]{}/]+")
_GLUED = late(r"[\w'’]+(?=[\[{])|(?<=[\]}])[\w'’]+")  # a word that goes on inside a bracket or comes out of one
_TORN = "~"

_NEEDED = Growing("needed", tuple[frozenset[str], ...])


def telling(part: AbstractSet[str]) -> tuple[bool, int, int]:
    """None of the commonest words ("ad", not "this"), few alternatives, then long words: those stand in the fewest
    texts."""
    return part.isdisjoint(_common()), -len(part), min(map(len, part), default=0)


@cache
def _common() -> frozenset[str]:
    return frozenset(words("stopwords", "common"))


@cache
def needed(phrase: str) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which the text must hold one, the most telling first."""
    return _NEEDED.of(phrase, _needed)


def _needed(phrase: str) -> tuple[frozenset[str], ...]:
    spelled = _HYPHEN.sub(" ", phrase.lower())
    spelled = _ENDING.sub(lambda found: f"{{{'/'.join(_spellings(*found.groups()))}}}", spelled)
    spelled = spelled.replace("}{", f"}}{_TORN}{{")
    return tuple(sorted(_parts(_PIECE.findall(_GLUED.sub(_TORN, spelled))), key=telling, reverse=True))


def _spellings(before: str, endings: str, after: str) -> list[str]:
    """`text[s]` as `text` and `texts`."""
    return [before + after, *(before + ending + after for ending in endings.split("/"))]


def _parts(pieces: list[str]) -> list[frozenset[str]]:
    """What a sequence needs. Takes its pieces away, up to the next alternative or the bracket that closes it."""
    found: list[frozenset[str]] = []
    torn = False
    while pieces and pieces[0] not in "/]}":
        piece = pieces.pop(0)
        if piece in "[{":
            inside = _either(pieces)
            if piece == "{" and inside and not torn and not (pieces and pieces[0].startswith(_TORN)):
                found.append(inside)
        else:
            found += [frozenset((word,)) for word in _WORD.findall(piece)]
        torn = piece.endswith(_TORN)
    return found


def _either(pieces: list[str]) -> frozenset[str]:
    """Of each alternative the words of its most telling part; nothing when one of them needs nothing."""
    alternatives = [_parts(pieces)]
    while pieces and pieces.pop(0) == "/":
        alternatives.append(_parts(pieces))
    return frozenset().union(*(max(parts, key=telling) for parts in alternatives)) if all(alternatives) else frozenset()
