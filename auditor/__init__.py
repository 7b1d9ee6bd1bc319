r"""The linter for articles.

    >>> import auditor
    >>> report = auditor.audit("# The harbour\n\n[Insert photo here]")
    >>> report.verdict, [(finding.line, finding.rule) for finding in report.findings]
    (<Verdict.REVIEW: 'review'>, [(1, 'not-an-article'), (3, 'bracket-placeholder')])

Everything returned is frozen, hashable and safe to share between threads and processes. docs/python.md shows all of it.
"""

from collections.abc import Iterable, Mapping  # noqa: I001 - the types, as __all__ has them
from os import PathLike
from pathlib import Path
from typing import IO, Any

from msgspec import structs

from auditor.model import (
    Audited, Author, Block, Cause, Certainty, Confidence, Coverage, Dimension, Document, Exemptions, Field, Finding,
    Fix, Fixing, Format, Gate, Head, Kind, Lines, Link, Origin, PageType, Piece, Place, Quoted, Report, Rise, Rule,
    RuleError, RuleOutcomes, RuleSet, Safety, Scope, Severity, Span, Suppressed, Suppression, Syntax, Tool, Verdict,
    Zone,
)  # fmt: skip
from auditor.scoring import Gates
from auditor.version import VERSION

__version__ = VERSION
_HEAD = 5_000  # characters in which a source says what it is written for
MAX_CHARS = 5_000_000  # twice the longest of 990 real pages; an audit takes about a second for each million
__all__ = [
    "Audited", "Author", "Block", "Cause", "Certainty", "Confidence", "Coverage", "Dimension", "Document",
    "Exemptions", "Field", "Finding", "Fix", "Fixing", "Format", "Gate", "Gates", "Head", "Kind", "Lines", "Link",
    "Origin", "PageType", "Piece", "Place", "Quoted", "Report", "Rise", "Rule", "RuleError", "RuleOutcomes", "RuleSet",
    "Safety",
    "Scope", "Severity", "Span", "Suppressed", "Suppression", "Syntax", "Tool", "Verdict", "Zone", "audit", "clean",
    "load_rules", "parse", "render",
]  # fmt: skip


