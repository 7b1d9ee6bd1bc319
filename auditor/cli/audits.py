"""Sources in, pages out, in their order, on one core or several."""

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import structs

import auditor
from auditor import sites, sources
from auditor.cli import hosts, kept
from auditor.cli.jobs import Job, Mends
from auditor.cli.limits import TooLongError, limited
from auditor.feed_index import Item
from auditor.gate import baseline
from auditor.gate.changed import Before
from auditor.gate.patterns import matches
from auditor.masking import covered
from auditor.model import Document, Exemptions, Format, Report, RuleSet, names_of
from auditor.reporters.page import Page
from auditor.sources import Source

_DONE = {Mends.NOTHING: "read", Mends.SHOWN: "read", Mends.WRITTEN: "mended"}
_HEAD = 4_000  # bytes that show what a file is
_LARGE = 1_000_000  # bytes from which a file is read in a process of its own; none below takes 400 MB


def pages(given: Iterable[Source], jobs: Sequence[Job], workers: int) -> Iterator[Page]:
    """One page for each source. Whatever goes wrong with a source is its own page's error."""
    gc.freeze()  # what is loaded by now stays: no collection need look at it
    if workers < 2:
        return (audit(source, jobs) if _is_small(source) else _apart(source, jobs) for source in given)
    from auditor.cli.pool import pooled  # noqa: PLC0415 - one small file must not pay for processes

    return pooled(given, partial(audit, jobs=jobs), workers)


def _is_small(source: Source) -> bool:
    """What is large may take all the memory that it is allowed, and not every package survives that."""
    if source.data is not None:
        return len(source.data) < _LARGE
    if source.item:
        return source.item.end - source.item.start < _LARGE
    try:
        return not source.path or os.stat(source.path).st_size < _LARGE  # noqa: PTH116 - called for every file
    except (OSError, ValueError):
        return True


def _apart(source: Source, jobs: Sequence[Job]) -> Page:
    from auditor.cli.pool import alone  # noqa: PLC0415 - as above

    return alone(source, partial(audit, jobs=jobs))


def audit(source: Source, jobs: Sequence[Job]) -> Page:
    job = jobs[source.by]
    page = _page(source, job, job if source.before_by is None else jobs[source.before_by])
    return structs.replace(
        page,
        gate=job.gate,
        path=hosts.path(sources.shown_name(source.path) if source.item else page.name, job.top) if job.top else "",
    )


def _page(source: Source, job: Job, then: Job) -> Page:
    if source.error:
        return Page(source.name, error=source.error)
    try:
        with limited(job.max_seconds, job.max_memory):
            return _audit(source, job, then)
    except (Exception, TooLongError) as error:  # noqa: BLE001 - one source must not take the others down
        return Page(source.name, error=_told(error, job))


def _told(error: BaseException, job: Job) -> str:
    way_out = "in the settings to audit it, or exclude it"
    match error:
        case TooLongError():
            return f"takes longer than {job.max_seconds:g} s; raise `max-seconds` {way_out}"
        case MemoryError():
            return f"takes more than {job.max_memory:,} MB of memory; raise `max-memory` {way_out}"
        case OSError():
            return f"cannot be {_DONE[job.mends]}: {error.strerror or error}; check the path and its permissions"
        case ValueError():
            return str(error)
    return f"internal error, please report it: {type(error).__name__}: {error}"


def _audit(source: Source, job: Job, then: Job) -> Page:
    data = sources.read(source, job.max_bytes)
    rules, exemptions = rules_for(source.name, job), job.exempt.exemptions(source.name)
    if source.before:
        exemptions = structs.replace(exemptions, known={**_known(source.before, source.name, then), **exemptions.known})
    if job.mends is Mends.NOTHING:
        return _judged(source, data, job, rules, exemptions)
    from auditor.cli.mending import mend  # noqa: PLC0415 - most runs mend nothing

    data, mending = mend(
        source, data, _read(source.name, data, job, source.item), job=job, rules=rules, exemptions=exemptions
    )
    shown = job.mends is Mends.SHOWN
    page = Page(source.name) if shown else _judged(source, data, job, rules, exemptions)
    return structs.replace(page, mending=mending)


def _judged(source: Source, data: bytes, job: Job, rules: RuleSet, exemptions: Exemptions) -> Page:
    line = source.item.line if source.item else ""
    called = f"{source.name}\0{line}\0{sites.generator_of(source.name, data[:_HEAD]) or ''}"
    entry = kept.entry(called, data, job, rules, exemptions) if source.data is None else None
    page = entry.page if entry else None
    if page is None or page.report is None:
        page = _fresh(source.name, data, job, rules, exemptions, source.item)
        if entry:
            entry.keep(page)
        return page
    return structs.replace(page, source=_decoded(data, page.report, job, rules)) if job.source else page


