"""Repeated phrases that were put where the grammar has no room for them."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.passages import OPEN, Phrase, Words
from auditor.text.phrases import apart

_STOP = late(r"[\"'”’»)\]]?[.!?;:](?!\w)|$")
_ARTICLES = frozenset({"a", "an"})
_SINGLING = frozenset({"a", "an", "any", "each", "every", "another"})
_NO_PLURAL = ("ss", "us", "is", "'s", "ics", "ous")
_SHOWN = 100  # places of one finding; more help nobody


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    min_words: int,
    unfinished: Lexicon,
    singular: Lexicon,
) -> Iterator[Hit]:
    """One hit for each phrase that stands three times or more, with the places where it breaks its sentence.

    It breaks it as a piece of the title that ends on a word which wants more ("my", "beginner's") right before a
    stop, as a plural between "a" and a stop, or with "best" after "a", "any", "each", "every" or "another".

    Args:
        min_words: shorter phrases are left out.
        unfinished: words with which no phrase ends.
        singular: words in -s that are no plurals.
    """
    broken: dict[Words, list[Span]] = {}
    for words, phrase in signals.phrases.items():
        if len(words) >= min_words and words[0] not in OPEN:
            cut = words in signals.sought and (words[-1] in unfinished or words[-1].endswith("'s"))
            plural = OPEN.isdisjoint(words) and _is_plural(words[-1], singular)
            best = words[0] == "best" and words[1] not in OPEN
            if (cut or plural or best) and (spans := list(_broken(phrase, cut=cut, plural=plural, best=best))):
                broken[words] = spans
    ranked = sorted(broken, key=lambda words: (-len(broken[words]), -len(words), words))
    for phrase in apart(signals.phrases[words] for words in ranked):
        first, *others = broken[phrase.words]
        facts = {"phrase": " ".join(phrase.words), "times": len(phrase.places), "broken": len(others) + 1}
        yield Hit(first, facts, tuple(others), needs=1)


def _is_plural(word: str, singular: Lexicon) -> bool:
    return word.endswith("s") and not word.endswith(_NO_PLURAL) and word not in singular


def _broken(phrase: Phrase, *, cut: bool, plural: bool, best: bool) -> Iterator[Span]:
    for (k, i), span in zip(phrase.places, phrase.spans(_SHOWN), strict=False):
        passage = phrase.passages.all[k]
        before = passage.words[i - 1] if i else ""
        stops = passage.sentences and _STOP.match(span.block.text, span.end)
        if (stops and (cut or (plural and before in _ARTICLES))) or (best and before in _SINGLING):
            yield span
