"""SARIF 2.1.0 (OASIS, errata 01), for code scanning, editors and whatever else collects findings of several tools."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from msgspec import json

from auditor.model import Severity
from auditor.reporters.page import Page, Run
from auditor.reporters.sarif.notifications import broken_rules, of_cards, of_page, too_many, unread
from auditor.reporters.sarif.places import BASE, artifact, location
from auditor.reporters.sarif.results import caused, result
from auditor.reporters.sarif.rules import described
from auditor.reporters.summary import Summary

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LINE_ENDS = ["\r\n", "\n", "\r"]
_TOP = "The top of the repository, else the folder in which the audit ran."
WANTS_PATHS = True


def render(pages: Iterable[Page], run: Run) -> Iterator[str]:
    """Results stand most severe first: hosts that keep only some of them keep the first."""
    numbers = {rule.id: number for number, rule in enumerate(run.rules.rules)}
    results: dict[Severity, list[bytes]] = {
        severity: [] for severity in reversed(Severity)
    }  # encoded: a tenth as large
    artifacts: list[bytes] = []
    told: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for page in pages:
        place = location(page.located, len(artifacts))
        artifacts.append(json.encode(artifact(page)))
        told += broken_rules(page.report, place, numbers) if page.report else [unread(page, place)]
        notes += of_page(page.report, place) if page.report else []
        for finding, cause in caused(page.report) if page.report else ():
            told_of = result(finding, cause, page.source, place, numbers)
            results[finding.severity].append(json.encode(_by_lines(told_of) if page.taken_out else told_of))
    count = sum(map(len, results.values()))
    yield _head(run, told, [*notes, *too_many(count)])
    yield from _listed("artifacts", artifacts)
    yield from _listed("results", chain.from_iterable(results.values()))
    yield "}]}\n"


def _head(run: Run, told: list[dict[str, Any]], notes: list[dict[str, Any]]) -> str:
    """The log up to the first long list."""
    failed = bool(told or run.rules.problems)
    invocation = {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": told + notes,
        "toolConfigurationNotifications": of_cards(run.rules.problems),
    }
    version = {"version": run.version, "semanticVersion": run.version} if run.version else {}
    driver = {
        "name": "auditor",
        **version,
        "language": "en",
        "rules": [described(rule, run.about(rule.id, rule.dimension)) for rule in run.rules.rules],
    }
    only = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "originalUriBaseIds": {BASE: {**({"uri": run.top} if run.top else {}), "description": {"text": _TOP}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "properties": {"summary": _summary(run.summary())},
    }
    log = json.encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [only]}).decode()
    return log.removesuffix("}]}")


def _summary(found: Summary) -> dict[str, Any]:
    """Suppressed findings are counted, not listed: hosts show results with `suppressions` as open ones."""
    return {"verdicts": found.verdicts, "meanScore": found.mean_score, "suppressed": found.suppressed}


def _listed(name: str, encoded: Iterable[bytes]) -> Iterator[str]:
    """A list as a further member of an object, one element a line."""
    yield f',\n"{name}":['
    for number, one in enumerate(encoded):
        yield f"{',' if number else ''}\n{one.decode()}"
    yield "]"


def _by_lines(told: Any) -> Any:
    """A result without offsets: those of what was taken out of a file do not count from its beginning."""
    if isinstance(told, dict):
        return {key: _by_lines(value) for key, value in told.items() if key not in {"charOffset", "charLength"}}
    return [_by_lines(one) for one in told] if isinstance(told, list | tuple) else told
