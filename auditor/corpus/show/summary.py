"""What a corpus looks like: its verdicts, scores, rules, hosts and errors, as sheets of numbers."""

from typing import Any

from msgspec import Struct

from auditor.corpus.compare.database import MEMORY, opened
from auditor.corpus.judging.alone import alone
from auditor.corpus.running.parts import manifest

_MOST = 36  # lines of a sheet: three years of months
_RULES_SHEET = "Rules, by the documents that they flag"
_RULES, _HOSTS = 16, 24  # of the matrix
_VERDICTS = """count(*) filter (verdict = 'pass') as pass, count(*) filter (verdict = 'review') as review,
    count(*) filter (verdict = 'reject') as reject"""
_BARS = ("pass", "review", "reject")
_AUDITED = "from rows where error_class is null"
_PER_RULE = f"""select distinct on (key, f.rule) verdict, host, f.rule as rule, f.severity as severity
    from (select key, verdict, host, unnest(findings) as f {_AUDITED})"""


class Sheet(Struct, frozen=True):
    """Lines of numbers under a title; the columns named in `bars` are parts of one whole on each line."""

    title: str
    columns: tuple[str, ...]
    lines: list[tuple[Any, ...]]
    bars: tuple[str, ...] = ()
    plot: str = ""  # how a page draws it: columns, matrix, or as bars in its table


_SHEETS = (
    ("Documents", ("documents",), "", "select 'audited' as what, count(*) as documents " + _AUDITED + """
        union all select 'with an error', count(*) from rows where error_class is not null order by 1"""),
    ("Verdicts", ("documents",), "", f"select verdict, count(*) as documents {_AUDITED} group by 1 order by 2 desc, 1"),
    ("What was judged", ("documents",), "", f"""select coalesce(audited, '-') as audited, not_audited as why_not_all,
        count(*) as documents {_AUDITED} group by 1, 2 order by 3 desc, 1, 2"""),
    ("Scores", _BARS, "columns", f"""select from_ as score, count(id) as documents, {_VERDICTS}
        from range(0, 100, 5) scores(from_)
        left join (select id, score, verdict {_AUDITED}) on least(95, floor(score / 5) * 5) = from_
        group by 1 order by 1"""),
    ("Errors", ("documents",), "", """select error_class as error, count(*) as documents, min(error) as example
        from rows where error_class is not null group by 1 order by 2 desc, 1"""),
    (_RULES_SHEET, _BARS, "", f"""select rule, any_value(severity) as
        severity, count(*) as documents, count(distinct host) as sites, {_VERDICTS} from ({_PER_RULE})
        group by 1 order by 3 desc, 1"""),
    ("Rules together: documents that both flag, as a share of those of the first and of the second", ("documents",), "",
        f"""with flagged as (select n, unnest(rules) as rule from (select row_number() over () as n, list_distinct(
            [f.rule for f in findings if f.severity <> 'info']) as rules {_AUDITED})),
        sizes as (select rule, count(*) as size from flagged group by 1)
        select a.rule as rule, b.rule as other, count(*) as documents,
            round(count(*) / any_value(x.size), 2) as of_rule, round(count(*) / any_value(y.size), 2) as of_other
        from flagged a join flagged b on a.n = b.n and a.rule < b.rule join sizes x on a.rule = x.rule
            join sizes y on b.rule = y.rule group by 1, 2 order by 3 desc, 1, 2"""),
    ("Rules that failed", ("documents",), "", f"""select r.rule as rule, count(*) as documents, min(r.error) as example
        from (select unnest(rule_errors) as r {_AUDITED}) group by 1 order by 2 desc, 1"""),
    ("Sites with more than one document", _BARS, "", f"""select coalesce(host, '-') as site, count(*) as documents,
        round(avg(score), 1) as score, {_VERDICTS} {_AUDITED} group by 1 having count(*) > 1
        order by 2 desc, 1"""),
    ("Sites with the lowest scores, of ten documents and more", _BARS, "", f"""select host as site,
        count(*) as documents, round(avg(score), 1) as score, {_VERDICTS} {_AUDITED} and host is not null
        group by 1 having count(*) >= 10 order by 3, 1"""),
    ("Rules by site, of those that flag most", (), "matrix", f"""
        with flagged as (select host, rule from ({_PER_RULE}) where host is not null),
        some_hosts as (select host, count(*) as n from flagged group by 1 order by 2 desc, 1 limit {_HOSTS}),
        some_rules as (select rule, count(*) as n from flagged group by 1 order by 2 desc, 1 limit {_RULES}),
        sizes as (select host, count(*) as size {_AUDITED} group by 1)
        select host as site, rule, count(*) as documents, round(count(*) / any_value(size), 3) as share
        from flagged join some_hosts using (host) join some_rules using (rule) join sizes using (host)
        where size > 1 group by 1, 2 order by any_value(some_hosts.n) desc, 1, any_value(some_rules.n) desc, 2"""),
    ("Months of publication", _BARS, "columns", f"""select * from (select published[:7] as month,
        count(*) as documents, {_VERDICTS} {_AUDITED} and regexp_matches(published, '^[0-9]{{4}}-[0-9]{{2}}')
        group by 1 order by 1 desc limit {_MOST}) order by 1"""),
    ("Languages", ("documents",), "", f"""select coalesce(language, '-') as language, count(*) as documents {_AUDITED}
        group by 1 order by 2 desc, 1"""),
)  # fmt: skip


def summary(out: str, memory: str = MEMORY) -> list[Sheet]:
    """Sheets of a closed run; those without a line are left out, long ones are cut.

    Raises:
        ValueError: no run was closed in this folder.
    """
    with opened(out, memory) as connection:
        sheets = [_sheet(connection, *asked) for asked in _SHEETS]
    sheets.insert(1 + [sheet.title for sheet in sheets].index(_RULES_SHEET), _alone(out))
    return [sheet for sheet in (sheets[0], _balance(out), *sheets[1:]) if sheet.lines]


def _balance(out: str) -> Sheet:
    """What became of every record and file of the inputs, as the manifest says."""
    closed = manifest(out)
    counted = closed.balance
    lines = [("audited", counted.audited), *((f"error: {name}", n) for name, n in counted.errors.items())]
    lines += [(f"passed by: {name}", n) for name, n in counted.skipped.items()]
    lines += [(f"file passed by: {name}", n) for name, n in closed.passed_by.items()]
    return Sheet("Records of the inputs", ("what", "records"), [*lines, ("all records", counted.records)])


def _alone(out: str) -> Sheet:
    """What would change if one rule were off: of each only what no other makes up for."""
    found = alone(out)
    lines = [(rule, found.rejects[rule], found.reviews[rule]) for rule in {*found.rejects, *found.reviews}]
    lines.sort(key=lambda line: (-line[1], -line[2], line[0]))
    columns = ("rule", "rejected_by_it_alone", "reviewed_by_it_alone")
    return Sheet("Marginal drops: documents with a better verdict if this rule were off", columns, lines[:_MOST])


def _sheet(connection: Any, title: str, bars: tuple[str, ...], plot: str, query: str) -> Sheet:
    answer = connection.execute(f"{query} limit {_RULES * _HOSTS if plot == 'matrix' else _MOST}")
    return Sheet(title, tuple(column[0] for column in answer.description), answer.fetchall(), bars, plot)
