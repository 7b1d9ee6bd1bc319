"""A corpus in one screen and a half: verdicts, the worst documents with their evidence, what goes wrong most."""

from collections.abc import Iterator

from auditor.corpus.show.answer import Answer, Fault, Told, Worst, apart
from auditor.model import Verdict
from auditor.reporters.answer import SEVERITY_LOOKS, VERDICT_LOOKS, quotation
from auditor.reporters.page import shown
from auditor.reporters.paint import Style, clip, columns, one_line
from auditor.reporters.totals import number

_FAULTS = 10
_DOCUMENTS = 6
_CAUSES = 2  # of a document
_SITES = 5
_SHORT = 12  # columns below which the start of a title says nothing


def lines(found: Answer, out: str, style: Style) -> Iterator[str]:
    """The answer, and how to go on."""
    yield from _counts(found, style)
    if found.worst:
        yield "\nThe worst documents"
        for document, alike in apart(found.worst)[:_DOCUMENTS]:
            yield from _document(document, style)
            yield from [f"{'':16}  and {number(alike, 'document')} more with this title"] if alike else ()
    if found.faults:
        yield "\nWhat goes wrong most, the gravest first"
        yield from (_fault(fault, style) for fault in found.faults[:_FAULTS])
        if len(found.faults) > _FAULTS:
            yield f"{'':8}  and {number(len(found.faults) - _FAULTS, 'smaller kind')}"
    if found.worst_sites:
        yield "\nThe worst sites"
        for site in found.worst_sites[:_SITES]:
            share = f"{site.rejected:,} of {number(site.documents, 'document')} rejected"
            yield f"{shown(site.score):>8}  {style.paint(site.host, 'bold')}: {share}"
    yield from _onward(found, out, style)


def _counts(found: Answer, style: Style) -> Iterator[str]:
    of = (Verdict.REJECT, Verdict.REVIEW, Verdict.PASS)
    verdicts = ", ".join(
        style.paint(f"{found.verdicts[verdict]:,} {verdict}", *VERDICT_LOOKS[verdict]) for verdict in of
    )
    sites = f" of {number(found.sites, 'site')}" if found.sites else ""
    mean = f"; mean score {shown(found.mean)}" if found.mean is not None else ""
    yield f"{number(found.documents, 'document')}{sites}: {verdicts}{mean}"
    if found.unread:
        yield style.paint(f"{number(found.unread, 'document')} held no text to judge", "yellow")
    if found.errors:
        yield style.paint(f"{number(found.errors, 'document')} could not be audited", "red")


def _fault(fault: Fault, style: Style) -> str:
    sites = f" on {number(fault.sites, 'site')}" if fault.sites > 1 else ""
    does = f"; {fault.rejected:,} rejected" if fault.rejected else ""
    alone = f", {fault.alone:,} for this alone" if fault.alone else ""
    name = style.paint(fault.title, *SEVERITY_LOOKS[fault.severity])
    return f"{fault.severity:>8}  {name}: {number(fault.documents, 'document')}{sites}{does}{alone}"


def _document(document: Worst, style: Style) -> Iterator[str]:
    name, title = one_line(document.name), one_line(document.title)
    room = style.width - 12 - columns(name)
    titled = f"  {clip(title, room)}" if title and room >= min(_SHORT, columns(title)) else ""
    looks = VERDICT_LOOKS[document.verdict]
    yield f"{style.paint(f'{shown(document.score):>8}', *looks)}  {style.paint(name, 'bold')}{titled}"
    yield from (_cause(cause, style) for cause in document.causes[:_CAUSES])
    if rest := document.causes[_CAUSES:]:
        yield f"{-sum(cause.points for cause in rest):16}  and {number(len(rest), 'smaller cause')}"


def _cause(cause: Told, style: Style) -> str:
    line = f", line {cause.line}" if cause.line else ""
    more = f", and {number(cause.signs - 1, 'more sign')}" if cause.signs > 1 else ""
    more = more or (f", {cause.places} times" if cause.places > 1 else "")
    quoted = quotation(cause.evidence, style.width - 22 - columns(cause.title + line + more))
    name = style.paint(cause.title, *SEVERITY_LOOKS[cause.severity])
    return f"{-cause.points:16}  {name}{f': {quoted}' if quoted else ''}{line}{more}"


def _onward(found: Answer, out: str, style: Style) -> Iterator[str]:
    yield "\nMore: --all shows every table, --html FILE a page, --csv FILE a line for each document"
    if found.faults:
        yield f"Next: {style.paint(f'auditor corpus sample {out} --rule {found.faults[0].rule}', 'cyan')}"
    elif found.documents:
        yield f"Next: {style.paint(f'auditor corpus summary {out} --all', 'cyan')}"
