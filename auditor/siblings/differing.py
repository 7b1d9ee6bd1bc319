"""What should go together and does not: one name with several biographies, one saying of several people."""

from typing import Literal

from auditor.siblings import Passages, Tables

_SAME = {"passage": "hash", "person": "concat(person, ' ', coalesce(host, ''))"}
_TOLD = {"passage": ("text", "name", "person"), "person": ("name", "text", "text")}  # shared, says, what must differ


def detect(
    tables: Tables, *, passages: Passages, same: Literal["passage", "person"], at_most: float, min_words: int
) -> str:
    """Groups of documents that agree in the passage and not in the person, or the other way round.

    A page may hold a biography in pieces, or a short one and a long one: of two documents the closest pieces count. All
    are compared with one of their group, so the work grows with the documents.

    Args:
        passages: what is compared.
        same: what they agree in; a person is one only on one host.
        at_most: share of the words of the shorter name, or biography, that the other has.
        min_words: shorter passages are set phrases.
    """
    text, says, differ = _TOLD[same]
    tables.keep(
        "sayings",
        f"""select {_SAME[same]} as shared, key, {text} as text, {says} as says, {differ} as differ from {passages}
        where words >= {min_words} and person <> ''""",
    )
    tables.keep("firsts", _FIRSTS)
    tables.keep("opening", _OPENING)
    tables.keep("compared", _COMPARED)
    tables.keep("apart", _APART.format(at_most=at_most))
    return """select s.shared as shared, s.key as key, s.text as text, s.says as says
        from sayings as s join apart as a on s.shared = a.apart"""


_FIRSTS = "select shared, min(key) as first_key from sayings group by shared having min(key) < max(key)"
_OPENING = """select s.shared as shared, s.differ as first_one
    from sayings as s join firsts as f on s.shared = f.shared and s.key = f.first_key"""
_COMPARED = """select s.shared as shared, s.key as key, overlap(o.first_one, s.differ) as share
    from sayings as s join opening as o on s.shared = o.shared"""
_APART = """select distinct shared as apart from (
    select shared, key, max(share) as closest from compared group by shared, key) as c where closest <= {at_most}"""
