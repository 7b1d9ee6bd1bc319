"""What a program may mend, and the mending: one module for each kind of fix, with one function

`edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]`.

A card names the kind under `fixing`. A fix is data: an interval of the source, what replaces it, whether it is safe and
why. Nothing here writes a file.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from msgspec import structs

from auditor.fixing.reading import Asked, Edit, Reading, Spot
from auditor.masking import Mask
from auditor.model import Document, Finding, Fix, Fixing, Rule, RuleSet, Safety

_MOST = 2_000  # fixes of one finding


def kinds() -> list[str]:
    """The kinds of fix, as cards name them."""
    own = {"__init__", "reading", "spelling", "removal", "applying"}
    return sorted(p.stem.replace("_", "-") for p in Path(__file__).parent.glob("*.py") if p.stem not in own)


def with_fixes(document: Document, findings: Sequence[Finding], rules: RuleSet, hidden: Mask) -> tuple[Finding, ...]:
    """The findings, each with what a program may do about it: no fix prints private data, none is for Word and JSON."""
    mending = {rule.id: rule for rule in rules.rules if rule.fixing.how}
    if document.is_unpacked:
        return tuple(findings)
    reading = Reading(document)

    def fixes(finding: Finding) -> tuple[Fix, ...]:
        every = _fixes(finding, mending[finding.rule], reading)
        return tuple(fix for fix in every if hidden.text(fix.replacement) == fix.replacement)

    return tuple(structs.replace(one, fixes=fixes(one)) if one.rule in mending else one for one in findings)


def _fixes(finding: Finding, rule: Rule, reading: Reading) -> tuple[Fix, ...]:
    """A fix that cannot be made is none: a finding without is still one."""
    try:
        spots, given = list(reading.spots(finding)), rule.detect.keywords
        kind = import_module(f"{__name__}.{rule.fixing.how.replace('-', '_')}")
        asked = Asked(finding=finding, spots=spots, reading=reading, only=rule.fixing.only, given=given)
        return tuple(_apart(kind.edits(asked), rule.fixing, reading))
    except Exception:  # noqa: BLE001 - as a verb that raises harms no other
        return ()


def _apart(edits: Iterator[tuple[Spot, Edit]], fixing: Fixing, reading: Reading) -> Iterator[Fix]:
    """In the order of the source; of those that overlap the first, and those that touch as one."""
    kept: list[tuple[Spot, Edit]] = []
    for spot, edit in sorted(edits, key=lambda pair: (pair[1].start, pair[1].end)):
        last = kept[-1] if kept else None
        if last and last[1].end == edit.start and last[0] == spot:
            kept[-1] = spot, Edit(last[1].start, edit.end, last[1].replacement + edit.replacement)
        elif edit.end > edit.start and (last is None or edit.start >= last[1].end):
            kept.append((spot, edit))
    return (_fix(spot, edit, fixing, reading) for spot, edit in kept[:_MOST])


def _fix(spot: Spot, edit: Edit, fixing: Fixing, reading: Reading) -> Fix:
    line, column = reading.document.lines.at(edit.start)
    end_line, end_column = reading.document.lines.at(edit.end)
    return Fix(
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        offset=edit.start,
        length=edit.end - edit.start,
        replacement=edit.replacement,
        safe=fixing.safety is Safety.SAFE,
        why=fixing.why,
        place=spot.place,
    )
