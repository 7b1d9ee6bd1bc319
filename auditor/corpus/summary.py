"""What a corpus looks like: its verdicts, scores, rules, hosts and errors, as sheets of numbers."""

from typing import Any

from msgspec import Struct

from auditor.corpus.database import MEMORY, opened

_MOST = 30  # lines of a sheet
_VERDICTS = """count(*) filter (verdict = 'pass') as pass, count(*) filter (verdict = 'review') as review,
    count(*) filter (verdict = 'reject') as reject"""
_AUDITED = "from rows where error_class is null"
_PER_RULE = f"""select distinct on (id, source, f.rule) verdict, host, f.rule as rule, f.severity as severity
    from (select id, source, verdict, host, unnest(findings) as f {_AUDITED})"""


class Sheet(Struct, frozen=True):
    """Lines of numbers under a title; the columns named in `bars` are parts of one whole on each line."""

    title: str
    columns: tuple[str, ...]
    lines: list[tuple[Any, ...]]
    bars: tuple[str, ...] = ()


_SHEETS = (
    ("Documents", ("documents",), "select 'audited' as what, count(*) as documents " + _AUDITED + """
        union all select 'with an error', count(*) from rows where error_class is not null order by 1"""),
    ("Verdicts", ("documents",), f"select verdict, count(*) as documents {_AUDITED} group by 1 order by 2 desc, 1"),
    ("Scores", ("documents",), f"""select from_ as score, count(id) as documents from range(0, 100, 10) scores(from_)
        left join (select id, score {_AUDITED}) on least(90, floor(score / 10) * 10) = from_ group by 1 order by 1"""),
    ("Errors", ("documents",), """select error_class as error, count(*) as documents, min(error) as example
        from rows where error_class is not null group by 1 order by 2 desc, 1"""),
    ("Rules, by the documents that they flag", ("pass", "review", "reject"), f"""select rule, any_value(severity) as
        severity, count(*) as documents, count(distinct host) as hosts, {_VERDICTS} from ({_PER_RULE})
        group by 1 order by 3 desc, 1"""),
    ("Rules that failed", ("documents",), f"""select r.rule as rule, count(*) as documents, min(r.error) as example
        from (select unnest(rule_errors) as r {_AUDITED}) group by 1 order by 2 desc, 1"""),
    ("Hosts", ("pass", "review", "reject"), f"""select coalesce(host, '-') as host, count(*) as documents,
        round(avg(score), 1) as score, {_VERDICTS} {_AUDITED} group by 1 order by 2 desc, 1"""),
    ("Hosts with the lowest scores, of ten documents and more", ("pass", "review", "reject"), f"""select host,
        count(*) as documents, round(avg(score), 1) as score, {_VERDICTS} {_AUDITED} and host is not null
        group by 1 having count(*) >= 10 order by 3, 1"""),
    ("Rules by host", ("documents",), f"""select host, rule, count(*) as documents from ({_PER_RULE})
        where host is not null and severity <> 'info' group by 1, 2 having count(*) > 1 order by 3 desc, 1, 2"""),
    ("Months of publication", ("pass", "review", "reject"), f"""select published[:7] as month, count(*) as documents,
        {_VERDICTS} {_AUDITED} and regexp_matches(published, '^[0-9]{{4}}-[0-9]{{2}}') group by 1 order by 1 desc"""),
    ("Languages", ("documents",), f"""select coalesce(language, '-') as language, count(*) as documents {_AUDITED}
        group by 1 order by 2 desc, 1"""),
)  # fmt: skip


def summary(out: str, memory: str = MEMORY) -> list[Sheet]:
    """Sheets of a closed run; those without a line are left out, long ones are cut.

    Raises:
        ValueError: no run was closed in this folder.
    """
    with opened(out, memory) as connection:
        sheets = [_sheet(connection, *asked) for asked in _SHEETS]
    return [sheet for sheet in sheets if sheet.lines]


def _sheet(connection: Any, title: str, bars: tuple[str, ...], query: str) -> Sheet:
    answer = connection.execute(f"{query} limit {_MOST}")
    return Sheet(title, tuple(column[0] for column in answer.description), answer.fetchall(), bars)
