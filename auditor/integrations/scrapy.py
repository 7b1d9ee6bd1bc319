"""A Scrapy item pipeline.

    ITEM_PIPELINES = {"auditor.integrations.scrapy.AuditorPipeline": 300}
    AUDITOR_FIELD = "html"      # of the items: the page, as text, bytes or a response, or a list that begins with one
    AUDITOR_DROP = ["reject"]   # verdicts whose items are dropped; none when absent

Items get a field `audit`: `score`, `verdict`, `audited`, and `findings` as in `docs/schema/report.json`. Where there is
no page that can be read it is None, and the item goes on. The statistics of the crawl count `auditor/VERDICT`,
`auditor/unreadable`, and `auditor/undeclared`: items of a class that declares no `audit`, which go on without.
"""

from collections.abc import Iterable
from typing import Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem
from scrapy.http import Response

import auditor
from auditor.model import Audited


class AuditorPipeline:
    def __init__(self, field: str = "html", drop: Iterable[str] = (), stats: Any = None) -> None:
        self.field = field
        self.drop = {auditor.Verdict(verdict) for verdict in drop}
        self.rules = auditor.load_rules()
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Any) -> "AuditorPipeline":
        asked = crawler.settings
        return cls(asked.get("AUDITOR_FIELD", "html"), asked.getlist("AUDITOR_DROP"), crawler.stats)

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ARG002 - older Scrapy hands it over
        """Raises DropItem where the verdict is one that is dropped."""
        adapter = ItemAdapter(item)
        report = self._report(adapter.get(self.field), adapter.get("url"))
        judged = report if report and report.audited is not Audited.NONE else None
        self._count(judged.verdict.value if judged else "unreadable")
        if judged and judged.verdict in self.drop:
            reasons = ", ".join(dict.fromkeys(finding.rule for finding in judged.findings if finding.points))
            raise DropItem(f"auditor: {judged.verdict}, score {judged.score or 0:g}: {reasons}")
        published = judged.to_dict() if judged else {}
        try:
            adapter["audit"] = {name: published[name] for name in _SHOWN} if judged else None
        except KeyError:
            self._count("undeclared")
        return item

    def _report(self, page: Any, url: Any) -> auditor.Report | None:
        """What is found in a page; none where there is no page."""
        page = page[0] if isinstance(page, list | tuple) and page else page
        charset = None
        if isinstance(page, Response):
            charset, url, page = getattr(page, "encoding", None), url or page.url, page.body
        url = url[0] if isinstance(url, list | tuple) and url else url
        if not isinstance(page, str | bytes):
            return None
        try:
            document = auditor.parse(page, url=url if isinstance(url, str) else None, name="item", charset=charset)
        except ValueError:  # the bytes are no text
            return None
        return auditor.audit(document, rules=self.rules)

    def _count(self, what: str) -> None:
        if self.stats is not None:
            self.stats.inc_value(f"auditor/{what}")


_SHOWN = ("score", "verdict", "audited", "findings")
