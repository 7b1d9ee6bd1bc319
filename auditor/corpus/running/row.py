"""One row a document: the published shape, `docs/schema/corpus-row.json`."""

import re
from typing import Any

import msgspec
from msgspec import Struct

from auditor.corpus.read import Item
from auditor.corpus.running import passages, traces
from auditor.corpus.running.passages import Passage, Saying, hashed
from auditor.corpus.settings import SCHEMA_VERSION
from auditor.coverage import cut
from auditor.model import (
    Audited,
    Cause,
    Confidence,
    Finding,
    PageType,
    Place,
    Report,
    RuleError,
    Severity,
    Verdict,
    Zone,
)
from auditor.signals import Signals
from auditor.web import published_host


class Score(Struct, frozen=True, kw_only=True):
    name: str
    score: float | None
    lost: float


class RowFinding(Struct, frozen=True, kw_only=True):
    """A finding without its remedy, which `auditor explain` gives; `facts` are JSON."""

    rule: str
    dimension: str
    severity: Severity
    confidence: Confidence
    message: str
    points: float
    zone: str
    evidence: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    facts: str
    related: list[Place]
    fingerprint: str
    places: list[str]

    @classmethod
    def of(cls, finding: Finding) -> "RowFinding":
        given = {name: getattr(finding, name) for name in cls.__struct_fields__}
        lists = {"related": list(finding.related), "places": list(finding.places)}
        return cls(**(given | lists | {"facts": msgspec.json.encode(finding.facts).decode()}))


class RowCause(Struct, frozen=True, kw_only=True):
    """A cause; `findings` are positions in those of the row."""

    fingerprint: str
    kind: str
    anchor: str
    severity: Severity
    points: int
    places: int
    sentence: str
    findings: list[int]

    @classmethod
    def of(cls, cause: Cause) -> "RowCause":
        given = {name: getattr(cause, name) for name in cls.__struct_fields__}
        return cls(**(given | {"findings": list(cause.findings)}))


class Row(Struct, frozen=True, kw_only=True):
    """A document that was audited, or with `error` one that could not be."""

    id: str
    source: str  # the input: a file, a member of an archive
    position: int | None = None  # in it: the byte at which it begins, or the number of a row or a member
    within: int | None = None  # byte of what is packed there; 0 where it is packed alone
    length: int | None = None  # bytes of a WARC record's block
    crawled: str | None = None  # WARC-Date
    status: int | None = None  # of HTTP
    media: str | None = None  # the type that the server declared
    truncated: str | None = None  # why some of it is missing: what WARC-Truncated says, length, part, coding
    fields: dict[str, str] = {}  # of the input that were asked for, and keys of its folders (`lang=en/`)
    url: str | None = None
    host: str | None = None
    title: str | None = None
    byline: list[str] = []
    published: str | None = None
    language: str | None = None
    page_type: str | None = None
    type: PageType | None = None
    zones: list[Zone] = []  # that hold text
    words: int | None = None
    score: float | None = None
    verdict: Verdict | None = None
    audited: Audited | None = None
    not_audited: str | None = None  # why not everything was judged
    not_read: str | None = None  # what of the source was not read, whatever rules ran
    dimensions: list[Score] = []
    causes: list[RowCause] = []
    findings: list[RowFinding] = []
    rule_errors: list[RuleError] = []
    metrics: dict[str, float] = {}
    error_class: str | None = None  # unreadable, damaged, too-large, exception, time, memory, crash
    error: str | None = None
    key: int | None = None  # of source, place and id, 64 bits: what documents are compared by
    minhash: list[int] = []
    skeleton: list[int] = []
    vocabulary: list[int] = []
    outline: list[int] = []
    paragraphs: list[Passage] = []
    headlines: list[Passage] = []  # of link lists
    biographies: list[Saying] = []
    quotations: list[Saying] = []


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a row."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "auditor corpus row",
        "description": "A document of a corpus: a row of the parts, and a line of `auditor corpus run --jsonl`.",
        "schema_version": SCHEMA_VERSION,
    }
    return head | msgspec.json.schema(Row)


def of_error(source: str, item: Item, kind: str, error: str) -> Row:
    return Row(**_place(source, item), url=item.url, host=_host(item.url), error_class=kind, error=error[:2_000])


def of_report(source: str, item: Item, signals: Signals, report: Report) -> Row:
    head = report.document
    return Row(
        **_place(source, item),
        url=head.url,
        host=_host(head.url),
        title=head.title,
        byline=list(head.byline),
        published=head.published,
        language=head.language,
        page_type=head.page_type,
        type=head.type,
        zones=sorted({block.zone for block in signals.written.blocks}),
        words=head.words,
        score=report.score,
        verdict=report.verdict,
        audited=report.audited,
        not_audited=report.coverage.reason or None,
        not_read=cut(signals.written) or None,
        dimensions=[Score(name=n, score=d.score, lost=d.lost) for n, d in report.dimensions.items()],
        causes=[RowCause.of(cause) for cause in report.causes],
        findings=[RowFinding.of(finding) for finding in report.findings],
        rule_errors=list(report.rules.errored),
        metrics={name: float(value) for name, value in report.metrics.items() if isinstance(value, int | float)},
        key=hashed((item.source or source, str(item.position), str(item.within), item.id)),
        **_traces(signals),
    )


def _place(source: str, item: Item) -> dict[str, Any]:
    """Where a document stands, so that its row can be joined with the input."""
    own = {name: getattr(item, name) for name in _PLACE}
    keys = dict(_HIVE_KEY.findall(source))
    return own | {"source": item.source or source, "fields": keys | item.fields if keys else item.fields}


_PLACE = ("id", "position", "within", "length", "crawled", "status", "media", "truncated")
_HIVE_KEY = re.compile(r"(?<=/)([\w-]{1,64})=([^/]{0,200})(?=/)")


def _host(url: str | None) -> str | None:
    return published_host(url or "") or None


def _traces(signals: Signals) -> dict[str, Any]:
    text = traces.Text(signals)
    return {
        "minhash": text.minhash,
        "skeleton": text.skeleton,
        "vocabulary": text.vocabulary,
        "outline": text.outline,
        "paragraphs": text.paragraphs,
        "headlines": passages.headlines(signals),
        "biographies": passages.biographies(signals.document),
        "quotations": passages.quotations(signals),
    }
