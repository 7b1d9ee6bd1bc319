"""What a sceptic may demand of the score, over made-up outcomes."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from auditor.model import Confidence, Finding, Outcome, Rule, Severity, Status, Verdict
from auditor.scoring import Gates, apportion, score

SHARES = {"authorship": 45.0, "keywords": 30.0, "debris": 12.5}


def rule(number: int, dimension: str, severity: Severity, weight: float, cost: float) -> Rule:
    if severity is Severity.INFO:
        weight = cost = 0.0
    return Rule(
        id=f"rule-{number}", dimension=dimension, title="", why="", fix="", message="", severity=severity,
        confidence=Confidence.HIGH, weight=weight, cost=min(cost, weight), zones=frozenset(), languages=frozenset(),
        detect=lambda blocks, signals: iter(()),
    )  # fmt: skip


def finding(of: Rule, ordinal: int = 0) -> Finding:
    return Finding(
        rule=of.id, dimension=of.dimension, severity=of.severity, confidence=of.confidence,
        message="", fix="", points=0, zone="body", evidence="",
        line=1, column=1, end_line=1, end_column=1, offset=ordinal, length=0, facts={},
        related=(), fingerprint="",
    )  # fmt: skip


def outcome(of: Rule, count: int) -> Outcome:
    status = Status.FAILED if count else Status.PASSED
    return Outcome(of, status, tuple(finding(of, i) for i in range(count)))


points = st.integers(0, 400).map(lambda tenths: tenths / 10)
outcomes = st.lists(
    st.tuples(st.sampled_from(sorted(SHARES)), st.sampled_from(Severity), points, points, st.integers(0, 5)),
    max_size=12,
).map(lambda rows: [outcome(rule(i, d, s, w, c), n) for i, (d, s, w, c, n) in enumerate(rows)])


def tenths(value: float) -> int:
    return round(value * 10)


def charged(scored) -> list[Finding]:
    return [f for o in scored.outcomes for f in o.findings]


@given(outcomes)
def test_points_and_score_add_up_to_100_unless_the_floor_is_reached(given):
    scored = score(given, SHARES, Gates())
    total = sum(tenths(f.points) for f in charged(scored)) + tenths(scored.score)
    assert total == 1000 if scored.score > 0 else total >= 1000


@given(outcomes)
def test_no_rule_costs_more_than_its_weight_and_no_dimension_more_than_its_share(given):
    scored = score(given, SHARES, Gates())
    for one in scored.outcomes:
        assert sum(tenths(f.points) for f in one.findings) <= tenths(one.rule.weight)
    for name, dimension in scored.dimensions.items():
        of_dimension = [f for f in charged(scored) if f.dimension == name]
        assert tenths(dimension.lost) == sum(tenths(f.points) for f in of_dimension) <= tenths(SHARES[name])


@given(outcomes.filter(bool), st.data())
def test_another_fault_never_raises_the_score_nor_softens_the_verdict(given, data):
    order = [Verdict.REJECT, Verdict.REVIEW, Verdict.PASS]
    before = score(given, SHARES, Gates())
    which = data.draw(st.integers(0, len(given) - 1))
    more = [outcome(o.rule, len(o.findings) + (i == which)) for i, o in enumerate(given)]
    after = score(more, SHARES, Gates())
    assert after.score <= before.score
    assert order.index(after.verdict) <= order.index(before.verdict)


@given(outcomes)
def test_rules_that_do_not_apply_cost_nothing(given):
    absent = [Outcome(rule(100 + i, d, Severity.ERROR, 40, 40), Status.NOT_APPLICABLE) for i, d in enumerate(SHARES)]
    assert score(given + absent, SHARES, Gates()).score == score(given, SHARES, Gates()).score


@given(outcomes)
def test_information_alone_passes(given):
    notes = [outcome(structs.replace(o.rule, severity=Severity.INFO, weight=0, cost=0), len(o.findings)) for o in given]
    scored = score(notes, SHARES, Gates())
    assert (scored.score, scored.verdict) == (100.0, Verdict.PASS)


@given(outcomes)
def test_the_verdict_follows_its_gates(given):
    scored = score(given, SHARES, Gates(reject_under=30, pass_from=70))
    severities = {f.severity for f in charged(scored)}
    if Severity.CRITICAL in severities or scored.score < 30:
        assert scored.verdict is Verdict.REJECT
    elif Severity.ERROR in severities or scored.score < 70:
        assert scored.verdict is Verdict.REVIEW
    else:
        assert scored.verdict is Verdict.PASS


@given(st.lists(st.integers(0, 500), max_size=20), st.integers(0, 1000))
def test_apportioning_keeps_the_sum_and_never_gives_more_than_was_claimed(claims, cap):
    shares = apportion(claims, cap)
    assert sum(shares) == min(sum(claims), cap)
    assert all(0 <= share <= claim for share, claim in zip(shares, claims, strict=True))
