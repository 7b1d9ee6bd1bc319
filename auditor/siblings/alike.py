"""Documents whose texts are nearly equal: as they stand, with slots for names and numbers, or in their words.

MinHash: A. Broder, On the resemblance and containment of documents, 1997. Candidates have one band of their signatures
in common: J. Leskovec, A. Rajaraman, J. Ullman, Mining of Massive Datasets, chapter 3.4. Of a similarity s, a pair
shares one of n bands of four values with probability 1 - (1 - s^4)^n.
"""

from collections.abc import Iterable
from typing import Literal

from auditor.siblings import Tables

GROUPS = """select m.first as shared, m.key as key, '' as text, d.title as says
    from members as m join documents as d on m.key = d.key"""


def detect(
    tables: Tables,
    *,
    signature: Literal["minhash", "skeleton", "vocabulary"],
    at_least: float,
    min_words: int,
    by: Literal["bands", "outline"] = "bands",
    text_at_most: float = 1,
    unexplained: float = 1,
    like_length: float = 0,
) -> str:
    """Groups of documents, each alike with one of the others.

    Args:
        signature: of the text, of the text with a slot for every name, number and word of the title, or of its words.
        at_least: share of the values of two signatures that are equal.
        min_words: shorter texts have too few shingles to compare.
        by: what candidates have in common: four values of the signature, or three headings in a row.
        text_at_most: the same share for the texts themselves, where they should differ.
        unexplained: share of what differs in the texts that differs in the signatures, too.
        like_length: words of the shorter text, as a share of those of the longer.
    """
    compared = compare(tables, signature, min_words, by)
    pairs = tables.read(f"""select a, b from {compared} where share >= {at_least} and text <= {text_at_most}
        and 1 - share <= {unexplained} * (1 - text)
        and x_words >= {like_length} * y_words and y_words >= {like_length} * x_words""")
    tables.give("members", joined(pairs))
    return GROUPS


def compare(tables: Tables, signature: str, min_words: int, by: str = "bands") -> str:
    """A table of candidates with the `share` of equal values, that of their `text`, and their words.

    Candidates are, of all documents with a band in common, each with the first and with the last of them, so the work
    grows with the documents. Rules that compare the same get the same table.
    """
    name = f"compared_{signature}_{by}_{min_words}"
    if not tables.has(name):
        bands = f"bands({signature})" if by == "bands" else by
        tables.keep("banded", f"select key, unnest({bands}) as band from signatures where words >= {min_words}")
        tables.keep("crowds", _CROWDS)
        tables.keep("candidates", _CANDIDATES)
        tables.keep(name, _COMPARED.format(signature=signature))
    return name


_CROWDS = """select band as crowd, min(key) as first_one, max(key) as last_one from banded
    where band is not null group by band having min(key) < max(key)"""
_CANDIDATES = """select distinct a, b from (
    select c.first_one as a, x.key as b from banded as x join crowds as c on x.band = c.crowd
    union all
    select x.key as a, c.last_one as b from banded as x join crowds as c on x.band = c.crowd
    ) as c where a < b"""
_COMPARED = """select c.a as a, c.b as b, alike(x.{signature}, y.{signature}) as share,
    alike(x.minhash, y.minhash) as text, x.words as x_words, y.words as y_words from candidates as c
    join signatures as x on c.a = x.key join signatures as y on c.b = y.key"""


def joined(pairs: Iterable[tuple[int, int]]) -> dict[str, list[int]]:
    """Union-find: every document of a pair with the first one of its group."""
    leads_to: dict[int, int] = {}

    def first(key: int) -> int:
        while (after := leads_to.setdefault(key, key)) != key:
            leads_to[key] = key = leads_to[after]
        return key

    for pair in pairs:
        low, high = sorted(map(first, pair))
        leads_to[high] = low
    keys = sorted(leads_to)
    return {"key": keys, "first": [first(key) for key in keys]}
