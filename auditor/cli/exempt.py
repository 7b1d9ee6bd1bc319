"""What settings and baseline say about one source, and what of it nothing needed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from msgspec import Struct

from auditor.config import Resolved, Suppress
from auditor.gate import baseline
from auditor.gate.files import relative
from auditor.gate.patterns import idle, is_plain, matches
from auditor.model import UNHEARD, Exemptions, Finding, Suppression, names_of
from auditor.reporters.page import Page


class Exempt(Struct, frozen=True, kw_only=True):
    """What a run does not charge, for all its sources."""

    root: Path = Path()  # what the paths of suppressions count from
    suppress: tuple[Suppress, ...] = ()
    exact: dict[str, tuple[int, ...]] = {}  # numbers of the entries that name a path without a wildcard
    inline: bool = False
    entrusted: tuple[str, ...] = ()
    today: date | None = None
    known_from: Path = Path()  # what the paths of the baseline count from
    known: dict[str, Mapping[str, int]] = {}
    moved: Mapping[str, int] = {}  # what the baseline knows of files that are gone

    def exemptions(self, name: str) -> Exemptions:
        """What is not held against one source."""
        return Exemptions(
            inline=self.inline,
            entrusted=self.entrusted,
            settings=tuple(self._suppressions(name)) if self.suppress else (),
            known=self.known.get(baseline.called(name, self.known_from), self.moved) if self.known else {},
            today=self.today,
        )

    def matching(self, name: str) -> list[int]:
        """The numbers of the suppressions that are about a source."""
        path = PurePosixPath(relative(name, self.root))
        exact = {n for above in (path, *path.parents) for n in self.exact.get(str(above), ())}
        loose = {n for n, one in enumerate(self.suppress) if not _is_exact(one) and matches(name, one.paths, self.root)}
        return sorted(exact | loose)

    def _suppressions(self, name: str) -> Iterator[Suppression]:
        own = self.exact.get(relative(name, self.root), ())
        for number in self.matching(name):
            entry = self.suppress[number]
            yield Suppression(
                rules=tuple(entry.rules),
                reason=entry.reason,
                until=entry.until.isoformat() if entry.until else "",
                origin="settings",
                places=frozenset(entry.places),
                one_file=number in own,
            )


class Seen:
    """What settings and baselines hid in the pages of a run, to tell what they no longer need."""

    def __init__(self, exempt: Sequence[Exempt]) -> None:
        self._exempt = exempt
        self._about: set[tuple[int, int]] = set()  # numbers of settings and of their entries
        self._used: set[tuple[int, int]] = set()
        self._there: set[tuple[Path, str]] = set()
        self._gone = 0
        self._excused = 0  # by the sources themselves
        self._unheard = 0  # sources that would have excused something

    def add(self, page: Page, by: int) -> None:
        if page.report is None:
            return
        self._excused += sum(one.by not in {"settings", "baseline"} for one in page.report.suppressed)
        self._unheard += UNHEARD in page.report.document.notes
        own = self._exempt[by]
        if own.suppress:
            about = own.matching(page.name)
            self._about.update((by, n) for n in about)
            hidden = [one.finding for one in page.report.suppressed if one.by == "settings"]
            self._used.update((by, n) for n in about if any(_hides(own.suppress[n], one) for one in hidden))
        if own.known:
            found = (*page.report.findings, *(one.finding for one in page.report.suppressed))
            there = {mark for finding in found for mark in (finding.fingerprint, *finding.places)}
            known = own.known.get(baseline.called(page.name, own.known_from), {})
            self._gone += sum(1 for mark, places in known.items() if places and mark not in there)
            self._there.update((own.known_from, mark) for mark in there & own.moved.keys())

    def idle(self) -> Iterator[str]:
        """What to say of them. One that hid nothing and names a single file is a finding of that file already."""
        moved = {(own.known_from, mark) for own in self._exempt for mark, places in own.moved.items() if places}
        if self._excused:
            yield f"suppressed by the sources themselves: {self._excused:,}; --no-inline-ignores counts them"
        if self._unheard:
            yield (
                f"sources with suppressions of their own, which do not count: {self._unheard:,}; "
                "`inline-ignores = true` in the settings says that the sources are yours"
            )
        if gone := self._gone + len(moved - self._there):
            yield f"the baseline knows findings that are gone: {gone}; `auditor baseline prune` drops them"
        for by, number in sorted(self._about - self._used):
            own = self._exempt[by]
            if not any(number in numbers for numbers in own.exact.values()):
                entry = own.suppress[number]
                about = f"{', '.join(entry.rules)} for {', '.join(entry.paths)}"
                yield f"suppress: {about} hid nothing in this run; remove it if that holds for all files"


def exempt(resolved: Resolved, at: Callable[[str], str] = str) -> Exempt:
    """Read the baseline, which is `at` another place if it is one of then, and the clock.

    Raises:
        BaselineError: there is no baseline where settings say so, or it is broken.
    """
    settings = resolved.settings
    file = Path(settings.baseline) if settings.baseline else None
    before = baseline.load(Path(at(str(file)))) if file else []
    return Exempt(
        root=resolved.root,
        suppress=tuple(settings.suppress),
        exact=_exact(settings.suppress),
        inline=bool(settings.inline_ignores),
        entrusted=tuple(settings.inline_ignores) if isinstance(settings.inline_ignores, list) else (),
        today=settings.today or datetime.now(UTC).date(),
        known_from=file.parent if file else Path(),
        known=baseline.by_path(before),
        moved=baseline.moved(before, file) if file else {},
    )


def unmatched(resolved: Resolved, names: Sequence[str]) -> Iterator[str]:
    """After a walk over all that settings are about: what to say of their patterns that match no file."""
    suppressed = [pattern for entry in resolved.settings.suppress for pattern in entry.paths]
    for key, given in (("suppress", suppressed), ("per-file-ignores", list(resolved.settings.per_file_ignores))):
        patterns = [one for one in dict.fromkeys(given) if not one.startswith("!")]  # it takes something out of another
        for pattern in idle(patterns, names, resolved.root):
            if not (is_plain(pattern) and (resolved.root / pattern.strip("/")).exists()):
                yield f"{key}: {pattern} matches no file; remove it"


def _hides(entry: Suppress, finding: Finding) -> bool:
    meant = not entry.places or not set(entry.places).isdisjoint(finding.places)
    return meant and not names_of(finding.rule, finding.dimension).isdisjoint(entry.rules)


def _exact(suppress: Sequence[Suppress]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(suppress):
        for pattern in entry.paths if _is_exact(entry) else ():
            found[pattern.strip("/")] = (*found.get(pattern.strip("/"), ()), number)
    return found


def _is_exact(entry: Suppress) -> bool:
    """Whether all its patterns are paths. Others are asked together, as the last one that matches decides."""
    return all(map(is_plain, entry.paths))
