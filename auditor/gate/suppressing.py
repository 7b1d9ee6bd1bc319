"""Which findings are not held against a page, and which suppressions should go."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, structs

from auditor.gate.parts import joined, parted
from auditor.model import Exemptions, Finding, Outcome, Severity, Stale, Status, Suppressed, Suppression, names_of
from auditor.text.nearest import nearest

_KNOWN = -1  # excused by no suppression, but known from before
_BESIDE = -2  # known, but the finding has gained places
_ENTRUST = "which a source may do only where `inline-ignores` in the settings names it"
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
    """Take out the places that a suppression covers or the baseline knows; what is left stands if it is still a fault.

    `known` are the names that a suppression may use; what was not run is not judged.
    """
    asked = outcomes if suppressions else ()
    dimensions = {n for o in asked for n in names_of(o.rule.id, o.rule.dimension) if n != o.rule.id}
    refused = _refused(suppressions, dimensions, exemptions.entrusted)
    used: set[tuple[int, str]] = set()
    kept, suppressed = list[Outcome](), list[Suppressed]()
    usable = _usable(suppressions, exemptions, refused)
    for outcome in outcomes:
        left = []
        for whole in outcome.findings:
            parts = parted(whole)
            covering = [_covering(part, usable, exemptions.entrusted) for part in parts]
            used.update(*covering)
            for excuse, held in _held(whole, parts, covering, suppressions, exemptions).items():
                together = joined(whole, held, outcome.rule)
                if excuse is None:
                    left.append(together)
                elif excuse == _KNOWN:
                    suppressed.append(Suppressed(finding=together, by="baseline", reason="known before", until=None))
                else:
                    suppressed.append(_suppressed(together, suppressions[excuse]))
        kept.append(_with(outcome, left))
    ran = {n for o in asked if o.status is not Status.ERRORED for n in names_of(o.rule.id, o.rule.dimension)}
    found = [finding for outcome in outcomes for finding in outcome.findings]
    stale = judge(suppressions, today=exemptions.today, used=used, ran=ran, known=known, found=found, refused=refused)
    return Sifted(tuple(kept), tuple(sorted(suppressed, key=_by_place)), tuple(stale))


def judge(
    suppressions: Iterable[Suppression],
    *,
    today: date | None = None,
    used: Collection[tuple[int, str]] = (),
    ran: Collection[str] | None = None,
    known: Collection[str] = (),
    found: Sequence[Finding] = (),
    refused: Collection[tuple[int, str]] = (),
) -> Iterator[Stale]:
    """The stale ones, in their order. `ran` None: every name that a suppression uses was run."""
    for number, suppression in enumerate(suppressions):
        problem = fault(suppression, today)
        if problem and (suppression.one_file or any(covers(suppression, finding) for finding in found)):
            yield Stale(suppression, suppression.rules, problem)
        elif not problem and suppression.one_file:
            idle = [name for name in suppression.rules if (number, name) not in used]
            if whole := tuple(name for name in idle if (number, name) in refused):
                yield Stale(suppression, whole, f"excuses a whole dimension, {_ENTRUST}")
                idle = [name for name in idle if name not in whole]
            if grave := tuple(name for name in idle if _covers_critical(suppression, name, found)):
                yield Stale(suppression, grave, f"covers a critical finding, {_ENTRUST}")
                idle = [name for name in idle if name not in grave]
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
    if finding.rule == RULE or not names_of(finding.rule, finding.dimension) & set(suppression.rules):
        return False
    if suppression.places and suppression.places.isdisjoint(finding.places):
        return False
    scope = suppression.scope
    spots = [(finding.offset, finding.length), *((place.offset, place.length) for place in finding.related)]
    return scope is None or any(scope[0] <= offset < scope[1] for offset, length in spots if length)


def _covering(
    finding: Finding, usable: Mapping[str, Sequence[tuple[int, Suppression]]], entrusted: Collection[str]
) -> set[tuple[int, str]]:
    names = names_of(finding.rule, finding.dimension)
    grave = finding.severity is Severity.CRITICAL and not names & set(entrusted)
    return {
        (number, name)
        for name in names
        for number, one in usable.get(name, ())
        if covers(one, finding) and not (grave and one.place)
    }


def _refused(
    suppressions: Sequence[Suppression], dimensions: Collection[str], entrusted: Collection[str]
) -> set[tuple[int, str]]:
    """What sources excuse as a whole dimension, without leave from the settings."""
    return {
        (number, name)
        for number, one in enumerate(suppressions)
        if one.place
        for name in one.rules
        if name in dimensions and name not in entrusted
    }


def _covers_critical(suppression: Suppression, name: str, found: Sequence[Finding]) -> bool:
    grave = (f for f in found if f.severity is Severity.CRITICAL and name in names_of(f.rule, f.dimension))
    return suppression.place is not None and any(covers(suppression, finding) for finding in grave)


def _held(
    whole: Finding,
    parts: Sequence[Finding],
    covering: Sequence[Collection[tuple[int, str]]],
    suppressions: Sequence[Suppression],
    exemptions: Exemptions,
) -> dict[int | None, list[Finding]]:
    """The places of a finding by what excuses them: the number of a suppression, `_KNOWN`, or None where they count."""
    excuses = [min(by)[0] if by else _KNOWN if set(p.places) & exemptions.known.keys() else None
               for by, p in zip(covering, parts, strict=True)]  # fmt: skip
    if 1 + len(whole.related) <= exemptions.known.get(whole.fingerprint, 0):
        excuses = [_KNOWN if excuse is None else excuse for excuse in excuses]
    if whole.needs != 1 and None in excuses:
        excuses = _standing(excuses, whole.needs or len(parts), suppressions)
    held: dict[int | None, list[Finding]] = {}
    for excuse, part in zip(excuses, parts, strict=True):
        held.setdefault(None if excuse == _BESIDE else excuse, []).append(part)
    if _BESIDE in excuses:  # what is new stands first
        held[None].sort(key=lambda part: bool(set(part.places) & exemptions.known.keys()))
    return held


def _standing(excuses: list[int | None], needs: int, suppressions: Sequence[Suppression]) -> list[int | None]:
    """Where a fault needs several places: excused with too few of them left, else it stands at the known ones, too."""
    wide = [n for n in excuses if n is not None and n != _KNOWN and not suppressions[n].places]
    if wide and len(excuses) - len(wide) < needs:
        return [min(wide)] * len(excuses)
    return [n if n in wide or n is None else _BESIDE for n in excuses]


def _usable(
    suppressions: Sequence[Suppression], exemptions: Exemptions, refused: Collection[tuple[int, str]]
) -> dict[str, list[tuple[int, Suppression]]]:
    """Those that count, by the rules and dimensions that they name."""
    usable: dict[str, list[tuple[int, Suppression]]] = {}
    for number, suppression in enumerate(suppressions):
        for name in () if fault(suppression, exemptions.today) else suppression.rules:
            if (number, name) in refused:
                continue
            usable.setdefault(name, []).append((number, suppression))
    return usable


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
