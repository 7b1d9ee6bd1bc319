"""Who says a quotation: the speaker or document beside it, the cue verb, and on which side it stands."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.model.scripts import is_unspaced
from auditor.text.quotations import Quotation
from auditor.text.reporting import CUE, VERBS, named_from, named_until
from auditor.text.solid_speech import spoken
from auditor.words import languages, words
from auditor.words.notation import expression

_REACH = 120  # characters beside a quotation
_NEAR = 8  # words between a quotation and its verb
_THAT = "|".join(words("reporting", "that"))
_LINK = late(rf"(?:\s[\w’'-]{{1,20}}){{0,4}}?(?:\s(?:{_THAT}))?\s?[,:]?\s*+$")  # "told reporters on Monday that"
_AUXILIARIES = frozenset(words("reporting", "auxiliaries"))
_SO = late(
    rf",?\s(?:{'|'.join(words('quotation', 'after-if-named'))})\s(?=(?:\S+\s){{0,5}}[^\W\d_a-zà-ÿ][\w'’-]*[.,;])"
)
_SENTENCE_END = late(r"[.!?…]\s")
_PARTICLE = late(r"(?:라고|이라고|고|라며|며)(?=\s)")  # what Korean puts behind its quotations
_DASH = late(r"\s?[—–-]{1,2}\s?(?=[^\W\d_a-z])")
_TRANSCRIPT = late(r"([^\W\d_a-z][\w.'’ -]{0,40}):\s*$")


def _sources(key: str) -> str:
    """What comes before the name of a source, in each language with its articles."""
    return "|".join(
        rf"(?:{'|'.join(map(expression, phrases))})\s(?:(?:{'|'.join(words('function-words', 'articles', code))})\s)?"
        for code in languages()
        if (phrases := words("quotation", key, code))
    )


_ACCORDING = late(rf",?\s(?:{_sources('after')})")
_PUTS = late(
    rf"(?:^|\s)(?:(?i:{_sources('before')}))([^,:\"“”]{{2,60}}?)"
    rf"(?: (?:{'|'.join(map(expression, words('quotation', 'puts-it')))}))?,\s*$"
)


def attribute(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with their speakers, where one stands beside them."""
    return tuple(q for _, same in groupby(found, key=lambda q: q.span.block.start) for q in _in_block(list(same)))


def _in_block(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """What lies between two quotations may belong to either, so the window ends at the neighbour."""
    outer = [q for q in found if q.depth == 0]
    borders = [0, *(q.end for q in outer)], [*(q.start for q in outer[1:]), len(found[0].span.block.text)]
    room = {id(q): (low, high) for q, low, high in zip(outer, *borders, strict=False)}
    for quotation in found:
        yield _attributed(quotation, *room[id(quotation)]) if id(quotation) in room else quotation


def _attributed(quotation: Quotation, low: int, high: int) -> Quotation:
    block = quotation.span.block
    low, high = max(low, quotation.start - _REACH), min(high, quotation.end + _REACH)
    if is_unspaced(block.text[low : quotation.start]) or is_unspaced(block.text[quotation.end : high]):
        found = _solid(quotation, low, high)
    else:
        found = _after(quotation, low, high) or _before(block, low, quotation.start)
    if not found:
        return quotation
    speaker, verb, direction = found
    return structs.replace(quotation, speaker=speaker, verb=verb, direction=direction)


def _solid(quotation: Quotation, low: int, high: int) -> tuple[Span | None, str, str] | None:
    block = quotation.span.block
    if not (said := spoken(block.text, low, quotation.start, quotation.end, high)):
        return None
    start, end, verb, direction = said
    return (Span(block, start, end) if start < end else None), verb, direction


def _after(quotation: Quotation, low: int, high: int) -> tuple[Span | None, str, str] | None:
    block, start = quotation.span.block, quotation.end
    start = glued.end() if (glued := _PARTICLE.match(block.text, start)) else start
    text, runs_on = block.text, quotation.text.endswith(",")
    stop = _SENTENCE_END.search(text, start, high)
    high = stop.start() if stop else high
    if named := _ACCORDING.match(text, start, high) or _SO.match(text, start):
        return named_from(block, named.end()), "according to", "after"
    if dash := _DASH.match(text, start, high):
        return named_from(block, dash.end()), "", "after"
    cue = next((c for c in CUE.finditer(text, start, high) if c[1] in VERBS), None)
    if not cue or (quotation.text.endswith(".") and text[start : start + 1] != ","):
        return None
    between = text[start : cue.start()].strip(" ,،—–-")
    if _AUXILIARIES.issuperset(between.split()):
        return named_from(block, cue.end() + 1) or _ahead(quotation, low), cue[1], "after"
    if runs_on and "," in between:  # "...," Ann Lee, who leads the survey, said
        return named_from(block, start + 1), cue[1], "after"
    return (named_until(block, start, cue.start()), cue[1], "after") if len(between.split()) <= _NEAR else None


def _ahead(quotation: Quotation, low: int) -> Span | None:
    """Who stands before a quotation whose verb ends the sentence: "Ali Kaya, “ … ” dedi"."""
    text = quotation.span.block.text
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, quotation.start)]
    low = ends[-1] if ends else low
    end = low + len(text[low : quotation.start].rstrip(" ,،"))
    return named_until(quotation.span.block, low, end) if end - low <= _REACH // 2 else None


def _before(block: Block, low: int, end: int) -> tuple[Span | None, str, str] | None:
    text = block.text
    ends = [m.end() for m in _SENTENCE_END.finditer(text, low, end)]
    low = ends[-1] if ends else low
    cue = next((c for c in reversed(list(CUE.finditer(text, low, end))) if c[1] in VERBS), None)
    if cue and _LINK.match(text, cue.end(), end):
        subject = named_until(block, low, _before_auxiliaries(text, low, cue.start()))
        return subject or named_from(block, cue.end() + 1), cue[1], "before"  # verbs go first in Arabic
    if named := _PUTS.search(text[low:end]):
        return Span(block, low + named.start(1), low + named.end(1)), "according to", "before"
    opening = CUE.match(" " + text[: min(end, _REACH)]) if low == 0 else None
    if opening and opening[1] in VERBS and _LINK.match(text, opening.end() - 1, end):
        return named_from(block, opening.end()), opening[1], "before"
    if low == 0 and (named := _TRANSCRIPT.match(text[:end])):
        return Span(block, *named.span(1)), "", "before"
    return None


def _before_auxiliaries(text: str, low: int, end: int) -> int:
    """Where the subject ends before "ha", "a" or "hat"."""
    head, _, last = text[low:end].rstrip().rpartition(" ")
    return low + len(head) if last in _AUXILIARIES and head else end
