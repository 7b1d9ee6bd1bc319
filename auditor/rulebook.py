"""Cards in, bound rules out. A card that cannot be read is a problem of its own and leaves the others alone."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
import yaml

from auditor.card import About, Card, CardError
from auditor.earning import earned
from auditor.fingerprint import fingerprint, rule_files
from auditor.lexicon import Lexicon, read_lexicon
from auditor.model import Confidence, Rule, RuleSet, Scope, Severity
from auditor.spoken import judges_in, runs_in
from auditor.text.nearest import nearest
from auditor.text.wording import Wording
from auditor.verbs import verb

_STAMP = 6  # bytes of a version
_OF_0_1 = {"pattern": frozenset({"phrases", "symbols"})}  # parameters without effect: they follow from the patterns
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def rules_folder() -> Path:
    """Where the shipped cards are: inside an installed package, beside it in a source tree."""
    package = Path(__file__).parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


@cache
def default_rules() -> RuleSet:
    """The shipped rules, loaded once per process."""
    return load((rules_folder(),))


def load(folders: Sequence[Path]) -> RuleSet:
    """Bind every card below the folders. Of two cards with one id the later folder's counts."""
    rules: dict[str, Rule] = {}
    dimensions: set[str] = set()
    problems: list[str] = []
    places: dict[str, Path] = {}
    for path in _files(folders):
        try:
            if path.stem == "_about":
                _read(path, _bytes(path), About)
                dimensions.add(path.parent.name)
                continue
            _refuse_twin(path, places.get(path.stem))
            rules[path.stem], places[path.stem] = bind(path, _read(path, _bytes(path), Card)), path
        except CardError as error:
            problems.append(str(error))
    kept = [rule for rule in rules.values() if rule.dimension in dimensions]
    problems += [f"{r.dimension}/{r.id}.yml: its folder has no _about.yml" for r in rules.values() if r not in kept]
    ordered = tuple(sorted(kept, key=lambda rule: (rule.dimension, rule.id)))
    known = frozenset(name for rule in ordered for name in (rule.id, rule.dimension))
    single, whole = (tuple(rule for rule in ordered if rule.scope is scope) for scope in Scope)
    apart = {f"{rule.dimension}/{rule.id}.yml" for rule in whole}  # no report depends on these
    version = fingerprint((file for file in rule_files(folders) if file[0] not in apart), _STAMP)
    return RuleSet(single, tuple(sorted(dimensions)), tuple(problems), version, known, whole)


