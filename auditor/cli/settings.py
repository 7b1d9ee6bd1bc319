"""Options over the settings file nearest to a file over the defaults, and the rules that they choose."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from auditor import config, rulebook, settings_files
from auditor.cli import output
from auditor.cli.jobs import Then
from auditor.gate.files import real
from auditor.model import Confidence, RuleSet, Severity, names_of

_Place = Callable[..., str]
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


def nearest(configs: list[str], *given: Override) -> "Nearest":
    """The settings of every file. Exits with 2 where those of the working folder cannot be used."""
    overrides = tuple(one for one in configs if "=" in one)
    files = [one for one in configs if "=" not in one] or [os.environ.get(f"{config.PREFIX}CONFIG", "")]

    def read(file: Path | None) -> config.Resolved:
        return config.resolve(file, overrides, os.environ, _given(given))

    try:
        file = Path(files[-1]) if files[-1] else settings_files.find(Path.cwd())
        run = read(file)
    except settings_files.ConfigError as error:
        output.stop(str(error))
    for stranger in run.strangers:
        output.note(stranger)
    return Nearest(run, read, everywhere=bool(files[-1]))


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
                self.all.append(self.read(file))
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


def chosen_rules(
    chosen: config.Settings, loaded: dict[tuple[str, ...], RuleSet] | None = None, place: _Place | None = None
) -> RuleSet:
    """The rules that the settings name, of cards that were `loaded` or are now.

    Cards that cannot be read are told on stderr; exits with 2 on unknown names, with the `place` of the key.
    """
    loaded = {} if loaded is None else loaded
    where = place or (lambda key, *_: key)
    for folder in chosen.rules:
        if not Path(folder).is_dir():
            output.stop(f"{where('rules')}: there is no folder {folder!r}")
    everything = loaded.get(tuple(chosen.rules))
    if everything is None:
        everything = loaded[tuple(chosen.rules)] = rulebook.load(rule_folders(chosen))
        for problem in everything.problems:
            output.note(problem)
    try:
        return named_rules(chosen, everything)
    except ValueError as error:
        output.stop(f"{_blamed(chosen, everything, where)}{error}; `auditor rules list` shows all")


def _blamed(chosen: config.Settings, everything: RuleSet, place: _Place) -> str:
    """Where the first name stands that is none."""
    every = (*everything.rules, *everything.corpus)
    known = {name for rule in every for name in names_of(rule.id, rule.dimension)}
    single = {rule.id for rule in everything.rules}
    for key, inner, names in _names(chosen):
        if not set(names) <= (single if key == "severity" else known):
            return f"{place(key, *inner)}: "
    return ""


def _names(chosen: config.Settings) -> Iterator[tuple[str, tuple[str | int, ...], Iterable[str]]]:
    """Names of rules in the order in which they are looked up, and where they stand."""
    for pattern, names in chosen.per_file_ignores.items():
        yield "per-file-ignores", (pattern,), names
    for number, entry in enumerate(chosen.suppress):
        yield "suppress", (number, "rules"), entry.rules
    for name in chosen.severity:
        yield "severity", (name,), [name]
    yield "select", (), chosen.select
    yield "extend-select", (), chosen.extend_select
    yield "ignore", (), chosen.ignore


def named_rules(chosen: config.Settings, everything: RuleSet) -> RuleSet:
    """Those of all rules that the settings name, in the classes that they give.

    Raises:
        ValueError: a name that is neither a rule nor a dimension.
    """
    named = [*chosen.per_file_ignores.values(), *(entry.rules for entry in chosen.suppress)]
    rulebook.choose(everything, ignore=[name for names in named for name in names])
    classed = rulebook.reclass(everything, chosen.severity)
    return rulebook.choose(classed, _selected(chosen, everything), chosen.ignore)


def together(sets: Sequence[RuleSet]) -> RuleSet:
    """All rules of several sets, as a report about pages that were judged by this one or that describes them."""
    if len(sets) == 1:
        return sets[0]
    rules = {rule.id: rule for one in reversed(sets) for rule in one.rules}
    return structs.replace(
        sets[0],
        rules=tuple(sorted(rules.values(), key=lambda rule: (rule.dimension, rule.id))),
        dimensions=tuple(sorted({name for one in sets for name in one.dimensions})),
        problems=tuple(dict.fromkeys(problem for one in sets for problem in one.problems)),
    )


def rule_folders(chosen: config.Settings) -> list[Path]:
    return [rulebook.rules_folder(), *map(Path, chosen.rules)]


def _selected(chosen: config.Settings, everything: RuleSet) -> list[str]:
    if not chosen.extend_select:
        return chosen.select
    usual = [rule.id for rule in (*everything.rules, *everything.corpus) if rule.confidence is not Confidence.LOW]
    return [*(chosen.select or usual), *chosen.extend_select]


def _given(overrides: Iterable[Override]) -> dict[str, Any]:
    stated = (pair for override in overrides for pair in structs.asdict(override).items())
    given = {name: value for name, value in stated if value is not None}
    given |= {name: _listed(given[name]) for name in ("select", "extend_select", "ignore") if name in given}
    return {name.replace("_", "-"): value for name, value in given.items()}


def _listed(values: list[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
