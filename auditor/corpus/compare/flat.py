"""The tables that `auditor.siblings` speaks of, out of `rows`, in SQL that DuckDB and Daft both read."""

from auditor.model.scripts import UNSPACED

WORD = f"[{UNSPACED}]|[^ {UNSPACED}]+"  # what stands between blanks, or a letter where scripts write none


def _passages(column: str, *, named: bool) -> str:
    said = "p.name as name, p.person as person" if named else "'' as name, '' as person"
    return f"""select key, host, p.hash as hash, p.words as words, p.text as text, {said}
        from (select key, host, unnest({column}) as p from rows where error_class is null) as r
        where p.hash is not null"""


VIEWS = {
    "documents": """select key, id, source, url, host, coalesce(title, '') as title, coalesce(url, id) as place
        from rows where error_class is null""",
    "signatures": "select key, words, minhash, skeleton, vocabulary, outline from rows where error_class is null",
    "paragraphs": _passages("paragraphs", named=False),
    "headlines": _passages("headlines", named=False),
    "biographies": _passages("biographies", named=True),
    "quotations": _passages("quotations", named=True),
}
