"""Files with settings: `auditor.toml`, or `[tool.auditor]` in `pyproject.toml`, as tables that are not judged yet."""

import re
from pathlib import Path
from typing import Any

from auditor import toml
from auditor.settings_errors import placed

FILES = ("auditor.toml", "pyproject.toml")
PATHS = ("rules", "baseline", "cache-dir", "extend")  # in a file they are relative to it

_SHOWN = 80  # characters of a line that is quoted


class ConfigError(ValueError):
    """Settings that cannot be used; the text names file, key and remedy."""


def find(folder: Path) -> Path | None:
    """The settings file of the nearest ancestor that has one."""
    return next((file for ancestor in (folder, *folder.parents) if (file := within(ancestor))), None)


def within(folder: Path) -> Path | None:
    """The settings file that stands in a folder itself."""
    own, shared = (folder / name for name in FILES)
    if own.is_file():
        return own
    return shared if shared.is_file() and _is_ours(shared) else None


def _is_ours(shared: Path) -> bool:
    """Whether there are settings of ours in it; one that does not even name us may be as broken as it likes."""
    try:
        if b"auditor" not in shared.read_bytes():
            return False
    except OSError as error:
        raise ConfigError(f"{shared}: cannot be read: {_reason(error)}") from error
    return "auditor" in table(shared).get("tool", {})


def layers(file: Path) -> list[tuple[str, dict[str, Any]]]:
    """What a file says, over what the file says that it extends, and so on."""
    found, seen = list[tuple[str, dict[str, Any]]](), set[Path]()
    below: Path | None = file
    while below:
        if below.resolve() in seen:
            raise ConfigError(f"{below}: extend: leads back to a file that extends it")
        seen.add(below.resolve())
        said = _settings(below)
        found.insert(0, (str(below), said))
        named = said.get("extend")
        if isinstance(named, str) and not Path(named).is_file():
            raise ConfigError(f"{placed(str(below), ('extend',))}: extend: there is no file {named}")
        below = Path(named) if isinstance(named, str) else None
    return found


def _settings(file: Path) -> dict[str, Any]:
    found = table(file)
    if file.name == "pyproject.toml":
        tool = found.get("tool", {})
        found = tool.get("auditor", {}) if isinstance(tool, dict) else {}
        if not isinstance(found, dict):
            raise ConfigError(f"{file}: tool.auditor is no table of settings")
    settings = {key: _below(file.parent, value) if _is_path(key, value) else value for key, value in found.items()}
    _must_stay(file, settings.get("cache-dir"))
    return settings


def _must_stay(file: Path, cache: Any) -> None:
    """Settings come with a repository, which makes no folders elsewhere."""
    folder = Path(cache).expanduser().resolve() if isinstance(cache, str) else None
    if folder and not (folder.is_relative_to(file.parent.resolve()) or folder.is_dir()):
        remedy = "make it, or give it as --cache-dir"
        raise ConfigError(f"{file}: cache-dir: {cache} lies elsewhere and does not exist; {remedy}")


def _is_path(key: str, value: Any) -> bool:
    """A profile is one only where it is named by its file."""
    return key in PATHS or (key == "profile" and isinstance(value, str) and ("/" in value or value.endswith(".toml")))


def _below(folder: Path, value: Any) -> Any:
    if isinstance(value, list):
        return [_below(folder, one) for one in value]
    return str(folder / value) if isinstance(value, str) else value


def table(file: Path) -> dict[str, Any]:
    """What stands in a file of TOML.

    Raises:
        ConfigError: it cannot be read, or is none.
    """
    try:
        return parsed(file.read_text("utf-8-sig"), str(file))
    except (OSError, UnicodeError) as error:
        raise ConfigError(f"{file}: cannot be read: {_reason(error)}") from error


def parsed(text: str, place: str) -> dict[str, Any]:
    try:
        return toml.read(text)
    except ValueError as error:  # as the errors of `tomllib` are, which few runs need
        raise ConfigError(_not_toml(str(error), text, place)) from error
    except RecursionError:
        raise ConfigError(f"{place}: nested too deeply; settings need no more than three levels") from None


def _not_toml(error: str, text: str, place: str) -> str:
    """The place as editors understand it, and the line that stands there."""
    at = re.search(r" \(at line (\d+), column (\d+)\)$", error)
    if at is None:
        return f"{place}: not TOML: {error}"
    line = text.split("\n")[int(at[1]) - 1].strip()[:_SHOWN]
    quotes = "; names with other signs than letters, digits, - and _ stand in quotes" if "after a key" in error else ""
    where = f"{place}:{at[1]}:{at[2]}" if "\n" in text else place
    return f"{where}: not TOML: {error[: at.start()]}, in {line!r}{quotes}"


def _reason(error: OSError | UnicodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else f"it is not UTF-8: {error}"
