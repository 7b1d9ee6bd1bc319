"""A parameter of an address goes; the address leads where it led.

A place is the parameter itself where the address is printed, else the words of a link: then the parameter stands in the
tag before them, or behind them in Markdown. Names and values are those of the card's verb.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from auditor.expressions import late
from auditor.fixing.reading import Asked, Edit, Spot
from auditor.model import Format, Syntax
from auditor.parsing.html.tree.tokenizer import attribute, tokens
from auditor.parsing.markdown.links import normalised, target
from auditor.parsing.markdown.structure import references

_AND = r"&amp;|&\#0?38;|&\#[xX]26;|\\u0026|&"
_PARAMETER = late(
    rf"""(?P<before>\?|{_AND})(?P<name>[\w.-]{{1,40}})=(?P<value>[^\s&\#"'<>()\[\]\\]{{0,200}})(?=(?P<after>{_AND})|)""",
    re.VERBOSE,
)
_BEFORE = 8  # characters of the longest separator
_LONGEST = 300  # characters of a printed parameter
_STOPS = ".,;:!?*_"  # behind a printed address these belong to the sentence
_CLOSING = late(r"[*_~`]{0,6}\]")
_LABEL = late(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_DEFINITION = late(r"^ {0,3}\[((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]{0,20}(\S{1,4000}+)", re.MULTILINE)


def edits(asked: Asked) -> Iterator[tuple[Spot, Edit]]:
    name, value = ("|".join(map(re.escape, asked.given[key])) for key in ("names", "values"))
    wanted = re.compile(rf"(?:{name})=(?:{value})", re.IGNORECASE)
    whole = re.compile(rf"(?:{name})=(?:{value})(?:\.[a-z]{{2,3}})?[{re.escape(_STOPS)}]*", re.IGNORECASE)
    links = _Links(asked)
    for spot in asked.spots:
        printed = wanted.match(asked.source, spot.start, spot.end) is not None
        around = max(0, spot.start - _BEFORE), spot.start + _LONGEST
        for region in (around,) if printed else ((spot.start, spot.end), links.address(spot)):
            for found in _PARAMETER.finditer(asked.source, *region):
                here = found.start("name") == spot.start or not printed
                # Where an address is printed, a word may be stuck to its end.
                said = (whole.fullmatch if printed else wanted.match)(asked.source, *_said(found))
                if here and said:
                    yield spot, _without(found, printed=printed)


def _said(found: re.Match[str]) -> tuple[int, int]:
    return found.start("name"), found.end("value")


def _without(found: re.Match[str], *, printed: bool) -> Edit:
    """Of two separators one stays where other parameters follow."""
    end = found.end("value")
    if printed and not found["after"]:
        end -= len(found["value"]) - len(found["value"].rstrip(_STOPS))
    if found["before"] == "?" and found["after"]:
        return Edit(found.start("name"), found.end("after"))
    return Edit(found.start("before"), end)


class _Links:
    """Where the addresses of links stand in a source."""

    def __init__(self, asked: Asked) -> None:
        self._source = asked.source
        self._markdown = asked.reading.document.format is Format.MARKDOWN
        self._definitions: dict[str, tuple[int, int]] | None = None
        self._tags: list[tuple[int, int, int]] | None = None  # end of each tag `a`, and the interval of its address

    def address(self, spot: Spot) -> tuple[int, int]:
        """Of the link that a place is; nothing where it cannot be told."""
        if self._markdown and spot.block.syntax is Syntax.MARKDOWN:
            return self._behind(spot)
        return self._before(spot.start) if spot.block.syntax is Syntax.HTML else (0, 0)

    def _before(self, at: int) -> tuple[int, int]:
        if self._tags is None:
            self._tags = list(_anchors(self._source))
        number = bisect_right(self._tags, (at, len(self._source), 0)) - 1
        return self._tags[number][1:] if number >= 0 else (0, 0)

    def _behind(self, spot: Spot) -> tuple[int, int]:
        close = _CLOSING.match(self._source, spot.end)
        if not close:
            return 0, 0
        opening = self._source.rfind("[", spot.block.start, spot.start) + 1
        label = opening, close.end() - 1
        found = target(self._source, label, spot.block.end, references(self._source), plain=True)
        if found is None or self._source.startswith("(", close.end()):
            return (close.end(), found[1]) if found else (0, 0)
        named = _LABEL.match(self._source, close.end())
        return self._defined(named[1] if named and named[1].strip() else self._source[slice(*label)])

    def _defined(self, label: str) -> tuple[int, int]:
        if self._definitions is None:
            every = list(_DEFINITION.finditer(self._source))
            self._definitions = {normalised(found[1]): found.span(2) for found in reversed(every)}
        return self._definitions.get(normalised(label), (0, 0))


def _anchors(source: str) -> Iterator[tuple[int, int, int]]:
    """Ends of the tags that open and close links; of those that open one, where the address stands."""
    for name, start, end, match in tokens(source):
        if name == "a" and (where := attribute(source, "href", *match.span("attributes"))):
            yield (end, *where)
        elif name == "/a":
            yield end, start, start
