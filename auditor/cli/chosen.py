"""The rules that settings name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import structs

from auditor import config, rulebook, settings_files
from auditor.cli import output
from auditor.model import Confidence, RuleSet, names_of

_Place = Callable[..., str]


def chosen_rules(
    chosen: config.Settings, loaded: dict[tuple[str, ...], RuleSet] | None = None, place: _Place | None = None
) -> RuleSet:
    """The rules that the settings name, of cards that were `loaded` or are now.

    Cards that cannot be read are told on stderr; exits with 2 on unknown names, with the `place` of the key.
    """
    try:
        return chosen_of(chosen, {} if loaded is None else loaded, place or (lambda key, *_: key))
    except settings_files.ConfigError as error:
        output.stop(str(error))


def chosen_of(chosen: config.Settings, loaded: dict[tuple[str, ...], RuleSet], where: _Place) -> RuleSet:
    """The same.

    Raises:
        ConfigError: there is no such rule, or no such folder.
    """
    for folder in chosen.rules:
        if not Path(folder).is_dir():
            raise settings_files.ConfigError(f"{where('rules')}: there is no folder {folder!r}")
    everything = loaded.get(tuple(chosen.rules))
    if everything is None:
        everything = loaded[tuple(chosen.rules)] = rulebook.load(rule_folders(chosen))
        for problem in everything.problems:
            output.note(problem)
    try:
        return named_rules(chosen, everything)
    except ValueError as error:
        said = f"{_blamed(chosen, everything, where)}{error}; `auditor rules list` shows all"
        raise settings_files.ConfigError(said) from error


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
