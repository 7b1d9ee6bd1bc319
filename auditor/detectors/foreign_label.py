"""Labels in another language that are said to state something, between quotation marks or bare."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.model.scripts import is_unspaced
from auditor.signals import Signals
from auditor.text.beside_verbs import REACH, is_led, speaks_before, speaks_behind, speaks_next
from auditor.text.foreign_words import is_nobody, is_of_strangers, is_part_of_prompt, strangers
from auditor.text.introduced import is_presented
from auditor.text.scripts import script
from auditor.text.words import words as words_of
from auditor.words import words

_MARKED = late(r"[\"“«„‘「『]([^\"“”«»„‘’「」『』\n]{4,40})[\"”«»“’」』]")
_MARKS = frozenset('"“«„‘「『')
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
_BESIDE = 5  # words beside a label between marks in which its verb stands
_MOST_PLACES = 50  # of one finding; nobody reads more
_OFTEN = 2  # times that a label speaks from which on `pseudo-source` tells it
_LONGEST = 5  # words of a bare label with its joints
_JOINTS = frozenset(words("sources", "label-joints"))
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
    if not any(map(block.text.__contains__, _MARKS)):
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
        # A single word may be all that somebody said; one that nobody is called is not, where its verb follows at once.
        return is_nobody(label.text, language) and behind[1:2] == " " and speaks_next(behind[1:], language)
    return speaks_before(before, language, _BESIDE - 1) or speaks_behind(behind, language, _BESIDE)


def _bare(block: Block, signals: Signals, language: str) -> Iterator[Span]:
    """Without marks: a label of several words, or one that nobody is called, right beside its verb."""
    known = strangers(language)
    if known.isdisjoint(signals.vocabulary_of(block)) and not is_unspaced(block.text):
        return
    tokens = [match.span() for match in _WORD.finditer(block.text)]
    told = [block.text[slice(*token)].lower() for token in tokens]
    own = {word for word in told if is_of_strangers(word, known)}
    past = 0
    for at in (at for at, word in enumerate(told) if word in own):
        if at < past:
            continue
        past = _end_of_label(told, at, own)
        label = Span(block, tokens[at][0], tokens[past - 1][1])
        if _stands_for_a_name(label, tokens, at, past, language) and not signals.quoted(label):
            yield label


def _end_of_label(told: Sequence[str], at: int, known: AbstractSet[str]) -> int:
    """Where a label ends that begins at a word: words of labels, and what joins two of them ("datos de la oración")."""
    end = last = at
    while end < len(told) and end - at < _LONGEST and (told[end] in known or (last > at and told[end] in _JOINTS)):
        end += 1
        last = end if told[end - 1] in known else last
    return last


def _stands_for_a_name(label: Span, tokens: Sequence[tuple[int, int]], at: int, end: int, language: str) -> bool:
    text = label.block.text
    beside = (text[slice(*tokens[i])] for i in (at - 1, end) if 0 <= i < len(tokens))
    no_names = _ARTICLES.union(_led(language))
    names = (word for word in beside if word[0].isupper() and len(word) > 1 and word.lower() not in no_names)
    if _is_ordinary(label, language) or any(_joined(label, word) for word in names):
        return False  # or a part of a name
    many = (
        (end - at > 1 or is_unspaced(label.text)) and "&" not in label.text and is_part_of_prompt(label.text, language)
    )
    if not (many or is_nobody(label.text, language)):
        return False
    before, behind = _beside(label)
    presented = is_presented(text, label.end, language)  # a magazine; but "according to Quelltext, a third ..."
    led = is_led(before, language) or before.lower().endswith(tuple(f"{word} " for word in _led(language)))
    return led or (not presented and speaks_next(behind, language))


@cache
def _led(language: str) -> tuple[str, ...]:
    """Words that lead in whoever said something: "per Tussenkop"."""
    return words("speaking", "led", language)


def _is_ordinary(label: Span, language: str) -> bool:
    """Whether it is written small; in letters of another script than the article's no word of it is."""
    return label.text[0].islower() and script(label.text) in (None, "latin", script(label.block.text))


def _joined(label: Span, word: str) -> bool:
    """Whether nothing but a blank stands between them."""
    text = label.block.text
    return text[: label.start].endswith(f"{word} ") or text[label.end :].startswith(f" {word}")


def _beside(label: Span) -> tuple[str, str]:
    text = label.block.text
    return text[max(0, label.start - REACH) : label.start], text[label.end : label.end + REACH]
