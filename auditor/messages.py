"""Messages of cards, filled with the facts of a finding.

`{fact}` is the fact itself, `{fact:.0%}` a share as per cent, `{fact:link|links}` a number with its noun or verb,
`{fact:times}` how often, and `{fact:language}` the name of a language.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from auditor.expressions import late
from auditor.prepared import prepared

# By name only: format strings of Python reach into objects and make strings of any length.
_BLANK = late(r"\{\{|\}\}|\{(\w+)(?::(\.0%|language|times|[^{}|]*\|[^{}|]*))?\}")
_ONE = {"1", "one", "One"}
_OFTEN = {"1": "once", "2": "twice"}


def filled(message: str, facts: Mapping[str, Any]) -> str:
    """A message with each fact in its place.

    Raises:
        KeyError: there is no such fact.
        TypeError: what should be per cent is no number.
    """
    return _BLANK.sub(lambda blank: _fact(blank, facts), message)


def language(code: str) -> str:
    """The English name of a language; its code where it is not known."""
    return _languages().get(code.split("-", maxsplit=1)[0].casefold(), code)


def _fact(blank: re.Match[str], facts: Mapping[str, Any]) -> str:
    if not blank[1]:
        return blank[0][0]
    if blank[1] not in facts:
        raise KeyError(f"the message names {{{blank[1]}}}, and the facts are {', '.join(facts) or 'none'}")
    fact, way = facts[blank[1]], blank[2]
    if not way:
        return str(fact)
    if way == ".0%":
        return f"{round(float(fact) * 100)}%"
    if way == "times":
        return _OFTEN.get(str(fact), f"{fact} times")
    if way == "language":
        return language(str(fact))
    one, many = way.split("|")
    return f"{fact} {one if str(fact) in _ONE else many}"


@cache
def _languages() -> dict[str, str]:
    return prepared("languages", dict[str, str], _read)


def _read() -> dict[str, str]:
    import yaml  # noqa: PLC0415 - the file is read once

    named: dict[str, str] = yaml.safe_load((Path(__file__).parent / "words" / "languages.yml").read_text("utf-8"))
    return named
