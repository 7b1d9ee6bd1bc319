"""Speech that no marks set off: "She said it was easy, except that I never once fell off my bicycle"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from auditor.expressions import compiled
from auditor.model import Block, Kind, Span
from auditor.words import words

if TYPE_CHECKING:
    from auditor.signals import Signals

_MARKS = frozenset('"“”')
_FEWEST = 2  # words for whoever speaks; one is the writer's: "She said I could stay"
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def unmarked_speech(blocks: Sequence[Block], signals: "Signals") -> Iterator[tuple[Span, str]]:
    """The one sentence of a text in which somebody says "I" to whom the sentence itself gives another name."""
    told = frozenset(words("persons", "speakers", "en"))
    may = (b for b in blocks if b.kind in _READ and ("I" in b.text or not told.isdisjoint(signals.vocabulary_of(b))))
    own = ((block, signals.voice(block)) for block in may)
    holding = list(islice(((block, text) for block, text in own if _first().search(text)), 2))
    if len(holding) != 1:
        return  # most: nobody says "I", or somebody who writes of himself does so time after time
    block, text = holding[0]
    said_so = [one for one in signals.sentences(block) if _first().search(text, one.start, one.end)]
    said = text[said_so[0].start : said_so[0].end] if len(said_so) == 1 else ""
    if said and _MARKS.isdisjoint(said) and _is_of_another(said):
        yield said_so[0], "words of whoever speaks stand outside any marks"


def _is_of_another(said: str) -> bool:
    """Whether somebody is said to say it, and not the writer, who asks and is told."""
    found = _told().match(said)
    own = [m.end() for m in _own().finditer(said, found.end())] if found else []
    return found is not None and len(own) >= _FEWEST and not any(_asked().match(said, end) for end in own)


@cache
def _first() -> re.Pattern[str]:
    """Words for whoever speaks, small or with a capital; "i" is "I"."""
    told = [word for word in words("persons", "speakers", "en") if len(word) > 1]
    return compiled(rf"(?<![\w’'-])(?:I|{'|'.join((*told, *map(str.capitalize, told)))})(?!\w)")


@cache
def _own() -> re.Pattern[str]:
    return compiled(r"(?<![\w’'-])(?:I|[Mm]y)(?!\w)")


@cache
def _told() -> re.Pattern[str]:
    verbs = "|".join(tag for tag in words("quotation", "tags", "en") if not tag.endswith(" me"))
    return compiled(rf"(?:He|She|They|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|The [a-z]{{3,14}}) (?:{verbs})(?!\w)")


@cache
def _asked() -> re.Pattern[str]:
    return compiled(rf" (?:{'|'.join(words('speaking', 'verbs', 'en'))})(?!\w)")
