"""Suppressions in a source: what they cover, what they need, and when they are findings themselves."""

from datetime import date

import pytest

import auditor
from auditor.model import Exemptions, Suppression
from auditor.parsing.suppressions import described

TODO = "We sail at TODO: ask the skipper o'clock, they say, whatever the tide is doing at that hour."
RULE = "todo-mark"


@pytest.fixture(scope="module")
def rules():
    return auditor.load_rules(select=[RULE, "unused-suppression"])


@pytest.fixture
def audit(rules):
    def audit(source, form="markdown", **exemptions):
        given = Exemptions(**{"inline": True, "entrusted": ("template",), **exemptions})
        return auditor.audit(source, format=form, rules=rules, exemptions=given)

    return audit


def found(report):
    return [finding.rule for finding in report.findings]


def test_the_fixture_has_a_finding(audit):
    assert found(audit(f"# Sailing\n\n{TODO}\n")) == [RULE]
    assert found(audit(f"<h1>Sailing</h1><p>{TODO}</p>", "html")) == [RULE]


@pytest.mark.parametrize(
    ("form", "source"),
    [
        ("markdown", "# Sailing\n\n<!-- auditor: ignore todo-mark -- the skipper is away -->\n\n{0}\n"),
        ("markdown", "# Sailing\n\n<!-- auditor: ignore todo-mark — the skipper is away -->\n{0}\n"),
        ("markdown", "# Sailing\n\n{0} <!-- auditor: ignore todo-mark -- the skipper is away --> So be it.\n"),
        ("markdown", "# Sailing\n\n<!-- auditor: ignore mojibake, todo-mark -- the skipper is away -->\n\n{0}\n"),
        ("markdown", "# Sailing\n\n{0}\n\n<!-- auditor: ignore-file todo-mark -- the skipper is away -->\n"),
        ("markdown", "# Sailing\n\n<!-- auditor: ignore template -- the skipper is away -->\n\n{0}\n"),
        ("markdown", "---\nauditor:\n  ignore:\n    todo-mark: the skipper is away\n---\n# Sailing\n\n{0}\n"),
        ("markdown", "---\nauditor: {{ignore: {{todo-mark: {{reason: the skipper is away}}}}}}\n---\n\n{0}\n"),
        ("markdown", '+++\ntitle = "x"\n[auditor.ignore]\ntodo-mark = "the skipper is away"\n+++\n\n{0}\n'),
        ("html", "<h1>Sailing</h1><!-- auditor: ignore todo-mark -- the skipper is away --><p>{0}</p>"),
        ("html", "<h1>Sailing</h1><p><!--auditor:ignore todo-mark -- the skipper is away-->{0}</p>"),
        ("html", "<!-- auditor: ignore-file todo-mark\n -- the skipper is away --><h1>Sailing</h1><p>{0}</p>"),
    ],
)
def test_a_suppression_takes_the_finding_and_its_points(audit, form, source):
    report = audit(source.format(TODO), form)
    assert found(report) == []
    assert report.score == 100
    assert [(s.finding.rule, s.reason) for s in report.suppressed] == [(RULE, "the skipper is away")]
    assert report.suppressed[0].finding.points == 0
    assert RULE in report.rules.passed


def test_a_comment_covers_the_next_block_only(audit):
    source = f"# Sailing\n\n<!-- auditor: ignore todo-mark -- away -->\n\nA first paragraph of no fault.\n\n{TODO}\n"
    assert sorted(found(audit(source))) == [RULE, "unused-suppression"]


def test_a_comment_covers_the_named_rule_only(audit):
    source = f"# Sailing\n\n<!-- auditor: ignore unused-suppression -- away -->\n\n{TODO}\n"
    assert RULE in found(audit(source))


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("ignore todo-mark", "gives no reason"),
        ("ignore todo-mark --", "gives no reason"),
        ("ignore todo-mark until 2020-01-01 -- away", "expired on 2020-01-01"),
        ("ignore todo-mark -- away until 2020-01-01", "expired on 2020-01-01"),
        ("ignore todo-mark until soon -- away", "is until 'soon', which is no day"),
        ("ignore -- away", "names no rule"),
    ],
)
def test_what_does_not_count_is_a_finding_and_hides_nothing(audit, comment, problem):
    report = audit(f"# Sailing\n\n<!-- auditor: {comment} -->\n\n{TODO}\n", today=date(2020, 1, 1))
    assert sorted(found(report)) == [RULE, "unused-suppression"]
    (stale,) = [finding for finding in report.findings if finding.rule != RULE]
    assert problem in stale.message
    assert stale.evidence == f"<!-- auditor: {comment} -->"
    assert (stale.line, stale.column, stale.points) == (3, 1, 0)
    assert report.suppressed == ()


def test_before_its_day_and_without_a_day_given_it_counts(audit):
    source = f"# Sailing\n\n<!-- auditor: ignore todo-mark until 2020-01-02 -- away -->\n\n{TODO}\n"
    assert found(audit(source, today=date(2020, 1, 1))) == []
    assert found(audit(source)) == []
    assert audit(source).suppressed[0].until == "2020-01-02"


def test_an_unused_one_is_a_finding_where_it_stands(audit):
    report = audit("# Sailing\n\n<!-- auditor: ignore todo-mark -- away -->\n\nWe sail at noon.\n")
    assert [(f.rule, f.line, f.severity) for f in report.findings] == [("unused-suppression", 3, "warning")]
    assert "todo-mark (comment) hides nothing" in report.findings[0].message


