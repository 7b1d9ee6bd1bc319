"""Settings, out of `auditor.toml` or `[tool.auditor]` in `pyproject.toml`, the environment and the command line.

Keys are the options of `auditor check`; variables are the keys as `AUDITOR_FAIL_ON`.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from auditor import profiles, toml
from auditor.model import Severity
from auditor.settings_errors import COMMAND_LINE, explained, placed
from auditor.settings_files import PATHS, ConfigError, layers, parsed
from auditor.text.nearest import nearest

PREFIX = "AUDITOR_"
Score = Annotated[float, Meta(ge=0, le=100)]
Names = list[str]
_Text = Annotated[str, Meta(min_length=1)]


def _described(text: str) -> Meta:
    return Meta(description=text)


class Suppress(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Findings that a project decided to live with."""

    paths: Annotated[list[_Text], Meta(min_length=1, description="Patterns as in .gitignore, relative to this file.")]
    rules: Annotated[list[_Text], Meta(min_length=1, description="Rules or dimensions.")]
    reason: Annotated[str, Meta(min_length=1, description="Why.")]
    until: Annotated[date | None, _described("The day from which it no longer counts.")] = None
    places: Annotated[list[_Text], _described("Fingerprints of the places that are meant; empty: all.")] = field(
        default_factory=list
    )


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What a project may decide; the defaults are what `auditor check` does without any file."""

    extend: Annotated[str | None, _described("A settings file whose keys count where this one has none.")] = None
    profile: Annotated[str | None, _described("Below these settings: newsroom, strict ... or a file of your own.")] = (
        None
    )
    select: Annotated[Names, _described("Rules or dimensions to run; empty: all but low-confidence rules.")] = field(
        default_factory=list
    )
    extend_select: Annotated[Names, _described("Rules or dimensions to run besides those.")] = field(
        default_factory=list
    )
    ignore: Annotated[Names, _described("Rules or dimensions to leave out.")] = field(default_factory=list)
    per_file_ignores: Annotated[
        dict[str, Names], _described("For paths that match a pattern, rules or dimensions to leave out.")
    ] = field(default_factory=dict)
    suppress: Annotated[list[Suppress], _described("Findings that cost nothing, and why.")] = field(
        default_factory=list
    )
    inline_ignores: Annotated[
        bool | Names,
        _described("Whether suppressions in sources count; a list names what they may excuse when critical, and all."),
    ] = False
    today: Annotated[date | None, _described("The day that suppressions expire by; absent: the clock's.")] = None
    baseline: Annotated[str | None, _described("A file of known findings, relative to this file.")] = None
    rules: Annotated[Names, _described("Folders with cards of your own, relative to this file.")] = field(
        default_factory=list
    )
    include: Annotated[
        Names, _described("Patterns of files that a walk through folders takes; empty: articles by their suffix.")
    ] = field(default_factory=list)
    exclude: Annotated[Names, _described("Patterns as in .gitignore that a walk through folders passes by.")] = field(
        default_factory=lambda: ["node_modules"]
    )
    respect_gitignore: Annotated[bool, _described("Whether a walk passes by what git ignores.")] = True
    force_exclude: Annotated[bool, _described("Exclude files that are named, too.")] = False
    reject_under: Annotated[Score, _described("Scores below are rejected.")] = 40
    pass_from: Annotated[Score, _described("Scores from here pass, those between are reviewed.")] = 80
    fail_on: Annotated[Severity | None, _described("Findings from this severity up fail the gate.")] = None
    min_severity: Annotated[
        Severity, _described("Findings below this severity are counted and not shown in the text report.")
    ] = Severity.WARNING
    rule_url: Annotated[
        Annotated[str, Meta(pattern=r"^https?://[^\s\"<>]*\{rule\}[^\s\"<>]*$")] | None,
        _described("Where your copy of the handbook has a rule's page, with {rule} and {dimension}; reports link it."),
    ] = None
    severity: Annotated[dict[str, Severity], _described("For rules, the class of harm that you give them.")] = field(
        default_factory=dict
    )
    allow_empty: Annotated[bool, _described("Whether sources without text pass the gate.")] = False
    min_coverage: Annotated[Score, _described("Percent of the rules that must have been able to judge a page.")] = 0
    fail_under: Annotated[Score | None, _described("Scores below fail the gate.")] = None
    max_bytes: Annotated[int, Meta(ge=1, description="Larger sources are errors.")] = 64_000_000
    max_chars: Annotated[int, Meta(ge=1, description="Of longer sources only so many characters are read.")] = 5_000_000
    max_seconds: Annotated[float, Meta(gt=0, description="Sources that take more CPU time are errors.")] = 60
    max_memory: Annotated[int, Meta(ge=1, description="Sources that take more megabytes of memory are errors.")] = 2_000
    cache: Annotated[bool, _described("Whether reports of unchanged files are kept and used again.")] = True
    cache_dir: Annotated[str | None, _described("Where; absent: .auditor_cache beside this file.")] = None


KEYS = tuple(f.encode_name for f in msgspec.structs.fields(Settings))
_LISTS = {key for key, value in msgspec.to_builtins(Settings()).items() if isinstance(value, list)}


class Resolved(Struct, frozen=True):
    """The settings of a run, and where each comes from."""

    settings: Settings
    origins: dict[str, str]  # of the keys that are not at their default
    file: Path | None
    root: Path  # what patterns count from
    strangers: tuple[str, ...] = ()  # variables that are no settings


def load(file: Path | None, *overrides: str) -> Settings:
    """Settings of a file, with `key = value` lines laid over them.

    Raises:
        ConfigError: not TOML, a key that does not exist, or a value that does not fit.
    """
    return resolve(file, overrides).settings


def resolve(
    file: Path | None,
    overrides: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Resolved:
    """Options over `key = value` lines over the environment over a file over the defaults.

    Raises:
        ConfigError: not TOML, a key that does not exist, or a value that does not fit.
    """
    all_layers = layers(file) if file else []
    variables, strangers = _environment(environment or {})
    all_layers += [(PREFIX + key.upper().replace("-", "_"), {key: value}) for key, value in variables.items()]
    all_layers += [(f"--config {line!r}", _overlaid(line)) for line in overrides]
    all_layers.append((COMMAND_LINE, dict(options or {})))
    table, origins = dict[str, Any](), dict[str, str]()
    for place, layer in profiles.layered(all_layers):
        _convert(layer, place)
        table |= layer
        origins |= dict.fromkeys(layer, place)
    root = file.absolute().parent if file else Path.cwd()
    return _checked(Resolved(_convert(table, "settings"), origins, file, root, strangers))


def _environment(variables: Mapping[str, str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Settings, and the names that are none."""
    found, strangers = dict[str, Any](), list[str]()
    for name in sorted(variables):
        key = name.removeprefix(PREFIX).lower().replace("_", "-")
        if not name.startswith(PREFIX) or name == f"{PREFIX}CONFIG":
            continue
        if not variables[name].strip():
            continue  # inputs of CI systems that were left open
        if key in KEYS:
            found[key] = _value(key, variables[name])
        else:
            hint = nearest(name, [PREFIX + known.upper().replace("-", "_") for known in KEYS])
            strangers.append(f"{name}: unknown variable{hint}")
    return found, tuple(strangers)


