"""Options over the settings file nearest to a file over the defaults."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from auditor import config, settings_files
from auditor.cli import output
from auditor.cli.chosen import chosen_of, chosen_rules
from auditor.cli.jobs import Then
from auditor.gate.files import real
from auditor.model import RuleSet, Severity

_Read = Callable[[Path | None], config.Resolved]


class Override(Struct, frozen=True, kw_only=True):
    """What was given on the command line; None was not."""

    profile: str | None = None
    fail_on: Severity | None = None
    fail_under: float | None = None
    select: list[str] | None = None
    extend_select: list[str] | None = None
    ignore: list[str] | None = None
    rules: list[str] | None = None
    force_exclude: bool | None = None
    baseline: str | None = None
    inline_ignores: bool | None = None
    today: date | None = None
    cache: bool | None = None
    cache_dir: str | None = None
    allow_empty: bool | None = None
    min_coverage: float | None = None
    min_severity: Severity | None = None


def settings(configs: list[str], *given: Override) -> config.Settings:
    """Exits with 2 where they cannot be used."""
    return resolved(configs, *given).settings


def resolved(configs: list[str], *given: Override) -> config.Resolved:
    """The settings of the working folder and where each comes from. Exits with 2 where they cannot be used."""
    return nearest(configs, *given).run


def nearest(configs: list[str], *given: Override, goes_on: bool = False) -> "Nearest":
    """The settings of every file. Exits with 2 where those of the working folder cannot be used.

    `goes_on`: a file of the working folder that cannot be used, and was not named, costs what it would have judged, as
    one below does. Nothing is judged by the defaults instead: what it excludes or suppresses is not known.
    """
    overrides = tuple(one for one in configs if "=" in one)
    files = [one for one in configs if "=" not in one] or [os.environ.get(f"{config.PREFIX}CONFIG", "")]

    def read(file: Path | None) -> config.Resolved:
        return config.resolve(file, overrides, os.environ, _given(given))

    try:
        file = Path(files[-1]) if files[-1] else settings_files.find(Path.cwd())
        found = Nearest(read(file), read, everywhere=bool(files[-1]))
        if goes_on:
            found.check(found.run)
    except settings_files.ConfigError as error:
        if not goes_on or files[-1]:
            output.stop(str(error))
        return _without_a_file(read, str(error))
    for stranger in found.run.strangers:
        output.note(stranger)
    return found


def _without_a_file(read: _Read, error: str) -> "Nearest":
    """The settings of files that have some of their own. Exits with 2 where the options themselves are at fault."""
    try:
        found = Nearest(read(None), read, everywhere=False)
        found.check(found.run)
    except settings_files.ConfigError:
        output.stop(error)
    number = found.number(os.getcwd())  # noqa: PTH109 - as folders are given
    if number not in found.broken:
        output.stop(error)
    found.broken[0] = found.broken[number]  # what has no settings is judged by those of the working folder
    return found


class Nearest:
    """The settings that each file is judged by: of the nearest folder above it that has some, else those of the run.

    A settings file that was named counts for all. Settings have numbers, which go into sources; 0 is the run's.
    """

    def __init__(
        self, run: config.Resolved, read: Callable[[Path | None], config.Resolved], *, everywhere: bool
    ) -> None:
        self.all = [run]
        self.read = read
        self.everywhere = everywhere
        self.broken: dict[int, Path] = {}  # folders whose settings cannot be used, by the number of their sources
        self.past: list[Then] = []  # what sources were judged by before; their numbers follow those of `all`
        self._loaded: dict[tuple[str, ...], RuleSet] = {}  # cards, by the folders that settings name
        self._of_file: dict[Path | None, int] = {None: 0, run.file: 0}
        self._of_folder: dict[str, int] = {}

    @property
    def run(self) -> config.Resolved:
        return self.all[0]

    def number(self, folder: str) -> int:
        """Of the settings for what lies in a folder; those that cannot be used are told, and `broken`."""
        if self.everywhere:
            return 0
        if folder not in self._of_folder:
            self._of_folder[folder] = self._found(real(folder))
        return self._of_folder[folder]

    def of(self, folder: str) -> config.Resolved:
        return self.all[self.number(folder)]

    def rules(self, own: config.Resolved) -> RuleSet:
        """The rules that settings name. Exits with 2 on unknown names."""
        return chosen_rules(own.settings, self._loaded, partial(config.place, own))

    def check(self, own: config.Resolved) -> None:
        """That there are the rules that settings name.

        Raises:
            ConfigError: there are not.
        """
        chosen_of(own.settings, self._loaded, partial(config.place, own))

    def _found(self, folder: str) -> int:
        passed = list[str]()
        while folder not in self._of_folder:
            passed.append(folder)
            above = os.path.dirname(folder)  # noqa: PTH120 - called for every folder of a walk
            if (own := self._within(folder)) is not None or above == folder:
                self._of_folder[folder] = own or 0
            else:
                folder = above
        self._of_folder |= dict.fromkeys(passed, self._of_folder[folder])
        return self._of_folder[folder]

    def _within(self, folder: str) -> int | None:
        try:
            file = settings_files.within(Path(folder))
            if file and file not in self._of_file:
                own = self.read(file)
                self.check(own)
                self.all.append(own)
                self._of_file[file] = len(self.all) - 1
        except settings_files.ConfigError as error:
            return self._without(Path(folder), str(error))
        return self._of_file[file] if file else None

    def _without(self, folder: Path, error: str) -> int:
        """What lies below cannot be judged; everything else is."""
        output.note(error if str(folder) in error else f"{settings_files.within(folder)}: {error}")
        self.all.append(config.Resolved(config.Settings(), {}, None, folder))
        self.broken[len(self.all) - 1] = folder
        return len(self.all) - 1


def _given(overrides: Iterable[Override]) -> dict[str, Any]:
    stated = (pair for override in overrides for pair in structs.asdict(override).items())
    given = {name: value for name, value in stated if value is not None}
    given |= {name: _listed(given[name]) for name in ("select", "extend_select", "ignore") if name in given}
    return {name.replace("_", "-"): value for name, value in given.items()}


def _listed(values: list[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