def test_each_rule_of_a_list_is_judged(audit):
    report = audit(f"# Sailing\n\n<!-- auditor: ignore todo-mark, todo-marc -- away -->\n\n{TODO}\n")
    assert found(report) == ["unused-suppression"]
    assert "of todo-marc (comment) hides nothing: there is no such rule; did you mean" in report.findings[0].message


def test_rules_that_did_not_run_are_not_judged(audit):
    assert found(audit("# Sailing\n\n<!-- auditor: ignore mojibake -- scanned -->\n\nWe sail at noon.\n")) == []


@pytest.mark.parametrize(
    "source",
    [
        f"# Sailing\n\n```\n<!-- auditor: ignore-file todo-mark -- away -->\n```\n\n{TODO}\n",
        f"# Sailing\n\nWrite `<!-- auditor: ignore-file todo-mark -- away -->` at the top.\n\n{TODO}\n",
    ],
)
def test_text_that_shows_a_suppression_is_none(audit, source):
    assert found(audit(source)) == [RULE]


def test_scripts_and_plain_text_have_no_comments(audit):
    comment = "<!-- auditor: ignore-file todo-mark -- away -->"
    assert found(audit(f"<h1>Sailing</h1><script>'{comment}'</script><p>{TODO}</p>", "html")) == [RULE]
    assert found(audit(f"Sailing\n\n{comment}\n\n{TODO}\n", "text")) == [RULE]


def test_suppressions_of_a_source_can_be_refused(audit):
    source = f"# Sailing\n\n<!-- auditor: ignore todo-mark -- away -->\n\n{TODO}\n"
    assert found(audit(source, inline=False)) == [RULE]


def test_a_source_does_not_excuse_itself_unless_somebody_vouches_for_it(rules):
    report = auditor.audit("<!-- auditor: ignore-file todo-mark -- away -->\n\n" + TODO, format="markdown", rules=rules)
    assert (found(report), report.suppressed) == ([RULE], ())


def test_those_of_settings_count_too_and_for_one_file_are_judged(audit):
    given = Suppression(rules=(RULE,), reason="away", origin="settings")
    assert found(audit(TODO, "text", settings=(given,))) == []
    assert found(audit("We sail at noon.", "text", settings=(given,))) == ["unused-suppression"]
    several = Suppression(rules=(RULE,), reason="away", origin="settings", one_file=False)
    assert found(audit("We sail at noon.", "text", settings=(several,))) == []


def test_an_expired_one_for_many_files_is_told_where_it_would_count(audit):
    old = Suppression(rules=(RULE,), reason="away", until="2020-01-01", origin="settings", one_file=False)
    assert sorted(found(audit(TODO, "text", settings=(old,), today=date(2021, 1, 1)))) == [RULE, "unused-suppression"]
    assert found(audit("We sail at noon.", "text", settings=(old,), today=date(2021, 1, 1))) == []


def test_what_the_baseline_knows_costs_nothing_until_it_grows(audit):
    (finding,) = audit(f"# Sailing\n\n{TODO}").findings
    known = {finding.fingerprint: 1}
    report = audit(f"# Sailing\n\nA line before.\n\n{TODO}\n", known=known)
    assert (found(report), report.score) == ([], 100)
    assert [s.by for s in report.suppressed] == ["baseline"]
    assert found(audit(f"# Sailing\n\n{TODO}\n\nFIXME: when does it leave?\n", known=known)) == [RULE]


def test_hostile_comments_are_few_and_cheap(audit):
    assert audit("<!-- auditor: ignore todo-mark -- away " * 40_000, "html").findings == ()
    many = audit("<p>TODO: a</p><!-- auditor: ignore todo-mark -- away --><p>b</p>" * 3_000, "html")
    assert 100 < len(many.findings) <= 201
    assert (
        found(audit("# Sailing\n\n" + "<!-- auditor: ignore todo-mark -- away -->\n\n" * 3_000))
        == ["unused-suppression"] * 200
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (" a, b -- why not", (("a", "b"), "why not", "")),
        (" a until 2027-01-01 -- why", (("a",), "why", "2027-01-01")),
        (" a -- why (until 2027-01-01)", (("a",), "why (until 2027-01-01)", "2027-01-01")),
        (" a -- until we know", (("a",), "until we know", "")),
    ],
)
def test_the_grammar(text, parts):
    assert described(text) == parts


def test_no_source_excuses_a_whole_dimension_by_itself(audit):
    report = audit(f"<!-- auditor: ignore-file template -- ours -->\n\n{TODO}\n", entrusted=())
    assert sorted(found(report)) == [RULE, "unused-suppression"]
    (stale,) = [finding for finding in report.findings if finding.rule != RULE]
    assert "excuses a whole dimension" in stale.message


def test_no_source_excuses_what_is_critical():
    source = "<!-- auditor: ignore-file assistant-speaking -- ours -->\n\nAs an AI language model, I cannot cook.\n"
    rules = auditor.load_rules(select=["assistant-speaking", "unused-suppression"])
    report = auditor.audit(source, format="markdown", rules=rules, exemptions=Exemptions(inline=True))
    assert "assistant-speaking" in found(report)
    assert any("covers a critical finding" in finding.message for finding in report.findings)
    trusted = Exemptions(inline=True, entrusted=("assistant-speaking",))
    report = auditor.audit(source, format="markdown", rules=rules, exemptions=trusted)
    assert found(report) == []


def test_settings_excuse_whatever_they_name():
    rules = auditor.load_rules(select=["assistant-speaking"])
    named = Suppression(rules=("generated",), reason="an exhibit", origin="settings")
    source = "As an AI language model, I cannot cook."
    report = auditor.audit(source, format="text", rules=rules, exemptions=Exemptions(settings=(named,)))
    assert (found(report), len(report.suppressed)) == ([], 1)