def _value(key: str, text: str) -> Any:
    """A variable's value: TOML, a list with commas, or the text itself."""
    try:
        value = toml.read(f"value = {text}")["value"]
    except (ValueError, RecursionError):  # it is no TOML, whose errors are ValueErrors
        value = text
    if key in _LISTS and not isinstance(value, list):
        return [name.strip() for name in text.split(",") if name.strip()]
    return text if key in PATHS and not isinstance(value, list) else value


def _overlaid(line: str) -> dict[str, Any]:
    """A `key = value` of the command line; a value that is no TOML is text, so that a shell needs no second quotes."""
    key, _, text = line.partition("=")
    try:
        return parsed(line, f"--config {line!r}")
    except ConfigError:
        key, _, inner = key.strip().partition(".")
        if key not in KEYS:
            raise
        value = _value(key if not inner else "", text.strip())
        return {key: {inner.strip("\"'"): value} if inner else value}


def place(own: Resolved, key: str, *more: str | int) -> str:
    """Where a setting comes from, with its line."""
    return placed(own.origins.get(key, "settings"), (key, *more))


def _convert(table: dict[str, Any], place: str) -> Settings:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{placed(place, (key,))}: unknown key {key!r}{nearest(key, KEYS)}{_hint(key)}")
    try:
        found: Settings = msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        known = Suppress.__struct_fields__
        raise ConfigError(explained(str(error), table, place, known=known, bounds=_bounds(), fits=_fits)) from error
    return found


def _hint(key: str) -> str:
    return "; in this file settings stand without [tool.auditor], which is for pyproject.toml" if key == "tool" else ""


def _fits(table: dict[str, Any]) -> bool:
    try:
        msgspec.convert(table, Settings)
    except msgspec.ValidationError:
        return False
    return True


def _bounds() -> dict[str, dict[str, Any]]:
    """Of each key, the least and the most that it may be, or the words that are allowed."""
    known = msgspec.json.schema(Settings)["$defs"]
    found = dict[str, dict[str, Any]]()
    for key, schema in known["Settings"]["properties"].items():
        ways = [schema, *schema.get("anyOf", ()), schema.get("additionalProperties")]
        shapes = [one for one in ways if isinstance(one, dict)]
        found[key] = next((shape for shape in shapes if "minimum" in shape), {})
        if any("Severity" in shape.get("$ref", "") for shape in shapes):
            found[key] = {"enum": list(map(str, Severity))}
    return found


def _checked(own: Resolved) -> Resolved:
    """Refuse gates that contradict each other."""
    chosen = own.settings
    if chosen.reject_under > chosen.pass_from:
        both = f"reject-under = {chosen.reject_under:g} and pass-from = {chosen.pass_from:g}"
        where = place(own, "reject-under" if "reject-under" in own.origins else "pass-from")
        raise ConfigError(f"{where}: {both}: what passes would be rejected; lower the first or raise the second")
    return own
