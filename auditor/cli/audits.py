"""Sources in, pages out, in their order, on one core or several."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import partial

from msgspec import Struct, structs

import auditor
from auditor import sources
from auditor.cli.passages import passages
from auditor.model import Document, Report, RuleSet
from auditor.reporters.page import Page
from auditor.scoring import Gates
from auditor.sources import Source

_TELLING = 6  # characters from which the same words elsewhere are the same secret


class Job(Struct, frozen=True, kw_only=True):
    """What is done to every source."""

    rules: RuleSet
    gates: Gates
    max_bytes: int
    max_chars: int
    format: str | None = None
    zone: str | None = None
    reveal_private: bool = False
    passages: bool = False  # pages carry their blocks
    source: bool = True  # pages carry their source
    per_file_ignores: dict[str, list[str]] = {}


def pages(given: Iterable[Source], job: Job, workers: int) -> Iterator[Page]:
    """One page for each source. Whatever goes wrong with a source is its own page's error."""
    if workers < 2:
        return (audit(source, job) for source in given)
    from auditor.cli.pool import pooled  # noqa: PLC0415 - one small file must not pay for processes

    return pooled(given, partial(audit, job=job), workers)


def audit(source: Source, job: Job) -> Page:
    if source.error:
        return Page(source.name, error=source.error)
    try:
        return _audit(source, job)
    except OSError as error:
        return Page(source.name, error=f"cannot be read: {error.strerror or error}; check the path and its permissions")
    except ValueError as error:
        return Page(source.name, error=str(error))
    except Exception as error:  # noqa: BLE001 - one source must not take the others down
        return Page(source.name, error=f"internal error, please report it: {type(error).__name__}: {error}")


def _audit(source: Source, job: Job) -> Page:
    data = sources.read(source, job.max_bytes)
    document = auditor.parse(data, format=job.format, name=source.name, zone=job.zone, max_chars=job.max_chars)
    rules = _rules_for(source.name, job)
    report = auditor.audit(document, rules=rules, gates=job.gates, reveal_private=job.reveal_private)
    shown = document.source if job.reveal_private else _masked(document, report, rules)
    blocks = passages(document, report.findings, shown) if job.passages else ()
    return Page(source.name, report, shown if job.source else "", passages=blocks)


def _rules_for(name: str, job: Job) -> RuleSet:
    ignored = {rule for pattern, rules in job.per_file_ignores.items() if fnmatch(name, pattern) for rule in rules}
    kept = tuple(rule for rule in job.rules.rules if not {rule.id, rule.dimension} & ignored)
    return structs.replace(job.rules, rules=kept)


def _copies(source: str, secrets: set[str]) -> list[tuple[int, int]]:
    """Where else the same words stand, say in metadata."""
    telling = sorted(secret for secret in secrets if len(secret) >= _TELLING)
    return [(found.start(), len(secret)) for secret in telling for found in re.finditer(re.escape(secret), source)]


def _masked(document: Document, report: Report, rules: RuleSet) -> str:
    """The source with bullets over private data, all but the first letter of a word; offsets stay what they are."""
    private = {rule.id for rule in rules.rules if rule.private}
    everything = (*report.findings, *(suppressed.finding for suppressed in report.suppressed))
    findings = [finding for finding in everything if finding.rule in private]
    if not findings:
        return document.source
    places = [(finding.offset, finding.length) for finding in findings]
    places += [(place.offset, place.length) for finding in findings for place in finding.related]
    places += _copies(document.source, {document.source[start : start + length] for start, length in places})
    text = list(document.source)
    for start, length in places:
        for i in range(start + 1, start + length):
            if text[i].isalnum() and not document.source[i - 1].isspace():
                text[i] = "•"
    return "".join(text)
