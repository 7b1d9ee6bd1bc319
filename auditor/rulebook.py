"""Cards in, bound rules out. A card that cannot be read is a problem of its own and leaves the others alone."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

import msgspec

from auditor.binding import bind
from auditor.cards import Folder, card_files, read, read_about, read_card
from auditor.fingerprint import fingerprint
from auditor.model import Confidence, Rule, RuleSet, Scope, Severity
from auditor.prepared import prepared, rules_folder
from auditor.text.nearest import nearest

__all__ = ("bind", "card_files", "read_about", "read_card", "rules_folder")  # of other modules, looked for here
_STAMP = 6  # bytes of a version


@cache
def default_rules() -> RuleSet:
    """The shipped rules, loaded once per process."""
    return load((rules_folder(),))


def load(folders: Sequence[Path]) -> RuleSet:
    """Bind every card below the folders. Of two cards with one id the later folder's counts."""
    rules: dict[str, Rule] = {}
    dimensions: set[str] = set()
    problems: list[str] = []
    files: list[tuple[str, bytes]] = []
    for folder in folders:
        found = prepared("rules", Folder, partial(read, folder)) if folder == rules_folder() else read(folder)
        rules |= {rule.id: rule for rule in found.bound()}
        dimensions |= set(found.dimensions)
        problems += found.problems
        files += found.files
    kept = [rule for rule in rules.values() if rule.dimension in dimensions]
    problems += [f"{r.dimension}/{r.id}.yml: its folder has no _about.yml" for r in rules.values() if r not in kept]
    ordered = tuple(sorted(kept, key=lambda rule: (rule.dimension, rule.id)))
    known = frozenset(name for rule in ordered for name in (rule.id, rule.dimension))
    single, whole = (tuple(rule for rule in ordered if rule.scope is scope) for scope in Scope)
    apart = {f"{rule.dimension}/{rule.id}.yml" for rule in whole}  # no report depends on these
    version = fingerprint((file for file in files if file[0] not in apart), _STAMP)
    return RuleSet(single, tuple(sorted(dimensions)), tuple(problems), version, known, whole)


def choose(rules: RuleSet, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> RuleSet:
    """Keep what `select` names (all but low-confidence rules when empty), less what `ignore` names.

    A name is a rule's id or a dimension; one text may hold several, with commas.

    Raises:
        ValueError: a name that is neither, with the nearest that is.
    """
    chosen, dropped = _names(select), _names(ignore)
    known = {name for rule in (*rules.rules, *rules.corpus) for name in (rule.id, rule.dimension)}
    for name in sorted((chosen | dropped) - known):
        raise ValueError(f"no rule or dimension is called {name!r}{nearest(name, known)}")
    single, whole = (
        tuple(rule for rule in scope if _kept(rule, chosen) and not {rule.id, rule.dimension} & dropped)
        for scope in (rules.rules, rules.corpus)
    )
    return msgspec.structs.replace(rules, rules=single, corpus=whole, version=_version(rules.version, single))


def reclass(rules: RuleSet, severities: Mapping[str, Severity]) -> RuleSet:
    """The rules with classes that somebody decided on; those need not be earned.

    Raises:
        ValueError: a name that is no rule, with the nearest that is.
    """
    if not severities:
        return rules
    known = {rule.id for rule in rules.rules}
    for name in sorted(severities.keys() - known):
        raise ValueError(f"severity: no rule is called {name!r}{nearest(name, known)}")
    changed = (
        msgspec.structs.replace(rule, severity=severities[rule.id], rises=None) if rule.id in severities else rule
        for rule in rules.rules
    )
    classed = tuple(changed)
    return msgspec.structs.replace(rules, rules=classed, version=_version(rules.version, classed))


def _names(given: str | Iterable[str]) -> set[str]:
    return {name.strip() for name in given.split(",") if name.strip()} if isinstance(given, str) else set(given)


def _version(loaded: str, rules: Iterable[Rule]) -> str:
    """The fingerprint of the rules that run, out of all that were loaded."""
    return fingerprint([(loaded, b""), *((rule.id, rule.severity.encode()) for rule in rules)], _STAMP)


def _kept(rule: Rule, chosen: set[str]) -> bool:
    return bool({rule.id, rule.dimension} & chosen) if chosen else rule.confidence is not Confidence.LOW
