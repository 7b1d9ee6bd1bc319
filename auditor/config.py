"""Settings, out of `auditor.toml` or `[tool.auditor]` in `pyproject.toml`, the environment and the command line.

Keys are the options of `auditor check`; variables are the keys as `AUDITOR_FAIL_ON`.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from auditor import profiles
from auditor.model import Severity
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
    all_layers.append(("command line", dict(options or {})))
    table, origins = dict[str, Any](), dict[str, str]()
    for place, layer in profiles.layered(all_layers):
        _convert(layer, place)
        table |= layer
        origins |= dict.fromkeys(layer, place)
    root = file.absolute().parent if file else Path.cwd()
    return Resolved(_checked(_convert(table, "settings"), "settings"), origins, file, root, strangers)


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
        value = tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, RecursionError):
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
        if key.strip() not in KEYS:
            raise
        return {key.strip(): _value(key.strip(), text.strip())}


def _convert(table: dict[str, Any], place: str) -> Settings:
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{_line(place, key)}: unknown key {key!r}{nearest(key, KEYS)}")
    try:
        found: Settings = msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{_line(place, _key(str(error)))}: {_explained(str(error), table)}") from error
    return found


def _checked(settings: Settings, place: str) -> Settings:
    """Refuse gates that contradict each other."""
    if settings.reject_under > settings.pass_from:
        both = f"reject-under = {settings.reject_under:g} and pass-from = {settings.pass_from:g}"
        raise ConfigError(f"{place}: {both}: what passes would be rejected; lower the first or raise the second")
    return settings


def _explained(error: str, table: dict[str, Any]) -> str:
    if "unknown field" not in error:
        return _allowed(error, table)
    name, where = error.split("`")[1], error.rpartition(" at ")[2]
    return f"{where}: unknown key {name!r}{nearest(name, Suppress.__struct_fields__)}"


def _allowed(error: str, table: dict[str, Any]) -> str:
    """What was given for which key, and what may be."""
    said, key = error.rpartition(" - at ")[0], _key(error)
    given = table.get(key)
    if key not in KEYS or (isinstance(given, list) and any(isinstance(one, dict) for one in given)):
        return error  # of one entry, which it names
    shown = f"{key} = {json.dumps(given, ensure_ascii=False, default=str)}"
    schema = msgspec.json.schema(Settings)["$defs"]["Settings"]["properties"][key]
    if "Invalid enum value" in said:
        return f"{shown}: allowed are {', '.join(Severity)}{nearest(str(given), list(map(str, Severity)))}"
    wanted = {"array": 'a list, as in ["one", "two"]', "boolean": "true or false", "string": "a text in quotes"}
    kind = next((wanted[k] for k in _kinds(schema) if k in wanted), "")
    if low := next((s for s in (schema, *schema.get("anyOf", ())) if "minimum" in s), None):
        kind = f"a number from {low['minimum']:g}" + (f" to {low['maximum']:g}" if "maximum" in low else " on")
    return f"{shown}: {'allowed is ' + kind if kind else said}"


def _key(error: str) -> str:
    """The key that an error of the converter is about, out of a path like `$.severity[...]`."""
    path = error.rpartition(" at ")[2].strip("`").removeprefix("$").lstrip(".")
    return path.partition("[")[0].partition(".")[0]


def _line(place: str, key: str) -> str:
    """A file with the line of a key, as editors understand it; another place as it is."""
    if not key or not Path(place).is_file():
        return place
    lines = Path(place).read_text("utf-8-sig", "replace").splitlines()
    begins = re.compile(rf'\s*\[*"?(?:tool\.auditor\.)?{re.escape(key)}"?\s*[=\].]')
    at = next((number for number, line in enumerate(lines, 1) if begins.match(line)), None)
    return f"{place}:{at}" if at else place


def _kinds(schema: dict[str, Any]) -> list[str]:
    return [str(one["type"]) for one in (schema, *schema.get("anyOf", ())) if "type" in one]
