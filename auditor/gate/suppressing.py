"""Which findings are not held against a page, and which suppressions should go."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, structs

from auditor.gate.parts import joined, parted
from auditor.model import Exemptions, Finding, Outcome, Stale, Status, Suppressed, Suppression
from auditor.text.nearest import nearest

_BASELINE = -1
RULE = "unused-suppression"  # the card that stale suppressions are findings of


class Sifted(Struct, frozen=True):
    outcomes: tuple[Outcome, ...]  # less what is suppressed
    suppressed: tuple[Suppressed, ...]
    stale: tuple[Stale, ...]


def sift(
    outcomes: Sequence[Outcome],
    suppressions: Sequence[Suppression],
    exemptions: Exemptions,
    known: Collection[str] = (),
) -> Sifted:
    """Take out what a suppression covers, then what the baseline knows: place by place where each is a fault by itself.

    Other findings are excused as a whole, and one that has gained places is not known.

    `known` are the names that a suppression may use; what was not run is not judged.
    """
    used: set[tuple[int, str]] = set()
    kept, suppressed = list[Outcome](), list[Suppressed]()
    usable: dict[str, list[tuple[int, Suppression]]] = {}
    for number, suppression in enumerate(suppressions):
        for name in () if fault(suppression, exemptions.today) else suppression.rules:
            usable.setdefault(name, []).append((number, suppression))
    for outcome in outcomes:
        left = []
        for whole in outcome.findings:
            held: dict[int | None, list[Finding]] = {}
            for finding in parted(whole):
                by = _covering(finding, usable)
                used |= by
                held.setdefault(_excuse(by, whole, finding, exemptions), []).append(finding)
            for excuse, parts in held.items():
                together = joined(whole, parts, outcome.rule)
                if excuse is None:
                    left.append(together)
                elif excuse == _BASELINE:
                    suppressed.append(Suppressed(finding=together, by="baseline", reason="known before", until=None))
                else:
                    suppressed.append(_suppressed(together, suppressions[excuse]))
        kept.append(_with(outcome, left))
    ran = {n for o in outcomes if o.status is not Status.ERRORED for n in (o.rule.id, o.rule.dimension)}
    found = [finding for outcome in outcomes for finding in outcome.findings]
    stale = judge(suppressions, today=exemptions.today, used=used, ran=ran, known=known, found=found)
    return Sifted(tuple(kept), tuple(sorted(suppressed, key=_by_place)), tuple(stale))


def judge(
    suppressions: Iterable[Suppression],
    *,
    today: date | None = None,
    used: Collection[tuple[int, str]] = (),
    ran: Collection[str] | None = None,
    known: Collection[str] = (),
    found: Sequence[Finding] = (),
) -> Iterator[Stale]:
    """The stale ones, in their order. `ran` None: every name that a suppression uses was run."""
    for number, suppression in enumerate(suppressions):
        problem = fault(suppression, today)
        if problem and (suppression.one_file or any(covers(suppression, finding) for finding in found)):
            yield Stale(suppression, suppression.rules, problem)
        elif not problem and suppression.one_file:
            idle = [name for name in suppression.rules if (number, name) not in used]
            yield from _unknown(suppression, idle, known)
            if unused := tuple(n for n in idle if ran is None or n in ran):
                yield Stale(suppression, unused, "hides nothing")


def fault(suppression: Suppression, today: date | None) -> str:
    """Why a suppression does not count; empty where it does."""
    if not suppression.rules:
        return "names no rule"
    if not suppression.reason:
        return "gives no reason, so it hides nothing"
    if not suppression.until:
        return ""
    try:
        until = date.fromisoformat(suppression.until)
    except ValueError:
        return f"is until {suppression.until!r}, which is no day such as 2027-01-31, so it hides nothing"
    return f"expired on {until}" if today and until <= today else ""


def covers(suppression: Suppression, finding: Finding) -> bool:
    if not {finding.rule, finding.dimension} & set(suppression.rules):
        return False
    scope = suppression.scope
    if finding.rule == RULE:
        return False
    spots = [(finding.offset, finding.length), *((place.offset, place.length) for place in finding.related)]
    return scope is None or any(scope[0] <= offset < scope[1] for offset, length in spots if length)


def _covering(finding: Finding, usable: Mapping[str, Sequence[tuple[int, Suppression]]]) -> set[tuple[int, str]]:
    names = {finding.rule, finding.dimension}
    return {(number, name) for name in names for number, one in usable.get(name, ()) if covers(one, finding)}


def _excuse(by: Collection[tuple[int, str]], whole: Finding, part: Finding, exemptions: Exemptions) -> int | None:
    """The number of the suppression that holds, or that the baseline knows it; None where it counts."""
    if by:
        return min(by)[0]
    known = exemptions.known
    if any(place in known for place in part.places) or 1 + len(whole.related) <= known.get(whole.fingerprint, 0):
        return _BASELINE
    return None


def _unknown(suppression: Suppression, idle: Sequence[str], known: Collection[str]) -> Iterator[Stale]:
    for name in idle if known else ():
        if name not in known:
            yield Stale(suppression, (name,), f"hides nothing: there is no such rule{nearest(name, known)}")


def _suppressed(finding: Finding, by: Suppression) -> Suppressed:
    return Suppressed(finding=finding, by=by.origin, reason=by.reason, until=by.until or None)


def _with(outcome: Outcome, findings: Sequence[Finding]) -> Outcome:
    if list(findings) == list(outcome.findings):
        return outcome
    return structs.replace(outcome, findings=tuple(findings), status=Status.FAILED if findings else Status.PASSED)


def _by_place(suppressed: Suppressed) -> tuple[int, str, int]:
    finding = suppressed.finding
    return finding.offset, finding.rule, finding.length
