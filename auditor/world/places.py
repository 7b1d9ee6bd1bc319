"""Places of a sentence that something may have been meant to fill: where they are, and what speaks of each.

Whatever a writer, a form or a program puts in another's place looks like no word of the sentence: it stands between
marks, is in capitals, is a program's word for nothing, or is blank. What it holds and what stands around it tell a
slot from a citation, a name, a price or an emphasis; how much each of these weighs is measured
(`benchmarks/weighing/places.py`).
"""

import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5
from typing import NamedTuple

from auditor.expressions import late
from auditor.text.words import words
from auditor.words import words as listed
from auditor.world.slots import Slot, slot

PLACE = late(
    r"""
    (?=[\[{<(\#%$@|^~_!=+¤/&\\?£€\dxA-Z]|undefined|null|nil|n/a)  # with what one begins: most places are none at once
    (?:(?P<bracketed>(?P<opening>[\[{<]{1,3}|\(\()(?P<inside>[^\[\]{}<>\n]{0,60})(?:[\]}>]{1,3}|\)\)))
  | (?P<marked>(?<![\w/.:@\#$%-])(?P<mark>[\#%$@|^~_!=+¤]{1,3}|/)(?=[^\W\d_])
      (?P<between>[\w\ .:-]{0,38}\w)(?P=mark)(?![\w/]))
  | (?P<led>(?<![\w$€£\#%&@-])(?:\$[^\W\d]\w{1,40}|%[sd@](?!\w)|%\d\$s|%[a-z]{3,30}\b(?!%)|&[a-z]{2,20}\w{0,9};
      |\\[a-z]{1,20}\{\w{0,30}\}|\$\(\w{1,30}\)))
  | (?P<nothing>(?<![\w/.])(?:undefined|null|nil|NULL|None|NaN|N/A|n/a|Array
      |(?:TK){1,3}(?=:|\ [a-z]|(?:\ [A-Z]{3,20}){2}))(?![\w/.(])
      |\bundefined(?=\w)|\b0000-00-00\b)
  | (?P<capital>(?<![\w\#$%@&/.-])[A-Z]{2,20}(?:\ [A-Z]{2,20}){0,3}(?![\w.-]))
  | (?P<blank>(?<!\w)(?:_{2,40}|\d{0,2}\?{2,5}(?=,?\ (?:[a-z]|\d))(?<=[\d\ ?]\?\?)
      |[Xx]{2,6}(?:[:,./-][Xx]{2,6}){0,3}(?!\w)
      |[Xx](?:,[Xx]{3}){1,3}(?!\w)
      |(?<!\d)(?<!\d[ \u00a0])[£$€](?=[ ,.]|$)(?![ \u00a0]\d)|%(?=[ ,.]))))
    """,
    re.VERBOSE,
)
_BEGINS = late(
    r"[\[{<#%$@|^~_=+¤/&\\£€(!?A-Z](?:(?<=[^(!?A-Z])|(?<=\()\(|(?<=!)(?=[^\W\d_])|(?<=\?)\?|(?<=[A-Z])[A-Z])"
)
_NOTHING = ("undefined", "null", "nil", "None", "NaN", "Array", "TK", "0000-00-00", "xx", "xX", "Xx")
_ENGINES = ("{{", "@@", "<%", "<?")
_OF_ENGINES = late(r"%{1,2}[^\W\d]+%{1,2}")  # "%NAME%", but not "%d" and "% of"
_HUMP = late(r"(?<=[a-z])(?=[A-Z])|[_.:-]+")
_VARIABLE = late(r"[^\W\d]\w*(?:[_.:]\w+)+")
_BEFORE = late(r"([^\W_]+(?:['’-][^\W_]+)*|[^\w\s])\s*$")
_AFTER = late(r"\s*([^\W_]+(?:['’-][^\W_]+)*|[^\w\s])")
_REACH = 30  # characters in which the neighbours stand
_SET_OFF = "_~=+/"  # words, not slots
_HIDDEN = ("email protected", "email\xa0protected")  # what scrapers see of a hidden address
_ADDED = late(r"[\",;!…]|\d\.\d")  # what is added by somebody has marks of its own
_PAIR = 2  # "ROAD NAME"; longer ones are names in capitals
_ASIDE = 4  # words: longer brackets hold what a writer adds
_FEW = 3  # words in small letters: a sentence with fewer is a heading, a code or a list
_ROLES = ("thing", "medium", "kind", "ask", "ask-for", "yours", "here", "later", "joint")


