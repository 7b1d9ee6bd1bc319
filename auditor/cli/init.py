"""`auditor init`: a settings file, and a workflow for the pipeline. What is there stays."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import json

from auditor import config, settings_files
from auditor.cli import output, workflows
from auditor.cli.merging import merged
from auditor.cli.workflows import Host
from auditor.gate.baseline import NAME, merge_lines
from auditor.gate.files import replace
from auditor.version import VERSION

_NAME = "article-auditor"
_KEYS = {
    "fail-on": 'fail-on = "error"                 # besides pages that are rejected\n',
    "exclude": 'exclude = ["node_modules"]\n',
}
_SETTINGS = f"""\
# What applies to a file, and why: auditor config show FILE
{_KEYS["fail-on"]}\
# ignore = ["readability"]        # rules or dimensions to leave out
# baseline = "auditor-baseline.jsonl"   # made by: auditor baseline create PATH
{_KEYS["exclude"]}"""
_FROM_HERE = (
    "this auditor was installed from a folder of this machine, which a pipeline cannot reach; say what it shall "
    f'install, as in --install "{_NAME}=={VERSION}" or --install "git+https://...", or leave the pipeline out by '
    "--ci none; nothing was written"
)


def init(
    ci: Annotated[
        Host | None,
        typer.Option(metavar="HOST", help="Whose workflow to write: github, gitlab, none; guessed from what is here."),
    ] = None,
    install: Annotated[
        str, typer.Option(metavar="REQUIREMENT", help="What the workflow gives to pip; where this auditor came from.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write our workflow file of GitHub anew.")] = False,
) -> None:
    """Write auditor.toml and a workflow for the pipeline.

    What is there stays: settings of this folder get the keys that they lack, those of a folder above are left alone,
    and GitLab's one file is added to.
    """
    host = ci or workflows.guessed()
    new = {**_settings(), **_workflow(host, install, force=force)}
    for file, text in new.items():
        _write(file, text)
    merge_lines(Path(NAME).absolute())


def _settings() -> dict[Path, str]:
    """A new file of settings; where there is one, a second would hide it, and the one of this folder is added to."""
    try:
        file = settings_files.find(Path.cwd())
        own = config.resolve(file) if file else None
    except settings_files.ConfigError as error:
        output.stop(str(error))
    if file is None or own is None:
        return {Path("auditor.toml"): _SETTINGS}
    lacking = {key: line for key, line in _KEYS.items() if key not in own.origins}
    grown = _grown(file, lacking) if file.parent == Path.cwd() else None
    if grown:
        output.note(f"{file.name} gets {' and '.join(lacking)}; all else in it stays")
        return {Path(os.path.realpath(file)): grown}
    said = " and ".join(f"`{line.partition('#')[0].strip()}`" for line in lacking.values())
    output.note(
        f"{os.path.relpath(file)} has the settings that count here, and stays as it is"
        + (f"; add {said} where you want that" if lacking else "")
    )
    return {}


def _grown(file: Path, lacking: dict[str, str]) -> str:
    """The text of a settings file with the lines that it lacks; empty where nothing is, or can be, added."""
    text = file.read_bytes().decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    table = ("tool", "auditor") if file.name == "pyproject.toml" else ()
    grown = merged(text.removeprefix(mark), table, lacking) if lacking else None
    return mark + grown if grown else ""


def _workflow(host: Host, install: str, *, force: bool) -> dict[Path, str]:
    """The file of the pipeline, unless it is there with our job."""
    if host is Host.NONE:
        return {}
    file = workflows.FILES[host]
    try:
        before = file.read_bytes().decode("utf-8-sig") if file.exists() else ""
        if (host is Host.GITLAB and workflows.has_job(before)) or (host is Host.GITHUB and before and not force):
            hint = "; --force writes it anew" if host is Host.GITHUB else ""
            output.note(f"{file} runs auditor already, and stays as it is{hint}")
            return {}
        return {file: workflows.workflow(host, install or _requirement(), before)}
    except workflows.CannotMergeError as error:
        output.stop(f"{file}: {error}; nothing was written")
    except (OSError, UnicodeError) as error:
        output.stop(f"{file}: cannot be read: {error}; nothing was written")


def _requirement() -> str:
    """What pip can install anywhere, as this auditor was (PEP 610). Exits with 2 where it came from this machine.

    The name alone may be nobody's in a registry, or somebody else's.
    """
    source = _came_from()
    url = str(source.get("url", ""))
    if url.startswith("file:"):
        output.stop(_FROM_HERE)
    if version := source.get("vcs_info"):
        return f"{_NAME} @ {version['vcs']}+{url}@{version['commit_id']}"
    return f"{_NAME} @ {url}" if url else f"{_NAME}=={VERSION}"


def _came_from() -> dict[str, Any]:
    from importlib import metadata  # noqa: PLC0415 - 9 ms, and every command imports this module

    try:
        found = json.decode(metadata.distribution(_NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(file: Path, text: str) -> None:
    grew = file.exists()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, text.encode())
    except OSError as error:
        output.stop(f"{file}: cannot be written: {error.strerror}")
    output.note(f"{file} {'has the job `auditor` now' if grew and file.name == '.gitlab-ci.yml' else 'is written'}")
