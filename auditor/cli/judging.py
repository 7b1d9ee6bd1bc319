"""A text that is in no file yet, judged as `auditor check` would judge the file that it will be saved to."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path

from msgspec import Struct, structs

import auditor
from auditor import remembering, sites
from auditor.cli import inputs, settings
from auditor.cli.audits import rules_for
from auditor.cli.jobs import Job
from auditor.config import Resolved
from auditor.fixing.applying import Mended, mended
from auditor.model import Document, Report
from auditor.settings_files import FILES

Stamp = tuple[tuple[str, int, int], ...]


class Judged(Struct, frozen=True):
    """A text and what came of it."""

    document: Document
    report: Report
    resolved: Resolved


class SettingsError(ValueError):
    """Settings that cannot be used; the text says which and why."""


_HEAD = 4_000  # characters that show whether a site generator fills a source in


class Judge:
    """Keeps what settings say, until one of their files changes. For one thread at a time."""

    def __init__(self) -> None:
        self._bound: dict[str, tuple[Stamp, Resolved, Job]] = {}

    def judge(self, name: str, text: str, form: str | None, *, heed: bool = True) -> Judged:
        """Audit a text that is called `name`; `heed`: suppressions in it count where the settings say so.

        Raises:
            SettingsError: settings of its folder, or the rules or the baseline that they name, cannot be used.
        """
        remembering.turn()
        resolved, job = self._settings(os.path.dirname(name))  # noqa: PTH120 - a name may be no path at all
        document = auditor.parse(text, format=form, name=name, max_chars=job.max_chars)
        if document.template is None:
            document = structs.replace(document, template=sites.generator_of(name, text[:_HEAD].encode()))
        exemptions = job.exempt.exemptions(name)
        if not heed:
            exemptions = structs.replace(exemptions, inline=False)
        report = auditor.audit(
            document,
            rules=rules_for(name, job),
            gates=job.gates,
            exemptions=exemptions,
            max_seconds=job.max_seconds,  # a thread cannot be stopped as a process can
        )
        return Judged(document, report, resolved)

    def mended(self, name: str, text: str, form: str | None) -> Mended:
        """The text with all its safe fixes that add no finding, as `auditor check --fix` would write it.

        Raises:
            SettingsError: as above.
        """
        return mended(text, lambda now: self.judge(name, now, form).report)

    def _settings(self, folder: str) -> tuple[Resolved, Job]:
        known = self._bound.get(folder)
        if known is None or known[0] != _stamp(folder, known[1]):
            resolved, job = _settled(folder)
            known = self._bound[folder] = (_stamp(folder, resolved), resolved, job)
        return known[1:]


@contextmanager
def heard() -> Iterator[None]:
    """What the command line would say on stderr before it exits becomes an error that the editor can show.

    Raises:
        SettingsError: the block wanted to exit.
    """
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            yield
    except SystemExit:
        raise SettingsError(said.getvalue().removeprefix("auditor: ").strip()) from None


def _settled(folder: str) -> tuple[Resolved, Job]:
    """What the settings say; read again where one of their files was saved or deleted meanwhile."""
    before = _own(folder)
    try:
        return _read(folder)
    except SettingsError:
        if _own(folder) == before:
            raise
    return _read(folder)


def _own(folder: str) -> Stamp:
    return tuple(_state(above / name) for above in (Path(folder), *Path(folder).parents) for name in FILES)


def _read(folder: str) -> tuple[Resolved, Job]:
    with heard():
        nearest = settings.nearest([])
        number = nearest.number(folder)
        if number in nearest.broken:
            raise SystemExit(2)  # what is wrong was noted
        return nearest.all[number], inputs.jobs(nearest)[number]


def _stamp(folder: str, resolved: Resolved) -> Stamp:
    """Of every file that settings are read from, and of every place where one may appear."""
    return tuple(_state(path) for path in _files(Path(folder), resolved))


def _files(folder: Path, resolved: Resolved) -> Iterator[Path]:
    for above in (folder, *folder.parents):
        yield from (above / name for name in FILES)
    if resolved.settings.baseline:
        yield Path(resolved.settings.baseline)
    for cards in resolved.settings.rules:
        yield from sorted(Path(cards).glob("*/*.yml"))


def _state(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return str(path), 0, -1
    return str(path), found.st_mtime_ns, found.st_size
