"""Rules of scope corpus, run: what documents share with each other, as findings that name the documents."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from graphlib import TopologicalSorter
from itertools import groupby
from operator import itemgetter
from typing import Any

from msgspec import Struct

from auditor.corpus.compare import database
from auditor.corpus.running import parts
from auditor.messages import filled
from auditor.model import Confidence, Rule, Severity
from auditor.siblings import Tables

Engine = Callable[[str], AbstractContextManager[Tables]]  # from the folder of a run to its rows
SHOWN = 20  # documents of one finding that are named
_SAMPLE = 80  # characters of a text in a message
_NAMES = 5  # in a message

# Of each finding first documents that say something else or stand on another host, then more of the same.
_HELD = """select f.shared as shared, f.key as key, d.id as id, d.source as source, d.url as url, d.host as host,
    d.place as place, min(f.text) as text, min(f.says) as says from found as f join documents as d on f.key = d.key
    group by f.shared, f.key, d.id, d.source, d.url, d.host, d.place"""
_GROUPS = """select shared, count(distinct key) as documents, count(distinct host) as hosts,
    count(distinct says) as ways, min(text) as text from held group by shared having count(distinct key) > 1"""
_SHOWN = f"""select * from (select *, row_number() over (partition by shared order by nth, place, key) as place_in
    from (select *, row_number() over (partition by shared, says, host order by place, key) as nth from held) as h
    ) as r where place_in <= {SHOWN}"""
_ANSWER = """select g.shared as shared, g.documents as documents, g.hosts as hosts, g.ways as ways, g.text as text,
    s.id as id, s.source as source, s.url as url, s.host as host, s.says as says, s.place_in as place_in
    from member_groups as g join shown as s on g.shared = s.shared
    order by documents desc, text, shared, place_in"""


# A group whose documents are all in one group of another rule.
_COVERED = """select distinct grouped from (select grouped, other, size, count(distinct key) as common
    from held as h join (select shared as grouped, documents as size from member_groups) as g on h.shared = g.grouped
    join {told} as t on h.key = t.member group by grouped, other, size) as c where common = size"""
_LEFT = """select g.shared as shared, g.documents as documents, g.hosts as hosts, g.ways as ways, g.text as text
    from member_groups as g left join covered as c on g.shared = c.grouped where c.grouped is null"""
_TOLD = """select distinct grouped as other, key as member
    from held as h join (select shared as grouped from member_groups) as g on h.shared = g.grouped"""


class Sibling(Struct, frozen=True, kw_only=True):
    """One of the documents that share something; `says` tells it from the others: its title, a name, a biography."""

    id: str
    source: str
    url: str | None
    host: str | None
    says: str


class Siblings(Struct, frozen=True, kw_only=True):
    """A finding about several documents: a line of `auditor corpus siblings --jsonl`."""

    rule: str
    dimension: str
    severity: Severity
    confidence: Confidence
    message: str
    text: str  # the beginning of what they share; empty where it is the whole text
    documents: int
    hosts: int
    siblings: list[Sibling]  # the first 20 of them


def siblings(out: str, rules: Sequence[Rule], engine: Engine = database.tables) -> Iterator[Siblings]:
    """What the documents of a closed run share, rule by rule, of each rule the most shared first.

    Raises:
        ValueError: no run was closed in this folder.
    """
    if left := parts.manifest(out).traces:
        raise ValueError(f"{out}: what documents are compared by stayed in {left}; run `auditor corpus siblings` there")
    with engine(out) as tables:
        yield from found(tables, rules)


def found(tables: Tables, rules: Sequence[Rule]) -> Iterator[Siblings]:
    """What the rules find in tables that hold `VIEWS`; of those that find the same, the one that says most first."""
    told: dict[str, str] = {}  # rules, and the tables of what they found
    for rule in _ordered(rules):
        tables.keep("found", rule.detect(tables))
        for name, query in (("held", _HELD), ("member_groups", _GROUPS)):
            tables.keep(name, query)
        for other in filter(told.__contains__, rule.unless):
            tables.keep("covered", _COVERED.format(told=told[other]))
            tables.keep("member_groups", _LEFT)
        if any(rule.id in other.unless for other in rules):
            told[rule.id] = f"told_{len(told)}"
            tables.keep(told[rule.id], _TOLD)
        tables.keep("shown", _SHOWN)
        for _, rows in groupby(tables.read(_ANSWER), key=itemgetter(0)):
            yield _siblings(rule, list(rows))


def _ordered(rules: Sequence[Rule]) -> list[Rule]:
    """Every rule after those that say more, else as they stand."""
    by_id = {rule.id: rule for rule in rules}
    order = TopologicalSorter({rule.id: [name for name in rule.unless if name in by_id] for rule in rules})
    return [by_id[name] for name in order.static_order()]


def _siblings(rule: Rule, rows: list[tuple[Any, ...]]) -> Siblings:
    _, documents, hosts, ways, text, *_ = rows[0]
    members = [Sibling(**dict(zip(Sibling.__struct_fields__, row[5:], strict=False))) for row in rows]
    said = list(dict.fromkeys(_clipped(one.says) for one in members if one.says))[:_NAMES]
    facts = {"documents": documents, "hosts": hosts, "ways": ways, "text": _clipped(text), "says": "; ".join(said)}
    return Siblings(
        rule=rule.id,
        dimension=rule.dimension,
        severity=rule.severity,
        confidence=rule.confidence,
        message=filled(rule.message, facts),
        text=text,
        documents=documents,
        hosts=hosts,
        siblings=members,
    )


def _clipped(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1].rstrip() + "…"
