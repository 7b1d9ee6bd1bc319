"""HTML source to tags with exact offsets, in time linear in the source.

Every quantifier is possessive: an unclosed quote, comment, tag or raw text runs to the end of input, as the HTML
standard says, and is never tried again from a later start.
"""

import re
from collections.abc import Iterator
from functools import cache

from auditor.expressions import compiled, late
from auditor.parsing.html.tree.vocabulary import BLOCK, BREAK_OUT, RAW, SKIPPED, VOID

_S = r"\t\n\f\r "  # the standard's white space; \s is more
TOKEN = late(
    rf"""<(?:
    (?P<tag>/?+[A-Za-z][^{_S}/>]*+)
    (?P<attributes>
        [^>"'=]*+(?:(?<![{_S}/"])="[^"]*+"[^>"'=]*+)*+(?=>)  # as nearly all are written: a fifth faster
        |(?:[{_S}/]*+
            (?:[^{_S}/>=]++|=[^{_S}/>=]*+)
            (?:[{_S}]*+=[{_S}]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{_S}>"'][^{_S}>]*+)?+)?+
        )*+[{_S}/]*+
    )(?P<closed>>|\Z)
    |!--(?:-?+>|(?s:.*?)(?:--!?+>|\Z))
    |(?:[!?]|/(?=.))[^>]*+(?:>|\Z)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = late(
    rf"""([^{_S}/>=][^{_S}/>=]*+|=[^{_S}/>=]*+)
    (?:[{_S}]*+=[{_S}]*+(?:"([^"]*+)"?+|'([^']*+)'?+|([^{_S}>]*+)))?+""",
    re.VERBOSE,
)
_SCRIPT = late(rf"<!--|-->|</?+script(?=[{_S}/>])", re.IGNORECASE)
_ENDS_DRAWING = {"svg": BREAK_OUT, "math": BREAK_OUT, "select": frozenset({"input", "textarea", "keygen"})}
# What scripts call the formula for screen readers beside the one that they draw, straight before it.
_DRAWN, _NEAR = late(r"katex-mathml|mjx-assistive-mml|MJX_Assistive_MathML"), 200
_WHOLE = RAW | SKIPPED | {"plaintext"}
_HTML_ENDS = frozenset(
    f"/{name}" for name in BLOCK | BREAK_OUT | {"a", "label", "font", "cite", "abbr", "time", "picture"}
)


