"""Profiles: small files that select and re-class rules for a kind of publication.

A name is that of a file in this folder, of an installed package (entry points `auditor.profiles`, `name = package` or
`name = package:folder`, where `name.toml` lies), or the path of one of your own.
"""

from pathlib import Path
from typing import Any

from auditor import installed
from auditor.settings_errors import placed
from auditor.settings_files import ConfigError, table
from auditor.text.nearest import nearest

KEYS = (
    "about", "select", "extend-select", "ignore", "severity", "fail-on", "fail-under", "min-severity", "min-coverage",
    "reject-under", "pass-from", "allow-empty",
)  # fmt: skip


def layered(layers: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    """Layers of settings, over the profile that the last of them names; classes are added to those of the profile.

    Raises:
        ConfigError: there is no such profile, or it cannot be used.
    """
    said, named = next(
        ((where, layer["profile"]) for where, layer in reversed(layers) if layer.get("profile")), ("", 0)
    )
    if not isinstance(named, str):
        return layers
    file = _file(named, placed(said, ("profile",)))
    below = read(file)
    below.pop("about", None)
    place, classes = f"profile {named}", below.get("severity", {})
    if isinstance(classes, dict):
        layers = [(where, _reclassed(layer, classes)) for where, layer in layers]
    return [(place if file.parent == _SHIPPED else str(file), below), *layers]


def read(file: Path) -> dict[str, Any]:
    """What a profile says.

    Raises:
        ConfigError: it cannot be read, or says what a profile does not.
    """
    said = table(file)
    for key in said:
        if key not in KEYS:
            what = "a profile selects and re-classes; paths and files stand in the settings"
            raise ConfigError(f"{file}: unknown key {key!r}{nearest(key, KEYS)}; {what}")
    return said


def every() -> dict[str, Path]:
    """All profiles that have a name, shipped and installed."""
    own = {file.stem: file for file in sorted(_SHIPPED.glob("*.toml"))}
    others = ((point.name, point.folder()) for point in installed.points(installed.PROFILES))
    return {name: folder / f"{name}.toml" for name, folder in others if folder} | own


def is_path(named: str) -> bool:
    """Whether a profile is named by its file."""
    return named.endswith(".toml") or "/" in named or "\\" in named


def _file(named: str, said: str) -> Path:
    known = {} if is_path(named) else every()
    if is_path(named) or named in known:
        return known.get(named) or Path(named)
    raise ConfigError(f"{said}: no profile is called {named!r}{nearest(named, known)}; there are {', '.join(known)}")


def _reclassed(layer: dict[str, Any], classes: dict[str, Any]) -> dict[str, Any]:
    given = layer.get("severity")
    return layer | {"severity": classes | given} if isinstance(given, dict) else layer


_SHIPPED = Path(__file__).parent
