"""What is said first of a corpus: how much is what, what goes wrong most, and the worst documents with evidence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from auditor.corpus.compare.database import MEMORY, opened
from auditor.corpus.judging.alone import alone, rules_of
from auditor.corpus.running.parts import manifest
from auditor.model import Rule, Severity, Verdict
from auditor.reporters.answer import words_of

WORST = 100  # documents that a page lists
_FAULTS = 24
_SITES = 20
_MANY = 5  # documents from which on the mean of a site says something
_RANKS = ", ".join(f"'{severity}'" for severity in Severity)


class Told(Struct, frozen=True):
    """A cause of one document, in words."""

    title: str
    severity: Severity
    points: int
    evidence: str
    line: int  # 0: the document as a whole
    signs: int
    places: int


class Worst(Struct, frozen=True):
    """A document that lost points."""

    name: str  # its address, or where it stands in the input
    url: str
    title: str
    score: float
    verdict: Verdict
    causes: tuple[Told, ...]  # the gravest first


class Fault(Struct, frozen=True):
    """A kind of cause over all documents."""

    title: str
    rule: str  # that says it most often
    severity: Severity
    documents: int
    sites: int
    rejected: int
    points: int
    alone: int  # documents that are rejected, and would not be without this rule


class Site(Struct, frozen=True):
    host: str
    documents: int
    rejected: int
    score: float


class Answer(Struct, frozen=True):
    documents: int  # audited
    errors: int
    unread: int  # audited, but without text to judge
    sites: int
    mean: float | None
    verdicts: dict[Verdict, int]
    scores: list[tuple[float, Verdict, int]]  # documents of each score and verdict
    faults: list[Fault]  # the gravest first
    worst: list[Worst]
    worst_sites: list[Site]


_COUNTS = """select count(*) filter (error_class is null), count(*) filter (error_class is not null),
    count(*) filter (error_class is null and score is null), count(distinct host), round(avg(score), 1) from rows"""
_SCORES = "select score, verdict, count(*) from rows where score is not null group by 1, 2 order by 1, 2"
# What `told_of` needs of the findings of a row.
FINDINGS = """list_transform(findings, lambda f: struct_pack(rule := f.rule, severity := f.severity,
        message := f.message, evidence := f.evidence, line := f.line, length := f.length))"""
# Of the gravest findings of a cause the first: after it the cause is called.
_LED = "findings[1 + list_filter(c.findings, lambda i: findings[1 + i].severity = c.severity)[1]]"
_FAULTS_OF = f"""with caused as (select key, host, verdict, findings, unnest(causes) as c from rows
        where error_class is null), led as (select key, host, verdict, c.kind as kind, c.severity as severity,
        c.points as points, {_LED}.rule as rule from caused where c.severity <> 'info')
    select mode(rule order by rule), max(list_position([{_RANKS}], severity)) as rank, count(distinct key) as documents,
        count(distinct host), count(distinct key) filter (verdict = 'reject'), sum(points)::bigint as points
    from led group by kind order by rank desc, points desc, kind limit {_FAULTS}"""
_NAMED = "coalesce(url, case when source = id then id else source || ': ' || id end)"  # a file is its own document
_WORST_OF = f"""select {_NAMED}, url, title, score, verdict, causes,
        {FINDINGS}
    from rows where error_class is null and score < 100
    order by score, list_sum(list_transform(causes, lambda c: c.points)) desc, key limit $most"""
_SITES_OF = f"""select host, count(*), count(*) filter (verdict = 'reject') as rejected, round(avg(score), 1) as score
    from rows where error_class is null and host is not null group by 1
    having rejected > 0 or (count(*) >= {_MANY} and avg(score) < 90)
    order by rejected desc, score, 1 limit {_SITES}"""


def answer(out: str, most: int = WORST, memory: str = MEMORY) -> Answer:
    """Of a closed run.

    Raises:
        ValueError: no run was closed in this folder.
    """
    rules = {rule.id: rule for rule in rules_of(manifest(out).settings).rules}
    by_itself = alone(out).rejects
    with opened(out, memory) as connection:
        documents, errors, unread, sites, mean = connection.execute(_COUNTS).fetchone()
        scores = [(score, Verdict(verdict), n) for score, verdict, n in connection.execute(_SCORES).fetchall()]
        faults = [_fault(line, rules, by_itself) for line in connection.execute(_FAULTS_OF).fetchall()]
        worst = [_worst(line, rules) for line in connection.execute(_WORST_OF, {"most": most}).fetchall()]
        worst_sites = [Site(*line) for line in connection.execute(_SITES_OF).fetchall()]
    verdicts = {verdict: sum(n for _, of, n in scores if of is verdict) for verdict in Verdict}
    verdicts[Verdict.REVIEW] += unread
    return Answer(documents, errors, unread, sites, mean, verdicts, scores, faults, worst, worst_sites)


def _fault(line: Sequence[Any], rules: Mapping[str, Rule], by_itself: Mapping[str, int]) -> Fault:
    rule, rank, documents, sites, rejected, points = line
    severity = list(Severity)[rank - 1]
    return Fault(called(rule, rules), rule, severity, documents, sites, rejected, points, by_itself.get(rule, 0))


def called(rule: str, rules: Mapping[str, Rule]) -> str:
    """A cause that this rule leads, in words; the id where the card is gone."""
    return (rules[rule].brief or rules[rule].title) if rule in rules else rule


def _worst(line: Sequence[Any], rules: Mapping[str, Rule]) -> Worst:
    name, url, title, score, verdict, causes, findings = line
    told = (told_of(cause, findings, rules) for cause in causes or () if cause["severity"] != Severity.INFO)
    return Worst(name, url or "", title or "", score, Verdict(verdict), tuple(told))


def told_of(cause: Mapping[str, Any], findings: Sequence[Mapping[str, Any]], rules: Mapping[str, Rule]) -> Told:
    """A stored cause, after the first of its gravest findings."""
    members = [findings[i] for i in cause["findings"]]
    first = next((one for one in members if one["severity"] == cause["severity"]), members[0])
    return Told(
        title=called(first["rule"], rules),
        severity=Severity(cause["severity"]),
        points=cause["points"],
        evidence=words_of(first["evidence"], first["message"]),
        line=first["line"] if first["length"] else 0,
        signs=len(members),
        places=cause["places"],
    )


def apart(worst: Sequence[Worst]) -> list[tuple[Worst, int]]:
    """The first document of each title, and how many more have it: copies would fill the screen."""
    alike = Counter(document.title or document.name for document in worst)
    first = {document.title or document.name: document for document in reversed(worst)}
    return [(first[name], alike[name] - 1) for name in alike]
