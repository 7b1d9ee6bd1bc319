"""Words that are spelled otherwise than they look, where no typesetter, language or damage explains it."""

import unicodedata
from collections.abc import Iterator

from auditor.expressions import late
from auditor.text.folding import is_invisible
from auditor.text.look_alikes import CLOSE, FORMS, LOOSE, inverted

_WORD = late(r"(?<![^\W_])[A-Za-z]{2,}+(?![^\W_])")
_SOUNDS = late("[\u0250-\u02af\u02c8\u02cc\u02d0]")  # whoever writes how words are spoken needs letters that look alike
_OLD = "\u017f"  # the long s of old prints
_LETTERS = frozenset(inverted(CLOSE) | inverted(LOOSE) | inverted(FORMS)) - {_OLD}
_ALPHABETS = ("MATHEMATICAL ", "FULLWIDTH ", "CIRCLED LATIN ", "SMALL ROMAN ", "ROMAN NUMERAL")
_HYPHEN = "\u00ad"
_END = 2  # letters that hyphenation leaves at either end of a word
_CLASHING = late("f\u200c(?=[bfhijklt])")  # German compounds, in which these two letters must not be joined


def words(text: str) -> Iterator[tuple[int, int]]:
    """The words of a folded copy that may be disguised: those of plain Latin letters."""
    if not _SOUNDS.search(text):
        yield from (word.span() for word in _WORD.finditer(text))


def is_disguised(word: str, written: str) -> bool:
    """Whether the letters that a reader sees are not those that are written.

    Words wholly in another alphabet are none: that is another language, or an ornament.
    """
    if written.isascii():  # turned round, or with letters that are not shown
        return "".join(filter(str.isprintable, written)) != word
    if _HYPHEN in written and not _is_hyphenated(written):
        return True
    rest = _CLASHING.sub("f", written.replace(_HYPHEN, ""))
    plain = any(sign.isascii() for sign in rest)
    return plain and any(is_invisible(sign) or _is_borrowed(sign) for sign in rest)


def _is_hyphenated(written: str) -> bool:
    first, *_, last = written.split(_HYPHEN)
    return min(len(first), len(last)) >= _END


def _is_borrowed(sign: str) -> bool:
    return not sign.isascii() and (sign in _LETTERS or unicodedata.name(sign, "").startswith(_ALPHABETS))
