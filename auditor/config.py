"""Settings, out of `auditor.toml` or `[tool.auditor]` in `pyproject.toml`. Keys are the options of `auditor check`."""

import tomllib
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from auditor.model import Severity
from auditor.text.nearest import nearest

Score = Annotated[float, Meta(ge=0, le=100)]
Names = list[str]


def _described(text: str) -> Meta:
    return Meta(description=text)


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What a project may decide; the defaults are what `auditor check` does without any file."""

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
    rules: Annotated[Names, _described("Folders with cards of your own, relative to this file.")] = field(
        default_factory=list
    )
    exclude: Annotated[Names, _described("Names or path patterns that a walk through folders passes by.")] = field(
        default_factory=lambda: ["node_modules"]
    )
    reject_under: Annotated[Score, _described("Scores below are rejected.")] = 40
    pass_from: Annotated[Score, _described("Scores from here pass, unless a finding is an error or critical.")] = 80
    fail_on: Annotated[Severity | None, _described("Findings from this severity up fail the gate.")] = None
    fail_under: Annotated[Score | None, _described("Scores below fail the gate.")] = None
    max_bytes: Annotated[int, Meta(ge=1, description="Larger sources are errors.")] = 64_000_000
    max_chars: Annotated[int, Meta(ge=1, description="Of longer sources only so many characters are read.")] = 5_000_000


class ConfigError(ValueError):
    """Settings that cannot be used; the text names file, key and remedy."""


def find(folder: Path) -> Path | None:
    """The settings file of the nearest ancestor that has one."""
    for ancestor in (folder, *folder.parents):
        if (own := ancestor / "auditor.toml").is_file():
            return own
        if (shared := ancestor / "pyproject.toml").is_file() and "auditor" in _table(shared).get("tool", {}):
            return shared
    return None


def load(file: Path | None, *overrides: str) -> Settings:
    """Settings of a file, with `key = value` lines laid over them.

    Raises:
        ConfigError: not TOML, a key that does not exist, or a value that does not fit.
    """
    table = _settings(file) if file else {}
    place = str(file) if file else "--config"
    for line in overrides:
        table |= _parsed(line, f"--config {line!r}")
    return _convert(table, place)


def _settings(file: Path) -> dict[str, Any]:
    table = _table(file)
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("auditor", {})
    folders = table.get("rules")
    if isinstance(folders, list):
        table = table | {"rules": [str(file.parent / str(folder)) for folder in folders]}
    return table


def _table(file: Path) -> dict[str, Any]:
    try:
        return _parsed(file.read_text("utf-8"), str(file))
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {error}") from error


def _parsed(text: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{place}: not TOML: {error}") from error


def _convert(table: dict[str, Any], place: str) -> Settings:
    known = [f.encode_name for f in msgspec.structs.fields(Settings)]
    for key in table:
        if key not in known:
            raise ConfigError(f"{place}: unknown key {key!r}{nearest(key, known)}")
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{place}: {error}") from error
