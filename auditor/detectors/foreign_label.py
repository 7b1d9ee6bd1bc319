"""Labels in another language that are said to state something, between quotation marks or bare."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.foreign_words import (
    is_nobody,
    is_part_of_prompt,
    speaks_before,
    speaks_behind,
    speaks_next,
    strangers,
)
from auditor.text.words import words as words_of
from auditor.words import words

_MARKED = late(r"[\"“«„‘「『]([^\"“”«»„‘’「」『』\n]{4,40})[\"”«»“’」』]")
_MARKS = frozenset('"“«„‘「『')
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
_BESIDE, _REACH = 5, 60  # words beside the label in which its verb stands; characters in which those stand
_MOST_PLACES = 50  # of one finding; nobody reads more
_OFTEN = 2  # times that a label speaks from which on `pseudo-source` tells it
_LONGEST = 3  # words of a bare label
_ARTICLES = frozenset(words("function-words", "articles"))


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first label of words that another language has for the parts of a prompt, the others as related."""
    language = signals.document.language
    if not language:
        return
    titles = " ".join(block.text.casefold() for block in signals.titles)
    found = [
        label
        for block in blocks
        for label in (*_marked(block, language), *_bare(block, signals, language))
        if label.text.casefold() not in titles
    ]
    times = Counter(label.text.casefold() for label in found)
    found = [label for label in found if times[label.text.casefold()] < _OFTEN or not _is_marked(label)]
    if found:
        yield Hit(found[0], {"label": found[0].text, "times": len(found)}, tuple(found[1:_MOST_PLACES]), needs=1)


def _marked(block: Block, language: str) -> Iterator[Span]:
    if _MARKS.isdisjoint(block.text):
        return
    for match in _MARKED.finditer(block.text):
        label = Span(block, *match.span(1))
        if is_part_of_prompt(label.text, language) and _speaks_near(label, language):
            yield label


def _is_marked(label: Span) -> bool:
    return label.block.text[label.start - 1 : label.start] in _MARKS


def _speaks_near(label: Span, language: str) -> bool:
    before, behind = _beside(label)
    if len(words_of(label.text)) == 1 and _ARTICLES.isdisjoint(words_of(before)[-1:]):
        return False  # a single word may be all that somebody said
    return speaks_before(before, language, _BESIDE - 1) or speaks_behind(behind, language, _BESIDE)


def _bare(block: Block, signals: Signals, language: str) -> Iterator[Span]:
    """Without marks: a label of several words, or one that nobody is called, right beside its verb."""
    known = strangers(language)
    if known.isdisjoint(signals.vocabulary_of(block)):
        return
    tokens = [match.span() for match in _WORD.finditer(block.text)]
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and end - at < _LONGEST and block.text[slice(*tokens[end])].lower() in known:
            end += 1
        if end > at:
            label = Span(block, tokens[at][0], tokens[end - 1][1])
            if _stands_for_a_name(label, tokens, at, end, language) and not signals.quoted(label):
                yield label
        at = max(end, at + 1)


def _stands_for_a_name(label: Span, tokens: Sequence[tuple[int, int]], at: int, end: int, language: str) -> bool:
    text = label.block.text
    beside = (text[slice(*tokens[i])] for i in (at - 1, end) if 0 <= i < len(tokens))
    names = (word for word in beside if word[0].isupper() and len(word) > 1 and word.lower() not in _ARTICLES)
    if label.text[0].islower() or any(_joined(label, word) for word in names):
        return False  # an ordinary word, or a part of a name
    many = end - at > 1 and is_part_of_prompt(label.text, language)
    before, behind = _beside(label)
    return (many or is_nobody(label.text, language)) and (
        speaks_before(before, language, 1) or speaks_next(behind, language)
    )


def _joined(label: Span, word: str) -> bool:
    """Whether nothing but a blank stands between them."""
    text = label.block.text
    return text[: label.start].endswith(f"{word} ") or text[label.end :].startswith(f" {word}")


def _beside(label: Span) -> tuple[str, str]:
    text = label.block.text
    return text[max(0, label.start - _REACH) : label.start], text[label.end : label.end + _REACH]
