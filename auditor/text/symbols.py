"""Symbols in the place of a name: variables, fields of a record, masks of entities, blanks, empty values.

They are the same in articles of any language. A field is known by its pieces, which are all words for fields
("src_name", "ENTITY-LOC-4"): people choose other names for themselves, and bodies and things have other names, too.
"""

import re
from collections.abc import Iterator
from functools import cache

from auditor.expressions import late
from auditor.words import words

# What every symbol has some of; spares most texts the longer search.
_SIGNS = (*"{$%<[_", "N/A", "null", "NULL", "undefined")
_LATER = late(r"None, who|TKTK|X{4}")
_CAPITAL = late(r"[A-Z](?:(?<=[a-z].)|[A-Z][-.\d]|[a-z]{1,12}\d)")
_VARIABLE = (
    r"\{\{?\s?(?:[A-Za-z_][\w .|'’-]{0,40}|\d)\}\}?|\$\{[A-Za-z_][\w.]{0,40}\}|\$[a-z_]{2,30}(?![\w.])"
    r"|%\([a-z_]\w{0,30}\)s|%[A-Za-z_]{3,30}%|%s|<[a-z][a-z]{0,14}(?:[_ ][a-z]{1,14}){1,3}>"
)
_NOTHING = r"NaN|N/A|null|NULL|undefined|(?:TK){2,4}|X{4,8}|None(?=, who\s)"  # to come, or a program's word for it
_SYMBOL = late(
    rf"(?<![\w@#/$&.-])(?:(?P<variable>{_VARIABLE})"
    r"|(?P<mask>[<\[][A-Z]{2,15}(?:[_-]?(?:[A-Z]{1,15}|\d{1,3})){0,3}[>\]])"
    rf"|(?P<blank>_{{3,40}})|(?P<nothing>{_NOTHING})"
    # Behind its first letter a field has a capital, a figure, a line or a mark; words like others have none.
    r"|(?P<field>(?=[A-Z][.-]|[A-Za-z][a-z.-]*+[A-Z_\d])[A-Za-z]\w{0,40}(?:[.-]\w{1,40}){0,4}))"
    r"(?![\w@/%$])(?!-\w|\.\w)"
)
_PIECE = late(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MASKED = late(r"[A-Z]+(?:[-.][A-Z\d]+)+$|[A-Z]{3,}\d{1,3}$")
_NUMBERED = late(r"[A-Z]?[a-z]{2,}\d{1,4}$")
_FEWEST = 2  # pieces of a field
_SHORTEST = 3  # letters of its first piece, where only a capital tells that another begins
_LISTS = ("fields", "slots", "people", "unfilled", "unfilled-opens")


def symbols(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind of each symbol of a text, and where it stands."""
    if not (any(map(text.__contains__, _SIGNS)) or _CAPITAL.search(text) or _LATER.search(text)):
        return
    for found in _SYMBOL.finditer(text):
        kind = found.lastgroup or ""
        if (kind != "field" or is_field(found[0])) and (kind != "mask" or _is_mask(found[0])):
            yield kind, found.start(), found.end()


def is_field(token: str) -> bool:
    """Whether it is joined as names of fields are, and of nothing but words for fields, letters and numbers."""
    if "_" not in token and token[1:].isalpha() and token[1:].islower():
        return False  # a word like others
    pieces = _PIECE.findall(token)
    if not ("_" in token or _MASKED.match(token) or _NUMBERED.match(token) or _has_hump(token, pieces)):
        return False
    told = [piece.lower() for piece in pieces if len(piece) > 1 and not piece.isdigit()]
    return len(pieces) >= _FEWEST and bool(told) and _fields().issuperset(told) and _is_whole(token, pieces)


def _has_hump(token: str, pieces: list[str]) -> bool:
    """ "speakerName"; with a capital only the place of a name: firms are called "TextSource", and phones "iPhone"."""
    joined = token.isalpha() and len(pieces) > 1 and len(pieces[0]) >= _SHORTEST
    return joined and (token[0].islower() or pieces[-1].lower() in words("sources", "unfilled"))


def _is_mask(token: str) -> bool:
    """Whether it is a kind of name between brackets; square ones also hold what editors leave out, without a number."""
    bare = token[1:-1]
    told = {piece.lower() for piece in _PIECE.findall(bare) if piece.isalpha() and len(piece) > 1}
    return bool(told) and told <= _fields() and (token[0] == "<" or not bare.isalpha())


def _is_whole(token: str, pieces: list[str]) -> bool:
    """Whether nothing is left of it but what joins: "ñ" is no piece."""
    return len(re.sub(r"[_.-]", "", token)) == sum(map(len, pieces))


@cache
def _fields() -> frozenset[str]:
    return frozenset(word for key in _LISTS for word in words("sources", key))
