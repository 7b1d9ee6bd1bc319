"""The committed files of verdicts and of findings that were read say what the rules say today."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import auditor
from auditor.model import Severity

ROOT = Path(__file__).parent.parent


def lines(name: str) -> list[list[str]]:
    with (ROOT / "benchmarks" / name).open(encoding="utf-8", newline="") as file:
        return [line for line in csv.reader(file, delimiter="\t") if not line[0].startswith("#")]


@pytest.mark.parametrize(
    ("name", "verdict"), [(name, said) for of, name, said in lines("drift.tsv") if of == "samples"]
)
def test_a_verdict_moves_with_the_committed_file_or_not_at_all(name, verdict):
    assert auditor.audit((ROOT / "samples" / name).read_bytes(), name=name).verdict == verdict


def test_all_samples_have_their_verdict():
    assert {name for of, name, _ in lines("drift.tsv") if of == "samples"} == {
        path.name for path in (ROOT / "samples").iterdir()
    }


def test_the_ledger_knows_the_rules():
    """A rule that goes takes its rows with it; one text has one row for each rule."""
    rows = lines("ledger.tsv")
    assert {row[0] for row in rows} <= {rule.id for rule in auditor.load_rules().rules}
    assert {(row[3], row[4]) for row in rows} <= {
        ("right", "label"), ("right", "read"), ("wrong", "read"), ("unread", "label")
    }  # fmt: skip
    assert max(Counter(tuple(row[:3]) for row in rows).values()) == 1


def test_no_rule_that_sends_articles_back_is_often_wrong():
    """Of ten findings that were read nine are right; of a few all but one."""
    results: dict[str, Counter[str]] = defaultdict(Counter)
    for rule, _, _, result, _ in lines("ledger.tsv"):
        results[rule][result] += 1
    grave = {rule.id for rule in auditor.load_rules().rules if rule.severity.rank >= Severity.ERROR.rank}
    often = {rule: counts for rule, counts in results.items() if counts["wrong"] > max(1, counts.total() / 10)}
    assert not grave & set(often)
