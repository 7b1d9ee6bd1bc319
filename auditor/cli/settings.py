"""Options over the settings file over the defaults, and the rules that they choose."""

from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from auditor import config, rulebook
from auditor.cli import output
from auditor.model import Confidence, RuleSet, Severity


class Override(Struct, frozen=True):
    """What was given on the command line; None was not."""

    fail_on: Severity | None = None
    fail_under: float | None = None
    select: list[str] | None = None
    extend_select: list[str] | None = None
    ignore: list[str] | None = None
    rules: list[str] | None = None


def settings(configs: list[str], override: Override = Override()) -> config.Settings:  # noqa: B008 - frozen
    """Exits with 2 where they cannot be used."""
    overrides = [given for given in configs if "=" in given]
    files = [Path(given) for given in configs if "=" not in given]
    try:
        loaded = config.load(files[-1] if files else config.find(Path.cwd()), *overrides)
    except config.ConfigError as error:
        output.stop(str(error))
    return structs.replace(loaded, **_given(override))


def chosen_rules(chosen: config.Settings) -> RuleSet:
    """The rules that the settings name. Cards that cannot be read are told on stderr; exits with 2 on unknown names."""
    for folder in chosen.rules:
        if not Path(folder).is_dir():
            output.stop(f"rules: there is no folder {folder!r}")
    everything = rulebook.load((rulebook.rules_folder(), *map(Path, chosen.rules)))
    for problem in everything.problems:
        output.note(problem)
    try:
        rulebook.choose(everything, ignore=[name for names in chosen.per_file_ignores.values() for name in names])
        return rulebook.choose(everything, _selected(chosen, everything), chosen.ignore)
    except ValueError as error:
        output.stop(str(error))


def _selected(chosen: config.Settings, everything: RuleSet) -> list[str]:
    if not chosen.extend_select:
        return chosen.select
    usual = [rule.id for rule in everything.rules if rule.confidence is not Confidence.LOW]
    return [*(chosen.select or usual), *chosen.extend_select]


def _given(override: Override) -> dict[str, Any]:
    given = {name: value for name, value in structs.asdict(override).items() if value is not None}
    return given | {name: _listed(given[name]) for name in ("select", "extend_select", "ignore") if name in given}


def _listed(values: list[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
