"""What each rule does by itself: the pages whose verdict would be better without its findings."""

from collections import Counter
from typing import Any

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq
from msgspec import Struct

from auditor.corpus.judging.causes import Members, costs
from auditor.corpus.judging.findings import Findings
from auditor.corpus.judging.lists import Lists, Numbers, begins, numbers
from auditor.corpus.judging.profile import Profile
from auditor.corpus.read import storage
from auditor.corpus.running import parts
from auditor.corpus.running.columns import batches
from auditor.corpus.settings import Settings
from auditor.model import RuleSet, Verdict
from auditor.rulebook import default_rules
from auditor.scoring import Gates

_READ = ["score", "verdict", "causes", "findings"]
_ROWS = 16_000  # at a time


class Alone(Struct, frozen=True):
    """Pages by the rule that alone makes their verdict: without it they would be better off."""

    rejects: Counter[str]  # no longer rejected
    reviews: Counter[str]  # they would pass


def alone(out: str) -> Alone:
    """Of a closed run, by the classes and gates that its rows were judged with."""
    chosen = parts.manifest(out).settings
    gates, prices = chosen.gates, Profile(rules_of(chosen), chosen.gates)
    found = Alone(Counter(), Counter())
    for path in parts.files(out):
        with storage.open_for_reading(path) as stream:
            file = pq.ParquetFile(stream)
            if "causes" in file.schema_arrow.names:  # not in rows of 0.1
                for batch in batches(file, _ROWS, _READ):
                    _add(found, batch, gates, prices)
    return found


def rules_of(chosen: Settings) -> RuleSet:
    """The rules that ran; without the folders of house cards, which may be elsewhere now, those that are shipped."""
    try:
        return chosen.ruleset()
    except (ValueError, OSError):
        return default_rules()


def _add(found: Alone, batch: Any, gates: Gates, prices: Profile) -> None:
    findings = Findings.stored(batch["findings"], prices)
    names, rows, rules, without = _without(batch, findings, prices)
    was = numbers(pc.fill_null(batch["verdict"], "")).astype(str)[rows]
    scored = numbers(pc.is_valid(batch["score"]))[rows]
    better = scored & (was == Verdict.REJECT) & (without >= gates.reject_under)
    passes = scored & (was == Verdict.REVIEW) & (without >= gates.pass_from)
    for counts, those in ((found.rejects, better), (found.reviews, passes)):
        counts.update(names[rule] for rule in rules[those])


def _without(batch: Any, findings: Findings, prices: Profile) -> tuple[list[str], Numbers, Numbers, Numbers]:
    """For each row and each rule that costs points there, the score without that rule."""
    members = Members.of(Lists.of(batch["causes"]), findings).only(findings.pays)
    encoded = findings.lists.flat.field("rule").dictionary_encode()
    names, codes = encoded.dictionary.to_pylist(), numbers(encoded.indices).astype(np.int64)
    width = max(1, len(names))
    whole, _ = costs(members, prices)
    pairs = np.unique(members.cause * width + codes[members.finding])
    cause, rule = pairs // width, pairs % width
    rest = _others(members, codes, cause, rule)
    saved = whole[cause] - costs(rest, prices)[0]
    rows = Lists.of(batch["causes"]).owners
    lost = np.bincount(rows, whole, minlength=len(batch)).astype(np.int64)
    both, at = np.unique(rows[cause] * width + rule, return_inverse=True)
    off = np.bincount(at, saved, minlength=len(both)).astype(np.int64)
    return names, both // width, both % width, np.maximum(0, 100 - lost[both // width] + off)


def _others(members: Members, codes: Numbers, cause: Numbers, rule: Numbers) -> Members:
    """For each pair of a cause and one of its rules a cause of its own: what the other rules found of it."""
    starts, sizes = begins(members.sizes), members.sizes
    each = np.repeat(np.arange(len(cause)), sizes[cause])
    within = np.arange(len(each)) - begins(sizes[cause])[each]
    finding = members.finding[starts[cause[each]] + within]
    other = codes[finding] != rule[each]
    return Members(each[other], finding[other], len(cause), members.found)
