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
_BEHIND = r"(?=,? [A-Z]{2,3}\b|\s*+(?:$|[,;|•.?!:\"”–—]|- |and |or ))"
_STATE = late(r" [A-Z]{2,3}\b(?!,? \d)")  # without the comma that print has; before a postcode it is an address
_READ = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.TITLE})
_BESIDE = frozenset(words("places", "beside-towns", "en"))
_TRIED = 4  # names that most often stand behind "in"
_SHOWN = 30
_FEWEST = 2  # different phrases
_WITH_STATE = 2  # more than the town alone


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, most_words: int, share: float) -> Iterator[Hit]:
    """One hit: the first of the phrases, the others as related.

    Args:
        at_least: different phrases with the same town behind them; one in which the letters of its state follow
            without a comma counts as three, or as two behind "in".
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
        hung = [one for block in read if town in block.text for one in _hung(block, town)]
        own = [(phrase, weight, span) for phrase, weight, span in hung if not signals.quoted(span)]
        weights = {phrase: weight for phrase, weight, _ in own}
        if len(weights) >= _FEWEST and sum(weights.values()) >= at_least:
            first, *others = (span for *_, span in own[:_SHOWN])
            yield Hit(first, {"town": town, "phrases": len(own)}, tuple(others), needs=_FEWEST)
            return


def _is_common(town: str, signals: Signals) -> bool:
    """Whether it is a word of the text as well and no name: "tutoring" under the heading "In Tutoring"."""
    return any(f" {town.lower()}" in block.text for block in signals.body)


def _hung(block: Block, town: str) -> Iterator[tuple[str, int, Span]]:
    """The phrases that end on the town, what they weigh, and where they stand."""
    text = block.text
    for found in re.finditer(f"{_BEFORE}{re.escape(town)}{_BEHIND}", text, re.MULTILINE):
        said, last = _phrase(found[1]), found[1].rpartition(" ")[2].lower()
        state = _STATE.match(text, found.end())
        end = state.end() if state else found.end()
        opens = found.start() == 0 or text[found.start() - 1] == "\n"
        if " " in said or (said and opens):
            yield said.lower(), 1 + (_WITH_STATE if state else 0), Span(block, found.end(1) - len(said), end)
        elif state and last == "in":
            yield f"in {state[0]}", _WITH_STATE, Span(block, found.end(1) + 1, end)


def _phrase(before: str) -> str:
    """The words from behind the last that joins others; none where a direction or a kind of town stands there."""
    told = before.split(" ")
    stops = [i for i, word in enumerate(told) if word.lower() in glue() or word.lower() in _BESIDE]
    return " ".join(told[stops[-1] + 1 :] if stops else told)
