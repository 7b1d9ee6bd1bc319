"""Rows in, rows out: the same documents with the same findings, judged by a profile. No page is read."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from auditor.corpus.judging.causes import Charged, charged, lost
from auditor.corpus.judging.findings import Findings
from auditor.corpus.judging.lists import Lists, Numbers, listed, numbers
from auditor.corpus.judging.profile import Aspect, Profile
from auditor.model import Audited, PageType, Verdict, Zone

_ASPECT = ["language", "type", "zones", "not_read"]
COUNTED = ["verdict", "audited", "error_class", "causes.list.element.findings"]  # what verdicts follow from
COUNTED += [f"findings.list.element.{name}" for name in ("rule", "severity", "evidence")]
COUNTED += ["findings.list.element.related.list.element.evidence"]
_VERDICTS = [Verdict.PASS, Verdict.REVIEW, Verdict.REJECT]
_HOW = [Audited.FULL, Audited.PART, Audited.NONE]


class Judged(Struct, frozen=True):
    """What rules could judge, in each row."""

    able: Numbers  # of each dimension, one row after the other, whether a rule could judge it
    reasons: Any  # why not everything was judged; empty where it was
    errors: Numbers  # rows without a report


def judged(table: Any, profile: Profile) -> Any:
    """A table of rows with new verdicts, scores, dimensions, causes and findings; all else is as it was."""
    schema = table.schema
    whole = {name: table[name].combine_chunks() for name in ("findings", "causes", "rule_errors")}
    found = Findings.of(whole["findings"], profile)
    charge = charged(whole["causes"], found, profile)
    spoke = _spoke(found, whole["rule_errors"], profile)
    seen = _seen(table, spoke, profile)
    new = {
        "findings": found.column(charge.tenths, schema.field("findings").type),
        "causes": charge.column,
        "dimensions": _dimensions(seen, found, charge, profile.dimensions, schema.field("dimensions").type),
        "rule_errors": _left(whole["rule_errors"], profile),
        **_verdicts(table, seen, charge, profile),
    }
    for name, column in new.items():
        table = table.set_column(schema.get_field_index(name), schema.field(name), column)
    return table


def verdicts(table: Any, profile: Profile) -> Any:
    """The new verdicts alone, of tables that hold `COUNTED`."""
    found = Findings.of(table["findings"].combine_chunks(), profile)
    points = lost(table["causes"].combine_chunks(), found, profile)
    return _verdict(points, _unread(table), numbers(pc.is_valid(table["error_class"])), profile)


def _spoke(found: Findings, errors: Any, profile: Profile) -> tuple[Numbers, Numbers]:
    """Rows and rules that found something there or failed."""
    failed = Lists.of(errors)
    named = [profile.numbers.get(rule, -1) for rule in failed.flat.field("rule").to_pylist()]
    rules = np.concatenate((found.rules[found.kept], np.array(named, np.int64)))
    rows = np.concatenate((found.rows[found.kept], failed.owners))
    return rows[rules >= 0], rules[rules >= 0]


def _seen(table: Any, spoke: tuple[Numbers, Numbers], profile: Profile) -> Judged:
    zones = pc.binary_join(table["zones"], ",")
    parts = [pc.fill_null(column, "\0") for column in (table["language"], table["type"], zones, table["not_read"])]
    codes = numbers(pc.binary_join_element_wise(*parts, "\x1f").combine_chunks().dictionary_encode().indices)
    _, firsts = np.unique(codes, return_index=True)
    kinds = table.select(_ASPECT).take(pa.array(firsts)).to_pylist()
    heard = [profile.heard(_aspect(kind)) for kind in kinds]
    able = np.array([one.able for one in heard], bool).reshape(-1, len(profile.dimensions))[codes]
    rows, rules = spoke
    order = {name: n for n, name in enumerate(profile.dimensions)}
    able[rows, np.array([order[rule.dimension] for rule in profile.rules.rules], np.int64)[rules]] = True
    mute = np.array([one.mute for one in heard]).reshape(len(heard), -1)
    left = mute.sum(1)[codes] - _each(rows, rules, mute[codes[rows], rules], len(codes))
    return Judged(able.ravel(), _reasons(kinds, codes, left, profile), numbers(pc.is_valid(table["error_class"])))


def _each(rows: Numbers, rules: Numbers, those: Numbers, count: int) -> Numbers:
    """How many different rules each row has among those."""
    width = max(1, rules.max(initial=0) + 1)
    return np.bincount(np.unique(rows[those] * width + rules[those]) // width, minlength=count)


def _reasons(kinds: list[dict[str, Any]], codes: Numbers, mute: Numbers, profile: Profile) -> Any:
    """Why not everything was judged, by kinds of documents and how many rules had nothing to say in their language."""
    most = len(profile.rules.rules) + 1
    pairs, which = np.unique(codes * most + mute, return_inverse=True)
    told = []
    for code, count in zip(pairs // most, pairs % most, strict=True):
        said = (kinds[code]["not_read"], profile.muted(int(count), kinds[code]["language"]))
        told.append("; ".join(filter(None, said)))
    return pa.array(told, pa.string()).take(pa.array(which))


def _aspect(row: dict[str, Any]) -> Aspect:
    page_type = PageType(row["type"]) if row["type"] else PageType.UNKNOWN
    return Aspect(row["language"], page_type, tuple(map(Zone, row["zones"])))


def _dimensions(seen: Judged, found: Findings, charge: Charged, names: list[str], kind: Any) -> Any:
    """Each row that has a report has all of them."""
    width, audited = len(names), int((~seen.errors).sum())
    own = np.repeat(~seen.errors, width)
    known = seen.able[own]
    lost = np.bincount(found.rows * width + found.dimensions, charge.tenths, minlength=len(own))
    lost = np.where(known, lost[own], 0)
    named = pa.array(names, pa.string()).take(pa.array(np.tile(np.arange(width), audited)))
    scores = pa.array(np.maximum(0, 1000 - lost) / 10, mask=~known)
    flat = pa.StructArray.from_arrays([named, scores, pa.array(lost / 10)], fields=list(kind.value_type))
    return listed(np.where(seen.errors, 0, width), flat, kind)


def _left(column: Any, profile: Profile) -> Any:
    """Errors of the rules that still run."""
    lists = Lists.of(column)
    if not len(lists.flat):
        return column
    kept = np.array([rule in profile.by_id for rule in lists.flat.field("rule").to_pylist()])
    counts = np.bincount(lists.owners[kept], minlength=len(lists.counts))
    return listed(counts, lists.flat.filter(pa.array(kept)), column.type)


def _verdicts(table: Any, seen: Judged, charge: Charged, profile: Profile) -> dict[str, Any]:
    unread = _unread(table)
    part = numbers(pc.not_equal(seen.reasons, ""))
    why = pc.if_else(pa.array(part), seen.reasons, None)
    return {
        "score": pa.array(_totals(charge.lost), mask=seen.errors | unread),
        "verdict": _verdict(charge.lost, unread, seen.errors, profile),
        "audited": _named(_HOW, np.where(unread, 2, part), seen.errors),
        "not_audited": pc.if_else(pa.array(unread | seen.errors), table["not_audited"].combine_chunks(), why),
    }


def _verdict(points: Numbers, unread: Numbers, errors: Numbers, profile: Profile) -> Any:
    totals, gates = _totals(points), profile.gates
    codes = np.where(totals < gates.reject_under, 2, totals < gates.pass_from)
    return _named(_VERDICTS, np.where(unread, 1, codes), errors)


def _totals(points: Numbers) -> Numbers:
    left: Numbers = np.maximum(0, 100 - points)
    return left.astype(float)


def _unread(table: Any) -> Numbers:
    return numbers(pc.equal(pc.fill_null(table["audited"], ""), Audited.NONE))


def _named(names: list[Any], codes: Numbers, missing: Numbers) -> Any:
    return pa.array(names, pa.string()).take(pa.array(codes.astype(np.int64), mask=missing))
