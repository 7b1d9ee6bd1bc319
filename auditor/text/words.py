"""Words and sentences with their places."""

import re

from auditor.words import words as listed

WORD = re.compile(r"[^\W_]++(?:['’][^\W_]++)*+")

_ABBREVIATIONS = frozenset(listed("function-words", "abbreviations"))
# A stop, what may close after it, then space and something that can open a sentence. All bounded: linear on any input.
_BORDER = re.compile(r"[.!?…]{1,3}+[\"'”’»)\]]{0,3}+(?=\s)|[。！？]{1,3}+[」』”]{0,2}+")
_BEFORE = re.compile(r"[^\s\"'“‘(\[]{1,20}$")
_OPENS = re.compile(r"\s*[\"'“‘«„(\[]*+[^\W_a-z]")


def words(text: str) -> list[str]:
    """The words of a text, lower case; apostrophes stay inside, hyphens divide."""
    return WORD.findall(text.lower())


def sentences(text: str) -> list[tuple[int, int]]:
    """Intervals of the sentences of one block, without the white space between them.

    A border is a stop followed by space and a capital, a digit or an opening quotation mark; known abbreviations
    and initials are no borders. CJK stops need no space.
    """
    borders = [m.end() for m in _BORDER.finditer(text) if _ends_sentence(text, m)]
    intervals = zip([0, *borders], [*borders, len(text)], strict=True)
    return [stripped for start, end in intervals if (stripped := _strip(text, start, end))]


def _ends_sentence(text: str, border: re.Match[str]) -> bool:
    if border.group()[0] in "。！？":
        return True
    if not _OPENS.match(text, border.end(), border.end() + 40):
        return False
    if border.group()[0] != "." or len(border.group()) > 1:
        return True
    before = _BEFORE.search(text[max(0, border.start() - 20) : border.start()])
    word = before.group().lower() if before else ""
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha() and word != "i")


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return (start, end) if start < end else None
