"""How much of a document could be judged."""

from collections.abc import Sequence

from auditor.model import Audited, Coverage, Document, Outcome, Rule, Status
from auditor.signals.reading import unread

# Above this share of rules that do not know the language, silence says little. English mutes none; of the languages
# that some word lists cover the best stays below it, scripts without blanks lie far above.
MOST_MUTE = 0.2
# How notes say that not everything was read: caps, damaged data, elements that hold no text of the page.
_LEFT_OUT = ("only the first", "read only in part", "was read up to", "was not read", "were cut")


def coverage(document: Document, outcomes: Sequence[Outcome]) -> tuple[Audited, Coverage]:
    """How much was judged, how many rules did so, and why not more."""
    ran = sum(outcome.status in {Status.PASSED, Status.FAILED} for outcome in outcomes)
    if reason := unread(document):
        return Audited.NONE, Coverage(ran=0, of=len(outcomes), reason=reason)
    reason = "; ".join((*_cut(document), *_muted(document, outcomes)))
    return Audited.PART if reason else Audited.FULL, Coverage(ran=ran, of=len(outcomes), reason=reason)


def speaks(rule: Rule, document: Document) -> bool:
    """Whether a rule knows the language of the document."""
    return _holds(rule.languages, document)


def silence(rule: Rule, document: Document) -> Status:
    """What it means that a rule found nothing: little, where its verb has no words of the language."""
    return Status.PASSED if _holds(rule.judges, document) else Status.NOT_APPLICABLE


def _holds(languages: frozenset[str], document: Document) -> bool:
    return "any" in languages or document.language is None or document.language in languages


def judges(rule: Rule, document: Document) -> bool:
    """Whether a rule is about pages of this type."""
    return not rule.types or document.type in rule.types


def _cut(document: Document) -> list[str]:
    return [note for note in document.notes if any(said in note for said in _LEFT_OUT)]


def _muted(document: Document, outcomes: Sequence[Outcome]) -> list[str]:
    mute = sum(
        outcome.status is Status.NOT_APPLICABLE and not _holds(outcome.rule.judges, document) for outcome in outcomes
    )
    if mute <= MOST_MUTE * len(outcomes):
        return []
    return [f"{mute} rules do not know the language {document.language!r}"]
