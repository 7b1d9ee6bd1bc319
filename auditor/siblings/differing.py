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
    tables.keep("told", f"""select shared, key, {text} as text, {says} as says, {differ} as differ from (
        select *, row_number() over (partition by key, shared order by words desc, person, text) as nth
        from (select *, {_SAME[same]} as shared from {passages} where words >= {min_words}) as p
        ) as q where nth = 1 and person <> ''""")  # fmt: skip
    tables.keep(
        "firsts",
        """select shared, min(differ) as first_one from told group by shared
        having min(differ) < max(differ)""",
    )
    tables.keep(
        "apart",
        f"""select distinct shared as apart from (
        select t.shared as shared, overlap(f.first_one, t.differ) as share
        from told as t join firsts as f on t.shared = f.shared) as x where share <= {at_most}""",
    )
    return """select t.shared as shared, t.key as key, t.text as text, t.says as says
        from told as t join apart as a on t.shared = a.apart"""
