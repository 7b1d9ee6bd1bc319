"""What a sceptic may demand of the score, over made-up outcomes."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from auditor.model import Confidence, Finding, Outcome, Place, Rise, Rule, Severity, Status, Verdict
from auditor.scoring import POINTS, Gates, Scored, points, score

DIMENSIONS = ("authorship", "debris", "keywords")
ORDER = [Verdict.REJECT, Verdict.REVIEW, Verdict.PASS]


def rule(number: int, dimension: str, severity: Severity, cause: str = "", anchor: str = "") -> Rule:
    return Rule(
        id=f"rule-{number}", dimension=dimension, title="", why="", fix="", message="", severity=severity,
        confidence=Confidence.HIGH, zones=frozenset(), languages=frozenset(), cause=cause, anchor=anchor,
        detect=lambda blocks, signals: iter(()),
    )  # fmt: skip


def finding(of: Rule, ordinal: int = 0, places: int = 1, anchor: str = "", evidence: str = "word") -> Finding:
    spot = {"line": 1, "column": 1, "end_line": 1, "end_column": 1, "offset": ordinal, "length": 0}
    return Finding(
        rule=of.id, dimension=of.dimension, severity=of.severity, confidence=of.confidence,
        message="It is so", fix="", points=0, zone="body", evidence=evidence, facts={"label": anchor},
        related=tuple(Place(evidence=evidence, **spot) for _ in range(places - 1)),
        fingerprint=f"{of.id}-{ordinal}-{anchor}", **spot,
    )  # fmt: skip


def outcome(of: Rule, findings) -> Outcome:
    return Outcome(of, Status.FAILED if findings else Status.PASSED, tuple(findings))


def judged(outcomes, gates: Gates = Gates()) -> Scored:  # noqa: B008 - frozen
    return score(outcomes, DIMENSIONS, gates)


one_finding = st.tuples(st.integers(0, 9), st.integers(1, 25), st.sampled_from(["", "a label", "another"]))
one_rule = st.tuples(
    st.sampled_from(DIMENSIONS),
    st.sampled_from(Severity),
    st.sampled_from(["", "profile", "copy"]),
    st.sampled_from(["", "label"]),
    st.lists(one_finding, max_size=4),
)


def made(rows) -> list[Outcome]:
    rules = [(rule(i, *row[:4]), row[4]) for i, row in enumerate(rows)]
    return [outcome(of, [finding(of, *one) for one in found]) for of, found in rules]


outcomes = st.lists(one_rule, max_size=8).map(made)


@given(outcomes)
@settings(deadline=None)
def test_the_points_of_causes_and_the_score_are_100_unless_the_floor_is_reached(given):
    scored = judged(given)
    assert scored.score == max(0, 100 - sum(cause.points for cause in scored.causes))


@given(outcomes)
@settings(deadline=None)
def test_every_finding_has_one_cause_and_carries_its_part_of_the_points(given):
    scored = judged(given)
    assert sorted(i for cause in scored.causes for i in cause.findings) == list(range(len(scored.findings)))
    for cause in scored.causes:
        parts = [round(scored.findings[i].points * 10) for i in cause.findings]
        assert sum(parts) == cause.points * 10
    lost = sum(round(dimension.lost * 10) for dimension in scored.dimensions.values())
    assert lost == sum(cause.points for cause in scored.causes) * 10


@given(outcomes)
@settings(deadline=None)
def test_a_cause_costs_what_its_class_says(given):
    for cause in judged(given).causes:
        low, high = POINTS[cause.severity]
        assert low <= cause.points <= high


@given(outcomes.filter(bool), one_finding, st.data())
@settings(deadline=None)
def test_another_fault_never_raises_the_score_nor_softens_the_verdict(given, new, data):
    before = judged(given)
    which = data.draw(st.integers(0, len(given) - 1))
    more = [outcome(o.rule, (*o.findings, finding(o.rule, *new))) if i == which else o for i, o in enumerate(given)]
    after = judged(more)
    assert after.score <= before.score
    assert ORDER.index(after.verdict) <= ORDER.index(before.verdict)


@given(outcomes, st.data())
@settings(deadline=None)
def test_a_cause_that_is_gone_never_lowers_the_score(given, data):
    before = judged(given)
    if not before.causes:
        return
    gone = data.draw(st.sampled_from(before.causes))
    away = {(before.findings[i].rule, before.findings[i].fingerprint) for i in gone.findings}
    less = [outcome(o.rule, [f for f in o.findings if (f.rule, f.fingerprint) not in away]) for o in given]
    assert judged(less).score >= before.score


@given(outcomes, st.integers())
@settings(deadline=None)
def test_the_order_of_findings_is_irrelevant(given, seed):
    shuffled = [outcome(o.rule, random.Random(seed).sample(o.findings, len(o.findings))) for o in given]
    random.Random(seed).shuffle(shuffled)
    one, other = judged(given), judged(shuffled)
    assert (one.score, one.dimensions) == (other.score, other.dimensions)
    assert {(c.fingerprint, c.points) for c in one.causes} == {(c.fingerprint, c.points) for c in other.causes}


@given(outcomes, st.integers(0, 50), st.integers(50, 100))
@settings(deadline=None)
def test_the_verdict_is_the_band_of_the_score(given, low, high):
    scored = judged(given, Gates(reject_under=low, pass_from=high))
    expected = Verdict.REJECT if scored.score < low else Verdict.REVIEW if scored.score < high else Verdict.PASS
    assert scored.verdict is expected


def test_one_critical_cause_rejects_one_error_or_two_warnings_are_reviewed_one_warning_passes():
    def verdict(*severities: Severity, places: int = 1) -> Verdict:
        rules = [rule(i, "debris", severity) for i, severity in enumerate(severities)]
        return judged([outcome(of, [finding(of, places=places)]) for of in rules]).verdict

    for places in (1, 5, 100):
        assert verdict(Severity.CRITICAL, places=places) is Verdict.REJECT
        assert verdict(Severity.ERROR, places=places) is Verdict.REVIEW
        assert verdict(Severity.WARNING, Severity.WARNING, places=places) is Verdict.REVIEW
        assert verdict(Severity.WARNING, places=places) is Verdict.PASS
        assert verdict(Severity.INFO, places=places) is Verdict.PASS


def test_the_dose_goes_by_places_or_by_text():
    assert [points(Severity.ERROR, places, 0) for places in (1, 2, 11, 20, 500)] == [31, 32, 46, 60, 60]
    assert [points(Severity.ERROR, 1, text) for text in (0, 500, 1_000, 2_000, 9_000)] == [31, 38, 45, 60, 60]


def test_signs_of_one_profile_are_one_cause_and_two_labels_are_two():
    age, name = (rule(i, "authorship", Severity.WARNING, cause="author-profile") for i in (1, 2))
    (cause,) = judged([outcome(age, [finding(age)]), outcome(name, [finding(name)])]).causes
    assert (cause.kind, cause.places, cause.sentence) == (
        "author-profile",
        2,
        "It is so, and 1 more finding of the same cause.",
    )
    said = rule(3, "keywords", Severity.WARNING, anchor="label")
    causes = judged([outcome(said, [finding(said, 0, 1, "Text Data"), finding(said, 1, 1, "Data Text")])]).causes
    assert sorted(cause.anchor for cause in causes) == ["data text", "text data"]


def test_with_many_places_a_finding_rises_where_its_card_says_so():
    of = structs.replace(rule(1, "debris", Severity.WARNING), rises=Rise(places=15, severity=Severity.ERROR))
    assert judged([outcome(of, [finding(of, places=14)])]).causes[0].severity is Severity.WARNING
    assert judged([outcome(of, [finding(of, places=15)])]).findings[0].severity is Severity.ERROR


def test_upkeep_is_told_and_costs_nothing():
    of = structs.replace(rule(1, "debris", Severity.WARNING), charged=False)
    scored = judged([outcome(of, [finding(of)])])
    assert (scored.score, scored.causes[0].severity, scored.causes[0].points) == (100.0, Severity.WARNING, 0)


def test_a_dimension_in_which_nothing_could_be_judged_has_no_score():
    absent = Outcome(rule(1, "debris", Severity.ERROR), Status.NOT_APPLICABLE)
    there = Outcome(rule(2, "keywords", Severity.ERROR), Status.PASSED)
    dimensions = judged([absent, there]).dimensions
    assert (dimensions["debris"].score, dimensions["keywords"].score) == (None, 100.0)
