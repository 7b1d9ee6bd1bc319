"""How scripts write words: some put no blanks between them, some set marks over, under and beside their letters."""

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.expressions import late

# Han, Kana, Thai, Lao, Burmese and Khmer: where a word ends only a reader knows, so each letter counts for itself.
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
SOUTH_EAST = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eae\u0ec0-\u0ecd\u1000-\u103f\u1780-\u17d3"
UNSPACED = HAN + KANA + SOUTH_EAST
# Combining marks (Unicode categories Mn and Mc) of the living scripts, and the joiners that stand within words.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u093c\u093e-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71"
    "\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7"
    "\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57"
    "\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e"
    "\u135d-\u135f\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
# Letters of one word, on an average of running text. A Chinese word has 1.5, a Japanese one with its endings 2; the
# marks of the others are letters here.
_LETTERS_OF_A_WORD = {HAN: 1.5, HAN + KANA: 2.0, SOUTH_EAST: 4.5}
_LONGEST_KEPT = 2_000  # characters of a text whose count is kept
_IS_UNSPACED = late(f"[{UNSPACED}]")
_COUNTED = {script: late(f"[{script}]++") for script in _LETTERS_OF_A_WORD}
_HAS_KANA = late(f"[{KANA}]")
_PLAIN = late(rf"[^\W_{UNSPACED}]")
# Neighbouring letters that say about what a word says elsewhere: in Thai, Lao, Burmese and Khmer, of which words are
# long, and in Chinese and Japanese.
_SOUTH_EASTERN_NEIGHBOURS, _EASTERN_NEIGHBOURS = 4, 2
_EASTERN = "\u3000"  # from which on letters are Han and Kana
_RUN = late(f"[{UNSPACED}][{UNSPACED}{MARKS}]*+")


def is_unspaced(text: str) -> bool:
    """Whether any of it belongs to a script without blanks between words."""
    return not text.isascii() and _IS_UNSPACED.search(text) is not None


def neighbours(letters: str) -> int:
    """How many neighbouring letters, of those that begin so, stand for a word where no blanks divide them."""
    return _EASTERN_NEIGHBOURS if letters >= _EASTERN else _SOUTH_EASTERN_NEIGHBOURS


def pieces(text: str) -> Iterator[str]:
    """The neighbouring letters of a text that stand for words where no blanks divide them, as often as they occur."""
    for run in map(re.Match[str].group, _RUN.finditer(text)):
        size = neighbours(run)
        yield from (run[i : i + size] for i in range(len(run) - size + 1))


def count_words(text: str) -> int:
    """The number of words of a text; where blanks do not divide them, about as many as its letters make."""
    if not is_unspaced(text):
        return len(text.split())
    return _count_unspaced(text) if len(text) <= _LONGEST_KEPT else _count_unspaced.__wrapped__(text)


@lru_cache(256)  # rules ask for the same blocks and quotations
def _count_unspaced(text: str) -> int:
    skipped = HAN if _HAS_KANA.search(text) else HAN + KANA
    unspaced = sum(
        sum(map(len, letters.findall(text))) / _LETTERS_OF_A_WORD[script]
        for script, letters in _COUNTED.items()
        if script != skipped
    )
    spaced = sum(_PLAIN.search(piece) is not None for piece in _IS_UNSPACED.sub(" ", text).split())
    return round(unspaced + spaced)
