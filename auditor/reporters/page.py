"""What reporters see: pages as they come, and the run that they belong to."""

from collections.abc import Callable

from msgspec import Struct

from auditor.model import Kind, Report, RuleSet, Severity, Verdict, Zone
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


class Page(Struct, frozen=True):
    """One source and what came of it: a report, or the error that kept it from having one."""

    name: str
    report: Report | None = None
    # Decoded; private data masked, character by character, unless it was to be revealed. Empty where only
    # passages were asked for.
    source: str = ""
    error: str = ""
    passages: tuple[Passage, ...] = ()  # the page's blocks, where the reporter asked for them


class Gate(Struct, frozen=True):
    """What makes a page fail. A rejected page always does; the others only tighten the gate."""

    fail_on: Severity | None = None  # findings from this severity up
    fail_under: float | None = None  # scores below

    def reasons(self, report: Report) -> list[str]:
        """Why the page fails; empty when it does not."""
        reasons = ["verdict reject"] if report.verdict is Verdict.REJECT else []
        if self.fail_on and any(f.severity.rank >= self.fail_on.rank for f in report.findings):
            reasons.append(f"a finding of severity {self.fail_on} or above")
        if self.fail_under is not None and report.score < self.fail_under:
            reasons.append(f"score under {self.fail_under:g}")
        return reasons


class Run(Struct, frozen=True):
    """What holds for all pages. `summary()` may be asked once the pages are exhausted."""

    rules: RuleSet
    files: int
    style: Style
    summary: Callable[[], Summary]
    version: str = ""  # of the auditor
    quiet: bool = False
    statistics: bool = False
