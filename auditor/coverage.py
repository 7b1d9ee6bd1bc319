"""How much of a document could be judged."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import structs

from auditor.messages import language as named
from auditor.model import Audited, Author, Block, Coverage, Document, Outcome, PageType, Rule, Status, Zone
from auditor.model.members import BOILERPLATE
from auditor.signals.reading import unread

# Above this share of rules that do not know the language, silence says little. English mutes none; of the languages
# that some word lists cover the best stays below it, scripts without blanks lie far above.
MOST_MUTE = 0.2
NO_TIME = "not run: the rules before it had used up the time for this page"
# How notes say that not everything was read: caps, damaged data, elements that hold no text of the page.
_LEFT_OUT = ("only the first", "read only in part", "was read up to", "was not read", "were cut", "were judged")
# How much rules read of a document's own text, and as much of its site's: characters, and for each block as many as it
# costs more. Of 3,054 documents the longest own text has 92,540, and the one of most blocks, 6,113, comes to 276,000.
MOST_JUDGED, _OF_A_BLOCK = 300_000, 30
_AT_THE_END = 6  # of so many characters one is of the end, where as much is left over as at the beginning


def judged(document: Document) -> Document:
    """As much of a document as rules read, and a note where that is not all."""
    kept = _within_reach(document.blocks)
    if len(kept) == len(document.blocks):
        return document
    starts = {block.start for block in kept}
    told = f"of {len(document.blocks):,} blocks {len(kept):,} were judged, the first and the last"
    return structs.replace(
        document,
        blocks=tuple(kept),
        authors=tuple(author for author in document.authors if _blocks_of(author) <= starts),
        notes=(*document.notes, told),
    )


def _within_reach(blocks: Sequence[Block]) -> list[Block]:
    if sum(len(block.text) + _OF_A_BLOCK for block in blocks) <= MOST_JUDGED:
        return list(blocks)  # nearly every document
    last = MOST_JUDGED // _AT_THE_END
    ends = {block.start for block in _up_to(last, reversed(blocks))}
    rest = _up_to(MOST_JUDGED - last, (block for block in blocks if block.start not in ends))
    starts = ends | {block.start for block in rest}
    return [block for block in blocks if block.start in starts]


def _up_to(most: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """As many as so many characters hold, of the text and again of the site."""
    left = [most, most]
    for block in blocks:
        of_site = block.zone is BOILERPLATE
        left[of_site] -= len(block.text) + _OF_A_BLOCK
        if left[of_site] >= 0:
            yield block


def _blocks_of(author: Author) -> set[int]:
    return {field.span.block.start for field in (*author.fields, *author.empty)}


def coverage(document: Document, outcomes: Sequence[Outcome]) -> tuple[Audited, Coverage]:
    """How much was judged, how many rules did so, and why not more."""
    passed, failed = Status.PASSED, Status.FAILED
    ran = sum(outcome.status is passed or outcome.status is failed for outcome in outcomes)
    if reason := unread(document):
        return Audited.NONE, Coverage(ran=0, of=len(outcomes), reason=reason)
    if reason := _unrun(outcomes):
        return Audited.NONE, Coverage(ran=ran, of=len(outcomes), reason=reason)
    mute = _mute(document, outcomes)
    reason = "; ".join(filter(None, (cut(document), muted(mute, len(outcomes), document.language))))
    return Audited.PART if reason else Audited.FULL, Coverage(ran=ran, of=len(outcomes), reason=reason)


def speaks(rule: Rule, language: str | None) -> bool:
    """Whether a rule knows the language of a document."""
    return holds(rule.languages, language)


def silence(rule: Rule, language: str | None) -> Status:
    """What it means that a rule found nothing: little, where its verb has no words of the language."""
    return Status.PASSED if holds(rule.judges, language) else Status.NOT_APPLICABLE


def holds(languages: frozenset[str], language: str | None) -> bool:
    return "any" in languages or language is None or language in languages


def judges(rule: Rule, page_type: PageType) -> bool:
    """Whether a rule is about pages of this type."""
    return not rule.types or page_type in rule.types


def runs(rule: Rule, language: str | None, page_type: PageType, zones: Collection[Zone]) -> bool:
    """Whether a rule has something to read in a document with text in these zones."""
    there = not rule.zones or not rule.zones.isdisjoint(zones)
    return there and speaks(rule, language) and judges(rule, page_type)


def cut(document: Document) -> str:
    """What of the source was not read; empty where all was."""
    return "; ".join(note for note in document.notes if any(said in note for said in _LEFT_OUT))


def muted(mute: int, rules: int, language: str | None) -> str:
    """How many of the rules do not know the language, where they are many."""
    if mute <= MOST_MUTE * rules:
        return ""
    return f"{mute} {'rule does' if mute == 1 else 'rules do'} not judge text in {named(language or 'en')}"


def _unrun(outcomes: Sequence[Outcome]) -> str:
    """How many rules had no time left."""
    unrun = sum(outcome.error == NO_TIME for outcome in outcomes)
    return f"{unrun} {'rule was' if unrun == 1 else 'rules were'} not run, for want of time" if unrun else ""


def _mute(document: Document, outcomes: Sequence[Outcome]) -> int:
    silent = (o for o in outcomes if o.status is Status.NOT_APPLICABLE)
    return sum(not holds(outcome.rule.judges, document.language) for outcome in silent)
