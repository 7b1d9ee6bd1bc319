"""The same passage on many hosts."""

from auditor.siblings import Passages, Tables


def detect(tables: Tables, *, passages: Passages, hosts: int, min_words: int, together: bool = False) -> str:
    """Groups of documents that hold one passage.

    Args:
        passages: what is compared.
        hosts: on how many it stands at least.
        min_words: shorter passages are set phrases.
        together: passages that stand in the same documents are one group, by the first of their hashes: copies of an
            article share all of theirs.
    """
    tables.keep("spread", f"""select hash, count(distinct key) as documents,
        min(key) as first_key, max(key) as last_key,
        sum(key % {_ROOM}) as others from {passages}
        where words >= {min_words} group by hash having count(distinct host) >= {hosts}""")  # fmt: skip
    same = "documents, first_key, last_key, others" if together else "hash"
    tables.keep("groups", f"select min(hash) as chosen from spread group by {same}")
    return f"""select p.hash as shared, p.key as key, p.text as text, p.name as says
        from {passages} as p join groups as s on p.hash = s.chosen"""


_ROOM = 1_000_003  # so that the sum over millions of documents stays a number of 64 bits
