"""A comment that suppresses what is not there goes; of several rules that it names, those that it does not hide.

One without a reason, of an unknown rule or past its day is left to people: it may be meant for something.
"""

import re
from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.fixing.removal import whole_lines
from auditor.parsing.suppressions import described

_UNUSED = "hides nothing"
_COMMENT = re.compile(r"<!--\s{0,20}auditor:\s{0,20}ignore(?:-file)?\s{1,20}(.{0,1000}?)\s{0,20}-->", re.DOTALL)


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    idle = set(str(asked.finding.facts.get("rules", "")).split(", "))
    if asked.finding.facts.get("problem") != _UNUSED:
        return
    for spot in asked.spots:
        found = _COMMENT.fullmatch(asked.source, spot.start, spot.end)
        if found:
            named, _, _ = described(found[1])
            left = [name for name in named if name not in idle]
            yield spot, _shorter(found, named, left) if left else whole_lines(asked.source, *found.span())


def _shorter(found: re.Match[str], named: tuple[str, ...], left: list[str]) -> Edit:
    last = re.search(rf"(?:^|[\s,]){re.escape(named[-1])}(?=[\s,]|$)", found[1])
    end = last.end() if last else 0
    return Edit(found.start(1), found.start(1) + end, ", ".join(left))
