"""A corpus as CSV: a line for each document, the worst first, with what is wrong with it in words."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.corpus.compare.database import MEMORY, opened
from auditor.corpus.judging.alone import rules_of
from auditor.corpus.running.parts import manifest
from auditor.corpus.show.answer import FINDINGS, told_of
from auditor.model import Rule, Severity
from auditor.reporters.paint import one_line

COLUMNS = (
    *("verdict", "score", "points", "site", "address", "title", "author", "published", "language", "words"),
    *("causes", "evidence", "line", "rules", "id", "source", "error"),
)
_FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would run
_ROWS = 1_000  # at a time
_QUERY = f"""select verdict, score, list_sum(list_transform(causes, lambda c: c.points)), host, url, title,
        array_to_string(byline, '; '), published, language, words, causes,
        {FINDINGS}, id, source, error
    from rows order by score nulls last, 3 desc, key, id"""


def csv_of(out: str, memory: str = MEMORY) -> Iterator[str]:
    """The lines of a closed run, with a head; a mark at its start tells spreadsheets that it is UTF-8.

    Raises:
        ValueError: no run was closed in this folder.
    """
    rules = {rule.id: rule for rule in rules_of(manifest(out).settings).rules}
    yield "\ufeff" + _written(COLUMNS)
    with opened(out, memory) as connection:
        answer = connection.execute(_QUERY)
        while lines := answer.fetchmany(_ROWS):
            yield from (_written(_line(line, rules)) for line in lines)


def _line(line: tuple[Any, ...], rules: Mapping[str, Rule]) -> tuple[Any, ...]:
    *head, causes, findings, id_, source, error = line
    told = [told_of(cause, findings, rules) for cause in causes or () if cause["severity"] != Severity.INFO]
    first = (told[0].evidence, told[0].line or "") if told else ("", "")
    named = dict.fromkeys(f["rule"] for f in findings or () if f["severity"] != Severity.INFO)
    return *head, "; ".join(one.title for one in told), *first, " ".join(named), id_, source, error


def _written(cells: tuple[Any, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(map(_cell, cells))
    return text.getvalue()


def _cell(value: Any) -> Any:
    """Text on one line that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    shown = one_line(" ".join(value.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
