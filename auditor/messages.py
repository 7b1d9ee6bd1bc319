"""Messages of cards, filled with the facts of a finding."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.expressions import late

# By name only: format strings of Python reach into objects and make strings of any length.
_BLANK = late(r"\{\{|\}\}|\{(\w+)(:\.0%)?\}")


def filled(message: str, facts: Mapping[str, Any]) -> str:
    """A message with each `{fact}` in its place, a share as per cent where `{fact:.0%}` asks for it.

    Raises:
        KeyError: there is no such fact.
        TypeError: what should be per cent is no number.
    """
    return _BLANK.sub(lambda blank: _fact(blank, facts), message)


def _fact(blank: re.Match[str], facts: Mapping[str, Any]) -> str:
    if not blank[1]:
        return blank[0][0]
    return f"{round(float(facts[blank[1]]) * 100)}%" if blank[2] else str(facts[blank[1]])
