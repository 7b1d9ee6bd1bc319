"""The same passage on many hosts."""

from auditor.siblings import Passages, Tables


def detect(tables: Tables, *, passages: Passages, hosts: int, min_words: int) -> str:
    """Groups of documents that hold one passage.

    Args:
        passages: what is compared.
        hosts: on how many it stands at least.
        min_words: shorter passages are set phrases.
    """
    tables.keep("spread", f"""select hash, count(distinct host) as hosts from {passages}
        where words >= {min_words} group by hash having count(distinct host) >= {hosts}""")  # fmt: skip
    return f"""select p.hash as shared, p.key as key, p.text as text, p.name as says
        from {passages} as p join spread as s on p.hash = s.hash"""
