"""Pages on which something that no author wrote stands in place of the article."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.parsing.template_sources import constructs
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.words import clipped, words
from auditor.words import phrases
from auditor.words import words as listed
from auditor.words.finding import places

# The blocks, their measures, and how many words of the page may be something else.
_Found = Callable[[list[Block], Signals, float], list[Span]]

_PAIR = late(r"[\"'][\w .@/-]{1,40}[\"']\s?:\s?(?:[\"'\[{\d-]|true|false|null)")
_ENTRY = late(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|\d{1,2}/\w{3}/\d{4}:\d\d:\d\d|\[\d\d:\d\d:\d\d\]"
    r"|(?-i:\b(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b[:\]]?)|(?:^|\s)at [\w$.<>]{2,80}\([\w.]{1,60}:\d{1,6}"
    r"|(?:^|\s)at [\w$.<>]{1,80} ?\((?:anonymous|native|[^\s():]{1,120}:\d{1,6}:\d{1,6})|(?-i:\bWarning: [A-Z])"
    r"|(?:^|\s)\w{2,12}[>$#]\s|\brows? in set\b|(?:^|\n)\| ?[^|\n]{0,80}\|"
    r"|File \"[^\"]{1,120}\", line \d{1,6}|\bTraceback\b|(?-i:\b[A-Z]\w{2,30}(?:Error|Exception): )"
)
# Each match of it holds one of these; to count them costs a tenth of the search.
_IN_ENTRIES = (
    *(":", "(", ">", "$", "#", "|", 'File "', "in set", "Traceback"),
    *("DEBUG", "INFO", "WARN", "ERROR", "FATAL", "TRACE"),
)
_LISTED = late(r"\bParent Directory\b|\bLast modified\b|\b\d{4}-\d\d-\d\d \d\d:\d\d\b|\b\d{1,4}(?:\.\d)?[KMG]\b")
_CODE = late(r"[{};=<>]|\(\)|=>|::|->|//|[\w.]\((?!s\))|\[[\"']|\b(?:import|def|elif|return) [\w\"(]")
_WORDS_OF_A_PAIR = 12
_WORDS_OF_AN_ENTRY = 25
_WORDS_OF_A_SIGN = 4
_FEWEST = 3  # pairs, entries and signs of a listing: fewer stand in texts about them
_LABELS = 3  # of a form, of what stands before a page or on a parked address


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    share_at_least: float,
    code_at_least: float,
    most_words: int,
    most_of_a_parked: int,
) -> Iterator[Hit]:
    """One hit that says what the page is.

    Args:
        share_at_least: of the words of the page belong to it.
        code_at_least: the same for code, of which documentation shows a lot.
        most_words: longer messages to a visitor are texts.
        most_of_a_parked: the same for what has nothing but labels.
    """
    if signals.document.page_type != "article":
        return  # which another rule says
    read = [block for block in blocks if block.text.strip()]
    total = sum(len(signals.words(block)) for block in read)
    limits: dict[_Found, int] = {
        _errors: most_words,
        _form: most_words,
        _gate: most_words,
        _parked: most_of_a_parked,
    }
    for name, found_in in _KINDS.items():
        if total > limits.get(found_in, total):
            continue
        share = code_at_least if found_in is _code else share_at_least
        found = found_in(read, signals, (1 - share) * total)
        if found and sum(len(signals.words(span.block)) for span in found) >= share * total:
            yield Hit(found[0], {"kind": name, "match": clipped(found[0].text, 80)}, tuple(found[1:]))
            return


def _errors(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    """Blocks of which half the sentences or more are those of an error message, and what goes with it."""
    few = signals.possible(phrases("machine", "errors"), blocks)
    said = [block for block, standing in signals.holding.phrases(few, blocks) if _speaks(block, signals, standing)]
    traced = _traced(blocks, signals) if said else []
    return _with_devices(blocks, signals, [*said, *traced])


def _speaks(block: Block, signals: Signals, errors: Sequence[str]) -> bool:
    begins = {s for s, end in places(block.text, errors) if not signals.quoted(Span(block, s, end))}
    if not begins:
        return False
    said = signals.sentences(block)
    return 2 * sum(any(s.start <= at <= s.start + 30 for at in begins) for s in said) >= len(said) > 0


def _traced(blocks: list[Block], signals: Signals) -> list[Block]:
    """Blocks of a trace or a log."""
    counted = ((block, _times(_ENTRY, block.text)) for block in blocks)
    return [block for block, times in counted if times and times * _WORDS_OF_AN_ENTRY >= len(signals.words(block))]


def _with_devices(blocks: list[Block], signals: Signals, said: list[Block]) -> list[Span]:
    """Beside blocks that surely speak to a visitor those that tell him of the page, his browser, his account."""
    if not said:
        return []
    starts = {block.start for block in said}
    return [Span.of(block) for block in blocks if block.start in starts or _tells_of_devices(block, signals)]


def _tells_of_devices(block: Block, signals: Signals) -> bool:
    """Whether half of its sentences name something that only a site and its visitor have to do with."""
    known = _devices()
    if known.isdisjoint(signals.words(block)):
        return False
    said = signals.sentences(block)
    return 2 * sum(not known.isdisjoint(words(span.text)) for span in said) >= len(said)


@cache
def _devices() -> frozenset[str]:
    return frozenset(listed("machine", "devices"))


def _data(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    return _dense(blocks, signals, beside, _PAIR, _WORDS_OF_A_PAIR)


def _log(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    return _dense(blocks, signals, beside, _ENTRY, _WORDS_OF_AN_ENTRY)


def _listing(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    named = [Span.of(block) for block in blocks if block.text.startswith("Index of /")]
    return [*named[:1], *_dense(blocks, signals, beside, _LISTED, _WORDS_OF_AN_ENTRY)] if named else []


def _code(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    written = [block for block in blocks if block.kind is Kind.CODE]
    if generator := signals.document.template:  # the tags and variables of a source look like code, and are none
        source = signals.document.source
        return [Span.of(block) for block in written if not any(constructs(block.text, generator, source))]
    return list(map(Span.of, written)) or _dense(blocks, signals, beside, _CODE, _WORDS_OF_A_SIGN)


def _dense(blocks: list[Block], signals: Signals, beside: float, sign: re.Pattern[str], words: int) -> list[Span]:
    """Blocks with a sign for so many words, where there are several."""
    dense: set[int] = set()
    for block in sorted(blocks, key=lambda block: -len(signals.words(block))):
        size = len(signals.words(block))
        if _is_dense(block.text, size, sign, words):
            dense.add(block.start)
            continue
        beside -= size
        if beside < 0:
            return []  # as in nearly every article, after its longest paragraphs
    if sum(_times(sign, block.text) for block in blocks) < _FEWEST:
        return []
    return [Span.of(block) for block in blocks if block.start in dense]


def _is_dense(text: str, size: int, sign: re.Pattern[str], words: int) -> bool:
    if sign is _ENTRY and sum(map(text.count, _IN_ENTRIES)) * words < size:
        return False
    times = _times(sign, text)
    return times > 0 and times * words >= size


@remembered
def _times(sign: re.Pattern[str], text: str) -> int:
    return len(sign.findall(text))


def _form(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    return _labels(blocks, signals, "forms", _LABELS)


def _gate(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    return _labels(blocks, signals, "gates", 1)


def _parked(blocks: list[Block], signals: Signals, beside: float) -> list[Span]:
    return _labels(blocks, signals, "parked", 1)


def _labels(blocks: list[Block], signals: Signals, name: str, at_least: int) -> list[Span]:
    known = phrases("machine", name)
    few = signals.possible(known, blocks)
    found = [
        Span(block, *place)
        for block, standing in signals.holding.phrases(few, blocks)
        for place in places(block.text, standing)
    ]
    different = {span.text.lower() for span in found if not signals.quoted(span)}
    enough = len(different) >= at_least
    return _with_devices(blocks, signals, list(dict.fromkeys(span.block for span in found))) if enough else []


_KINDS: dict[str, _Found] = {
    "a directory listing": _listing,
    "raw data": _data,
    "a log": _log,
    "an error message": _errors,
    "a login form": _form,
    "a notice that asks for scripts, cookies or a check": _gate,
    "a parked address": _parked,
    "code": _code,
}
