"""A datatrove filter.

    pipeline = [JsonlReader("crawl/"), AuditorFilter(drop={"reject"}), JsonlWriter("kept/")]

Documents get `score`, `verdict` and `rules` in their metadata; of dropped ones datatrove counts the rule that cost
them most.
"""

from collections.abc import Iterable

from datatrove.data import Document
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.writers.disk_base import DiskWriter

import auditor


class AuditorFilter(BaseFilter):  # type: ignore[misc]
    name = "auditor"

    def __init__(
        self,
        drop: Iterable[str] = ("reject",),
        format: str | None = None,  # noqa: A002
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.drop = frozenset(auditor.Verdict(verdict) for verdict in drop)
        self.format = format

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether the document is kept, with the reason where it is not."""
        report = auditor.audit(doc.text, format=self.format, url=doc.metadata.get("url"), name=doc.id)
        costly = sorted(report.findings, key=lambda finding: (-finding.points, finding.rule))
        doc.metadata["score"] = report.score
        doc.metadata["verdict"] = report.verdict.value
        doc.metadata["rules"] = list(dict.fromkeys(finding.rule for finding in costly))
        return report.verdict not in self.drop or (False, costly[0].rule if costly else report.verdict.value)
