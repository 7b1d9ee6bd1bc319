"""`auditor check --add-ignore`: the findings of a run, written into the settings file as suppressions."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from msgspec import json

from auditor import config
from auditor.cli import output
from auditor.config import Resolved
from auditor.gate.files import relative, replace
from auditor.gate.patterns import plain
from auditor.gate.suppressing import RULE
from auditor.reporters.page import Page


def add(pages: Iterable[Page], reason: str, resolved: Resolved) -> None:
    """Append one entry for each rule, with the files that it was found in. Exits with 2 where that cannot be done."""
    file = resolved.file or Path.cwd() / "auditor.toml"
    found: dict[str, set[str]] = {}
    for page in pages:
        for finding in page.report.findings if page.report else ():
            if finding.rule != RULE:
                found.setdefault(finding.rule, set()).add(plain(relative(page.name, file.absolute().parent)))
    if found:
        _write(file, "".join(_entry(file, rule, sorted(found[rule]), reason) for rule in sorted(found)))
    output.note(f"{file}: {len(found)} rules suppressed in {len(set().union(*found.values()))} files")


def _entry(file: Path, rule: str, paths: list[str], reason: str) -> str:
    name = "tool.auditor.suppress" if file.name == "pyproject.toml" else "suppress"
    lines = "".join(f"    {_quoted(path)},\n" for path in paths)
    return f"\n[[{name}]]\nrules = [{_quoted(rule)}]\nreason = {_quoted(reason)}\npaths = [\n{lines}]\n"


def _write(file: Path, entries: str) -> None:
    try:
        before = file.read_text("utf-8") if file.exists() else ""
        text = f"{before.rstrip()}\n{entries}".lstrip("\n")
        tomllib.loads(text)
        replace(file, text.encode())
        config.load(file)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        output.stop(f"{file}: suppressions cannot be appended: {error}; write `suppress` as [[suppress]] tables")
    except (OSError, UnicodeError) as error:
        output.stop(f"{file}: cannot be written: {error}")


def _quoted(text: str) -> str:
    return json.encode(text).decode().replace("\x7f", "\\u007f")
