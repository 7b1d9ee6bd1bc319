"""Sentences in words of no language."""

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.relevance import is_known, stem
from auditor.words import languages, words

_SMALL = late(r"(?<![\w@./#’'-])[a-z]{3,}(?![\w@/#]|\.\w)")  # neither names nor parts of addresses
_CODE = late(r"[=_{}<>\[\]|]")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_SHOWN = 10


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: int, unknown: float, common: float, foreign: float
) -> Iterator[Hit]:
    """One hit: the first such sentence, the others as related.

    Args:
        at_least: different words of three small letters and more in a sentence.
        unknown: share of them that are of no known stem.
        common: share of all its words that may be common ones of the language.
        foreign: or common ones of any one other language: a sentence in that is quoted or was not translated.
    """
    own = _common(signals.document.language or "")
    found: list[Span] = []
    for block in blocks:
        if block.kind not in _READ:
            continue
        for sentence, told in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if len(told) < at_least or sum(map(own.__contains__, told)) > common * len(told):
                continue  # as nearly all
            small = [] if _CODE.search(sentence.text) else list(_SMALL.finditer(sentence.text))
            strange = [one for one in small if one[0] not in own and not is_known(stem(one[0]))]
            different = {one[0] for one in small}
            if len(different) < at_least or len({one[0] for one in strange}) < unknown * len(different):
                continue
            made_up = Span(block, sentence.start + strange[0].start(), sentence.start + strange[-1].end())
            if not signals.quoted(made_up) and not _is_foreign(told, foreign):
                found.append(sentence)
    if found:
        yield Hit(found[0], {"words": " ".join(found[0].text.split()[:4])}, tuple(found[1:_SHOWN]), needs=1)


def _is_foreign(told: Sequence[str], share: float) -> bool:
    return max(sum(map(_common(code).__contains__, told)) for code in languages()) > share * len(told)


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset((*words("stopwords", "common", language), *words("stopwords", "glue", language)))
