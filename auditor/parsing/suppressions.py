"""Suppressions that stand in a source: comments of HTML and Markdown, and front matter."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Document, Format, Suppression
from auditor.parsing.unshown import unshown

_MOST = 500  # per source
_LONGEST = 1_000  # characters of one
_NEAR = 100  # blocks before an offset that may reach over it: attributes stand inside blocks
_OPENING = late(r"<!--\s{0,20}auditor:\s{0,20}(ignore(?:-file)?)(?=\s)")
_CLOSING = "-->"
_DASH = late(r"(?:^|\s)(?:--|[—–])(?:\s|$)")
_UNTIL = late(r"(?:^|[\s,(])until\s{1,9}(\S{1,40})$")
_DAY = late(r"[\s,(]until\s{1,9}(\d{4}-\d\d-\d\d)[.)]{0,2}$")


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """In the order of the source, at most 500 comments. Text that is shown is none: an article may speak of them."""
    if document.format is Format.TEXT or "auditor" not in document.source:
        return ()
    return tuple(_all(document))


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
    blocks = _Blocks(document.blocks)
    for opening in islice(_OPENING.finditer(document.source), _MOST):
        if (comments is None or opening.start() in comments) and (found := _comment(document.source, blocks, opening)):
            yield found


def _html_comments(source: str) -> set[int]:
    from auditor.parsing.html.tree.tokenizer import tokens  # noqa: PLC0415 - few pages need it

    return {start for name, start, _, _ in tokens(source) if not name}


class _Blocks:
    """The blocks of a document by where they stand."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.start)
        self._starts = [block.start for block in self._blocks]

    def around(self, offset: int) -> list[Block]:
        """The blocks that an offset lies in, the innermost first."""
        last = bisect_right(self._starts, offset)
        near = reversed(self._blocks[max(0, last - _NEAR) : last])
        return [block for block in near if offset < block.end]

    def after(self, offset: int) -> Block | None:
        following = bisect_left(self._starts, offset)
        return self._blocks[following] if following < len(self._blocks) else None


def _comment(source: str, blocks: _Blocks, opening: re.Match[str]) -> Suppression | None:
    end = source.find(_CLOSING, opening.end(), opening.end() + _LONGEST)
    around = blocks.around(opening.start())
    words = " ".join(opening[0].split())
    if end < 0 or any(words in block.text for block in around):
        return None
    rules, reason, until = described(source[opening.end() : end])
    chosen = around[0] if around else blocks.after(end)
    scope = (chosen.start, chosen.end) if chosen else (end, end)
    whole_file = opening[1] == "ignore-file"
    return Suppression(
        rules=rules,
        reason=reason,
        until=until,
        origin="file comment" if whole_file else "comment",
        scope=None if whole_file else scope,
        place=unshown(source, opening.start(), end + len(_CLOSING), "comment"),
    )
