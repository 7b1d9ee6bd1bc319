"""What the public door gives out: every type is exported, nothing can be changed, everything can be hashed."""

import copy
import json
import pickle
from collections.abc import Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

import auditor
from auditor.model import Finding, Hit, Report
from auditor.model.frozen import Frozen, frozen

PAGE = """<html lang="en"><title>Harbour</title><article><h1>Harbour</h1><p>By Ada Lundt</p>
<p>The harbour was built by monks who had tired of the hills.</p>
<p>As an AI language model, I cannot say which of them could swim. Call 555-0100, [citation needed].</p></article>
<div class="author-box">Name : Odo Lamb<br>Phone : 555-0100<br>Bio : Quia ut nihil sequi dolores.</div></html>"""


def every_type(hint: Any, seen: set[type]) -> None:
    """The types of ours that values of a type are made of."""
    for part in get_args(hint):
        every_type(part, seen)
    if get_origin(hint) in (Union, UnionType) or not isinstance(hint, type) or hint in seen:
        return
    if hint.__module__.startswith("auditor"):
        seen.add(hint)
        if issubclass(hint, msgspec.Struct):
            for one in get_type_hints(hint).values():
                every_type(one, seen)


@pytest.mark.parametrize("shape", [auditor.Report, auditor.Document, auditor.RuleSet, auditor.Exemptions, auditor.Gate])
def test_every_type_of_a_result_is_exported(shape):
    seen: set[type] = set()
    every_type(shape, seen)
    assert {one.__name__ for one in seen if getattr(auditor, one.__name__, None) is not one} == set()


def values(value: Any):
    """All that a result holds."""
    yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from values(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from values(one)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from values(one)


@pytest.mark.parametrize("make", [auditor.audit, auditor.parse, lambda _: auditor.load_rules()])
def test_results_are_immutable_and_hashable_in_any_depth(make):
    for value in values(make(PAGE)):
        assert not isinstance(value, list | set | bytearray)
        assert not isinstance(value, dict) or isinstance(value, Frozen)
        assert not isinstance(value, msgspec.Struct) or value.__struct_config__.frozen
        hash(value)


def test_equal_results_are_one_key():
    assert len({auditor.audit(PAGE), auditor.audit(PAGE), auditor.audit(PAGE + "<p>.")}) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(a=2),
        lambda d: d.__setitem__("a", 2),
        lambda d: d.__delitem__("a"),
        lambda d: d.pop("a"),
        lambda d: d.popitem(),
        lambda d: d.setdefault("b", 1),
        lambda d: d.clear(),
        lambda d: d.__ior__({"b": 1}),
    ],
)
def test_a_frozen_dictionary_refuses_every_change(change):
    given = frozen({"a": [1, {"b": [2]}]})
    with pytest.raises(TypeError, match="cannot be changed"):
        change(given)
    assert given == {"a": (1, {"b": (2,)})}


def test_results_go_through_pickle_copies_and_json_unharmed():
    report = auditor.audit(PAGE)
    assert report.findings
    for again in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report), msgspec.structs.replace(report)):
        assert again == report
        assert hash(again) == hash(report)
    decoded = msgspec.json.decode(msgspec.json.encode(report), type=Report)
    assert hash(decoded.findings) == hash(report.findings)
    assert json.loads(json.dumps(report.findings[0].facts)) == report.to_dict()["findings"][0]["facts"]


def test_facts_of_a_verb_are_copied_before_they_are_frozen():
    facts = {"seen": ["a"]}
    report = auditor.audit(PAGE)
    finding = msgspec.structs.replace(report.findings[0], facts=facts)
    facts["seen"].append("b")
    assert finding.facts == {"seen": ("a",)}
    assert isinstance(finding, Finding)
    assert Hit(None, facts).facts is facts


def test_gates_that_contradict_each_other_are_refused():
    with pytest.raises(ValueError, match="lower the first or raise the second"):
        auditor.Gates(reject_under=90, pass_from=10)


@pytest.mark.parametrize(
    ("gate", "says"),
    [
        ({}, ["verdict reject"]),
        ({"fail_under": 100}, ["verdict reject", "score under 100"]),
        ({"fail_on": auditor.Severity.INFO}, ["verdict reject", "a finding of severity info or above"]),
        ({"min_coverage": 100}, ["verdict reject", "rules could judge"]),
    ],
)
def test_a_report_says_why_it_fails_a_gate(gate, says):
    reasons = auditor.audit(PAGE).fails(auditor.Gate(**gate))
    assert len(reasons) == len(says)
    assert all(said in reason for said, reason in zip(says, reasons, strict=True))


def test_a_page_without_text_fails_unless_that_is_allowed():
    report = auditor.audit("")
    assert "nothing was judged" in report.fails()[0]
    assert report.fails(auditor.Gate(allow_empty=True)) == ()


def test_an_honest_page_fails_nothing():
    text = Path(__file__).parent.parent / "samples"
    report = auditor.audit("# Harbour\n\n" + "The harbour was built by monks who had tired of the hills. " * 3)
    assert text.is_dir()
    assert report.fails() == ()
