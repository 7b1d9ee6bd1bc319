"""Two reports of one article, or two runs: which causes are gone, left and new.

A cause is the same as long as it is about the same thing, wherever that stands: its fingerprint says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from auditor.model import Cause, Report, Severity, Verdict


class Side(Struct, frozen=True, kw_only=True):
    """One of two versions of a page."""

    name: str
    score: float | None
    verdict: Verdict


class Changed(Struct, frozen=True, kw_only=True):
    """A cause that is gone, left or new; of one that is left, as it is now."""

    fingerprint: str
    kind: str
    title: str
    severity: Severity
    points: int
    places: int
    sentence: str
    places_before: int | None = None  # None: it was not there


class Compared(Struct, frozen=True, kw_only=True):
    """A page before and after. Where one side is missing, the page was not in that run."""

    before: Side | None
    after: Side | None
    gone: tuple[Changed, ...] = ()
    left: tuple[Changed, ...] = ()
    new: tuple[Changed, ...] = ()

    @property
    def name(self) -> str:
        side = self.after or self.before
        return side.name if side else ""


class Comparison(Struct, frozen=True, kw_only=True):
    """What `auditor diff --format json` prints."""

    schema_version: str = "1.0"
    gone: int
    left: int
    new: int
    rules_differ: bool  # causes may come and go with rules that the other run did not have
    pages: tuple[Compared, ...]


def compare(before: Report | None, after: Report | None) -> Compared:
    """The causes of two reports. A page that is missing before has new causes only, one that is missing after none."""
    old = {cause.fingerprint: cause for cause in (before.causes if before else ())}
    now = {cause.fingerprint: cause for cause in (after.causes if after else ())}
    return Compared(
        before=_side(before),
        after=_side(after),
        gone=tuple(_changed(cause, cause) for mark, cause in old.items() if after and mark not in now),
        left=tuple(_changed(cause, old[mark]) for mark, cause in now.items() if mark in old),
        new=tuple(_changed(cause, None) for mark, cause in now.items() if mark not in old),
    )


def compared(before: Sequence[Report], after: Sequence[Report]) -> Comparison:
    """Two runs. Pages belong together by their names; where each run has one page, these do."""
    pages = tuple(compare(*pair) for pair in _pairs(before, after))
    return Comparison(
        gone=sum(len(page.gone) for page in pages),
        left=sum(len(page.left) for page in pages),
        new=sum(len(page.new) for page in pages),
        rules_differ=len({report.tool.rules for report in (*before, *after)}) > 1,
        pages=pages,
    )


def at_least(page: Compared, least: Severity) -> Compared:
    """The same without causes below a severity."""
    return Compared(
        before=page.before,
        after=page.after,
        gone=_from(page.gone, least),
        left=_from(page.left, least),
        new=_from(page.new, least),
    )


def _pairs(before: Sequence[Report], after: Sequence[Report]) -> Iterator[tuple[Report | None, Report | None]]:
    """In the order of the later run; pages that it does not have come last."""
    if len(before) == len(after) == 1:
        yield before[0], after[0]
        return
    old = {report.document.name: report for report in before}
    now = {report.document.name for report in after}
    yield from ((old.get(report.document.name), report) for report in after)
    yield from ((report, None) for report in before if report.document.name not in now)


def _side(report: Report | None) -> Side | None:
    return Side(name=report.document.name, score=report.score, verdict=report.verdict) if report else None


def _changed(cause: Cause, before: Cause | None) -> Changed:
    return Changed(
        fingerprint=cause.fingerprint,
        kind=cause.kind,
        title=cause.title,
        severity=cause.severity,
        points=cause.points,
        places=cause.places,
        sentence=cause.sentence,
        places_before=before.places if before else None,
    )


def _from(causes: Iterable[Changed], least: Severity) -> tuple[Changed, ...]:
    return tuple(cause for cause in causes if cause.severity.rank >= least.rank)
