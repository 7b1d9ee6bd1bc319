"""One JSON object for the whole run, see `docs/schema/check.json`."""

from collections.abc import Iterable, Iterator

from msgspec import UNSET, json

from auditor.reporters.page import Page, Run
from auditor.reporters.summary import Checked


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    reports = tuple(page.report for page in pages if page.report)
    summary = run.summary()
    dimensions = {rule.id: rule.dimension for rule in run.rules.rules}
    named = {total.rule: run.about(total.rule, dimensions.get(total.rule, "")) for total in summary.rules}
    checked = Checked(summary=summary, rule_urls=named if run.rule_url else UNSET, reports=reports)
    yield json.format(json.encode(checked), indent=2).decode() + "\n"
