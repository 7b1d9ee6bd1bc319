"""Lines to runs: the paragraphs, list items and quoted lines of a text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing import fields
from auditor.parsing.plaintext.lines import Line, lines
from auditor.world import dates

_BULLET = late(r"(?:[•‣⁃◦▪▸●○■□◆★»→➤➜►✓✔✅*+-]|\d{1,3}[.)])[ \t\xa0]++(?=\S)")
_NUMBER = late(r"\d++")
_QUOTED = late(r"(?:>[ \t]?)++(?=\S)")
_RULE = late(r"[=\-_*~#·•. \t]{3,}+$")
_UNDERLINE = late(r"={3,}+$|-{3,}+$")
_SENTENCE_END = late(r"[.!?…:;][\"'”’»)\]]*+$")

# Hard-wrapped text is between 40 and 120 columns wide nearly everywhere; longer lines are whole paragraphs.
_NARROWEST, _WIDEST = 40, 120
_LONGEST_COLUMN = 42
_WRAPPED_SHARE = 0.6


class Run(NamedTuple):
    start: int
    end: int
    kind: Kind
    level: int = 0


def runs(source: str, start: int = 0) -> Iterator[Run]:
    """The runs of `source[start:]`, each one contiguous interval, in order."""
    depths: list[int] = []
    for chunk in _chunks(lines(source, start)):
        yield from _chunk_runs(source, chunk, depths)


def _chunks(found: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines between blank lines."""
    chunk: list[Line] = []
    for line in found:
        if line.opens and chunk:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _chunk_runs(source: str, chunk: list[Line], depths: list[int]) -> Iterator[Run]:
    texts = [source[line.start : line.end] for line in chunk]
    marks = _marks(texts)
    joins = _joins(chunk, texts, marks) if len(chunk) > 1 else [False]
    i = 0
    while i < len(chunk):
        j = i + 1
        while j < len(chunk) and joins[j]:
            j += 1
        if j < len(chunk) and j == i + 1 and _UNDERLINE.match(texts[j]) and not marks[i]:
            yield Run(chunk[i].start, chunk[i].end, Kind.HEADING, 1 if texts[j][0] == "=" else 2)
            j += 1
        elif not _RULE.match(texts[i]):
            yield from _split(source, _run(chunk[i], chunk[j - 1].end, texts[i], marks[i], depths))
        i = j


def _split(source: str, run: Run) -> Iterator[Run]:
    """A profile on one line as its fields, a key and its value in two columns as two runs, else the run."""
    parts = fields.inline(source, run.start, run.end)
    tab = source.find("\t", run.start, min(run.end, run.start + _LONGEST_COLUMN))
    if len(parts) == 1 and tab > 0 and fields.is_bare_key(source[run.start : tab]):
        parts = [(run.start, tab), (run.end - len(source[tab : run.end].lstrip()), run.end)]
    yield from (run._replace(start=start, end=end) for start, end in parts)


def _run(line: Line, end: int, text: str, mark: int, depths: list[int]) -> Run:
    if not mark:
        depths.clear()
        return Run(line.start, end, Kind.PARAGRAPH)
    if text[0] == ">":
        return Run(line.start + mark, end, Kind.QUOTATION)
    while depths and depths[-1] > line.indent:
        depths.pop()
    if not depths or depths[-1] < line.indent:
        depths.append(line.indent)
    return Run(line.start + mark, end, Kind.ITEM, len(depths))


def _marks(texts: Sequence[str]) -> list[int]:
    """The length of each line's bullet or quotation mark; a number within a paragraph or a date is none."""
    marks: list[int] = []
    for i, text in enumerate(texts):
        found = (_BULLET.match(text) or _QUOTED.match(text)) if not _RULE.match(text) else None
        number = _NUMBER.match(text) if found else None
        amid = i and not marks[-1] and number and int(number.group()) != 1
        if amid or (number and dates.begins(text)):
            found = None
        marks.append(found.end() if found else 0)
    return marks


def _joins(chunk: Sequence[Line], texts: Sequence[str], marks: Sequence[int]) -> list[bool]:
    """Whether each line continues the one before it."""
    width = max(map(len, texts))
    full = [False, *(_full(a, b, width) for a, b in pairwise(texts))]
    doubled = any(a == b for a, b in pairwise(texts))  # as lines of a list are, and those of a paragraph never
    wrapped = _NARROWEST <= width <= _WIDEST and sum(full) >= _WRAPPED_SHARE * (len(texts) - 1) and not doubled
    alone = list(map(_is_alone, texts))
    joins = [False]
    item: int | None = chunk[0].indent if marks[0] else None  # indent of the list item that the line before is part of
    for i in range(1, len(texts)):
        hangs = item is not None and chunk[i].indent > item
        deeper = wrapped and item is None and chunk[i].indent > chunk[i - 1].indent
        goes_on = full[i] if wrapped else texts[i][0].islower() and not _SENTENCE_END.search(texts[i - 1][-4:])
        closed = alone[i - 1] and not marks[i - 1] and not hangs
        apart = marks[i] or deeper or closed or alone[i] or texts[i] == texts[i - 1]
        joins.append(bool((goes_on or hangs) and not apart))
        item = chunk[i].indent if marks[i] else item if joins[i] else None
    return joins


def _is_alone(text: str) -> bool:
    return text[0] == ">" or fields.is_known(text) or fields.is_bare_key(text) or _RULE.match(text) is not None


def _full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted: the line was broken by wrapping."""
    return len(line) + 1 + len(following[:width].split(None, 1)[0]) > width - 2
