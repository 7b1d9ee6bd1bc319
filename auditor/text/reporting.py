"""Who states what: labels with their reporting verbs, and sources that a preposition names.

Subjects are found backwards from the verb, because a verb that reports is rarer and surer than a noun phrase.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.model.scripts import is_unspaced
from auditor.text.quotations import Quotation
from auditor.words import words
from auditor.words.notation import expression

# What papers do, then what people do; third person, present and past. Where no blanks divide words, `solid_speech`
# looks for them.
DOCUMENT_VERBS = frozenset(words("reporting", "documents"))
SPEECH_VERBS = frozenset(word for word in words("reporting", "people") if not is_unspaced(word))
VERBS = DOCUMENT_VERBS | SPEECH_VERBS | frozenset(words("reporting", "findings"))


def _cues() -> Iterator[tuple[str, str]]:
    """Each word that announces a source, with what joins it to the source's name; some also open a sentence."""
    for phrase in words("reporting", "named-in"):
        cue, _, joint = phrase.partition(" ")
        yield cue, f" {joint} "
    for phrase in words("reporting", "according"):
        cue, _, joint = phrase.partition(" ")
        yield from ((form, f" {joint} " if joint else " ") for form in (cue, cue.capitalize()))


_OBJECT_OF = dict(_cues())
PRONOUNS = frozenset(words("function-words", "pronouns"))
_STOPS = frozenset(words("function-words", "inside-no-label"))
_DEFINITE = (*words("function-words", "articles"), *words("function-words", "demonstratives"))
_DETERMINERS = frozenset((*_DEFINITE, *words("function-words", "determiners")))
_ARTICLE = late(rf"(?:{'|'.join(_DEFINITE)})\s", re.IGNORECASE)
_THAT = "|".join(words("reporting", "that"))
_QUOTES = late(rf"(?:,?\s(?:{_THAT}),?)?[:,]?\s?[\"“„«「]")
_CONTENT = late(rf",?\s(?:{_THAT})(?!\w)|:")
_ADVERBS = late(
    rf"(?:\s(?:\w{{2,14}}(?:{'|'.join(words('reporting', 'adverb-endings'))})"
    rf"|{'|'.join(map(expression, words('reporting', 'adverbs')))}))++$"
)
_GIVEN = late(rf"\s(?:{'|'.join(words('reporting', 'given'))})$")
_TOKEN = late(r"[^\s\"“”„«»「」,;:.!?()…—]+")
_BORDER = late(r"[\"“”„«»「」,;:.!?()…—]")
_LONGEST = 4  # words of a label
_WINDOW = 80  # characters in which it is looked for


def _one_of(listed: Iterable[str]) -> str:
    """An alternation that branches on the first letter: many times faster than a flat one."""
    groups = groupby(sorted(listed), key=lambda word: word[0])
    return "|".join(f"{first}(?:{'|'.join(sorted((w[1:] for w in rest), reverse=True))})" for first, rest in groups)


CUES = frozenset(word.lower() for word in VERBS | _OBJECT_OF.keys())  # a block without any needs no search
CUE = late(rf" ({_one_of(VERBS | _OBJECT_OF.keys())})(?!\w)")


class Statement(Struct, frozen=True):
    """A label that is said to state something."""

    label: Span  # without article and quotation marks
    quoted: bool  # the label itself stands in quotation marks
    article: bool  # it has one
    verb: str
    content: bool  # a clause, a colon or a quotation follows
    quotes: bool  # a quotation follows


def statements(block: Block, found: Sequence[Quotation]) -> Iterator[Statement]:
    """Every statement of a block whose label can be read. `found`: the quotations of the block."""
    outer = [q for q in found if q.depth == 0]
    closing, opening = {q.end: q for q in outer}, {q.start: q for q in outer}
    starts = [q.start for q in outer]
    for cue in CUE.finditer(" " + block.text):
        word, start, end = cue[1], cue.start() - 1, cue.end() - 1
        joint = _OBJECT_OF.get(word, "")
        if joint and block.text.startswith(joint, end):
            statement = _named_after(block, word, end + len(joint), opening)
        else:
            statement = _named_before(block, word, start, end, closing) if word in VERBS else None
        if statement and (statement.quoted or not _is_quoted(statement.label.start, starts, outer)):
            yield statement


