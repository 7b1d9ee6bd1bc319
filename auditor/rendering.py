"""Reports written out in every format, for who audits in Python."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from auditor import reporters
from auditor.masking import covered
from auditor.model import Document, Gate, Report, RuleSet, Severity
from auditor.passages import passages
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style
from auditor.reporters.tally import Tally
from auditor.version import VERSION

_WIDTH = 80


def rendered(
    reports: Report | Iterable[Report],
    documents: Document | Iterable[Document],
    format: str,  # noqa: A002
    rules: RuleSet,
    gate: Gate,
    *,
    reveal_private: bool,
) -> str:
    """The reports, in one of the formats of `auditor check`.

    Raises:
        ValueError: there is no such format, other documents than reports, or a report by other rules.
    """
    some = (reports,) if isinstance(reports, Report) else tuple(reports)
    about = (documents,) if isinstance(documents, Document) else tuple(documents)
    render, tally = reporters.reporter(format), Tally()
    pages = tuple(
        _page(report, document, rules, gate, reveal_private=reveal_private) for report, document in _paired(some, about)
    )
    run = Run(
        rules, len(pages), Style(colour=False, width=_WIDTH), tally.summary, VERSION, least=Severity.INFO, full=True
    )
    return "".join(render(_counted(pages, tally), run))


def _paired(reports: tuple[Report, ...], documents: tuple[Document, ...]) -> Iterator[tuple[Report, Document | None]]:
    if documents and len(documents) != len(reports):
        raise ValueError(f"{len(reports)} reports and {len(documents)} documents; give the document of each, or none")
    return zip_longest(reports, documents)


def _page(report: Report, document: Document | None, rules: RuleSet, gate: Gate, *, reveal_private: bool) -> Page:
    known = {rule.id for rule in rules.rules}
    if strange := next((one.rule for one in report.findings if one.rule not in known), None):
        raise ValueError(
            f"the report has findings of {strange!r}, which is none of the rules; give those that it was made with"
        )
    name = report.document.name or "<source>"
    if document is None:
        return Page(name, report, gate=gate)
    if document.words != report.document.words:
        raise ValueError(f"{name}: the report is about another document; give them in the same order")
    shown = document.source if reveal_private else covered(document.source, report, rules)
    return Page(name, report, shown, passages=passages(document, report.findings, shown), gate=gate)


def _counted(pages: Iterable[Page], tally: Tally) -> Iterator[Page]:
    for page in pages:
        tally.add(page)
        yield page
