"""A datatrove filter, and the steps that make a corpus.

    pipeline = [JsonlReader("crawl/"), AuditorFilter(drop={"reject"}), JsonlWriter("kept/")]

Documents get `auditor_score`, `auditor_verdict` and `auditor_rules` in their metadata. What holds no text that could be
judged is dropped, whatever `drop` says. datatrove counts verdicts, and of dropped documents the rule that cost most.

    pipeline = [AuditorShards(["crawl/"], "audited")]  # then, in one task: [AuditorManifest(["crawl/"], "audited")]
"""

from collections.abc import Iterable, Iterator

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.writers.disk_base import DiskWriter

import auditor
from auditor import corpus
from auditor.model import Audited


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
        report = self._report(doc)
        if report is None or report.audited is Audited.NONE:
            self.stat_update("verdict_none")
            doc.metadata |= {"auditor_score": None, "auditor_verdict": None, "auditor_rules": []}
            return False, "no text to judge"
        costly = sorted(report.findings, key=lambda finding: (-finding.points, finding.rule))
        doc.metadata["auditor_score"] = report.score
        doc.metadata["auditor_verdict"] = report.verdict.value
        doc.metadata["auditor_rules"] = list(dict.fromkeys(finding.rule for finding in costly))
        self.stat_update(f"verdict_{report.verdict.value}")
        self.stat_update("score", value=report.score or 0)
        return report.verdict not in self.drop or (False, costly[0].rule if costly else report.verdict.value)

    def _report(self, doc: Document) -> auditor.Report | None:
        """None where there is no text."""
        if not isinstance(doc.text, str | bytes):
            return None
        url = doc.metadata.get("url")
        try:
            return auditor.audit(
                doc.text, format=self.format, url=url if isinstance(url, str) else None, name=str(doc.id) or "document"
            )
        except ValueError:  # the bytes are no text
            return None


class AuditorShards(PipelineStep):  # type: ignore[misc]
    """Each rank makes the parts of its share of the inputs; what is there already is not made again."""

    type = name = "auditor"

    def __init__(
        self,
        inputs: Iterable[str],
        out: str,
        settings: corpus.Settings = corpus.Settings(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self.inputs, self.out, self.settings = list(inputs), out, settings

    def run(self, data: object, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002
        for shard in corpus.shards(self.inputs, rank=rank, world=world_size):
            part = corpus.run_shard(shard, self.out, self.settings)
            self.stat_update("documents", value=part.documents)
            self.stat_update("errors", value=part.errors)
        return iter(())


class AuditorManifest(AuditorShards):
    """One task, after all ranks: makes what they have left undone, and closes the corpus."""

    def run(self, data: object, rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002
        if rank == 0:
            corpus.run(self.inputs, self.out, self.settings)
        return iter(())
