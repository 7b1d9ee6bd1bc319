"""What reporters see: pages as they come, and the run that they belong to."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from msgspec import Struct

from auditor.model import Audited, Gate, Kind, Report, RuleSet, Severity, Zone
from auditor.reporters.paint import Style
from auditor.reporters.summary import Summary


class Mark(Struct, frozen=True):
    """`passage.text[start:end]` is a place of `report.findings[finding]`: 0 its own, from 1 its related ones."""

    start: int
    end: int
    finding: int
    place: int


class Passage(Struct, frozen=True):
    """A block of the page as it may be shown: private data masked unless it was to be revealed."""

    zone: Zone
    kind: Kind
    text: str
    line: int
    level: int = 0
    label: str = ""
    marks: tuple[Mark, ...] = ()


class Mending(Struct, frozen=True, kw_only=True):
    """What was mended in a source, or would be."""

    fixed: int = 0  # places
    refused: int = 0  # of them those that would have added a finding elsewhere
    reason: str = ""  # why it could not be mended
    diff: str = ""
    data: bytes | None = None  # as it is now, where it changed


class Page(Struct, frozen=True):
    """One source and what came of it: a report, or the error that kept it from having one."""

    name: str
    report: Report | None = None
    # Decoded; private data masked, character by character, unless it was to be revealed. Empty where only
    # passages were asked for.
    source: str = ""
    error: str = ""
    passages: tuple[Passage, ...] = ()  # the page's blocks, where the reporter asked for them
    gate: Gate = Gate()
    path: str = ""  # from the top of the repository, where the reporter asked for it
    mending: Mending | None = None  # where that was asked for
    taken_out: bool = False  # of a larger file: lines are those of the file, offsets are not

    @property
    def fails(self) -> list[str]:
        """Why the page fails its gate; empty when it does not."""
        return list(self.report.fails(self.gate)) if self.report else []

    @property
    def located(self) -> str:
        """How a host calls the page: it counts from the top of the repository."""
        return self.path or self.name


class Run(Struct, frozen=True):
    """What holds for all pages. `summary()` may be asked once the pages are exhausted."""

    rules: RuleSet
    files: int
    style: Style
    summary: Callable[[], Summary]
    version: str = ""  # of the auditor
    quiet: bool = False
    statistics: bool = False
    least: Severity = Severity.WARNING  # findings below are counted, not shown, in what people read at a terminal
    full: bool = False  # every finding of many files with its lines
    top: str = ""  # the URI of the folder that `path` of the pages counts from, with a slash at its end
    rule_url: str = ""  # the address of a rule's page, with {rule} and {dimension}

    def about(self, rule: str, dimension: str) -> str:
        """The address of the page about a rule; empty where nobody said where pages are."""
        if not self.rule_url:
            return ""
        return self.rule_url.replace("{rule}", quote(rule)).replace("{dimension}", quote(dimension))


def shown(score: float | None) -> str:
    """A score, or a dash where nothing was judged."""
    return "-" if score is None else f"{score:g}"


_OF_OTHERS = frozenset({"settings", "baseline"})


def notes(report: Report) -> Iterator[tuple[str, str]]:
    """What there is to say of a page besides its findings, each under a name: what was not judged, what it excused."""
    if report.audited is Audited.PART:
        yield "judged-in-part", f"Judged in part: {report.coverage.reason}"
    if own := sum(one.by not in _OF_OTHERS for one in report.suppressed):
        yield "suppressed-in-source", f"Suppressed by the article itself: {own} finding{'s' * (own > 1)}"


def scored(report: Report) -> str:
    """`score 64 of 100`, with how much was judged where that is not all."""
    covered = report.coverage
    if report.audited is Audited.NONE:
        return f"not audited: {covered.reason}"
    part = f", by {covered.ran} of {covered.of} rules: {covered.reason}" if report.audited is Audited.PART else ""
    return f"score {shown(report.score)} of 100{part}"
