"""Quotations that were cut off, or set into a sentence that does not hold them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.model.scripts import count_words
from auditor.signals import Signals
from auditor.signals.unmarked import unmarked_speech
from auditor.text.astray_marks import astray_marks, two_voices
from auditor.text.cut_blocks import cut_blocks
from auditor.text.cut_elsewhere import begins, cut_off
from auditor.text.early_ends import early_end, stops_at_comma
from auditor.text.empty_speech import empty_speech, said_by_nobody
from auditor.text.half_words import dots_in_word, half_word
from auditor.text.loose_ends import LOOSE, loose_end, says_unfinished
from auditor.text.lost_marks import lost_marks, swallowed
from auditor.text.quotations import Quotation, unclosed
from auditor.text.reporting import SPEECH_VERBS
from auditor.text.title_case import in_title_case
from auditor.text.torn_middles import is_said, middle_fault
from auditor.text.words import WORD, clipped
from auditor.words import words as listed

_MOST = 50  # places in one finding; nobody reads more
_STOP = ".,!?…;:—–-"
_CLOSERS = "\"'”’»)]"
_DOUBLE = '"“”«»'
_GOES_ON = late(r"[,;]?\s([a-z][\w'’-]*)")
_NAMED = late(
    rf"\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}\s(?:{'|'.join(sorted(SPEECH_VERBS))})\b"
)  # "... planted" Stott says
_ENDS = late(r"$|\s+[^\W\d_a-z]|\s+[\"“]")
_SENTENCE_END = late(r"[.!?…][\"”’]?\s[^\W\d_a-z]")
_SAID = SPEECH_VERBS | frozenset(listed("quotation", "said-in-print"))
_PAUSES = frozenset(listed("quotation", "pauses"))
_LOST = frozenset(listed("quotation", "lost", "en"))
_PAUSE = 40  # characters after a quotation in which its speaker breaks off
_AHEAD = 100  # characters after a quotation in which a reporting verb makes it speech
# What may follow a statement that serves as a subject or an item: "... is the motto", "... and ...".
_CONTINUES = frozenset(listed("quotation", "goes-on"))
_JOINS = frozenset(listed("quotation", "starts-anew"))  # dialogue without its commas, lists
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING})  # a line that was cut off may look like a heading
_SUBJECT = late(rf"(?:^|\s)({'|'.join(listed('quotation', 'subjects'))})\s$")
_CLAUSE = late(rf"(?:{'|'.join(word.capitalize() for word in listed('quotation', 'subjects'))})(?:\s|['’])")
# A whole sentence follows, and no relative clause goes on in it: "She told us: ".
_HEARD = late(
    rf"(?:^|[.!?][\"”’]?\s)(?:(?!which\b|that\b|who\b)[\w’',-]+\s){{0,12}}(?:{'|'.join(sorted(SPEECH_VERBS))})"
    r"(?:\sus|\sme|\sreporters)?:\s[\"“]?$"
)


class _Broken(NamedTuple):
    """A broken quotation: why, and whether words are missing from it and not from the sentence around it."""

    span: Span
    fault: str
    cut: bool


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    min_words: int,
    min_sentence: int,
    at_least: int = 1,
    at_most: int | None = None,
    cut: bool | None = None,
    together: bool = False,
) -> Iterator[Hit]:
    """One hit for each broken quotation, or one for all of them.

    Args:
        min_words: shorter quotations may be fragments.
        min_sentence: words from which on a quotation with a capital is a sentence and not a phrase.
        at_least: broken quotations of the document from which on there are hits.
        at_most: and up to which there are.
        cut: only those that break off, or only whole ones that their sentence does not hold.
        together: one hit, the further places as related.
    """
    broken = signals.once(
        ("broken quotations", min_words, min_sentence), lambda: _broken(blocks, signals, min_words, min_sentence)
    )
    if len(broken) < at_least or (at_most is not None and len(broken) > at_most):
        return
    if together:
        first, *more = (one.span for one in broken[:_MOST])
        yield Hit(first, {"count": len(broken)}, tuple(more), needs=at_least)
        return
    for one in broken:
        if (cut is None or one.cut is cut) and not (one.cut and says_unfinished(one.span.block.text, one.span.end)):
            yield Hit(one.span, {"fault": one.fault, "count": len(broken)})


def _broken(blocks: Sequence[Block], signals: Signals, min_words: int, min_sentence: int) -> list[_Broken]:
    """The broken quotations in the order of the page, and why they are broken."""
    wanted = {block.start for block in blocks}
    language = signals.document.language or "en"
    outer = [q for q in signals.quotations if q.depth == 0 and q.span.block.start in wanted]
    after = {id(q): follower for q, follower in pairwise(outer)}
    set_off = [_Broken(span, fault, cut=True) for span, fault in cut_blocks(blocks, language, min_words)]
    if language != "en":
        elsewhere = (_cut_elsewhere(q, after.get(id(q)), language, min_words) for q in outer)
        return _in_order([*filter(None, elsewhere), *set_off])
    whole = (q for q in outer if _may_break(q, min_words) and not _resumes(q, after.get(id(q))))
    found = [
        _Broken(q.span, fault, cut=bool(lost))
        for q in whole
        if (fault := (lost := _cut(q)) or _spliced(q, min_sentence))
    ]
    found += _unclosed(blocks, signals, min_words)
    read = [block for block in blocks if block.zone is Zone.BODY]
    astray = (place for block in read if block.kind in _READ for place in (*empty_speech(block), *astray_marks(block)))
    places = (*lost_marks(read), *unmarked_speech(read, signals), *astray)
    found += [_Broken(span, fault, cut=True) for span, fault in places]
    found += [_Broken(q.span, "it stops at a comma", cut=True) for q in _at_commas(outer, read, min_words)]
    return _in_order([*found, *set_off])


def _at_commas(outer: Sequence[Quotation], read: Sequence[Block], min_words: int) -> Iterator[Quotation]:
    """Quotations that end their blocks with a comma."""
    following = {block.start: after.text for block, after in pairwise(read)}
    for quotation in outer:
        if _may_break(quotation, min_words) and stops_at_comma(
            quotation, following.get(quotation.span.block.start, "")
        ):
            yield quotation


def _in_order(found: list[_Broken]) -> list[_Broken]:
    return sorted(found, key=lambda one: (one.span.block.start, one.span.start))


def _cut_elsewhere(quotation: Quotation, after: Quotation | None, language: str, min_words: int) -> _Broken | None:
    """The same in another language, where only a last word tells that can be none."""
    same = after is not None and after.span.block is quotation.span.block and not begins(after.text)
    last = "" if same or not _may_break(quotation, min_words) else cut_off(quotation, language)
    return _Broken(quotation.span, f'it breaks off at "{last}"', cut=True) if last else None


def _may_break(quotation: Quotation, min_words: int) -> bool:
    block = quotation.span.block
    return quotation.closed and count_words(quotation.text) >= min_words and block.kind is not Kind.QUOTATION


def _resumes(quotation: Quotation, after: Quotation | None) -> bool:
    """Whether the sentence goes on in the next quotation: "We asked for the," she said, "old bridge."."""
    same = after is not None and after.span.block is quotation.span.block
    return same and quotation.text[-1:] in ",…" and after is not None and after.text[:1].islower()


def _unclosed(blocks: Sequence[Block], signals: Signals, min_words: int) -> Iterator[_Broken]:
    """Quotations that nothing closes, where their paragraph ends at a word that cannot be the last."""
    going_on = {q.span.block.start for q in signals.quotations if not q.closed}
    for block in blocks:
        if block.kind not in _READ or block.start in going_on:
            continue
        last = WORD.findall(block.text[-20:])[-1:]
        if not last or last[0].lower() not in LOOSE or block.text.rstrip(_CLOSERS)[-1:] in _STOP:
            continue
        quotation = unclosed(block)
        if quotation and len(quotation.text.split()) >= min_words:
            yield _Broken(quotation.span, f'it breaks off at "{last[0]}" and is never closed', cut=True)


def _cut(quotation: Quotation) -> str:
    """Why it was cut off; what is set into a sentence as a phrase may end on a preposition."""
    text = quotation.text
    follows = _GOES_ON.match(quotation.span.block.text, quotation.end)
    opens = begins(text) and _opens_sentence(quotation)
    if in_title_case(text):
        return ""
    if fault := _narrated(quotation) or two_voices(quotation) or said_by_nobody(quotation):
        return fault
    after = quotation.span.block.text[quotation.end : quotation.end + _AHEAD]
    if not (_PAUSES.isdisjoint(WORD.findall(after[:_PAUSE])) and _LOST.isdisjoint(WORD.findall(after))):
        return ""
    if fault := (is_said(quotation) and middle_fault(text)) or early_end(quotation):
        return fault
    if piece := half_word(text):
        return f'it breaks off in mid-word ("{piece}")'
    named = opens and _NAMED.match(quotation.span.block.text, quotation.end)
    last = loose_end(text, runs_on=bool(named or (follows and opens and follows[1] not in _CONTINUES)))
    is_phrase = follows is not None and not begins(text)
    return f'it breaks off at "{last}"' if last and (not is_phrase or loose_end(text + ".")) else ""


def _narrated(quotation: Quotation) -> str:
    """Why its marks stand in the wrong places: it begins within a sentence, or goes on where its reporter speaks."""
    if _headless(quotation):
        return "it ends as a whole sentence, but its beginning is missing"
    told = swallowed(quotation.text)
    return f'the reporter speaks in it ("{clipped(told, 40)}")' if told else ""


def _spliced(quotation: Quotation, min_sentence: int) -> str:
    text = quotation.text
    follows = _GOES_ON.match(quotation.span.block.text, quotation.end)
    if fault := _misbegun(quotation) or dots_in_word(text):
        return fault
    if not follows or not begins(text) or not _opens_sentence(quotation):
        return ""
    if follows[1] in _JOINS or in_title_case(text) or _is_speech(quotation, follows[1]):
        return ""
    bare = text.rstrip(_CLOSERS)
    if bare[-1:] == "." and bare[-2:-1] != ".":
        return "it ends with a full stop, and the sentence goes on"
    if bare[-1:] in _STOP or len(text.split()) < min_sentence or follows[1] in _CONTINUES:
        return ""
    return "it is a whole sentence, and the sentence around it goes on"


def _misbegun(quotation: Quotation) -> str:
    """Why it does not fit the subject before it."""
    before = _SUBJECT.search(quotation.span.block.text, max(0, quotation.start - 8), quotation.start)
    if before and _CLAUSE.match(quotation.text):
        return f'"{before[1]}" has no verb, and the quotation begins a sentence of its own'
    return ""


def _headless(quotation: Quotation) -> bool:
    """Whether a whole sentence is announced, or stands by itself, and what stands there has no beginning."""
    text, block = quotation.text, quotation.span.block.text
    if not text[0].isalpha() or not text.split()[0].islower() or text[-1] not in ".!?" or text.endswith(".."):
        return False
    before = block[: quotation.start]
    mark = max(map(before.rfind, _DOUBLE))
    first = mark < 1 or before[mark - 1] in ".!?"  # speech goes on behind a comma: "...," she said. "until ..."
    alone = first and _opens_sentence(quotation) and _ENDS.match(block, quotation.end) is not None
    return alone or _HEARD.search(block, max(0, quotation.start - _AHEAD), quotation.start) is not None


def _opens_sentence(quotation: Quotation) -> bool:
    before = quotation.span.block.text[max(0, quotation.start - 4) : quotation.start].rstrip()
    return not before or before[-1] in '.!?…"”’»'


def _is_speech(quotation: Quotation, first: str) -> bool:
    """A verb of saying follows: at once, or before the sentence ends."""
    text = quotation.span.block.text
    stop = _SENTENCE_END.search(text, quotation.end, quotation.end + _AHEAD)
    after = text[quotation.end : stop.start() if stop else quotation.end + _AHEAD]
    return first in _SAID or not SPEECH_VERBS.isdisjoint(WORD.findall(after))
