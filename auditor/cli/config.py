"""`auditor config`: which settings apply, and where they come from."""

import os
from typing import Annotated, Any

import typer
from msgspec import json, to_builtins

from auditor import profiles
from auditor.cli import options, output
from auditor.cli.chosen import chosen_rules
from auditor.cli.exempt import exempt
from auditor.cli.settings import nearest
from auditor.config import KEYS, Resolved
from auditor.gate.ignored import Ignored
from auditor.gate.patterns import matches
from auditor.model import names_of
from auditor.settings_files import ConfigError

app = typer.Typer(no_args_is_help=True, help="Which settings apply, and where they come from.")


@app.callback()
def _group() -> None: ...


@app.command()
def show(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help="A file: what applies to it.")] = None,
    config: options.Config = None,
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Print every setting with its origin: default, a file, a variable of the environment, the command line."""
    given = nearest(config or []).of(os.path.dirname(path or ""))  # noqa: PTH120
    values = to_builtins(given.settings)
    shown: dict[str, Any] = {
        "file": str(given.file) if given.file else None,
        "settings": {key: {"value": values[key], "from": given.origins.get(key, "default")} for key in KEYS},
    }
    if path is not None:
        shown["path"] = _about(path, given)
    output.write([output.as_json(shown) if form == "json" else _text(shown)], None)


@app.command("profiles")
def list_profiles() -> None:
    """List the profiles: what `--profile` and `profile` in the settings take."""
    every = profiles.every()
    width = max(map(len, every))
    try:
        output.write(
            [f"{name:<{width}}  {profiles.read(file).get('about', '')}\n" for name, file in every.items()], None
        )
    except ConfigError as error:
        output.stop(str(error))


def _about(path: str, given: Resolved) -> dict[str, Any]:
    """What applies to one file."""
    chosen = given.settings
    ignores = [p for p in chosen.per_file_ignores if matches(path, [p], given.root)]
    without = {name for pattern in ignores for name in chosen.per_file_ignores[pattern]}
    entries = exempt(given)
    return {
        "path": path,
        "excluded": matches(path, chosen.exclude, given.root),
        "ignored-by-git": chosen.respect_gitignore and Ignored(given.root).covers(path),
        "rules": [r.id for r in chosen_rules(chosen).rules if not names_of(r.id, r.dimension) & without],
        "per-file-ignores": ignores,
        "suppress": [to_builtins(entries.suppress[number]) for number in entries.matching(path)],
        "known": len(entries.exemptions(path).known),
    }


def _text(shown: dict[str, Any]) -> str:
    lines = [f"{key} = {_value(one['value'])}  # {one['from']}" for key, one in shown["settings"].items()]
    about = shown.get("path")
    if about:
        lines += ["", f"{about['path']}:"]
        lines += [f"  {key}: {_value(value)}" for key, value in about.items() if key != "path"]
    return "".join(f"{line}\n" for line in lines)


def _value(value: Any) -> str:
    return "not set" if value is None else json.encode(value).decode()