# A tag, a comment, or an element without text of the page, which is one token from its start tag to its end tag;
# what lies between two tokens is text. Name (in lower case, "/p" for an end tag, "" for comments and declarations),
# start, end, and the match of the tag, whose group "attributes" is their source.
Token = tuple[str, int, int, re.Match[str]]


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `source[start:end]` in order."""
    position, limit = start, len(source) if end is None else end
    while position < limit:
        for match in TOKEN.finditer(source, position, limit):
            begin, position = match.span()
            name = match[1]
            if name is None:
                yield "", begin, position, match
                continue
            name = name.lower()
            if name not in _WHOLE:
                yield name if position < limit or match[3] else "", begin, position, match
                continue
            inner, position = position, whole_end(source, name, match, limit)
            yield name if match[3] else "", begin, position, match
            if position != inner:
                break
        else:
            return


def attributes(source: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Names, in lower case, and the source intervals of their values; of a repeated name the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        found.setdefault(
            match[1].lower(), match.span(match.lastindex or 1) if match.lastindex != 1 else (match.end(),) * 2
        )
    return found


def attribute(source: str, name: str, start: int, end: int) -> tuple[int, int] | None:
    """What `attributes` gives for one name, without reading the others into a dictionary."""
    first, whole = _one(name)
    if source.startswith(first, start) and (close := source.find('"', start + len(first), end)) >= 0:
        return start + len(first), close  # most are the first of their tag
    found = whole.match(source, start, end)
    if found is None:
        return None
    return found.span(found.lastindex) if found.lastindex else (found.end(),) * 2


@cache
def _one(name: str) -> tuple[str, re.Pattern[str]]:
    """An attribute as most are written, and one wherever it stands."""
    spelt = "".join(f"[{c}{c.upper()}]" if c.islower() else c for c in name) + rf"(?=[{_S}/>=]|\Z)"
    skipped = rf"""[^{_S}/>][^{_S}/>=]*+(?:[{_S}]*+=[{_S}]*+(?:"[^"]*+"?+|'[^']*+'?+|[^{_S}>]*+))?+"""
    value = rf"""[{_S}]*+=[{_S}]*+(?:"([^"]*+)|'([^']*+)|([^{_S}>]*+))"""
    return f' {name}="', compiled(rf"(?:[{_S}/]*+(?!{spelt}){skipped})*+[{_S}/]*+{spelt}(?:{value})?+")


def content(source: str, token: Token) -> tuple[int, int]:
    """The interval between the start and the end tag of a raw element."""
    name, _, end, match = token
    close = source.rfind("</", match.end(), end)
    return match.end(), close if close >= 0 and _raw_close(name).match(source, close, end) else end


@cache
def _raw_close(name: str) -> re.Pattern[str]:
    return compiled(rf"</{name}(?=[{_S}/>])", re.IGNORECASE)


def _raw_end(source: str, name: str, start: int, limit: int) -> int:
    close = _raw_close(name).search(source, start, limit)
    if close and name == "script" and source.find("<!--", start, close.start()) >= 0:
        close = _script_close(source, start, limit)
    if close is None:
        return limit
    tag = TOKEN.match(source, close.start(), limit)
    return tag.end() if tag else limit


def _script_close(source: str, start: int, limit: int) -> re.Match[str] | None:
    """The end tag of a script: inside `<!-- <script> ... </script> -->` an end tag is text."""
    escaped, position = 0, start
    while mark := _SCRIPT.search(source, position, limit):
        position, what = mark.end(), mark[0].lower()
        if what == "<!--":
            escaped, position = escaped or 1, position - 2  # "<!-->" opens and closes
        elif what == "-->":
            escaped = 0
        elif what == "<script":
            escaped = 2 if escaped else 0
        elif escaped == 2:
            escaped = 1
        else:
            return mark
    return None


def whole_end(source: str, name: str, match: re.Match[str], limit: int) -> int:
    """Where an element without text of the page ends, whose start tag is `match`."""
    if name == "plaintext":
        return limit
    if name in RAW:
        return _raw_end(source, name, match.end(), limit)
    shown = name == "template" and "shadowroot" in match[2].lower()
    shown = shown or (name == "math" and not _DRAWN.search(source, max(0, match.start() - _NEAR), match.start()))
    return match.end() if shown else _skipped_end(source, name, match, limit)


def _skipped_end(source: str, name: str, opening: re.Match[str], limit: int) -> int:
    """Where a skipped element ends: at its end tag, or where markup begins that cannot stand inside it."""
    if opening[2].endswith("/") and name in ("svg", "math"):
        return opening.end()
    inside, breaks, position = {name: 1}, _ENDS_DRAWING.get(name, frozenset()), opening.end()
    while position < limit:
        for match in TOKEN.finditer(source, position, limit):
            tag = (match[1] or "").lower()
            if tag in breaks or (tag[:1] == "/" and not inside.get(tag[1:]) and tag in _HTML_ENDS):
                return match.start()
            if tag == "/" + name and inside[name] == 1:
                return match.end()
            if tag in RAW:
                position = _raw_end(source, tag, match.end(), limit)
                break
            _count(inside, tag, match)
        else:
            return limit
    return limit


def _count(inside: dict[str, int], tag: str, match: re.Match[str]) -> None:
    if tag[:1] == "/":
        inside[tag[1:]] = max(0, inside.get(tag[1:], 0) - 1)
    elif tag and tag not in VOID and not match[2].endswith("/"):
        inside[tag] = inside.get(tag, 0) + 1
