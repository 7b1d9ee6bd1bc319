"""A name that the sentences say over and over, often twice in one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.words import WORD
from auditor.words import words as listed

_SHOWN = 100  # places of one finding; more help nobody
_POSSESSIVES = ("'s", "’s")
_FORMS = 1 + len(_POSSESSIVES)  # of one name


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    share: float,
    at_least: int,
    doubled: int,
    contexts: int,
    pair_doubled: int = 0,
) -> Iterator[Hit]:
    """One hit for each such name: its first place, the others as related.

    Args:
        share: of the words of the text.
        at_least: places.
        doubled: sentences that hold it twice or more.
        contexts: different words before it and after it: else it is part of a longer name, or of a label.
        pair_doubled: the same as `doubled` for names of two words, both of which count. 0: such are not looked for.
    """
    uses = signals.once("uses of words", lambda: Counter(signals.prose_words))
    least = max(2 * at_least, share * len(signals.prose_words)) / 2
    if pair_doubled and _may_name(uses, least):
        yield from _pairs(signals, at_least=least, doubled=pair_doubled, contexts=contexts)
    least = max(at_least, share * len(signals.prose_words))
    if not _may_name(uses, least):
        return
    often = Counter[str]()
    for word, times in uses.items():
        often[_bare(word)] += times
    for name, times in often.items():
        if times >= least and not name.isdigit() and name not in _small():
            yield from _hits(name, signals, at_least=at_least, doubled=doubled, contexts=contexts)


def _may_name(uses: Mapping[str, int], least: float) -> bool:
    """Whether a word that says something stands there so often, in one of its forms; in nearly no text."""
    often = (word for word, times in uses.items() if _FORMS * times >= least)
    return any(_bare(word) not in _small() for word in often)


def _hits(name: str, signals: Signals, *, at_least: int, doubled: int, contexts: int) -> Iterator[Hit]:
    spans: list[Span] = []
    twice, before, after = 0, set[str](), set[str]()
    for sentence in (sentence for block in signals.prose for sentence in signals.sentences(block)):
        found = list(WORD.finditer(sentence.text))
        places = [i for i, word in enumerate(found) if _bare(word[0].lower()) == name]
        if any(found[i][0][0].islower() for i in places):
            return
        twice += len(places) > 1
        before |= {found[i - 1][0].lower() for i in places if i}
        after |= {found[i + 1][0].lower() for i in places if i + 1 < len(found)}
        start = sentence.start
        spans += [Span(sentence.block, start + found[i].start(), start + found[i].end()) for i in places]
    if len(spans) >= at_least and twice >= doubled and min(len(before), len(after)) >= contexts:
        facts = {"name": spans[0].text, "times": len(spans), "words": len(signals.prose_words), "twice": twice}
        yield Hit(spans[0], facts, tuple(spans[1:_SHOWN]), needs=at_least)


def _pairs(signals: Signals, *, at_least: float, doubled: int, contexts: int) -> Iterator[Hit]:
    """Names of two words, such as those of many towns; the parts of one always stand side by side."""
    sentences = [sentence for block in signals.prose for sentence in signals.sentences(block)]
    often = Counter(pair for sentence in sentences for pair in pairwise(map(_bare, WORD.findall(sentence.text))))
    for pair, times in often.items():
        if times >= at_least and all(word[0].isupper() and word.lower() not in _small() for word in pair):
            yield from _pair_hits(pair, sentences, signals, at_least=at_least, doubled=doubled, contexts=contexts)


def _pair_hits(
    pair: tuple[str, str],
    sentences: Sequence[Span],
    signals: Signals,
    *,
    at_least: float,
    doubled: int,
    contexts: int,
) -> Iterator[Hit]:
    spans: list[Span] = []
    twice, before, after = 0, set[str](), set[str]()
    for sentence in sentences:
        found = list(WORD.finditer(sentence.text))
        places = [i for i, both in enumerate(pairwise(_bare(word[0]) for word in found)) if both == pair]
        twice += len(places) > 1
        before |= {found[i - 1][0].lower() for i in places if i}
        after |= {found[i + 2][0].lower() for i in places if i + 2 < len(found)}
        start = sentence.start
        spans += [Span(sentence.block, start + found[i].start(), start + found[i + 1].end()) for i in places]
    if len(spans) >= at_least and twice >= doubled and min(len(before), len(after)) >= contexts:
        facts = {"name": " ".join(pair), "times": 2 * len(spans), "words": len(signals.prose_words), "twice": twice}
        yield Hit(spans[0], facts, tuple(spans[1:_SHOWN]), needs=int(at_least))


@cache
def _small() -> frozenset[str]:
    return frozenset(listed("stopwords", "common"))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVES) else word
