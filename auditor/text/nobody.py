"""Speakers behind a quotation who are nobody: a number, a bare role, a role with a qualifier, a standing of no person.

Between a quotation and its full stop a page names who said it. `"...", says 47.` has a figure there, `said Stakeholder
(positive)` the part that somebody was to play, and `warned the key opinion leader` a rank that no office has.
"""

import re
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from functools import cache

from auditor.expressions import compiled
from auditor.words import words
from auditor.words.needing import needed
from auditor.words.notation import expression

_AFTER = r"(?=[.,;!?]|\s(?:who|whose|from|at|in|on|with)\b|\s?$)"
_CALLING = frozenset(("described", "called"))


def may_speak(found: Collection[str]) -> bool:
    """Whether a text of these words can hold one; spares most texts the search."""
    return not (_speaking().isdisjoint(found) or (_nouns().isdisjoint(found) and not any(map(str.isdigit, found))))


def may_be_vague(found: AbstractSet[str]) -> bool:
    """Whether they may hold "an expert in the relevant field", which is looked for from every word on."""
    return any(all(not part.isdisjoint(found) for part in needed(phrase)) for phrase in words("sources", "vague"))


@cache
def nobody(*, vaguely: bool = True) -> re.Pattern[str]:
    """The verb as `verb`, who speaks as `who`; `vaguely`: those, too, who are only of some field."""
    roles = "|".join(word.capitalize() for word in sorted(_roles()))
    standing = "|".join(map(expression, words("sources", "standings")))
    vague = "|".join(map(expression, words("sources", "vague"))) if vaguely else "(?!)"
    verbs = "|".join(map(re.escape, sorted(words("reporting", "people", "en"), key=len, reverse=True)))
    return compiled(
        rf"(?:(?<=[\"”»’'])|(?<=[\"”»’'],))\s(?P<verb>{verbs})\s"
        rf"(?P<who>\d{{1,4}}(?=[.,;]|$)|(?:the|an?)\s(?:{standing})(?!\w)|(?:{vague})(?!\w)"
        rf"|(?-i:(?:[A-Z][a-z]{{2,15}}\s)?(?:{roles}))(?:\s\([a-z][a-z ,/-]{{2,30}}\)(?!\w)|{_AFTER}))"
        rf"|(?<!\w)(?P<subject>(?:{vague}))\s(?:has\s|had\s|also\s)?(?P<said>{verbs}|described|called|put)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("reporting", "people", "en"))


@cache
def _speaking() -> frozenset[str]:
    return _verbs() | _CALLING


@cache
def _roles() -> frozenset[str]:
    return frozenset(words("sources", "bare-roles"))


@cache
def _nouns() -> frozenset[str]:
    return _roles() | frozenset(words("sources", "standing-words"))
