"""Phrases as people write them down, to regular expressions.

    may also like            the words, in any case, with any white space and either style of apostrophe and dash
    [also] read              square brackets: may be missing
    article[s]               ... or the end of a word
    {article/post} tags      curly brackets: one of these; each may be a phrase
    about *                  any one word
    more from ...            up to four words
    ads by ___               whatever a page fills in: up to 60 characters
    # replies                a number
    popular <things>         one of the phrases of the list `things` in the same file
    author\\/s                a backslash takes its meaning from the sign after it

The expressions are linear: every gap is bounded.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model.scripts import MARKS
from auditor.prepared import Growing

_PIECE = late(r"\\.|\.\.\.|…|___|[\[\]{}/*#]|\s+|[^\[\]{}/*#\s…._\\]+|\.|_")
_LIST = late(r"<([a-z-]+)>")
_CLOSING = {"[": "]", "{": "}"}
_WORD = rf"[^\W_][\w'’{MARKS}-]{{0,29}}"
_GAPS = {"*": _WORD, "...": rf"{_WORD}(?:[ ,]{{1,2}}{_WORD}){{0,3}}"}
_GAPS["…"] = _GAPS["..."]
_GAPS |= {"___": ".{1,60}", "#": r"\d{1,6}"}
_EITHER = {"'": "['’‘]", "’": "['’‘]", "-": "[-‐‑–]"}
_BLANK = r"\s{1,3}"
_EXPRESSIONS = Growing("notation", str)
_APART = "\0"  # stands in no list


def expression(phrase: str) -> str:
    """The regular expression of one phrase, to be compiled without case.

    Raises:
        ValueError: a bracket is never closed, or closed without having been opened.
    """
    return _EXPRESSIONS.of(phrase, _expressions)


def _together(phrases: Iterable[str]) -> str:
    """One expression for all of them, which is kept as one."""
    return _EXPRESSIONS.of(_APART.join(phrases), _expressions)


def _expressions(phrases: str) -> str:
    return "|".join(map(_expression, phrases.split(_APART)))


def _expression(phrase: str) -> str:
    pieces = _PIECE.findall(phrase.strip())
    found, end = _sequence(pieces, 0, "")
    if end < len(pieces):
        raise ValueError(f"{pieces[end]!r} closes nothing in {phrase!r}")
    return found


def expanded(phrase: str, lists: Mapping[str, Sequence[str]]) -> str:
    """A phrase with other lists in the places that name them.

    Raises:
        KeyError: there is no such list.
    """
    while found := _LIST.search(phrase):
        phrase = f"{phrase[: found.start()]}{{{'/'.join(lists[found[1]])}}}{phrase[found.end() :]}"
    return phrase


def lower_case(phrases: Iterable[str]) -> str:
    """One expression for several phrases and for text in lower case, which is faster to search than without case."""
    return _together(phrase.lower() for phrase in phrases)


def either(phrases: Iterable[str]) -> str:
    """One expression for several phrases, the longest first: none hides another that goes on from it."""
    return _together(sorted(phrases, key=len, reverse=True))


@cache
def matcher(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for a tuple of phrases, which finds them as whole words in any case."""
    return compiled(rf"(?<!\w)(?:{_together(phrases)})(?!\w)", re.IGNORECASE)


def _sequence(pieces: list[str], at: int, opened: str) -> tuple[str, int]:
    """The expression of the pieces up to the bracket that closes `opened`, and where that stands."""
    parts: list[str] = []
    while at < len(pieces) and pieces[at] not in ("]", "}"):
        piece = pieces[at]
        if piece in _CLOSING:
            inside, at = _sequence(pieces, at + 1, piece)
            if at >= len(pieces) or pieces[at] != _CLOSING[piece]:
                raise ValueError(f"{piece!r} is never closed in {''.join(pieces)!r}")
            at = _append(parts, inside, pieces, at) if piece == "[" else _grouped(parts, inside, at)
        else:
            parts.append("|" if piece == "/" and opened else _plain(piece))
        at += 1
    return "".join(parts), at


def _append(parts: list[str], inside: str, pieces: list[str], at: int) -> int:
    """Add an optional part. It takes one of the blanks around it along, so that none is left over without it."""
    if parts and parts[-1] == _BLANK:
        parts[-1] = f"(?:{_BLANK}(?:{inside}))?"
        return at
    opens = not parts or parts[-1] == "|" or parts[-1].endswith(f"{_BLANK})?")
    if opens and at + 1 < len(pieces) and pieces[at + 1].isspace():
        parts.append(f"(?:(?:{inside}){_BLANK})?")
        return at + 1
    parts.append(f"(?:{inside})?")
    return at


def _grouped(parts: list[str], inside: str, at: int) -> int:
    parts.append(f"(?:{inside})")
    return at


def _plain(piece: str) -> str:
    if piece.isspace():
        return _BLANK
    if piece[0] == "\\":
        return re.escape(piece[1:])
    return _GAPS.get(piece) or "".join(_EITHER.get(c, re.escape(c)) for c in piece)
