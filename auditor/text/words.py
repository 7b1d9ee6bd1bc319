"""Words and sentences with their places, in all scripts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, is_normalized, normalize

from auditor.expressions import late
from auditor.model.scripts import MARKS, UNSPACED, count_words
from auditor.remembering import remembered
from auditor.words import words as listed

# Words of scripts that write blanks, as long as no combining mark stands in them; quicker than the next one.
WORD = late(r"[^\W_]++(?:['’][^\W_]++)*+")
_OF_ASCII = late("[a-z0-9]++(?:'[a-z0-9]++)*+")  # the same in lower case of ASCII alone, in less than half the time
_IS_SPECIAL = late(f"[{UNSPACED}{MARKS}]")
_SPACED = rf"(?:[^\W_{UNSPACED}][{MARKS}]*+)++"
_OF_ALL_SCRIPTS = late(rf"{_SPACED}(?:['’]{_SPACED})*+|[{UNSPACED}][{MARKS}]*+")

_ABBREVIATIONS = frozenset(listed("function-words", "abbreviations"))
# A stop, what may close after it, then space and something that can open a sentence. All bounded: linear on any input.
# The stops of Chinese and Japanese need no space. Devanagari ends sentences with a danda, Urdu, Arabic, Armenian,
# Ethiopic, Burmese and Khmer with stops of their own; none of those has another use.
_WIDE = "。！？｡．"
_OWN = "।॥؟۔։።።၊။។៕"
STOPS = ".!?…" + _WIDE + _OWN
_BORDER = late(
    rf"[.!?…]{{1,3}}+[\"'”’»)\]]{{0,3}}+(?=\s)|[{_WIDE}]{{1,3}}+[」』”’）》\"]{{0,2}}+|[{_OWN}]{{1,3}}+[\"'”’»)\]]{{0,3}}+"
)
_LONGEST, _SIGNS_BEFORE = 20, "\"'“‘(["  # characters of an abbreviation, and what may stand right before one
_OPENS = late(r"\s*[\"'“‘«„(\[]*+[^\W_a-z]")


def find_words(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand. Apostrophes stay inside, hyphens divide; letters of scripts without blanks
    between words stand each for itself, with its marks."""
    special = not text.isascii() and _IS_SPECIAL.search(text)
    return (match.span() for match in (_OF_ALL_SCRIPTS if special else WORD).finditer(text))


@remembered
def words(text: str) -> list[str]:
    """The words of a text as `find_words` divides them, lower case, composed (NFC)."""
    lowered = text.lower()
    if lowered.isascii() or not _IS_SPECIAL.search(lowered):
        return (_OF_ASCII if lowered.isascii() else WORD).findall(lowered)
    found = _OF_ALL_SCRIPTS.findall(lowered)
    return found if is_normalized("NFC", lowered) else [normalize("NFC", word) for word in found]


def of_parts(text: str, parts: Sequence[tuple[int, int]]) -> tuple[list[str], ...]:
    """What `words` gives of each of some parts of a text that begin and end between words."""
    lowered = text.lower()
    if len(lowered) == len(text) and (lowered.isascii() or not _IS_SPECIAL.search(lowered)):
        word = _OF_ASCII if lowered.isascii() else WORD
        return tuple(word.findall(lowered, start, end) for start, end in parts)
    return tuple(words(text[start:end]) for start, end in parts)


def are_of_sentences(text: str) -> bool:
    """Whether the words of a text are those of its sentences, one after the other, as where no marks are composed."""
    return "." in text and (text.isascii() or not _IS_SPECIAL.search(text.lower()))


def unaccented(word: str) -> str:
    """A word in lower case without the marks over its letters; an i without its dot is an i."""
    return "".join(c for c in normalize("NFKD", word.lower()) if not combining(c)).replace("ı", "i")


def printed(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return [text[start:end] for start, end in find_words(text)]


def as_printed(title: str, found: Iterable[str]) -> str:
    """Lower-case words, or beginnings of them, as a title prints them, for a message."""
    own = printed(title)
    return ", ".join(next((word for word in own if word.lower().startswith(one)), one) for one in found)


def clipped(text: str, most: int) -> str:
    """The beginning of a text for a message, cut between words with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[:most]
    return (kept.rpartition(" ")[0] if len(kept) - kept.rfind(" ") < most // 3 else kept).rstrip() + "…"


_APART = "\0"
_SOLID = late(rf"[{UNSPACED}][^{_APART}]*+")  # a word of a script without blanks, which is a letter with its marks


def length(found: Sequence[str]) -> int:
    """How many words `words` found; single letters of scripts without blanks are counted as parts of words."""
    together = _APART.join(found)
    if together.isascii():
        return len(found)
    single = _SOLID.findall(together)
    return len(found) - len(single) + count_words("".join(single)) if single else len(found)


@remembered
def sentences(text: str) -> list[tuple[int, int]]:
    """Intervals of the sentences of one block, without the white space between them.

    A border is a stop followed by space and a capital, a digit or an opening quotation mark; known abbreviations
    and initials are no borders. Stops that have no other use need no space. Thai writes blanks where others write
    stops, and between clauses too: its paragraphs are divided at blanks after eight letters or more.
    """
    borders = [m.end() for m in _BORDER.finditer(text) if _ends_sentence(text, m)]
    if not text.isascii() and _THAI.search(text):
        borders = sorted({*borders, *(m.end() for m in _THAI_PAUSE.finditer(text))})
    intervals = zip([0, *borders], [*borders, len(text)], strict=True)
    return [stripped for start, end in intervals if (stripped := _strip(text, start, end))]


_THAI = late("[\u0e01-\u0e3a]{3}")
_THAI_PAUSE = late(r"(?<![\u0e01-\u0e4e])[\u0e01-\u0e4e]{8,}+[\"'”’»)\]]{0,2}+(?=\s[\u0e01-\u0e4e\"“(])")


def before_stops(text: str) -> Iterator[str]:
    """What stands between the last blank and each full stop: with it ends whatever ends there."""
    return (piece.rpartition(" ")[2] for piece in text.split(".")[:-1])


def _ends_sentence(text: str, border: re.Match[str]) -> bool:
    if border.group()[0] not in ".!?…":
        return True
    if not _OPENS.match(text, border.end(), border.end() + 40):
        return False
    if border.group()[0] != "." or len(border.group()) > 1:
        return True
    word = _last_word(text[max(0, border.start() - _LONGEST) : border.start()]).lower()
    return word not in _ABBREVIATIONS and not (len(word) == 1 and word.isalpha() and word != "i")


def _last_word(text: str) -> str:
    """What ends a text, without blanks and opening marks in it."""
    word = text.removesuffix("\n")
    word = "" if word[-1:].isspace() else word.split()[-1] if word else word
    for sign in _SIGNS_BEFORE:
        word = word.rpartition(sign)[2]
    return word


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return (start, end) if start < end else None
