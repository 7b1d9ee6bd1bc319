"""`auditor check --add-ignore`: the findings of a run, written into the settings file as suppressions.

An entry names the places that are there, so that it hides no other fault of its rule; what is critical needs an end.
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct, json

from auditor import config
from auditor.cli import output
from auditor.config import Resolved
from auditor.gate.files import relative, replace
from auditor.gate.patterns import plain
from auditor.gate.suppressing import RULE
from auditor.model import Severity
from auditor.reporters.page import Page
from auditor.reporters.totals import number


class _Found(Struct, frozen=True):
    """Where a rule found something."""

    paths: set[str]
    places: dict[str, None]


def add(pages: Iterable[tuple[Resolved, Page]], reason: str, until: date | None = None) -> None:
    """Append one entry for each rule, with its files and places, to the settings that judged them.

    Exits with 2 where that cannot be done.
    """
    try:
        reason.encode()
    except UnicodeEncodeError:
        output.stop("--add-ignore: the reason is not UTF-8; nothing was written")
    found: dict[Path, dict[str, _Found]] = {}
    critical = set()
    for resolved, page in pages:
        file = resolved.file or Path.cwd() / "auditor.toml"
        own = found.setdefault(file, {})
        for finding in page.report.findings if page.report else ():
            if finding.rule != RULE:
                one = own.setdefault(finding.rule, _Found(set(), {}))
                one.paths.add(plain(relative(page.name, file.absolute().parent)))
                one.places.update(dict.fromkeys(finding.places))
                critical |= {finding.rule} if finding.severity is Severity.CRITICAL else set()
    if critical and until is None:
        output.stop(
            f"--add-ignore: {', '.join(sorted(critical))}: what is critical is suppressed only for a time; "
            "give its end, --until 2027-01-31, or mend it; nothing was written"
        )
    for file, own in found.items():
        if own:
            _write(file, "".join(_entry(file, rule, own[rule], reason, until) for rule in sorted(own)))
        files = set().union(*(one.paths for one in own.values()))
        output.note(f"{file}: {number(len(own), 'rule')} suppressed in {number(len(files), 'file')}")


def _entry(file: Path, rule: str, found: _Found, reason: str, until: date | None) -> str:
    name = "tool.auditor.suppress" if file.name == "pyproject.toml" else "suppress"
    end = f"until = {until}\n" if until else ""
    lists = f"paths = {_listed(sorted(found.paths))}places = {_listed(found.places)}"
    return f"\n[[{name}]]\nrules = [{_quoted(rule)}]\nreason = {_quoted(reason)}\n{end}{lists}"


def _listed(texts: Iterable[str]) -> str:
    return "[\n" + "".join(f"    {_quoted(text)},\n" for text in texts) + "]\n"


def _write(file: Path, entries: str) -> None:
    try:
        before = file.read_text("utf-8-sig") if file.exists() else ""
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
