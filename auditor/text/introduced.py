"""Whether a sentence says who or what goes by a label: "known as Speaker 2", "Diver 4, as witnesses are called"."""

import re
from functools import cache

from auditor.expressions import compiled
from auditor.words import words

_REACH = 60  # characters beside a label


def is_called_so(text: str, start: int, end: int) -> bool:
    """Whether it is what somebody is called."""
    ahead, behind = _called()
    before = text[max(0, start - _REACH) : start]
    return bool(ahead.search(before) or behind.match(text, end))


def is_presented(text: str, end: int, language: str) -> bool:
    """Whether a comma and an article follow: "Snippet, a magazine in Ghent"."""
    return _presents(language).match(text, end) is not None


@cache
def _presents(language: str) -> re.Pattern[str]:
    articles = (*words("speaking", "presents", language), *words("sources", "of-one", language))
    return compiled(rf",\s(?:{'|'.join(articles) or '(?!)'})\s")


@cache
def _called() -> tuple[re.Pattern[str], re.Pattern[str]]:
    called = "|".join(words("sources", "called"))
    return compiled(rf"(?<!\w)(?:{called})\s(?:[^.;:!?]{{0,30}}\s)?as\s(?:the\s)?$"), compiled(
        rf",\sas\s[^,.;:!?]{{2,60}}?(?<!\w)(?:{called})(?!\w)"
    )
