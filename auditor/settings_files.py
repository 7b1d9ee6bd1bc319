"""Files with settings: `auditor.toml`, or `[tool.auditor]` in `pyproject.toml`, as tables that are not judged yet."""

import tomllib
from pathlib import Path
from typing import Any

FILES = ("auditor.toml", "pyproject.toml")
PATHS = ("rules", "baseline", "cache-dir", "extend")  # in a file they are relative to it


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
        raise ConfigError(f"{shared}: cannot be read: {error}") from error
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
        below = Path(named) if isinstance(named, str) else None
    return found


def _settings(file: Path) -> dict[str, Any]:
    found = table(file)
    if file.name == "pyproject.toml":
        tool = found.get("tool", {})
        found = tool.get("auditor", {}) if isinstance(tool, dict) else {}
        if not isinstance(found, dict):
            raise ConfigError(f"{file}: tool.auditor is no table of settings")
    return {key: _below(file.parent, value) if _is_path(key, value) else value for key, value in found.items()}


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
        raise ConfigError(f"{file}: cannot be read: {error}") from error


def parsed(text: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{place}: not TOML: {error}") from error
    except RecursionError:
        raise ConfigError(f"{place}: nested too deeply; settings need no more than three levels") from None
