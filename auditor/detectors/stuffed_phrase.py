"""Phrases that stand where a search engine wants them: at the ends of paragraphs, or evenly everywhere."""

from collections.abc import Iterator, Sequence
from math import inf

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.passages import Phrase
from auditor.text.phrases import apart, is_searchable, surprise

# How often a phrase of the title that stands in a heading or a short line may end it: .38 on 1,600 real English
# articles, .6 so that pages whose headings all end alike do not count.
_LINE_END = 0.6
_SHOWN = 100  # places of one finding; more help nobody


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    from_title: bool,
    min_words: int,
    pair_surprise: float = inf,
    closings: int,
    surprise_at_least: float,
    edges: int = 0,
    edge_surprise: float = inf,
    rate: float,
    tenths: int,
    share: float,
    fixed: float,
    contexts: int,
) -> Iterator[Hit]:
    """One hit for each phrase that closes too many paragraphs, or stands all over the text in one form; all its places.

    Args:
        from_title: take phrases of the title, the address and the page's keywords; else all others.
        min_words: shorter phrases are left out,
        pair_surprise: but for pairs whose closings are this surprising; names are left out.
        closings: a phrase ends so many paragraphs of two sentences or more, headings and short lines.
        surprise_at_least: and log-likelihood ratio G of these against sentences taken at random.
        edges: or this many of its places in paragraphs of three sentences or more are in the first or last of them,
        edge_surprise: and they are this surprising; honest topics open many paragraphs, but close no more than chance.
        rate: places per 1,000 words; in a long text a rare phrase may close three paragraphs.
        tenths: or it reaches this many tenths of the text,
        share: is this share of its words,
        fixed: and its rarest word stands in it this often, of all its uses; names are left out.
        contexts: in either case it stands between so many different words, or it is a formula; a phrase of the title
            may always stand at the border of a paragraph.
    """

    def closes(phrase: Phrase) -> bool:
        pair = len(phrase.words) < min_words
        needed = pair_surprise if pair else surprise_at_least
        enough = needed < inf and phrase.rate >= rate and _ends(phrase) >= closings and _surprise(phrase) >= needed
        return enough and not (pair and phrase.is_name)

    def frames(phrase: Phrase) -> bool:
        found = surprise(phrase.edges, phrase.edge_chance, len(phrase.longer))
        also_closes = len(phrase.words) >= min_words and len(phrase.closed) > phrase.chance
        enough = also_closes and phrase.rate >= rate and phrase.edges >= edges
        return enough and found >= edge_surprise

    def everywhere(phrase: Phrase) -> bool:
        used = phrase.rate * len(phrase.words) >= 1000 * share and 2 * len(phrase.per_paragraph) >= tenths
        spread = len(phrase.words) >= min_words and used and phrase.tenths >= tenths
        return spread and phrase.fixed >= fixed and not phrase.is_name

    often = ((w, p) for w, p in signals.phrases.items() if _may(p, rate, share))
    own = (p for w, p in often if (w in signals.sought) is from_title and is_searchable(w))
    stuffed = [
        p for p in own if (closes(p) or frames(p) or everywhere(p)) and p.contexts(free_borders=from_title) >= contexts
    ]
    for phrase in apart(sorted(stuffed, key=lambda p: (-_surprise(p), -len(p.words), p.places[0]))):
        first, *others = phrase.spans(_SHOWN)
        yield Hit(first, _facts(phrase), tuple(others), needs=closings)


def _may(phrase: Phrase, rate: float, share: float) -> bool:
    """What holds for all three: it stands there often enough, wherever; hardly any phrase does."""
    most = 1000 * len(phrase.places) / phrase.passages.length
    return most >= rate or most * len(phrase.words) >= 1000 * share


def _ends(phrase: Phrase) -> int:
    return len(phrase.closed) + len(phrase.line_ends)


def _surprise(phrase: Phrase) -> float:
    return surprise(_ends(phrase), _chance(phrase), _trials(phrase))


def _trials(phrase: Phrase) -> int:
    return len(phrase.per_paragraph) + len(phrase.lines)


def _chance(phrase: Phrase) -> float:
    return phrase.chance + _LINE_END * len(phrase.lines)


def _facts(phrase: Phrase) -> dict[str, object]:
    return {
        "phrase": " ".join(phrase.words),
        "times": len(phrase.places),
        "closings": len(phrase.closed),
        "paragraphs": len(phrase.per_paragraph),
        "line_ends": len(phrase.line_ends),
        "lines": len(phrase.lines),
        "ends": _ends(phrase),
        "trials": _trials(phrase),
        "chance": round(_chance(phrase), 1),
        "longer": len(phrase.longer),
        "edges": phrase.edges,
        "edge_chance": round(phrase.edge_chance, 1),
        "tenths": phrase.tenths,
        "rate": round(phrase.rate, 1),
        "fixed": round(phrase.fixed, 2),
    }
