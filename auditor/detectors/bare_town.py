"""Services with a town behind them and nothing between: "drain cleaning Easton", as people type it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.detectors.wordless_sentences import glue
from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words

_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}"
_IN = late(rf"\b(?:in|throughout|across|around|near) ({_NAME})")
_BEFORE = r"(?<![\w'’&/-])([A-Za-z][\w'’&/-]*+(?: [A-Za-z&][\w'’&/-]*+){0,3}) "
_BEHIND = r"(?:,? [A-Z]{2,3}\b)?(?=\s*+(?:$|[,;|•.?!:\"”–—]|- |and |or ))"
_READ = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.TITLE})
_TRIED = 4  # names that most often stand behind "in"
_SHOWN = 30
_BESIDE = frozenset(words("places", "beside-towns", "en"))


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, most_words: int, share: float) -> Iterator[Hit]:
    """One hit: the first of the phrases, the others as related.

    Args:
        at_least: different phrases with the same town behind them.
        most_words: of the text; long ones about a town or a product name it in many ways.
        share: of the words of the text that name the town.
    """
    total = signals.document.words
    if total > most_words:
        return
    read = [block for block in blocks if block.kind in _READ]
    named = Counter(found[1] for block in read for found in _IN.finditer(block.text))
    for town, _ in named.most_common(_TRIED):
        said = sum(block.text.count(town) for block in read)
        if said * (town.count(" ") + 1) < share * total or _is_common(town, signals):
            continue
        hung = _hung(read, town, signals)
        if len({phrase for phrase, _ in hung}) >= at_least:
            first, *others = (span for _, span in hung[:_SHOWN])
            yield Hit(first, {"town": town, "phrases": len(hung)}, tuple(others), needs=at_least)
            return


def _is_common(town: str, signals: Signals) -> bool:
    """Whether it is a word of the text as well and no name: "tutoring" under the heading "In Tutoring"."""
    return any(f" {town.lower()}" in block.text for block in signals.body)


def _hung(blocks: Sequence[Block], town: str, signals: Signals) -> list[tuple[str, Span]]:
    """The phrases that end on the town, without what comes before them in their sentence."""
    hung = re.compile(f"{_BEFORE}{re.escape(town)}{_BEHIND}", re.MULTILINE)
    found: list[tuple[str, Span]] = []
    for block in blocks:
        for match in hung.finditer(block.text) if town in block.text else ():
            said = _phrase(match[1])
            opens = match.start() == 0 or block.text[match.start() - 1] == "\n"
            span = Span(block, match.end(1) - len(said), match.end(1) + 1 + len(town))
            if (" " in said or (said and opens)) and not signals.quoted(span):
                found.append((said.lower(), span))
    return found


def _phrase(before: str) -> str:
    """The words from behind the last that joins others; none where a direction or a kind of town stands there."""
    told = before.split(" ")
    stops = [i for i, word in enumerate(told) if word.lower() in glue() or word.lower() in _BESIDE]
    return " ".join(told[stops[-1] + 1 :] if stops else told)
