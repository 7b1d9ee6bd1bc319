"""Values that forms, themes and hurried people leave behind, matched against a lexicon of them.

An entry is "key: words"; `*` stands for up to six words (twenty at the end), `{name}` for a part of the author's name.
The keys `ask` and `object` hold single words: a sentence that begins with an ask and holds an object wants to be
replaced.
"""

import re
from functools import lru_cache

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.world.names import parts
from auditor.world.postcodes import fold

_SIGN = late(r"[^\W_]+")
_CAP = 300  # characters of a value that are compared
_CLASSES = ("object", "holder", "absent", "ask", "plain")
_TERSE = 6  # words
_LONGEST_REQUEST = 12  # words


def matches(key: str, value: str, lexicon: Lexicon, name: str = "") -> bool:
    """Whether a value is, as a whole, one of a lexicon's entries for its key; `name` is the author's."""
    signs = _signs(value)
    if f"{key}: {' '.join(signs)}" in lexicon:
        return bool(signs)
    own = {" ".join(_signs(name)), *parts(name)} - {""}
    there = {*signs, "{name}"} if own else set(signs)
    bare = " ".join(signs) + " "
    return any(
        _expression(entry, "|".join(map(re.escape, sorted(own)))).fullmatch(bare)
        for literals, entry in _open_entries(key, lexicon)
        if literals <= there
    )


def may_match(key: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a text holds the longest word of one of those entries; spares most texts the reading."""
    folded = fold(text)
    return any(word in folded for word in _longest(key, lexicon))


def requests(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence asks whoever fills the form for a text: "Please provide a few lines for your bio"."""
    signs = [sign for sign in _signs(sentence) if f"polite: {sign}" not in lexicon]
    if not signs or len(signs) > _LONGEST_REQUEST or f"ask: {signs[0]}" not in lexicon:
        return False
    return any(f"object: {sign}" in lexicon for sign in signs[1:])


def says_nothing(text: str, words: Lexicon, name: str = "") -> bool:
    """Whether a short text is made of nothing but the words of placeholders.

    It names a biography in six words, as absent or to be written, or its holder as absent. Parts of the author's name
    and figures count as plain words.
    """
    signs = [sign.strip("0123456789") for sign in _signs(text)]
    own = set(parts(name))
    told = [sign for sign in signs if sign and sign not in own]
    if not 1 < len(signs) <= _LONGEST_REQUEST or not told:
        return False
    classes = {kind for sign in told for kind in _CLASSES if f"{kind}: {sign}" in words}
    known = all(any(f"{kind}: {sign}" in words for kind in _CLASSES) for sign in told)
    biography = "object" in classes and (len(signs) <= _TERSE or bool({"absent", "ask"} & classes))
    return known and (biography or {"holder", "absent"} <= classes)


def _signs(value: str) -> list[str]:
    return _SIGN.findall(fold(value[:_CAP]))


@lru_cache(maxsize=64)
def _open_entries(key: str, lexicon: Lexicon) -> tuple[tuple[frozenset[str], str], ...]:
    """The entries with wildcards or names, each with the words that it holds as such."""
    entries = sorted(entry.removeprefix(f"{key}: ") for entry in lexicon if entry.startswith(f"{key}: "))
    opened = [entry for entry in entries if "*" in entry or "{name}" in entry]
    return tuple((frozenset(word for word in entry.split() if "*" not in word), entry) for entry in opened)


@lru_cache(maxsize=64)
def _longest(key: str, lexicon: Lexicon) -> frozenset[str]:
    entries = (entry.removeprefix(f"{key}: ").split() for entry in lexicon if entry.startswith(f"{key}: "))
    own = ([word for word in words if "*" not in word and "{" not in word] for words in entries)
    return frozenset(max(words, key=len, default="") for words in own)


@lru_cache(maxsize=512)
def _expression(entry: str, own: str) -> re.Pattern[str]:
    *inner, last = entry.split()
    pieces = [*(r"(?:\S+ ){0,6}" if word == "*" else f"{word} " for word in inner)]
    pieces.append(r"(?:\S+ ){0,20}" if last == "*" else f"{last} ")
    return re.compile("".join(pieces).replace("{name}", f"(?:{own})"))