def _is_quoted(at: int, starts: Sequence[int], outer: Sequence[Quotation]) -> bool:
    before = bisect_left(starts, at) - 1
    return before >= 0 and at < outer[before].end


def _named_after(block: Block, word: str, start: int, opening: Mapping[int, Quotation]) -> Statement | None:
    article = _ARTICLE.match(block.text, start)
    start = article.end() if article else start
    quotation = opening.get(start)
    label = quotation.span if quotation else named_from(block, start)
    if not label:
        return None
    quotes = _QUOTES.match(block.text, quotation.end if quotation else label.end) is not None
    return Statement(label, quotation is not None, article is not None, word.lower(), quotes, quotes)


def _named_before(block: Block, verb: str, start: int, end: int, closing: Mapping[int, Quotation]) -> Statement | None:
    base = max(0, start - _WINDOW)
    stop = base + len(_ADVERBS.sub("", block.text[base : max(start, 0)]))
    quotation = closing.get(stop) or closing.get(base + len(_GIVEN.sub("", block.text[base:stop])))
    label = quotation.span if quotation else named_until(block, base, stop)
    if not label or label.text[-1] in ",.!?":
        return None
    before = block.text[max(0, (quotation.start if quotation else label.start) - 8) : label.start].strip("\"“„«‘' ")
    article = bool(before) and before.split()[-1].lower() in _DETERMINERS
    quotes = _QUOTES.match(block.text, end) is not None
    return Statement(
        label, quotation is not None, article, verb, quotes or bool(_CONTENT.match(block.text, end)), quotes
    )


def named_until(block: Block, base: int, end: int) -> Span | None:
    """The noun phrase that ends at `end`: what follows its article, else its capitalised words."""
    head = block.text[base:end]
    border = max((m.end() for m in _BORDER.finditer(head)), default=0)
    tokens = list(_TOKEN.finditer(head, border))[-_LONGEST - 1 :]
    last = tokens[-1] if tokens else None
    for i in range(len(tokens) - 1, -1, -1):
        is_name = i == len(tokens) - 1 and i > 0 and tokens[i][0][0].isupper()  # "Văn An"
        if tokens[i][0].lower() in _DETERMINERS and not is_name:
            tokens = tokens[i + 1 :]
            break
    else:
        tokens = tokens if len(tokens) <= _LONGEST and _opens_sentence(tokens) else _capitalised(tokens)
    if not tokens and last and last[0].lower() in PRONOUNS:
        tokens = [last]
    return Span(block, base + tokens[0].start(), base + tokens[-1].end()) if tokens else None


def _opens_sentence(tokens: Sequence[re.Match[str]]) -> bool:
    """Like "Source material states": a capital at the front, and no other phrase in between."""
    return bool(tokens) and _name_like(tokens[0][0]) and not any(t[0].lower() in _STOPS for t in tokens)


def _capitalised(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    for i in range(len(tokens) - 1, -1, -1):
        if not _name_like(tokens[i][0]):
            return tokens[i + 1 :]
    return tokens


def named_from(block: Block, start: int) -> Span | None:
    """The words from `start` up to punctuation or a function word."""
    article = _ARTICLE.match(block.text, start)
    start = end = article.end() if article else start
    for token in islice(_TOKEN.finditer(block.text, start, start + _WINDOW), _LONGEST + 2):
        if token.start() > end + (end > start) or token[0].lower() in _STOPS:
            break
        end = token.end()
    return Span(block, start, end) if end > start else None


def _name_like(word: str) -> bool:
    return not word.islower() or not word[0].isalpha()
