"""Two people to whom one sentence gives a quotation: "…," said Ann Lund, Tom Hale said. Lund put it: "…," said Hale."""

import re
from functools import cache

from auditor.expressions import compiled
from auditor.text.quotations import Quotation
from auditor.words import words

_REACH = 120  # characters before a quotation in which its sentence names somebody
_NAME = r"[A-Z][\w’'-]+(?: (?:de|van|von|der|le|la))?(?: [A-Z][\w’'-]+){0,2}"
_APART = r"(?:, [^,.:]{2,50},)?"


def two_named(quotation: Quotation) -> tuple[str, str] | None:
    """Who said it, and who is said to have said it as well."""
    text = quotation.span.block.text
    if twice := _twice_behind().match(text, quotation.end):
        return twice["one"] or twice["first"], twice["other"] or twice["second"]
    if quotation.text[-1] not in ",?!":
        return None
    before = _before().search(text, max(0, quotation.start - _REACH), quotation.start)
    behind = _behind().match(text, quotation.end) if before else None
    return (before["who"], behind["one"] or behind["first"]) if before and behind else None


@cache
def _verbs() -> str:
    return "|".join((*words("quotation", "tags", "en"), *(f"told {whom}" for whom in words("quotation", "told", "en"))))


def _who(group: str) -> str:
    return rf"(?:(?:the|a|an) )?(?:[a-z][\w’'-]+ ){{0,4}}(?P<{group}>{_NAME})"


def _tag(before: str, behind: str) -> str:
    """A verb and a name in either order."""
    return rf"(?:(?:{_verbs()}) {_who(before)}|{_who(behind)}{_APART} (?:{_verbs()}))(?!\w)"


@cache
def _twice_behind() -> re.Pattern[str]:
    first, second = _tag("one", "first"), _tag("other", "second")
    return compiled(rf",? {first}(?: (?:of|in) [^,.;:]{{2,30}})?, {second}(?= of |[.,]| in )")


@cache
def _behind() -> re.Pattern[str]:
    return compiled(rf" {_tag('one', 'first')}")


@cache
def _before() -> re.Pattern[str]:
    return compiled(rf"(?:^|[.!?] )(?:As )?{_who('who')}{_APART} (?:{_verbs()}|puts? it|has said):? ?$")
