"""A Scrapy item pipeline.

    ITEM_PIPELINES = {"auditor.integrations.scrapy.AuditorPipeline": 300}
    AUDITOR_FIELD = "html"      # of the items: the page, as text or bytes
    AUDITOR_DROP = ["reject"]   # verdicts whose items are dropped; none when absent

Items get a field `audit`: `score`, `verdict`, and `findings` as in `docs/schema/report.json`. Declared items must
declare it.
"""

from collections.abc import Iterable
from typing import Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

import auditor


class AuditorPipeline:
    def __init__(self, field: str = "html", drop: Iterable[str] = ()) -> None:
        self.field = field
        self.drop = {auditor.Verdict(verdict) for verdict in drop}
        self.rules = auditor.load_rules()

    @classmethod
    def from_crawler(cls, crawler: Any) -> "AuditorPipeline":
        return cls(crawler.settings.get("AUDITOR_FIELD", "html"), crawler.settings.getlist("AUDITOR_DROP"))

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ARG002 - older Scrapy hands it over
        """Raises DropItem where the verdict is one that is dropped."""
        adapter = ItemAdapter(item)
        report = auditor.audit(adapter[self.field], rules=self.rules, url=adapter.get("url"))
        if report.verdict in self.drop:
            reasons = ", ".join(dict.fromkeys(finding.rule for finding in report.findings if finding.points))
            score = "none" if report.score is None else f"{report.score:g}"
            raise DropItem(f"auditor: {report.verdict}, score {score}: {reasons}")
        published = report.to_dict()
        adapter["audit"] = {name: published[name] for name in ("score", "verdict", "findings")}
        return item
