"""A handful of documents as the tables of a corpus: how the examples of corpus cards are run."""

from collections.abc import Sequence

from msgspec import to_builtins

import auditor
from auditor.corpus.compare import database
from auditor.corpus.compare.siblings import Siblings, found
from auditor.corpus.read import Item
from auditor.corpus.running.row import Row, of_report
from auditor.model import Document, Rule, RuleSet
from auditor.signals import Signals


def siblings_of(documents: Sequence[Document], rules: Sequence[Rule]) -> list[Siblings]:
    """What these documents share, in memory. They are named by their addresses, or by their numbers from 0.

    Raises:
        ImportError: the extra `corpus` is not installed.
    """
    from auditor.corpus.running.columns import table  # noqa: PLC0415 - needs the extra

    rows = [to_builtins(_row(number, document)) for number, document in enumerate(documents)]
    with database.tables_of(table(rows)) as tables:
        return list(found(tables, rules))


def _row(number: int, document: Document) -> Row:
    item = Item(id=document.url or str(number))
    return of_report("examples", item, Signals(document), auditor.audit(document, rules=RuleSet((), ())))
