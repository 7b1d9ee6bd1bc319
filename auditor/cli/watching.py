"""`--watch`: audit again what changes. Looking is asking the system for the time and size of each file, now and then.

That needs nothing to be installed and works on every file system, also those of containers and of other machines,
whose changes no system reports.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from auditor import settings_files
from auditor.cli import inputs, output
from auditor.cli.asked import Asked
from auditor.cli.chosen import rule_folders
from auditor.cli.settings import Nearest
from auditor.reporters.totals import number
from auditor.sources import STDIN

_PAUSE = 0.5  # seconds between two looks
_SHARE = 0.05  # of a core that looking may take: a walk through a large tree is followed by a longer pause
_SETTLED = 0.1  # seconds: an editor writes, renames and sets times one after the other
_NAMED = 3  # files that a line names
_CLEAR = "\x1b[2J\x1b[H"

Stamp = tuple[int, int, int]
Seen = dict[str, Stamp]
Run = Callable[[frozenset[str] | None], int]


def again(asked: Asked, run: Run, settings: Callable[[], Nearest]) -> int:
    """Run over all, then over what changes, until somebody interrupts. Gives 0 then."""
    if STDIN in asked.paths or asked.fix or asked.diff or asked.add_ignore or asked.changed_verdicts:
        output.stop("--watch is for files, and only reports: no -, --fix, --diff, --add-ignore or --changed-verdicts")
    watched = _Watched(asked.paths, settings)
    try:
        _guarded(partial(run, None))
        for changed in changes(watched.look, time.sleep):
            sys.stdout.write(_CLEAR if sys.stdout.isatty() else "")
            output.note(f"{_named(changed)} changed")
            _guarded(partial(run, watched.articles(changed)))
    except KeyboardInterrupt:
        return 0
    return 0  # pragma: no cover - watching ends by an interrupt only


def changes(look: Callable[[], Seen], wait: Callable[[float], None]) -> Iterator[frozenset[str]]:
    """The files that were changed, made or removed since the look before, as soon as they have settled."""
    before = look()
    output.note(f"watching {number(len(before), 'file')}; Ctrl-C ends")
    pause = _PAUSE
    while True:
        wait(pause)
        began = time.perf_counter()
        now = look()
        pause = max(_PAUSE, (time.perf_counter() - began) / _SHARE)
        if now == before:
            continue
        while (later := _after(look, wait)) != now:
            now = later
        changed = frozenset(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))
        before = now
        if changed:
            yield changed


def _after(look: Callable[[], Seen], wait: Callable[[float], None]) -> Seen:
    wait(_SETTLED)
    return look()


class _Watched:
    """The articles, and what decides how they are judged: settings, baselines and cards."""

    def __init__(self, paths: list[str], settings: Callable[[], Nearest]) -> None:
        self._paths, self._settings = paths, settings
        self._nearest = settings()
        self._articles = set[str]()

    def look(self) -> Seen:
        found = {source.path for source in inputs.walked(self._paths, self._nearest) if source.path}
        self._articles |= found
        return {path: stamp for path in (*found, *self._deciding(found)) if (stamp := _stamp(path))}

    def articles(self, changed: frozenset[str]) -> frozenset[str] | None:
        """What is to be audited: the articles that changed, or all (None) where what decides did."""
        if changed <= self._articles:
            return frozenset(filter(os.path.exists, changed)) or None
        with suppress(SystemExit):  # the run that follows fails of the same; the settings of before are watched on
            self._nearest = self._settings()
        return None

    def _deciding(self, articles: set[str]) -> Iterator[str]:
        folders = {above for path in (*articles, ".") for above in Path(path).absolute().parents}
        yield from (str(folder / name) for folder in folders for name in settings_files.FILES)
        for own in self._nearest.all:
            yield from (str(own.root / own.settings.baseline),) if own.settings.baseline else ()
            own_cards = rule_folders(own.settings)[1:]  # those of the package do not change
            yield from (str(card) for folder in own_cards for card in folder.glob("*/*"))


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - called for every file, again and again
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _guarded(run: Callable[[], int]) -> None:
    """One run. What makes it stop, such as settings that somebody is still writing, does not end the watch."""
    gc.unfreeze()  # each run freezes what is loaded then
    gc.collect()
    with suppress(SystemExit):
        run()
    sys.stdout.flush()


def _named(changed: frozenset[str]) -> str:
    names = sorted(changed)
    return ", ".join(names) if len(names) <= _NAMED else f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED:,} more"
