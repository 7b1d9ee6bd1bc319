"""A suppression of what is not there goes; of several rules that a comment names, those that it does not hide.

One without a reason, of an unknown rule or past its day is left to people: it may be meant for something.
"""

import re
from collections.abc import Iterator

from auditor.fixing.reading import Asked, Edit, Spot
from auditor.fixing.removal import whole_lines
from auditor.model.lines import line_start, next_line
from auditor.parsing.suppressions import described

_UNUSED = "hides nothing"
_ABOVE = re.compile(r"([ \t]{0,40})(?:auditor|ignore):[ \t]{0,40}(?:\r\n|\r|\n)")
_BLANKS = re.compile(r"[ \t]{0,40}(?=[^\s])")
_COMMENT = re.compile(r"<!--\s{0,20}auditor:\s{0,20}ignore(?:-file)?\s{1,20}(.{0,1000}?)\s{0,20}-->", re.DOTALL)


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    idle = set(str(asked.finding.facts.get("rules", "")).split(", "))
    if asked.finding.facts.get("problem") != _UNUSED:
        return
    for spot in asked.spots:
        found = _COMMENT.fullmatch(asked.source, spot.start, spot.end)
        if asked.finding.facts.get("origin") == "front matter":
            yield from ((spot, edit) for edit in _keys(asked.source, spot))
        elif found:
            named, _, _ = described(found[1])
            left = [name for name in named if name not in idle]
            yield spot, _shorter(found, named, left) if left else whole_lines(asked.source, *found.span())


def _keys(source: str, spot: Spot) -> Iterator[Edit]:
    """The lines of a key of front matter, with those of the keys above that held nothing else."""
    first, end = line_start(source, spot.start), next_line(source, spot.end)
    indent = spot.start - first
    if source[first : spot.start].strip():
        return  # one of several on a line
    while _indent(source, end) > indent:
        end = next_line(source, end)
    while first and (above := _ABOVE.match(source, line_start(source, first - 1))):
        if above.end() != first or len(above[1]) >= indent or _indent(source, end) > len(above[1]):
            break
        first, indent = above.start(), len(above[1])
    yield Edit(first, end)


def _indent(source: str, at: int) -> int:
    """Of a line; -1 where it is empty."""
    found = _BLANKS.match(source, at)
    return found.end() - at if found else -1


def _shorter(found: re.Match[str], named: tuple[str, ...], left: list[str]) -> Edit:
    last = re.search(rf"(?:^|[\s,]){re.escape(named[-1])}(?=[\s,]|$)", found[1])
    end = last.end() if last else 0
    return Edit(found.start(1), found.start(1) + end, ", ".join(left))