def parse(
    source: bytes | str | PathLike[str] | IO[Any] | Any,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    name: str | None = None,
    zone: str | None = None,
    charset: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Document:
    r"""Separate a source into zones.

    Args:
        source: bytes of any encoding, text, a `pathlib.Path`, an open file, or a soup or tag of bs4, as `str` gives it.
        format: `html`, `markdown`, `text` or `docx`; sniffed from the name and the text when absent.
        url: where the page was published; helps to tell its own links from others'.
        name: what reports call it; that of the file when absent.
        zone: the zone that the whole source is, e.g. `author` for one profile out of a CMS.
        charset: the encoding that came with the bytes, as in the header `Content-Type`; it comes before the page's own.
        max_chars: what follows after so many characters is not read; `notes` of the document say so.

    Raises:
        ValueError: an unknown format or zone, bytes that are no text, or the name of an existing file: give a `Path`.
        TypeError: a source of another type, or a charset for what is text already.
        OSError: a path that cannot be read.

    >>> document = parse(b"<title>Port</title><article><h1>Port</h1><p>T\xe5r.</p></article>", charset="latin-1")
    >>> document.title, [block.text for block in document.zone(Zone.BODY)]
    ('Port', ['Tår.'])
    """
    from auditor import given  # noqa: PLC0415 - a run whose pages are all kept reads none
    from auditor.parsing import json_files, read, template_sources  # noqa: PLC0415
    from auditor.parsing.sniff import sniff  # noqa: PLC0415

    asked = given.one_of(Format, format) if format else None
    whole = given.one_of(Zone, zone) if zone else None
    opened, called = given.text_of(source, name, charset, max_chars)
    taken = None if asked or opened.format else json_files.taken_out(opened.text, called)
    text, notes = taken.text if taken else opened.text, opened.notes
    if len(text) > max_chars:
        text, notes = text[:max_chars], (*notes, f"only the first {max_chars:,} characters were read")
    known = opened.format or asked or (taken.format if taken else None)
    kind = known or (Format.HTML if given.is_soup(source) else sniff(text, called))
    document = read(text, format=kind, name=called, url=url, zone=whole)
    if taken:
        document = json_files.stated(document, taken)
    if template := template_sources.told(text[:_HEAD], called):
        notes = (*notes, *template_sources.note(template, text))
    notes = (*notes, *document.notes)
    return structs.replace(document, encoding=opened.encoding, notes=notes, template=template)


def audit(
    source: bytes | str | PathLike[str] | IO[Any] | Document | Any,
    *,
    rules: RuleSet | None = None,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    name: str | None = None,
    zone: str | None = None,
    charset: str | None = None,
    max_chars: int | None = None,
    gates: Gates | None = None,
    reveal_private: bool = False,
    exemptions: Exemptions | None = None,
    max_seconds: float | None = None,
) -> Report:
    r"""Audit a source, or a document that was parsed before.

    Args:
        rules: from `load_rules`; the shipped ones and those of installed packages when absent.
        gates: the scores that divide pass, review and reject.
        reveal_private: show private data in evidence instead of masking it.
        exemptions: what is not held against the source; comments in it count only with `Exemptions(inline=True)`.
        max_seconds: of CPU, after which no further rule begins; `audited` is then *none* and `coverage` says why.

    Other arguments and errors are those of `parse`; beside a document they are a TypeError, as it was parsed without.

    >>> audit("Name : Odo Lamb\nBio : Quia ut nihil sequi dolores et voluptas rerum quo velit.", zone="author").verdict
    <Verdict.REJECT: 'reject'>
    """
    from auditor import engine  # noqa: PLC0415 - a run whose pages are all kept audits none

    how = {"format": format, "url": url, "name": name, "zone": zone, "charset": charset, "max_chars": max_chars}
    return engine.audit(
        _document(source, how),
        rules or load_rules(),
        gates or Gates(),
        reveal_private=reveal_private,
        exemptions=exemptions or Exemptions(),
        max_seconds=max_seconds,
    )


def clean(
    source: bytes | str | PathLike[str] | IO[Any] | Document | Any,
    *,
    format: str | None = None,  # noqa: A002
    byline: bool = True,
    url: str | None = None,
    name: str | None = None,
    charset: str | None = None,
    max_chars: int | None = None,
) -> str:
    r"""The article without the rest of its page: headline, byline, dateline, and the body with its pictures.

    HTML is one `<article>` that is safe to show: no scripts, styles, forms, frames or event handlers, and addresses of
    pages, mail and telephones only. Markdown is CommonMark with tables and strikethrough; a Markdown source stays as it
    is written. "" where the source holds no article.

    Args:
        source: that of `parse`, or a document that was parsed before.
        format: what is written: `html`, `markdown` or `text`; that of the source when absent.
        byline: keep byline and dateline.

    Other arguments and errors are those of `parse`; beside a document they are a TypeError.

    >>> clean("<nav><a href='/'>Home</a></nav><h1>Port</h1><p>Monks built it.</p>", format="text")
    'Port\n\nMonks built it.\n'
    """
    from auditor import cleaning, given  # noqa: PLC0415 - only who cleans pays for it

    wanted = given.one_of(Format, format) if format else None
    document = _document(source, {"url": url, "name": name, "charset": charset, "max_chars": max_chars})
    return cleaning.clean(document, format=wanted or document.format, byline=byline)


def render(
    reports: Report | Iterable[Report],
    *,
    format: str = "text",  # noqa: A002
    documents: Document | Iterable[Document] = (),
    rules: RuleSet | None = None,
    gate: Gate | None = None,
    reveal_private: bool = False,
) -> str:
    r"""Reports, written as `auditor check` writes them.

    Args:
        reports: one or several.
        format: `text`, `json`, `jsonl`, `html`, `markdown`, `sarif`, `github`, `gitlab`, `junit`, `rdjson`, or that of
            an installed reporter.
        documents: what the reports are about, in the same order. Without them `text` quotes no lines, `html` shows no
            article, and columns that count bytes are right in ASCII only.
        rules: those that the reports were made with; all that are known when absent.
        gate: what makes a page fail.
        reveal_private: show private data of documents, as reports do that were made so.

    Raises:
        ValueError: an unknown format, documents that are not those of the reports, or reports by other rules.

    >>> report = audit("# The harbour\n\n[Insert photo here]", name="port.md")
    >>> render(report, format="github").splitlines()[0]  # doctest: +ELLIPSIS
    '::error title=auditor (bracket-placeholder),file=port.md,line=3...'
    """
    from auditor import rendering, rulebook  # noqa: PLC0415 - only who renders pays for it

    known = rules or rulebook.default_rules()
    return rendering.rendered(reports, documents, format, known, gate or Gate(), reveal_private=reveal_private)


def load_rules(
    *folders: str | PathLike[str],
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    profile: str | PathLike[str] | None = None,
) -> RuleSet:
    """The shipped rules, those of installed packages, and cards of your own.

    Args:
        folders: of your own cards, `<folder>/<dimension>/<id>.yml`; one with a shipped card's id replaces that.
        select: ids or dimensions to keep, a list or one text with commas; all but low-confidence rules when empty.
        ignore: ids or dimensions to drop.
        profile: `newsroom`, `blog`, `shop`, `docs`, `corpus`, `filter`, `strict`, one of an installed package, or a
            file; what it selects counts where `select` is empty, its other keys besides.

    Raises:
        ValueError: a name or a profile that does not exist, or there is no such folder.

    A card that cannot be read is left out and described in `problems` of the result.

    >>> {rule.dimension for rule in load_rules(select="authorship").rules}
    {'authorship'}
    """
    from auditor import rulebook  # noqa: PLC0415

    if missing := next((folder for folder in folders if not Path(folder).is_dir()), None):
        raise ValueError(f"there is no folder {str(missing)!r}")
    rules = rulebook.load((rulebook.rules_folder(), *map(Path, folders))) if folders else rulebook.default_rules()
    return rulebook.profiled(rules, profile, select, ignore) if profile else rulebook.choose(rules, select, ignore)


def _document(source: Any, how: Mapping[str, Any]) -> Document:
    told = {name: value for name, value in how.items() if value is not None}
    if not isinstance(source, Document):
        return parse(source, **told)
    if told:
        raise TypeError(f"{', '.join(told)}: this document is parsed already; give such options to `parse`")
    return source
