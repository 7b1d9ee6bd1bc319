"""Options over the settings file over the defaults, and the rules that they choose."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from auditor import config, rulebook
from auditor.cli import output
from auditor.model import Confidence, RuleSet, Severity


class Override(Struct, frozen=True, kw_only=True):
    """What was given on the command line; None was not."""

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


def settings(configs: list[str], *given: Override) -> config.Settings:
    """Exits with 2 where they cannot be used."""
    return resolved(configs, *given).settings


def resolved(configs: list[str], *given: Override) -> config.Resolved:
    """The settings and where each comes from. Exits with 2 where they cannot be used."""
    overrides = tuple(one for one in configs if "=" in one)
    files = [one for one in configs if "=" not in one] or [os.environ.get(f"{config.PREFIX}CONFIG", "")]
    try:
        file = Path(files[-1]) if files[-1] else config.find(Path.cwd())
        found = config.resolve(file, overrides, os.environ, _given(given))
    except config.ConfigError as error:
        output.stop(str(error))
    for stranger in found.strangers:
        output.note(stranger)
    return found


def chosen_rules(chosen: config.Settings) -> RuleSet:
    """The rules that the settings name. Cards that cannot be read are told on stderr; exits with 2 on unknown names."""
    for folder in chosen.rules:
        if not Path(folder).is_dir():
            output.stop(f"rules: there is no folder {folder!r}")
    everything = rulebook.load(rule_folders(chosen))
    for problem in everything.problems:
        output.note(problem)
    named = [*chosen.per_file_ignores.values(), *(entry.rules for entry in chosen.suppress)]
    try:
        rulebook.choose(everything, ignore=[name for names in named for name in names])
        classed = rulebook.reclass(everything, chosen.severity)
        return rulebook.choose(classed, _selected(chosen, everything), chosen.ignore)
    except ValueError as error:
        output.stop(str(error))


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