def _known(before: Before, name: str, job: Job) -> dict[str, int]:
    """What counted when the file was as it was before: it is known, like what a baseline knows."""
    data = before.read()
    rules, exemptions = rules_for(name, job), job.exempt.exemptions(name)
    entry = kept.entry(f"{name}\0before", data, job, rules, exemptions)
    page = entry.page if entry else None
    if page is None:
        try:
            page = _fresh(name, data, structs.replace(job, source=False, passages=False), rules, exemptions)
        except ValueError:
            return {}  # it was no text: whatever is found now is new
        if entry:
            entry.keep(page)
    found = page.report.findings if page.report else ()
    return baseline.marks(one for finding in found for one in baseline.known(Path(), name, finding))


def _fresh(  # noqa: PLR0917 - all that a page depends on
    name: str,
    data: bytes,
    job: Job,
    rules: RuleSet,
    exemptions: Exemptions,
    item: Item | None = None,
) -> Page:
    from auditor.passages import passages  # noqa: PLC0415 - pages that were kept need none of it

    document = _read(name, data, job, item)
    report = auditor.audit(
        document, rules=rules, gates=job.gates, reveal_private=job.reveal_private, exemptions=exemptions
    )
    if any(broken.error.startswith("MemoryError") for broken in report.rules.errored):
        raise MemoryError
    shown = document.source if job.reveal_private else covered(document.source, report, rules)
    blocks = passages(document, report.findings, shown) if job.passages else ()
    part = item is not None or document.is_part
    return Page(name, report, shown if job.source else "", passages=blocks, taken_out=part)


def _read(name: str, data: bytes, job: Job, item: Item | None = None) -> Document:
    """The document, unless it is known to be no article; how it was read, where its name does not say it."""
    from auditor.parsing import refused, sniff, template_sources  # noqa: PLC0415 - as above

    if item:
        return _of_feed(name, data, job, item)
    if job.format is None and (reason := refused.of_text(data[:_HEAD].decode("utf-8", "replace"), name)):
        raise ValueError(reason)
    document = auditor.parse(data, format=job.format, name=name, zone=job.zone, max_chars=job.max_chars)
    if document.template is None and (generator := sites.generator_of(name, data[:_HEAD])):
        notes = template_sources.note(generator, document.source)
        document = structs.replace(document, template=generator, notes=(*document.notes, *notes))
    if job.format or document.origin or not (strange := sniff.strange(name)):
        return document
    guess = f"read as {document.format}, which is a guess: {strange} is no known suffix; --input-format says it"
    return structs.replace(document, notes=(*document.notes, guess))


def _of_feed(name: str, data: bytes, job: Job, item: Item) -> Document:
    """An item as a document, with what the feed states of it."""
    from auditor import feed_pages  # noqa: PLC0415 - as above
    from auditor.parsing import template_sources  # noqa: PLC0415

    url = item.link if item.link.startswith(("https://", "http://")) else None
    document = auditor.parse(data, format=Format.HTML, name=name, zone=job.zone, max_chars=job.max_chars, url=url)
    notes = (*document.notes, "an item of a feed: lines and columns are those of the file")
    return structs.replace(
        document,
        lines_before=item.line - 1,
        notes=notes,
        byline=document.byline or ((item.author,) if item.author else ()),
        published=document.published or feed_pages.day(item),
        template=template_sources.WORDPRESS if item.export else None,
    )


def _decoded(data: bytes, report: Report, job: Job, rules: RuleSet) -> str:
    """The source that a kept page was made of, by the encoding that was found then."""
    from auditor.parsing import json_files  # noqa: PLC0415 - a run that shows no source needs none

    name = report.document.name
    if report.document.format is Format.DOCX:
        from auditor.parsing.word import as_html  # noqa: PLC0415 - nearly all sources are text

        text = as_html(data)[: job.max_chars]
    else:
        text = data.decode(report.document.encoding or "utf-8", "replace").removeprefix("\ufeff")
        taken = None if job.format else json_files.taken_out(text, name)
        text = (taken.text if taken else text)[: job.max_chars]
    return text if job.reveal_private else covered(text, report, rules)


def rules_for(name: str, job: Job) -> RuleSet:
    if not job.per_file_ignores:
        return job.rules
    root, given = job.exempt.root, job.per_file_ignores.items()
    ignored = {rule for pattern, names in given if matches(name, [pattern], root) for rule in names}
    kept_rules = tuple(rule for rule in job.rules.rules if not names_of(rule.id, rule.dimension) & ignored)
    return structs.replace(job.rules, rules=kept_rules)
