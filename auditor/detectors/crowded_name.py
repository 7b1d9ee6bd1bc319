"""A name that the sentences say over and over, often twice in one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.words import WORD
from auditor.words import words as listed

_SHOWN = 100  # places of one finding; more help nobody
_POSSESSIVES = ("'s", "’s")
_FORMS = 1 + len(_POSSESSIVES)  # of one name


class _Asked(NamedTuple):
    """What is asked of a name; see `detect`."""

    at_least: int
    doubled: int
    contexts: int


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
    least = max(at_least, share * len(signals.prose_words))
    if _may_name(uses, least):
        yield from _hits(_often(uses, least, at_least, signals), signals, _Asked(at_least, doubled, contexts))
    least = max(2 * at_least, share * len(signals.prose_words)) / 2
    if pair_doubled and _may_name(uses, least):
        yield from _hits(_often_pairs(signals, least), signals, _Asked(int(least), pair_doubled, contexts))


def _may_name(uses: Counter[str], least: float) -> bool:
    """Whether a word that says something stands there so often, in all of its forms; in hardly any text."""
    often = {_bare(word) for word, times in uses.items() if _FORMS * times >= least}
    return any(uses[one] + sum(uses[one + end] for end in _POSSESSIVES) >= least for one in often.difference(_small()))


def _often(uses: Mapping[str, int], least: float, at_least: int, signals: Signals) -> list[tuple[str, ...]]:
    often = Counter[str]()
    for word, times in uses.items():
        often[_bare(word)] += times
    names = [n for n, times in often.items() if times >= least and not n.isdigit() and n not in _small()]
    alone = _alone(signals) if names else {}
    return [(name,) for name in names if alone[name] >= at_least]


def _alone(signals: Signals) -> Counter[str]:
    """How often each word stands in the sentences as blanks and marks divide them; two rules ask for it."""
    return signals.once(
        "words that stand alone",
        lambda: Counter(word.lower() for sentence in _sentences(signals) for word in _bare_words(sentence)),
    )


def _often_pairs(signals: Signals, least: float) -> list[tuple[str, ...]]:
    """Names of two words, such as those of many towns; the parts of one always stand side by side."""
    often = Counter(pair for sentence in _sentences(signals) for pair in pairwise(_bare_words(sentence)))
    capital = (pair for pair, times in often.items() if times >= least and all(word[0].isupper() for word in pair))
    lower = (tuple(word.lower() for word in pair) for pair in capital)
    return [pair for pair in dict.fromkeys(lower) if _small().isdisjoint(pair)]


def _hits(names: Iterable[tuple[str, ...]], signals: Signals, asked: _Asked) -> Iterator[Hit]:
    for name in names:
        spans, twice, before, after = list[Span](), 0, set[str](), set[str]()
        for sentence in (one for one in _sentences(signals) if name[0] in one.text.lower()):
            found = list(WORD.finditer(sentence.text))
            told = [_bare(word[0]) for word in found]
            places = list(_places(name, told))
            capital = [(at, end) for at, end in places if not any(word[0].islower() for word in told[at:end])]
            if len(name) == 1 and len(capital) < len(places):
                spans.clear()
                break  # a word like others
            places = capital  # "the garage door" is not the firm Garage Door
            twice += len(places) > 1
            before |= {told[at - 1].lower() for at, _ in places if at}
            after |= {told[end].lower() for _, end in places if end < len(told)}
            start = sentence.start
            spans += [Span(sentence.block, start + found[a].start(), start + found[e - 1].end()) for a, e in places]
        if len(spans) >= asked.at_least and twice >= asked.doubled and min(len(before), len(after)) >= asked.contexts:
            words = {"times": len(name) * len(spans), "words": len(signals.prose_words)}
            facts = {"name": spans[0].text, "twice": twice, **words}
            yield Hit(spans[0], facts, tuple(spans[1:_SHOWN]), needs=asked.at_least)


def _places(name: tuple[str, ...], told: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands among the words of a sentence: its first word, and the one behind it."""
    lower = [word.lower() for word in told]
    for at in range(len(lower) - len(name) + 1):
        if lower[at] == name[0] and tuple(lower[at : at + len(name)]) == name:
            yield at, at + len(name)


def _sentences(signals: Signals) -> Iterator[Span]:
    return (sentence for block in signals.prose for sentence in signals.sentences(block))


def _bare_words(sentence: Span) -> Iterator[str]:
    return map(_bare, WORD.findall(sentence.text))


@cache
def _small() -> frozenset[str]:
    return frozenset(listed("stopwords", "common"))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVES) else word
