"""Cards in, bound rules out. A card that cannot be read is a problem of its own and leaves the others alone."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from os import PathLike
from pathlib import Path

import msgspec

from auditor import installed
from auditor.cards import Folder, below, card_files, read, read_about, read_card
from auditor.expressions import late
from auditor.fingerprint import fingerprint
from auditor.model import Confidence, Rule, RuleSet, Scope, Severity, names_of
from auditor.prepared import prepared, rules_folder
from auditor.text.nearest import nearest

__all__ = (
    "below",
    "card_files",
    "read_about",
    "read_card",
    "rules_folder",
)  # of other modules, looked for here
_STAMP = 6  # bytes of a version
_PACK = late("[a-z][a-z0-9-]*")


@cache
def default_rules() -> RuleSet:
    """The shipped rules, loaded once per process."""
    return load((rules_folder(),))


def load(folders: Sequence[Path]) -> RuleSet:
    """Bind every card below the folders, and those of installed packs where the shipped ones are among them.

    Of two cards with one id the later folder's counts.
    """
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
        if folder == rules_folder():
            for pack, own in _packs(dimensions | rules.keys(), problems):
                rules |= {rule.id: rule for rule in own.bound()}
                dimensions |= set(own.dimensions)
                files += [(f"{pack}/{name}", data) for name, data in own.files]
    kept = [rule for rule in rules.values() if rule.dimension in dimensions]
    missing = "its folder has no _about.yml; write one with `title` and `about`"
    problems += [f"{_file_of(rule)}: {missing}" for rule in rules.values() if rule not in kept]
    ordered = tuple(sorted(kept, key=lambda rule: (rule.dimension, rule.id)))
    known = frozenset(name for rule in ordered for name in names_of(rule.id, rule.dimension))
    single, whole = (tuple(rule for rule in ordered if rule.scope is scope) for scope in Scope)
    apart = {_file_of(rule) for rule in whole}  # no report depends on these
    version = fingerprint((file for file in files if file[0] not in apart), _STAMP)
    return RuleSet(single, tuple(sorted(dimensions)), tuple(problems), version, known, whole)


def packs() -> dict[str, Path]:
    """The folders of installed packs, by their names."""
    found = ((point.name, point.folder()) for point in installed.points(installed.PACKS))
    return {name: folder for name, folder in found if folder}


def _packs(taken: Collection[str], problems: list[str]) -> Iterator[tuple[str, Folder]]:
    """The cards of installed packages; what is wrong with a package is a problem that names it."""
    seen: dict[str, str] = {}
    for point in installed.points(installed.PACKS):
        folder = point.folder()
        if not _PACK.fullmatch(point.name) or point.name in taken:
            hint = "is a rule or a dimension already" if point.name in taken else "is no name in small letters"
            problems.append(f"{point.said}: {point.name!r} {hint}; uninstall or update {point.distribution}")
        elif point.name in seen:
            problems.append(f"{point.said}: {seen[point.name]} has a pack of that name, too; uninstall one of them")
        elif folder is None:
            problems.append(f"{point.said}: there is no such folder in the package; update {point.distribution}")
        else:
            seen[point.name] = point.distribution
            found = read(folder, point.name)
            problems += [f"{point.distribution}: {problem}" for problem in found.problems]
            if not found.cards and not found.problems:
                problems.append(f"{point.said}: {folder} holds no cards, `<dimension>/<id>.yml`")
            yield point.name, found


def _file_of(rule: Rule) -> str:
    pack, slash, name = rule.id.rpartition("/")
    return f"{pack}{slash}{rule.dimension}/{name}.yml"


def choose(rules: RuleSet, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> RuleSet:
    """Keep what `select` names (all but low-confidence rules when empty), less what `ignore` names.

    A name is a rule's id or a dimension; one text may hold several, with commas.

    Raises:
        ValueError: a name that is neither, with the nearest that is.
    """
    chosen, dropped = _names(select), _names(ignore)
    known = {name for rule in (*rules.rules, *rules.corpus) for name in names_of(rule.id, rule.dimension)}
    for name in sorted((chosen | dropped) - known):
        raise ValueError(f"no rule or dimension is called {name!r}{nearest(name, known)}")
    single, whole = (
        tuple(rule for rule in scope if _kept(rule, chosen) and not names_of(rule.id, rule.dimension) & dropped)
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
        hint = "; it is a dimension, name its rules" if name in rules.dimensions else nearest(name, known)
        raise ValueError(f"severity: no rule is called {name!r}{hint}")
    changed = (
        msgspec.structs.replace(rule, severity=severities[rule.id], rises=None) if rule.id in severities else rule
        for rule in rules.rules
    )
    classed = tuple(changed)
    return msgspec.structs.replace(rules, rules=classed, version=_version(rules.version, classed))


def profiled(
    rules: RuleSet, profile: str | PathLike[str], select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()
) -> RuleSet:
    """The rules that a profile chooses, in its classes; `select` comes before its own, `ignore` beside it.

    Raises:
        ValueError: there is no such profile, or it cannot be used.
    """
    from auditor import config  # noqa: PLC0415 - few ask for one in Python

    chosen = config.resolve(None, options={"profile": os.fspath(profile)}).settings
    named = _names(select) or {*chosen.select, *chosen.extend_select} - {""}
    if chosen.extend_select and not (chosen.select or select):
        named |= {rule.id for rule in (*rules.rules, *rules.corpus) if rule.confidence is not Confidence.LOW}
    return choose(reclass(rules, chosen.severity), named, _names(ignore) | set(chosen.ignore))


def _names(given: str | Iterable[str]) -> set[str]:
    return {name.strip() for name in given.split(",") if name.strip()} if isinstance(given, str) else set(given)


def _version(loaded: str, rules: Iterable[Rule]) -> str:
    """The fingerprint of the rules that run, out of all that were loaded."""
    return fingerprint([(loaded, b""), *((rule.id, rule.severity.encode()) for rule in rules)], _STAMP)


def _kept(rule: Rule, chosen: set[str]) -> bool:
    return bool(names_of(rule.id, rule.dimension) & chosen) if chosen else rule.confidence is not Confidence.LOW
