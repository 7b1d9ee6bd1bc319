"""Where inline Markdown is unsafe, and what takes its place: tags of text, images and links remain, made safe."""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape

from auditor.cleaning import escaping
from auditor.cleaning.addresses import safe
from auditor.cleaning.allowed import INLINE
from auditor.parsing.markdown import inline
from auditor.parsing.markdown.links import target

Edit = tuple[int, int, str]  # an interval of the source, and what is written instead
_TAG = re.compile(r"<!--(?s:.*?)-->|<(/?)([A-Za-z][A-Za-z0-9-]*+)([^>]*+)>|<[!?][^>]*+>")
_ATTRIBUTE = re.compile(r"""\s(href|src|alt)\s{0,9}=\s{0,9}(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)


def edits(source: str, start: int, end: int, references: Mapping[str, str]) -> Iterator[Edit]:
    """The edits of `source[start:end]`, in no order; none overlap but a tag within an image that goes."""
    found = inline.read(source, start, end, references)
    tails = []
    for anchor, image in [*((a, False) for a in found.anchors), *((a, True) for a in found.images)]:
        if source[anchor.start - 1] != "[":
            continue  # in angle brackets: its text is its address; of tags: below
        tail = target(source, (anchor.start, anchor.end), end, references, plain=True)
        if tail is None:
            continue
        tails.append((anchor.end, tail[1]))
        if not safe(anchor.href):
            opening = anchor.start - 1 - image
            yield from ([(opening, tail[1], "")] if image else [(opening, anchor.start, ""), (anchor.end, tail[1], "")])
    yield from _tags(source, _gaps(found.runs, tails, start, end))


def _gaps(runs: list[inline.Run], tails: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where there is markup other than the addresses of links."""
    position = start
    for first, last in sorted([*((run.start, run.end) for run in runs), *tails, (end, end)]):
        if first > position:
            yield position, first
        position = max(position, last)


def _tags(source: str, gaps: Iterator[tuple[int, int]]) -> Iterator[Edit]:
    kept_links: list[bool] = []
    for start, end in gaps:
        for tag in _TAG.finditer(source, start, end):
            name = (tag[2] or "").lower()
            if name == "a" and tag[1]:
                written = "</a>" if kept_links and kept_links.pop() else ""
            else:
                written = _tag(name, closes=bool(tag[1]), attributes=tag[3] or "")
                if name == "a":
                    kept_links.append(bool(written))
            if written != tag[0]:
                yield tag.start(), tag.end(), written


def _tag(name: str, *, closes: bool, attributes: str) -> str:
    values = {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(attributes)
    }
    if name == "br":
        return "<br>"
    if name == "a":
        href = safe(values.get("href", ""))
        return f'<a href="{escape(href)}">' if href else ""
    if name == "img":
        src = escaping.target(safe(values.get("src", "")))
        return f"![{escaping.label(escaping.sparing(values.get('alt', '')))}]({src})" if src else ""
    return f"<{'/' if closes else ''}{name}>" if name in INLINE else ""