class Place(NamedTuple):
    """An interval of a sentence, and what is known of it, as the names that a table weighs."""

    start: int
    end: int
    signs: frozenset[str]


def may_hold(text: str) -> bool:
    """Whether a place may begin in a text; spares most texts the search."""
    return _BEGINS.search(text) is not None or any(map(text.__contains__, _NOTHING))


def places(sentence: str, language: str) -> Iterator[Place]:
    """The places of a sentence, from left to right."""
    around = None
    for found in PLACE.finditer(sentence):
        kind = found.lastgroup or ""
        inside = found["inside"] or found["between"] or found.group()
        if not _may_be(kind, found, inside, language):
            continue
        around = around or ("few" if sum(map(str.islower, sentence.split())) < _FEW else "many")
        signs = {kind, around, *_own(kind, found, inside, language), *_beside(kind, sentence, found, language)}
        yield Place(*found.span(), frozenset(signs))


def has_its_rule(sentence: str, place: Place) -> bool:
    """Variables of template engines, and what stands between brackets and is a slot by its grammar."""
    text = sentence[place.start : place.end]
    if (
        text.startswith(_ENGINES)
        or _OF_ENGINES.fullmatch(text)
        or sentence[: place.start].endswith(("$", "#", "%", "<"))
    ):
        return True
    return text.startswith(("[", "{")) and slot(text.strip("[]{}")) is Slot.SURE


def _may_be(kind: str, found: re.Match[str], inside: str, language: str) -> bool:
    """Capitals are an abbreviation unless they name a thing that slots ask for, and some marks set off any word."""
    if kind == "capital":
        told = words(inside)
        return _known(language).issuperset(told) or (len(told) == _PAIR and told[-1] in _role("thing", language))
    if kind == "bracketed" and (_ADDED.search(inside) or len(inside.split()) > _ASIDE):
        return '"' not in inside and _known(language).issuperset(words(inside))
    if kind == "led" and inside[1:] in html5:
        return False  # "&amp;", which is a fault of its own
    if kind == "marked" and found["mark"][0] in _SET_OFF:
        return bool(_roles(inside, language)) or "_" in inside
    return inside not in _HIDDEN and (kind != "marked" or len(inside) > 1)


def _own(kind: str, found: re.Match[str], inside: str, language: str) -> Iterator[str]:
    """Its marks, the shape of what it holds, and what the words of that are in slots."""
    if kind in ("nothing", "blank"):
        yield f"{kind} {inside if kind == 'nothing' else inside[0] + str(min(len(inside), 3))}"
        return
    yield f"{kind} {found['opening'] or found['mark'] or inside[0]}"
    told = words(_HUMP.sub(" ", inside))
    roles = _roles(inside, language)
    yield from (f"{kind} of {role}" for role in roles)
    whole = "known words" if _known(language).issuperset(told) else "some known words"
    yield f"{kind} of {whole if roles else 'nothing known'}"
    yield f"{kind} {_shape(inside)}"
    yield f"{kind} {min(len(told), 4)} words"


def _roles(inside: str, language: str) -> list[str]:
    told = set(words(_HUMP.sub(" ", inside)))
    return [role for role in _ROLES if not told.isdisjoint(_role(role, language))]


@cache
def _role(name: str, language: str) -> frozenset[str]:
    """Those of English in every text: programs are written in it."""
    return frozenset((*listed("slots", name, language), *listed("slots", name, "en")))


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset().union(*(_role(name, language) for name in _ROLES))


def _shape(inside: str) -> str:
    if not any(map(str.isalpha, inside)):
        return "without letters"
    if _VARIABLE.fullmatch(inside):
        return "like_this"
    if inside.isupper():
        return "LIKE THIS"
    return "likeThis" if _HUMP.search(inside) else "Like this" if inside[0].isupper() else "like this"


def _beside(kind: str, sentence: str, found: re.Match[str], language: str) -> Iterator[str]:
    """What the words before and after it are."""
    before = _BEFORE.search(sentence[max(0, found.start() - _REACH) : found.start()])
    after = _AFTER.match(sentence, found.end(), found.end() + _REACH)
    left = _neighbour(before[1], language) if before else "start"
    right = _neighbour(after[1], language) if after else "end"
    yield from (f"{kind} after {left}", f"{kind} before {right}", f"{kind} between {left} and {right}")


def _neighbour(word: str, language: str) -> str:
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "number"
    return "small word" if word.lower() in _small(language) else "name" if word[0].isupper() else "word"


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset((*listed("stopwords", "common", language), *listed("quotation", "never-last", language)))
