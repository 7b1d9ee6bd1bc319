"""Findings to read: some of a rule, or of one host, always the same ones of the same rows."""

from typing import Any

from msgspec import Struct

from auditor.corpus.compare.database import MEMORY, opened
from auditor.corpus.show.summary import Sheet

# What decides the choice: the document and the finding, whatever part or engine they stand in. Of each document one, so
# that a page with a hundred does not fill the sample.
_CHOSEN = """select * exclude (nth) from (select *,
    row_number() over (partition by {each} order by dice, offset_) as nth
    from (select key, id, source, url, host, score, verdict, f.rule as rule, f.severity as severity,
        f.message as message, f.line as line, f.column as "column", f.offset as offset_,
        f.length as length, f.evidence as evidence,
        [struct_pack(line := p.line, "column" := p.column, evidence := p.evidence) for p in f.related] as others,
        md5(concat_ws(chr(31), key, f.fingerprint)) as dice
        from (select key, id, source, url, host, score, verdict, unnest(findings) as f from rows where {which}))
    where {wanted}) where nth = 1 order by {order} limit {most}"""
_ON = "(host = $host or ends_with(host, '.' || $host))"


class Spot(Struct, frozen=True, kw_only=True):
    """A finding in its document: a line of `auditor corpus sample --jsonl`."""

    id: str
    source: str
    url: str | None
    host: str | None
    score: float | None
    verdict: str | None
    rule: str
    severity: str
    message: str
    line: int
    column: int
    offset: int
    length: int
    evidence: str
    others: list[dict[str, Any]]  # line, column and evidence of its other places


class Host(Struct, frozen=True):
    sheets: list[Sheet]
    evidence: list[Spot]  # of each kind of fault one


def sample(out: str, rule: str, most: int = 20, verdict: str | None = None) -> list[Spot]:
    """Findings of a rule, at most one of a document, chosen by a hash: the same rows give the same sample.

    Raises:
        ValueError: no run was closed in this folder.
    """
    which = "error_class is null" + (" and verdict = $verdict" if verdict else "")
    query = _CHOSEN.format(each="key", which=which, wanted="rule = $rule", order="dice", most=most)
    given = {"rule": rule} | ({"verdict": verdict} if verdict else {})
    with opened(out, MEMORY) as connection:
        return _spots(connection, query, given)


def host(out: str, name: str, most: int = 40) -> Host:
    """What the pages of a host and of those below it are like, and of each fault one place.

    Raises:
        ValueError: no run was closed in this folder, or it has no page of this host.
    """
    given = {"host": name.strip().lower().rstrip(".").removeprefix("www.")}
    query = _CHOSEN.format(
        each="rule", which=f"error_class is null and {_ON}", wanted="true", order="rule", most=10_000
    )
    with opened(out, MEMORY) as connection:
        shown = (10, most, most)  # all verdicts there are; their shares add up
        sheets = [_sheet(connection, *asked, given, few) for asked, few in zip(_SHEETS, shown, strict=True)]
        if not sum(line[1] for line in sheets[0].lines):
            raise ValueError(f"{out}: no page of {name} was audited")
        spots = {spot.rule: spot for spot in _spots(connection, query, given)}
    flagged = [rule for _, rule, *_ in sheets[-1].lines]
    return Host([sheet for sheet in sheets if sheet.lines], [spots[rule] for rule in flagged])


_OF = f"(select count(*) from rows where {_ON})"
_SHEETS = (
    ("Pages by verdict, and in the whole corpus", f"""select coalesce(verdict, 'error') as verdict,
        count(*) filter ({_ON}) as pages, round(count(*) filter ({_ON}) / greatest(1, {_OF}), 3) as share,
        round(count(*) / (select count(*) from rows), 3) as of_all from rows group by 1 order by 2 desc, 1"""),
    ("Kinds of fault, by pages that have it", f"""select f.dimension as kind,
        count(distinct n) filter ({_ON}) as pages,
        round(count(distinct n) filter ({_ON}) / greatest(1, {_OF}), 3) as share,
        round(count(distinct n) / (select count(*) from rows), 3) as of_all
        from (select row_number() over () as n, host, unnest(findings) as f from rows) where f.severity <> 'info'
        group by 1 having count(*) filter ({_ON}) > 0 order by 2 desc, 1"""),
    ("Faults", f"""select f.dimension as kind, f.rule as rule,
        arg_max(f.severity, list_position(['info', 'warning', 'error', 'critical'], f.severity)) as severity,
        count(distinct n) filter ({_ON}) as pages,
        round(count(distinct n) filter ({_ON}) / greatest(1, {_OF}), 3) as share,
        round(count(distinct n) / (select count(*) from rows), 3) as of_all
        from (select row_number() over () as n, host, unnest(findings) as f from rows)
        group by 1, 2 having count(*) filter ({_ON}) > 0 order by 4 desc, 2"""),
)  # fmt: skip


def _sheet(connection: Any, title: str, query: str, given: dict[str, Any], most: int) -> Sheet:
    answer = connection.execute(f"{query} limit {most}", given)
    return Sheet(title, tuple(column[0] for column in answer.description), answer.fetchall())


def _spots(connection: Any, query: str, given: dict[str, Any]) -> list[Spot]:
    answer = connection.execute(query, given)
    names = ["offset" if column[0] == "offset_" else column[0] for column in answer.description]
    rows = (dict(zip(names, line, strict=True)) for line in answer.fetchall())
    return [Spot(**{name: row[name] for name in Spot.__struct_fields__}) for row in rows]