def choose(rules: RuleSet, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
    """Keep what `select` names (all but low-confidence rules when empty), less what `ignore` names.

    A name is a rule's id or a dimension.

    Raises:
        ValueError: a name that is neither, with the nearest that is.
    """
    chosen, dropped = set(select), set(ignore)
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
    known = {rule.id for rule in rules.rules}
    for name in sorted(severities.keys() - known):
        raise ValueError(f"severity: no rule is called {name!r}{nearest(name, known)}")
    changed = (
        msgspec.structs.replace(rule, severity=severities[rule.id], rises=None) if rule.id in severities else rule
        for rule in rules.rules
    )
    classed = tuple(changed)
    return msgspec.structs.replace(rules, rules=classed, version=_version(rules.version, classed))


def _version(loaded: str, rules: Iterable[Rule]) -> str:
    """The fingerprint of the rules that run, out of all that were loaded."""
    return fingerprint([(loaded, b""), *((rule.id, rule.severity.encode()) for rule in rules)], _STAMP)


def bind(path: Path, card: Card) -> Rule:
    """Join a card to its verb.

    Raises:
        CardError: no such verb, or parameters that do not fit its signature.
    """
    detect, hints = verb(path, card)
    _check_examples(path, card)
    parameters = _parameters(path, card, detect, hints)
    runs = runs_in(card.languages)
    return Rule(
        id=path.stem,
        dimension=path.parent.name,
        title=card.title,
        why=card.why,
        fix=card.fix,
        message=card.message,
        severity=_severity(path, card),
        confidence=card.confidence,
        zones=frozenset(card.zones),
        languages=runs,
        judges=judges_in(runs, parameters, hints),
        detect=partial(detect, **parameters),
        private=card.private,
        not_flagged=card.not_flagged,
        basis=card.basis,
        references=tuple(card.references),
        scope=card.scope,
        cause=card.cause or path.stem,
        anchor=card.anchor or "",
        rises=card.rises,
        charged=card.charged,
        claimed=card.severity,
        certainty=card.certainty,
        by_definition=card.by_definition or "",
        as_written=card.as_written,
        wordings=tuple(value for value in parameters.values() if isinstance(value, Wording)),
        types=frozenset(card.when.type if card.when else ()),
    )


def read_card(path: Path) -> Card:
    """The card itself, for its examples."""
    card: Card = _read(path, path.read_bytes(), Card)
    return card


def read_about(dimension: Path) -> About:
    """What a dimension's folder says of itself."""
    path = dimension / "_about.yml"
    about: About = _read(path, path.read_bytes(), About)
    return about


def card_files(folders: Sequence[Path]) -> Iterator[Path]:
    return (path for path in _files(folders) if path.stem != "_about")


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(p for p in folder.glob("*/*.yml") if not p.parent.name.startswith("_"))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CardError(f"{path}: cannot be read: {error.strerror}") from error


def _refuse_twin(path: Path, other: Path | None) -> None:
    if other and other.parent != path.parent and other.parent.parent == path.parent.parent:
        raise CardError(f"{path}: {other.parent.name}/{other.name} has the same id; rename one of them")


def _read(path: Path, data: bytes, shape: type[Any]) -> Any:
    try:
        return msgspec.convert(yaml.load(data, _Loader), shape)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise CardError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    except msgspec.ValidationError as error:
        raise CardError(f"{path}: {_explained(str(error), shape)}") from error


def _explained(error: str, shape: type[Any]) -> str:
    if "unknown field" not in error:
        return f"{error}; `auditor rules schema` prints what a card may hold"
    name = error.split("`")[1]
    known = [f.encode_name for f in msgspec.structs.fields(shape)]
    return f"unknown key {name!r}{nearest(name, known)}"


def _check_examples(path: Path, card: Card) -> None:
    wanted = card.scope is Scope.CORPUS
    if any(isinstance(example, list) != wanted for example in (*card.bad, *card.good)):
        shape = "lists of documents" if wanted else "single documents"
        raise CardError(f"{path}: bad, good: examples of scope {card.scope} are {shape}")


def _severity(path: Path, card: Card) -> Severity:
    counts = card.certainty
    if counts and not 0 <= counts.correct <= counts.read:
        raise CardError(f"{path}: certainty: {counts.correct} correct of {counts.read} read cannot be")
    return earned(card.severity, counts, by_definition=bool(card.by_definition))


def _parameters(path: Path, card: Card, detect: Callable[..., Any], hints: dict[str, Any]) -> dict[str, Any]:
    wanted = {n: p for n, p in inspect.signature(detect).parameters.items() if p.kind is inspect.Parameter.KEYWORD_ONLY}
    given = {name: value for name, value in card.parameters.items() if name not in _OF_0_1.get(card.detect, ())}
    for name in given:
        if name not in wanted:
            raise CardError(f"{path}: with: {card.detect} takes no {name!r}{nearest(name, wanted)}")
    for name, parameter in wanted.items():
        if name not in hints:
            raise CardError(f"{path}: detect: {card.detect} does not say of what type {name!r} is")
        if parameter.default is parameter.empty and name not in card.parameters:
            raise CardError(f"{path}: with: {card.detect} needs {name!r}")
    return {name: _parameter(path, name, value, hints[name]) for name, value in given.items()}


def _parameter(path: Path, name: str, value: Any, hint: Any) -> Any:
    if hint is Lexicon:
        return _lexicon(path, name, value)
    try:
        return Wording(msgspec.convert(value, list[str])) if hint is Wording else msgspec.convert(value, hint)
    except msgspec.ValidationError as error:
        raise CardError(f"{path}: with: {name}: {error}") from error


def _lexicon(path: Path, name: str, value: Any) -> Lexicon:
    """A list of the word files, `subject/list`, in all languages; or a file of `_lexicons`."""
    if found := Lexicon.listed(str(value)):
        return found
    folder = path.parent.parent / "_lexicons"
    for place in (folder, rules_folder() / "_lexicons"):
        if (place / f"{value}.txt").is_file():
            return read_lexicon(place / f"{value}.txt")
    raise CardError(f"{path}: with: {name}: there is no {folder / f'{value}.txt'}")


def _kept(rule: Rule, chosen: set[str]) -> bool:
    return bool({rule.id, rule.dimension} & chosen) if chosen else rule.confidence is not Confidence.LOW
