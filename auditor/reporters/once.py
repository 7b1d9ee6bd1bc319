"""One remark, told once: rules that look for different signs of one fault find it in the same words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model import Finding, Place, Report

_HALF = 2
_MANY = 100  # places above which a finding is told by itself: all would be compared with all


class Told(Struct, frozen=True):
    """A finding that is shown, and whatever else says the same of the same words."""

    index: int  # in `report.findings`
    finding: Finding
    rules: tuple[str, ...]  # its own first


def once(report: Report) -> list[Told]:
    """The findings without those that only repeat, of the same cause and of the same words, what graver ones say.

    Nothing is lost with them: their rules are named beside those that are shown.
    """
    several = [cause.findings for cause in report.causes if len(cause.findings) > 1]
    hidden = {i: by for findings in several for i, by in _hidden(report, findings)} if several else {}
    if not hidden:
        return [Told(i, finding, (finding.rule,)) for i, finding in enumerate(report.findings)]
    also: dict[int, list[str]] = {}
    for i, holders in hidden.items():
        for holder in holders:
            also.setdefault(holder, []).append(report.findings[i].rule)
    return [
        Told(i, finding, tuple(dict.fromkeys((finding.rule, *also.get(i, ())))))
        for i, finding in enumerate(report.findings)
        if i not in hidden
    ]


def _hidden(report: Report, members: Sequence[int]) -> Iterator[tuple[int, set[int]]]:
    """Findings all places of which are told, and by which ones."""
    plain = [i for i in members if _only_quotes(report.findings[i])]
    told: list[tuple[Place | Finding, int]] = []
    for i in sorted(plain, key=lambda i: (-report.findings[i].severity.rank, -report.findings[i].length, i)):
        finding = report.findings[i]
        places: list[Place | Finding] = [finding, *finding.related]
        by = [_holder(place, finding.rule, report, told) for place in places]
        if None in by:
            told += [(place, i) for place in places]
        else:
            yield i, {holder for holder in by if holder is not None}


def _only_quotes(finding: Finding) -> bool:
    """Whether each of its places is a fault of its own, and the message says no more than the words there."""
    quotes = finding.needs == 1 and finding.length > 0 and finding.evidence in finding.message
    return quotes and len(finding.related) < _MANY


def _holder(
    place: Place | Finding, rule: str, report: Report, told: Sequence[tuple[Place | Finding, int]]
) -> int | None:
    """The finding of another rule that a place repeats: half of the shorter of both lies in the other."""
    for other, i in told:
        shared = min(place.offset + place.length, other.offset + other.length) - max(place.offset, other.offset)
        if report.findings[i].rule != rule and shared * _HALF >= min(place.length, other.length) > 0:
            return i
    return None
