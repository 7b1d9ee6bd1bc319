"""What should go together and does not: one name with several biographies, one saying of several people."""

from typing import Literal

from auditor.siblings import Passages, Tables

_SAME = {"passage": "hash", "person": "concat(person, ' ', coalesce(host, ''))"}
_TOLD = {"passage": ("text", "name", "person"), "person": ("name", "text", "text")}  # shared, says, what must differ


def detect(
    tables: Tables, *, passages: Passages, same: Literal["passage", "person"], at_most: float, min_words: int
) -> str:
    """Groups of documents that agree in the passage and not in the person, or the other way round.

    Of each document the longest passage counts, since a short and a long one may stand on one page. All are compared
    with one of their group, so the work grows with the documents.

    Args:
        passages: what is compared.
        same: what they agree in; a person is one only on one host.
        at_most: share of the words of the shorter name, or biography, that the other has.
        min_words: shorter passages are set phrases.
    """
    text, says, differ = _TOLD[same]
    tables.keep(
        "sayings",
        f"select *, {_SAME[same]} as shared from {passages} where words >= {min_words} and person <> ''",
    )
    tables.keep("longest", "select key, shared, max(words) as most from sayings group by key, shared")
    tables.keep(
        "told",
        f"""select s.shared as shared, s.key as key, s.{text} as text, s.{says} as says, s.{differ} as differ
        from sayings as s join longest as l on s.key = l.key and s.shared = l.shared and s.words = l.most""",
    )
    tables.keep("firsts", _FIRSTS)
    tables.keep("apart", _APART.format(at_most=at_most))
    return """select t.shared as shared, t.key as key, t.text as text, t.says as says
        from told as t join apart as a on t.shared = a.apart"""


_FIRSTS = """select shared, min(differ) as first_one from told group by shared
    having min(differ) < max(differ)"""
_APART = """select distinct shared as apart from (
    select t.shared as shared, overlap(f.first_one, t.differ) as share
    from told as t join firsts as f on t.shared = f.shared) as x where share <= {at_most}"""
