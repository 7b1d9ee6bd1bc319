"""Fixes applied to a text, as long as each round brings some and none adds a finding.

A text that was mended is judged again: fixes that would add a finding are left out, one by one, so whatever is written
has no fault that was not there. Fixes may uncover others (what was encoded three times), so it goes on until none is
left; the same text mended again stays as it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from auditor.model import Finding, Fix, Report

Audit = Callable[[str], Report]

_ROUNDS = 12  # of encodings within each other there are two or three
_KEPT = 4  # texts whose reports are
_AUDITS = 60  # of one round: what adds a finding is looked for by halves


class Mended(Struct, frozen=True):
    """A text after its fixes, and which they were: the rule, and the fix as it stood in the text of its round."""

    text: str
    fixes: tuple[tuple[str, Fix], ...] = ()
    refused: int = 0  # fixes that would have added a finding


def mended(text: str, audit: Audit, *, unsafe: bool = False) -> Mended:
    """The text with its safe fixes, on request with all of them."""
    done: list[tuple[str, Fix]] = []
    audit = lru_cache(_KEPT)(audit)  # the text that a round ends with is the one that the next begins with
    report, refused = audit(text), 0
    for _ in range(_ROUNDS):
        offered = _apart(chosen(report.findings, unsafe=unsafe))
        taken = _Round(text, report, audit).accepted(offered)
        refused = len(offered) - len(taken)
        if not taken:
            break
        text = applied(text, [fix for _, fix in taken])
        done += taken
        report = audit(text)
    return Mended(text, tuple(done), refused)


def chosen(findings: Iterable[Finding], *, unsafe: bool = False) -> list[tuple[str, Fix]]:
    """Rules and fixes of findings, of which unsafe ones on request."""
    return [(finding.rule, fix) for finding in findings for fix in finding.fixes if fix.safe or unsafe]


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """A text with fixes that do not overlap."""
    pieces, position = [], 0
    for fix in sorted(fixes, key=lambda fix: fix.offset):
        pieces += [text[position : fix.offset], fix.replacement]
        position = fix.offset + fix.length
    return "".join([*pieces, text[position:]])


def _apart(fixes: Iterable[tuple[str, Fix]]) -> list[tuple[str, Fix]]:
    """Those that do not overlap: of two the smaller, the other is asked for again when that is done."""
    kept: list[tuple[str, Fix]] = []
    for rule, fix in sorted(fixes, key=lambda one: (one[1].offset + one[1].length, -one[1].offset, one[0])):
        end = kept[-1][1].offset + kept[-1][1].length if kept else 0
        if fix.offset >= end:
            kept.append((rule, fix))
    return kept


class _Round:
    """Which fixes of one round add no finding."""

    def __init__(self, text: str, report: Report, audit: Audit) -> None:
        self._text, self._audit, self._left = text, audit, _AUDITS
        self._before = _places(report)

    def accepted(self, fixes: Sequence[tuple[str, Fix]], sure: Sequence[tuple[str, Fix]] = ()) -> list[tuple[str, Fix]]:
        """All of them where they do no harm together, else what of each half does none; `sure` are taken already."""
        if not fixes or not self._left:
            return []
        self._left -= 1
        if self._is_harmless([*sure, *fixes]):
            return list(fixes)
        if len(fixes) == 1:
            return []
        middle = len(fixes) // 2
        first = self.accepted(fixes[:middle], sure)
        return first + self.accepted(fixes[middle:], [*sure, *first])

    def _is_harmless(self, fixes: Sequence[tuple[str, Fix]]) -> bool:
        after = _places(self._audit(applied(self._text, [fix for _, fix in fixes])))
        return all(count <= self._before[rule] for rule, count in after.items())


def _places(report: Report) -> Counter[str]:
    """How many findings and how many places each rule has, known and suppressed ones, too."""
    findings = [*report.findings, *(one.finding for one in report.suppressed)]
    found = Counter(f"{finding.rule} " for finding in findings)
    for finding in findings:
        found[finding.rule] += 1 + len(finding.related)
    return found
