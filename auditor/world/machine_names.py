"""What programs print where somebody should be named: the dump of an object, a key, a file, a mask, nobody's mailbox.

Nobody is called by any of these. Which of them tells depends on its place: as all of a name, or anywhere in what is
told of an author.
"""

import re

from auditor.expressions import late
from auditor.text.symbols import is_field
from auditor.words import words
from auditor.world import dates
from auditor.world.keyboard import is_stretch

_CAP = 300  # characters of what is told of an author
_NOTE = late(r"\s*[(\[][^()\[\]]{1,80}[)\]]\s*$")  # what those who set up an account tell each other
_DUMP = late(
    r"\[object [A-Z]\w{2,30}\]|<[\w.]{2,40} object at 0x[0-9a-f]{4,16}>|#<[A-Z][\w:]{2,40}|%!s\([^()]{1,20}\)|<nil>"
    r"|\b(?:std[Cc]lass|WP_\w{2,20}) Object\b|\b[\w.]{3,60}@[0-9a-f]{6,8}\b(?!\.)"
    r"|«[^\W\d_]{2,20}(?:_[^\W_]{1,20}){1,3}»"  # fields of letters to many
)
_FILE = late(
    r"[\w() .,&+'’-]{2,120}(?:\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)|[-_]\d{2,5}x\d{2,5}(?:[-_@]\w{1,8})?)"
    r"|(?:IMG|DSC[NF]?|PXL|MVI|Screenshot)[-_ ]?\d[\w-]{2,40}",
    re.IGNORECASE,
)
_KEY = late(r"[a-z][a-z\d]{0,30}(?:\.[a-z][a-z\d]*(?:_[a-z\d]+)*){1,6}")
_SNAKE = late(r"[a-z]{2,20}(?:_[a-z\d]{1,20}){1,5}")
_NOBODYS_MAIL = late(r"\b(?:no|do[-_.]?not|dont)[-_.]?reply\w{0,10}@[\w.-]{3,80}", re.IGNORECASE)
_MASKS = late(r"\bX\.\s?X\.(?=[^.]{1,60}\bY\.\s?Y\.)")  # "X.X. and Y.Y."
_NULL_DAYS = frozenset(("1970-01-01", "1969-12-31", "0001-01-01"))  # before the first second, in one zone or another
_DAY = late(r"[^\n]{0,24}?(?:1970|1969|0001)(?:-\d\d-\d\d)?")
_NUMBERS = late(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,40}|Array|(?:[\w.-]{1,40}@)?localhost")
_ONE_KEY = late(r"[a-z]{2,20}(?:_[a-z\d]{1,20}){2,6}")
_STRETCHES = 2  # of a row of the keyboard: "asdf qwer"


def machine_name(name: str) -> bool:
    """Whether all of a name is what a program has for one."""
    bare = _NOTE.sub("", name[:_CAP]).strip() or name[:_CAP].strip()
    if _FILE.fullmatch(bare) or _DUMP.fullmatch(bare) or _NUMBERS.fullmatch(bare) or _NOBODYS_MAIL.match(bare):
        return True
    if _SNAKE.fullmatch(bare) or _KEY.fullmatch(bare):
        return is_field(bare.replace(".", "_")) or _is_key(bare)
    return is_typed(bare)


def is_typed(text: str) -> bool:
    """Whether a text is nothing but stretches of rows of the keyboard."""
    told = _NOTE.sub("", text[:_CAP]).lower().split()
    stretches = [word for word in told if len(word) > 2 and is_stretch(word)]
    return len(stretches) == len(told) >= _STRETCHES


def machine_words(text: str) -> tuple[int, int] | None:
    """Where something of the kind stands in what is told of an author."""
    text = text[:_CAP]
    found = _DUMP.search(text) or _NOBODYS_MAIL.search(text)
    return found.span() if found else key_of_authors(text) or _one_key(text)


def _one_key(text: str) -> tuple[int, int] | None:
    """All of a text, where it is the key of a field: of others' names for themselves not every piece is such a word."""
    if not _ONE_KEY.fullmatch(text):
        return None
    known = frozenset((*words("profiles", "keys"), *words("profiles", "in-keys"), *words("sources", "fields")))
    return (0, len(text)) if known.issuperset(piece for piece in text.split("_") if piece.isalpha()) else None


def key_of_authors(text: str) -> tuple[int, int] | None:
    """Where the key of a text for authors stands, even behind a name without a blank."""
    return next((found.span() for found in _KEY.finditer(text[:_CAP]) if _is_key(found[0])), None)


def masked(text: str) -> tuple[int, int] | None:
    """Where letters stand for authors; those of a page with names like "Xin Xu" may be theirs."""
    found = _MASKS.search(text)
    return found.span() if found else None


def _is_key(token: str) -> bool:
    """Whether it is the key of a text for authors ("profile.author.bio_default"); no host is of such words alone."""
    pieces = token.replace("_", ".").split(".")
    if frozenset(words("profiles", "keys")).isdisjoint(pieces):
        return False
    joined = "_" in token and "." in token
    return joined or frozenset((*words("profiles", "keys"), *words("profiles", "in-keys"))).issuperset(pieces)


def null_day(text: str, start: int) -> int | None:
    """The end of the day that begins there, where it is one that programs have for no day at all."""
    found = _DAY.match(text, start)
    return found.end() if found and dates.iso(found[0]) in _NULL_DAYS else None
