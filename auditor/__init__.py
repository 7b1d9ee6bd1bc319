"""The linter for articles.

    >>> import auditor
    >>> report = auditor.audit(open("article.html", "rb").read())
    >>> report.score, report.verdict, [finding.message for finding in report.findings]

Everything returned is frozen and safe to share between threads and processes.
"""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

from auditor.model import (
    Author,
    Block,
    Document,
    Exemptions,
    Field,
    Finding,
    Format,
    Link,
    PageType,
    Report,
    Rule,
    RuleSet,
    Severity,
    Verdict,
    Zone,
)
from auditor.scoring import Gates
from auditor.version import VERSION

if TYPE_CHECKING:
    from auditor.parsing.opening import Opened

__version__ = VERSION
MAX_CHARS = 5_000_000  # twice the longest of 990 real pages; an audit takes about a second for each million
__all__ = [
    "Author", "Block", "Document", "Exemptions", "Field", "Finding", "Format", "Gates", "Link", "PageType", "Report",
    "Rule", "RuleSet", "Severity", "Verdict", "Zone", "audit", "clean", "load_rules", "parse",
]  # fmt: skip


def parse(
    source: bytes | str | Any,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    name: str | None = None,
    zone: str | None = None,
    charset: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Document:
    """Separate a source into zones.

    Args:
        source: bytes of any encoding, text, or a `bs4.BeautifulSoup` or `Tag` (read as `str(source)` gives it).
        format: `html`, `markdown` or `text`; sniffed from the name and the text when absent.
        url: where the page was published; helps to tell its own links from others'.
        name: what reports call it.
        zone: the zone that the whole source is, e.g. `author` for one profile out of a CMS.
        charset: the encoding that came with the bytes, as in the header `Content-Type`; it comes before the page's own.
        max_chars: what follows after so many characters is not read; `notes` of the document say so.

    Raises:
        ValueError: an unknown format or zone, or bytes that are no text in any encoding.
        TypeError: a source of another type.
    """
    from auditor.parsing import read  # noqa: PLC0415 - a run whose pages are all kept reads none
    from auditor.parsing.sniff import sniff  # noqa: PLC0415

    opened = _opened(source, charset, max_chars)
    text, notes = opened.text, opened.notes
    if len(text) > max_chars:
        text, notes = text[:max_chars], (*notes, f"only the first {max_chars:,} characters were read")
    kind = opened.format or (Format(format) if format else Format.HTML if _is_soup(source) else sniff(text, name or ""))
    document = read(text, format=kind, name=name or "", url=url, zone=Zone(zone) if zone else None)
    return structs.replace(document, encoding=opened.encoding, notes=(*notes, *document.notes))


def audit(
    source: bytes | str | Document | Any,
    *,
    rules: RuleSet | None = None,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    name: str | None = None,
    zone: str | None = None,
    charset: str | None = None,
    gates: Gates | None = None,
    reveal_private: bool = False,
    exemptions: Exemptions | None = None,
) -> Report:
    """Audit a source, or a document that was parsed before.

    Args:
        rules: from `load_rules`; the shipped ones when absent.
        gates: the scores that divide pass, review and reject.
        reveal_private: show private data in evidence instead of masking it.
        exemptions: what is not held against the source; comments in it count only with `Exemptions(inline=True)`.

    Other arguments and errors are those of `parse`.
    """
    from auditor import engine  # noqa: PLC0415 - a run whose pages are all kept audits none

    if not isinstance(source, Document):
        source = parse(source, format=format, url=url, name=name, zone=zone, charset=charset)
    return engine.audit(
        source,
        rules or load_rules(),
        gates or Gates(),
        reveal_private=reveal_private,
        exemptions=exemptions or Exemptions(),
    )


def clean(source: bytes | str | Document | Any, *, format: str | None = None, byline: bool = True) -> str:  # noqa: A002
    """The article without the rest of its page: headline, byline, dateline, and the body with its pictures.

    HTML is one `<article>` that is safe to show: no scripts, styles, forms, frames or event handlers, and addresses of
    pages, mail and telephones only. Markdown is CommonMark with tables and strikethrough; a Markdown source stays as it
    is written. "" where the source holds no article.

    Args:
        source: bytes, text, a soup, or a document that was parsed before, with whatever options that needs.
        format: `html`, `markdown` or `text`; that of the source when absent.
        byline: keep byline and dateline.

    Raises:
        ValueError: an unknown format, or bytes that are no text in any encoding.
        TypeError: a source of another type.
    """
    from auditor import cleaning  # noqa: PLC0415 - only who cleans pays for it

    document = source if isinstance(source, Document) else parse(source)
    return cleaning.clean(document, format=Format(format) if format else document.format, byline=byline)


def load_rules(*folders: str | PathLike[str], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
    """The shipped rules, and cards of your own from `folders` (`<folder>/<dimension>/<id>.yml`).

    Args:
        folders: a card there replaces a shipped one of the same id.
        select: ids or dimensions to keep; all but low-confidence rules when empty.
        ignore: ids or dimensions to drop.

    Raises:
        ValueError: `select` or `ignore` name what does not exist.

    A card that cannot be read is left out and described in `problems` of the result.
    """
    from auditor import rulebook  # noqa: PLC0415

    rules = rulebook.load((rulebook.rules_folder(), *map(Path, folders))) if folders else rulebook.default_rules()
    return rulebook.choose(rules, select, ignore)


def _opened(source: bytes | str | Any, charset: str | None, most: int) -> "Opened":
    from auditor.parsing.opening import Opened, opened  # noqa: PLC0415 - a run whose pages are all kept opens none

    if isinstance(source, bytes):
        return opened(source, charset, most)
    if not isinstance(source, str) and not _is_soup(source):
        raise TypeError(f"source must be bytes, str or a BeautifulSoup object, not {type(source).__name__}")
    # A lone surrogate is no character and no encoder takes it.
    return Opened(str(source).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _is_soup(source: object) -> bool:
    return type(source).__module__.startswith("bs4")
