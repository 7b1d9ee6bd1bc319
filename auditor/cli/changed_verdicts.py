"""`auditor check --changed-verdicts`: what another way of judging means for a pipeline."""

from collections.abc import Iterable, Iterator

from auditor.reporters.page import Page, scored, shown
from auditor.reporters.paint import one_line
from auditor.scoring import Gates


def lines(pages: Iterable[Page], gates: Gates) -> Iterator[str]:
    """A line for each page whose verdict differs from that of 0.1, then how many of how many do."""
    from auditor.former import former  # noqa: PLC0415 - it reads a card of its own

    changed = total = 0
    for page in pages:
        if page.report is None:
            continue
        total += 1
        score, verdict = former(page.report, gates)
        if verdict == page.report.verdict:
            continue
        changed += 1
        now = f"{page.report.verdict}, {scored(page.report)}"
        why = f"; {page.report.causes[0].sentence}" if page.report.causes else ""
        yield f"{one_line(page.name)}: {verdict} ({shown(score)}) -> {now}{one_line(why)}\n"
    yield f"{changed} of {total} verdicts changed\n"
