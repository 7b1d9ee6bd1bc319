"""Sources in, pages out, in their order, on one core or several."""

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from fnmatch import fnmatch

from msgspec import Struct, structs

import auditor
from auditor import sources
from auditor.model import Document, Report, RuleSet
from auditor.reporters.page import Page
from auditor.scoring import Gates
from auditor.sources import Source

_AHEAD = 8  # sources a worker may be ahead of the output


class Job(Struct, frozen=True, kw_only=True):
    """What is done to every source."""

    rules: RuleSet
    gates: Gates
    max_bytes: int
    format: str | None = None
    zone: str | None = None
    reveal_private: bool = False
    per_file_ignores: dict[str, list[str]] = {}


def pages(given: Iterable[Source], job: Job, workers: int) -> Iterator[Page]:
    """One page for each source. Whatever goes wrong with a source is its own page's error."""
    if workers < 2:
        return (audit(source, job) for source in given)
    return _pooled(deque(given), job, workers)


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
    document = auditor.parse(data, format=job.format, name=source.name, zone=job.zone)
    rules = _rules_for(source.name, job)
    report = auditor.audit(document, rules=rules, gates=job.gates, reveal_private=job.reveal_private)
    return Page(source.name, report, document.source if job.reveal_private else _masked(document, report, rules))


def _rules_for(name: str, job: Job) -> RuleSet:
    ignored = {rule for pattern, rules in job.per_file_ignores.items() if fnmatch(name, pattern) for rule in rules}
    kept = tuple(rule for rule in job.rules.rules if not {rule.id, rule.dimension} & ignored)
    return structs.replace(job.rules, rules=kept)


def _masked(document: Document, report: Report, rules: RuleSet) -> str:
    """The source with bullets over private data, all but the first letter of a word; offsets stay what they are."""
    private = {rule.id for rule in rules.rules if rule.private}
    text = list(document.source)
    for finding in report.findings:
        for place in (finding, *finding.related) if finding.rule in private else ():
            for i in range(place.offset + 1, place.offset + place.length):
                if text[i].isalnum() and not document.source[i - 1].isspace():
                    text[i] = "•"
    return "".join(text)


def _pooled(waiting: deque[Source], job: Job, workers: int) -> Iterator[Page]:
    while waiting:
        try:
            yield from _until_broken(waiting, job, workers)
        except BrokenProcessPool:
            for _ in range(min(len(waiting), workers * _AHEAD)):
                yield _alone(waiting.popleft(), job)


def _until_broken(waiting: deque[Source], job: Job, workers: int) -> Iterator[Page]:
    """Yield pages and drop their sources from `waiting`, until all are done or a worker dies."""
    with _pool(job, workers) as pool:
        running: deque[Future[Page]] = deque()
        while waiting:
            while len(running) < min(len(waiting), workers * _AHEAD):
                running.append(pool.submit(_audit_here, waiting[len(running)]))
            page = running.popleft().result()
            waiting.popleft()
            yield page


def _alone(source: Source, job: Job) -> Page:
    try:
        with _pool(job, 1) as pool:
            return pool.submit(_audit_here, source).result()
    except BrokenProcessPool:
        return Page(source.name, error="internal error, please report it: the worker died on this source")


def _pool(job: Job, workers: int) -> ProcessPoolExecutor:
    # A fork inherits the bound rules; elsewhere each worker is handed a copy.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_adopt, initargs=(job,))


class _Worker:
    """The job of this worker process, so that it is not sent along with every source."""

    job: Job


def _adopt(job: Job) -> None:
    _Worker.job = job


def _audit_here(source: Source) -> Page:
    return audit(source, _Worker.job)
