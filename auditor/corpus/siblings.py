"""What documents share with each other: near-duplicates, templates, biographies, paragraphs, widget headlines."""

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from auditor.corpus.database import MEMORY, opened
from auditor.corpus.traces import SKELETON_VALUES, VALUES

# Bands of four values: a pair of similarity .75 shares one of 32 with probability .99999, one of .2 with .05. A text of
# which 3% of the words were changed has a similarity of .97^5 / (2 - .97^5) = .75 to what it was.
_BAND = 4
_NEAR = 0.6  # four standard errors below that
_TEMPLATE = 0.75
_SLOTS = 0.15  # by so much the texts of a template are less alike than its skeleton
_FEWEST_WORDS = 50  # shorter texts have too few shingles to compare
_HOSTS = 3  # two hosts may be one publisher
_SHOWN = 20  # documents of one finding that are named
_OTHER = 0.3  # of the words of two biographies are shared when they are about two people


class Siblings(Struct, frozen=True, kw_only=True):
    """Documents that share something. `kind` is one of `KINDS`."""

    kind: str
    shared: str  # what they share, or the title of one
    documents: int
    hosts: int
    examples: list[str]  # their addresses, or names where they have none


KINDS = {
    "near-duplicate": "The same article, up to a few words",
    "template": "Articles that differ only in names, numbers and the words of their titles",
    "shared-biography": "One biography under several names, or on three hosts and more",
    "several-biographies": "One name with biographies of different people, on one host",
    "shared-paragraph": "The same paragraph on three hosts and more",
    "shared-headline": "The same headline in link lists of three hosts and more",
}

_GROUP = f"""count(distinct doc) as documents, count(distinct host) as hosts,
    list(distinct coalesce(url, id) order by coalesce(url, id))[:{_SHOWN}] as examples"""
_WIDE = f"having count(distinct host) >= {_HOSTS} and documents > 1"
_QUERIES = {
    "shared-biography": f"""select list_aggregate(list(distinct b.name order by b.name)[:5], 'string_agg', ', ') || ': '
        || min(b.text) as shared, {_GROUP} from (select *, unnest(biographies) as b from docs) group by b.hash
        having documents > 1 and (count(distinct host) >= {_HOSTS} or count(distinct lower(b.name)) > 1)""",
    # Of each document the longest: a short and a long one of the same person stand on one page.
    "several-biographies": f"""with told as (select doc, any_value(host) as host, any_value(coalesce(url, id)) as place,
        lower(b.name) as name, list_distinct(string_split(lower(max_by(b.text, len(b.text))), ' ')) as said
        from (select *, unnest(biographies) as b from docs) group by doc, lower(b.name))
        select a.name as shared, count(distinct b.doc) + 1 as documents, 1 as hosts,
        list_prepend(min(a.place), list(distinct b.place order by b.place))[:{_SHOWN}] as examples
        from (select name, host, min_by(said, doc) as said, min_by(place, doc) as place from told group by name, host) a
        join told b on a.name = b.name and a.host is not distinct from b.host
        where len(list_intersect(a.said, b.said)) < {_OTHER} * least(len(a.said), len(b.said))
        group by a.name, a.host""",
    "shared-paragraph": f"""select min(p.text) as shared, {_GROUP}
        from (select *, unnest(paragraphs) as p from docs) group by p.hash {_WIDE}""",
    "shared-headline": f"""select line as shared, {_GROUP}
        from (select *, unnest(widgets) as line from docs) group by line {_WIDE}""",
}


def siblings(out: str, kinds: Iterable[str] = tuple(KINDS), memory: str = MEMORY) -> Iterator[Siblings]:
    """What the documents of a closed run share, kind by kind, of each the most shared first.

    Raises:
        ValueError: no run was closed in this folder, or a kind that does not exist.
    """
    wanted = list(kinds)
    for kind in wanted:
        if kind not in KINDS:
            raise ValueError(f"no kind is called {kind!r}; the kinds are {', '.join(KINDS)}")
    with opened(out, memory) as connection:
        connection.execute("""create table docs as select row_number() over (order by source, id) - 1 as doc, id, url,
            host, title, words, text_hash, minhash, skeleton, paragraphs, biographies, widgets
            from rows where error_class is null""")
        for kind in wanted:
            if kind in {"near-duplicate", "template"}:
                _cluster(connection, kind)
                query = (
                    f"select min_by(title, doc) as shared, {_GROUP} from docs join clusters using (doc) group by first"
                )
            else:
                query = _QUERIES[kind]
            answer = connection.execute(f"{query} order by documents desc, shared")
            while lines := answer.fetchmany(1_000):
                for shared, documents, hosts, examples in lines:
                    yield Siblings(kind=kind, shared=shared or "", documents=documents, hosts=hosts, examples=examples)


def _cluster(connection: Any, kind: str) -> None:
    """The table `clusters`: documents with the first one of theirs."""
    near = kind == "near-duplicate"
    column, values = ("minhash", VALUES) if near else ("skeleton", SKELETON_VALUES)
    connection.execute("create or replace table pairs (a bigint, b bigint)")
    if near:
        connection.execute("""insert into pairs select min(doc) over (partition by text_hash), doc from docs
            where text_hash is not null""")
    for first in range(0, values, _BAND):
        connection.execute(_candidates(column, first))
    _verify(connection, near=near)
    _join(connection)


def _candidates(column: str, first: int) -> str:
    """Of all documents with one band in common, each with the first of them and with the one before it."""
    return f"""insert into pairs with banded as (select doc, hash({column}[{first + 1}:{first + _BAND}]) as band
        from docs where len({column}) > 0 and words >= {_FEWEST_WORDS})
        select unnest([min(doc) over whole, lag(doc) over whole]) as a, doc as b from banded
        window whole as (partition by band order by doc)"""


def _verify(connection: Any, *, near: bool) -> None:
    """Keep the pairs whose whole signatures are alike."""

    def alike(column: str, values: int) -> str:
        return f"len(list_filter(list_zip(x.{column}, y.{column}), lambda p: p[1] = p[2])) / {values}.0"

    text, skeleton = alike("minhash", VALUES), alike("skeleton", SKELETON_VALUES)
    ok = (
        f"x.text_hash = y.text_hash or {text} >= {_NEAR}"
        if near
        else f"{skeleton} >= greatest({_TEMPLATE}, {text} + {_SLOTS})"
    )
    connection.execute(f"""create or replace table pairs as select a, b from (select distinct a, b from pairs
        where a < b) join docs x on a = x.doc join docs y on b = y.doc where {ok}""")


def _join(connection: Any) -> None:
    """Union-find over the pairs: eight bytes a document."""
    (count,) = connection.execute("select count(*) from docs").fetchone()
    leads_to = array("q", range(count))

    def first(doc: int) -> int:
        while leads_to[doc] != doc:
            leads_to[doc] = doc = leads_to[leads_to[doc]]
        return doc

    answer = connection.execute("from pairs")
    while lines := answer.fetchmany(10_000):
        for a, b in lines:
            low, high = sorted((first(a), first(b)))
            leads_to[high] = low
    _store(connection, ((doc, first(doc)) for doc in range(count)))


def _store(connection: Any, members: Iterator[tuple[int, int]]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - only here

    columns = list(zip(*members, strict=True)) or [(), ()]
    joined = pa.table({"doc": pa.array(columns[0], pa.int64()), "first": pa.array(columns[1], pa.int64())})
    connection.register("joined", joined)
    connection.execute("""create or replace table clusters as select doc, first from joined
        where first in (select first from joined group by first having count(*) > 1)""")
    connection.unregister("joined")
