"""A headline, title or description that is about something else than the text."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from auditor.model import Block, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.signals.likening import likeness_to_prose
from auditor.text.relevance import Coverage, also_covered, coverage, is_known, stem
from auditor.text.title_case import in_title_case
from auditor.text.titles import parts
from auditor.text.words import as_printed, printed
from auditor.words import words as listed
from auditor.world.dates.sentences import dates

_MOST = 400  # characters of a title that are judged
_MOST_TEXT = 20_000  # characters of a body that are searched for long forms of acronyms

_BINDING = frozenset(listed("function-words", "common", "en"))
_BINDS = (
    2  # of these words in a headline that says something: "How to Prune the Old Pear", not "Three Poems After Surgery"
)
_SHORT = 300  # words of a text that need not say again what it is called
_SMALL = 3  # letters of words that tell nobody what a headline is about: "why", "how", "yes"


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    kind: Kind,
    below: float,
    min_weight: float,
    min_words: int,
    missing: int = 2,
    no_labels: bool = False,
    like: float | None = None,
) -> Iterator[Hit]:
    """At most one hit, on the first title: when none of the titles is about what the body is about.

    Args:
        kind: `title` (headlines and titles of the head) or `description`.
        below: the least share of a title's weighted content that the body must take up.
        min_weight: titles with less content say too little to be judged; a rare word counts 1.
        min_words: shorter bodies are not judged.
        missing: the least number of missing words; one may be a coinage of the headline's.
        no_labels: leave out headlines in capitals or with a date, as documents have them, and count no names as
            missing: who speaks of himself or of a neighbour need not name them.
        like: titles whose words are more like those of the text (their cosine) are about the same in other words.
    """
    if signals.document.words < min_words:
        return
    shown = {b.text: b for b in blocks if kind is Kind.TITLE and b.zone is Zone.HEADLINE}
    given = shown | {b.text: b for b in blocks if b.kind is kind and b.text not in shown}
    judged = []
    for text, block in given.items():
        found = _best(text[:_MOST], signals, below)
        if found.weight >= min_weight:
            judged.append((block, found))
            absent = _but_names(text, found.missing) if no_labels else found.missing
            if (
                found.share >= below
                or len(absent) < missing
                or (no_labels and _is_label(_whole(text, signals), signals.document.words))
            ):
                return
            if like is not None and max(likeness_to_prose(one, signals) for one in (text, *parts(text))) >= like:
                return
    if any(block.text in (shown or given) for block, _ in judged) and _is_readable(signals):
        yield _hit(judged)


def _but_names(title: str, missing: Sequence[str]) -> list[str]:
    """The missing words that are neither numbers nor, so far as capitals tell, names."""
    cased = not in_title_case(title)
    names = {word.lower() for word in printed(title)[1:] if cased and word[:1].isupper()}
    return [word for word in missing if word not in names and not word.isdigit()]


def _is_label(title: str, length: int) -> bool:
    """Whether it names a short text and says nothing of it, as names of poems, houses, sermons and fairs do."""
    said = printed(title.lower())
    names = length < _SHORT and in_title_case(title) and sum(map(_BINDING.__contains__, said)) < _BINDS
    return _is_in_capitals(title) or names or next(dates(title, said, "en"), None) is not None


def _whole(title: str, signals: Signals) -> str:
    """With the heading right under it: "Hexley Allotments", "Minutes of the meeting of 14 March"."""
    first = next(iter(signals.body), None)
    return f"{title} {first.text}" if first and first.kind is Kind.HEADING else title


def _is_in_capitals(title: str) -> bool:
    """Whether it is, but for a by-line behind it: "NOTES FROM THE SPARE ROOM by Ada Holm"."""
    said = printed(title)
    return 2 * sum(map(str.isupper, said)) >= len(said)


def _hit(judged: list[tuple[Block, Coverage]]) -> Hit:
    (first, found), *others = judged
    telling = [word for word in found.missing if len(word) > _SMALL] or found.missing
    facts = {
        "coverage": round(found.share, 3),
        "missing": as_printed(first.text, telling[:6]),
        "uncovered": list(found.missing[:20]),
    }
    return Hit(Span.of(first), facts, tuple(Span.of(block) for block, _ in others))


def _best(title: str, signals: Signals, below: float) -> Coverage:
    """The best coverage of the title and its parts, as a site's name is not what the text is about.

    A title of several parts weighs as much as the heaviest of them.
    """
    divided = parts(title)
    texts = [title, *(divided if len(divided) > 1 else ())]
    quick = [coverage(text, signals.lead_stems) for text in texts]
    heaviest = max(one.weight for one in quick[1:] or quick)
    best = _highest(texts, quick)
    if best.share < 2 * below:  # else the opening settles it, and the whole text need not be stemmed
        best = _highest(texts, [_covered(text, signals, below) for text in texts])
    return structs.replace(best, weight=heaviest)


def _highest(texts: list[str], found: list[Coverage]) -> Coverage:
    long = [one for one, text in zip(found, texts, strict=True) if len(text.split()) > 2]
    return max(long or found, key=lambda one: one.share)


def _covered(title: str, signals: Signals, below: float) -> Coverage:
    plain = coverage(title, signals.lead_stems, signals.stems)
    if plain.share >= below or not plain.missing:
        return plain
    words = [word for block in signals.body for word in signals.words(block)]
    text = " ".join(block.text for block in signals.body)[:_MOST_TEXT]
    also = {stem(word) for word in also_covered(title, plain.missing, text, words)}
    return coverage(title, signals.lead_stems | also, signals.stems | also) if also else plain


def _is_readable(signals: Signals) -> bool:
    """Whether the text is in a language whose words the table of frequencies knows."""
    return sum(map(is_known, signals.stems)) * 2 >= len(signals.stems)
