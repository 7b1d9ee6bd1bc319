"""Suppressions that stand in a source: comments of HTML and Markdown, and front matter."""

import re
from collections.abc import Iterator
from itertools import islice

from auditor.model import Block, Document, Format, Kind, Span, Suppression, Syntax, Zone

_MOST = 1_000  # per source
_LONGEST = 1_000  # characters of one
_OPENING = re.compile(r"<!--\s{0,20}auditor:\s{0,20}(ignore(?:-file)?)(?=\s)")
_CLOSING = "-->"
_DASH = re.compile(r"(?:^|\s)(?:--|[—–])(?:\s|$)")
_UNTIL = re.compile(r"(?:^|[\s,(])until\s{1,9}(\S{1,40})$")
_DAY = re.compile(r"[\s,(]until\s{1,9}(\d{4}-\d\d-\d\d)[.)]{0,2}$")


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """In the order of the source, at most 1,000. Text that is shown is none: an article may speak of suppressions."""
    if document.format is Format.TEXT or "auditor" not in document.source:
        return ()
    return tuple(islice(_all(document), _MOST))


def described(text: str) -> tuple[tuple[str, ...], str, str]:
    """Rules, reason and expiry of `RULE[, RULE] [until DATE] -- reason`; the date may also close the reason."""
    dash = _DASH.search(text)
    head = (text[: dash.start()] if dash else text).strip()
    reason = text[dash.end() :].strip() if dash else ""
    until = _UNTIL.search(head)
    if until:
        head = head[: until.start()]
    else:
        until = _DAY.search(reason)
    return tuple(re.findall(r"[^\s,]+", head)), reason, until[1] if until else ""


def _all(document: Document) -> Iterator[Suppression]:
    if document.format is Format.MARKDOWN:
        from auditor.parsing.markdown import suppressed_by_front_matter  # noqa: PLC0415 - HTML needs none

        yield from suppressed_by_front_matter.read(document.source)
    comments = _html_comments(document.source) if document.format is Format.HTML else None
    for opening in _OPENING.finditer(document.source):
        if (comments is None or opening.start() in comments) and (found := _comment(document, opening)):
            yield found


def _html_comments(source: str) -> set[int]:
    from auditor.parsing.html.tokenizer import tokens  # noqa: PLC0415 - few pages need it

    return {start for name, start, _, _ in tokens(source) if not name}


def _comment(document: Document, opening: re.Match[str]) -> Suppression | None:
    source = document.source
    end = source.find(_CLOSING, opening.end(), opening.end() + _LONGEST)
    if end < 0 or _shown(document, opening):
        return None
    rules, reason, until = described(source[opening.end() : end])
    whole_file = opening[1] == "ignore-file"
    return Suppression(
        rules=rules,
        reason=reason,
        until=until,
        origin="file comment" if whole_file else "comment",
        scope=None if whole_file else _scope(document, opening.start(), end),
        place=written(source, opening.start(), end + len(_CLOSING), "comment"),
    )


def _shown(document: Document, opening: re.Match[str]) -> bool:
    words = " ".join(opening[0].split())
    return any(words in block.text for block in _around(document, opening.start()))


def _scope(document: Document, start: int, end: int) -> tuple[int, int]:
    """The block that the comment stands in, else the next one."""
    around = max(_around(document, start), key=lambda block: block.start, default=None)
    chosen = around or min((b for b in document.blocks if b.start >= end), key=lambda b: b.start, default=None)
    return (chosen.start, chosen.end) if chosen else (end, end)


def _around(document: Document, offset: int) -> list[Block]:
    return [b for b in document.blocks if b.start <= offset < b.end]


def written(source: str, start: int, end: int, label: str) -> Span:
    """The place of a suppression, as a block that is not shown."""
    text = " ".join(source[start:end].split())
    return Span.of(Block(Zone.METADATA, Kind.DESCRIPTION, text, start, end, Syntax.TEXT, label=label))
