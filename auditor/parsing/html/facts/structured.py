"""JSON-LD with the source interval of every string. What is broken is read as far as it goes.

Nothing recurses and nothing is tried twice: time and memory grow with the length that is read, which is capped.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from auditor.expressions import late
from auditor.parsing.html.tree.replay import json as replay_json

Text = tuple[int, int]  # the inside of a string, or a number: an interval of the source
Node = dict[str, list["Text | Node"]]  # an object; arrays are flattened into the values of their property

# Of real pages the longest has 300,000 characters and the deepest nests 30 levels.
MAX_LENGTH, MAX_DEPTH, MAX_NODES = 1_000_000, 64, 20_000
_TOKEN = late(
    r'"((?:[^"\\]++|\\.?+)*+)(?:"(?:[ \t\r\n]*+(:))?|\Z)|([{}\[\]])|(-?[0-9.]++)|[,:]|[^"{}\[\],:0-9-]++|.', re.DOTALL
)
# Properties that lead from a script to what the page is about; comments, reviews and lists of others lie beyond.
_INWARD = ("@graph", "mainEntity", "mainEntityOfPage")


def read_json_ld(source: str, scripts: Iterable[Text]) -> tuple[list[Node], bool]:
    """The top-level objects of all scripts, and whether a cap was reached."""
    found: list[Text | Node] = []
    capped, left, nodes = False, MAX_LENGTH, MAX_NODES
    for start, end in scripts:
        stop = min(end, start + left)
        nodes, whole = _read(source, start, stop, found, nodes)
        left -= stop - start
        capped = capped or not whole or stop < end
    return [value for value in found if isinstance(value, dict)], capped


def _read(source: str, start: int, end: int, found: list[Text | Node], nodes: int) -> tuple[int, bool]:
    """Add what `source[start:end]` holds to `found`; returns how many more objects may be read, and whether all was."""
    open_: list[tuple[str, Node | None, list[Text | Node]]] = []  # bracket, and the node and list it stands in
    node: Node | None = None
    into = found
    for token in _TOKEN.finditer(source, start, end):
        kind = token.lastindex
        if kind in {1, 4}:
            into.append(token.span(kind))
        elif kind == 2:
            if node is not None:
                into = node.setdefault(source[token.start(1) : token.end(1)], [])
        elif kind == 3:
            bracket = token[3]
            if bracket in "]}":
                node, into = _close(bracket, open_, node, into)
            elif len(open_) >= MAX_DEPTH or nodes <= 0:
                return nodes, False
            else:
                open_.append((bracket, node, into))
                node, into, nodes = _open(bracket, into, nodes)
    return nodes, True


def _open(bracket: str, into: list[Text | Node], nodes: int) -> tuple[Node | None, list[Text | Node], int]:
    if bracket == "[":
        return None, into, nodes
    node: Node = {}
    into.append(node)
    return node, [], nodes - 1


def _close(
    bracket: str,
    open_: list[tuple[str, Node | None, list[Text | Node]]],
    node: Node | None,
    into: list[Text | Node],
) -> tuple[Node | None, list[Text | Node]]:
    """Go back to where the bracket was opened; one that closes nothing changes nothing."""
    opening = "[" if bracket == "]" else "{"
    if all(was != opening for was, _, _ in open_):
        return node, into
    while True:
        was, node, into = open_.pop()
        if was == opening:
            return node, into


def text(source: str, place: Text) -> str:
    """The text of a string: the one that its block has."""
    raw = source[place[0] : place[1]]
    return replay_json(source, *place)[0] if "\\" in raw else " ".join(raw.split())


def plain(source: str, place: Text) -> str:
    """The text of a string, with the HTML references that many sites write into their JSON decoded."""
    return " ".join(unescape(text(source, place)).split())


def strings(node: Node, key: str) -> list[Text]:
    """The strings among a property's values."""
    return [value for value in node.get(key, ()) if isinstance(value, tuple) and value[0] < value[1]]


def nodes(node: Node, key: str) -> list[Node]:
    """The objects among a property's values."""
    return [value for value in node.get(key, ()) if isinstance(value, dict)]


def types(source: str, node: Node) -> set[str]:
    """The types of an object, without their vocabulary: `Person`, `NewsArticle`."""
    return {source[start:end].rsplit("/", 1)[-1] for start, end in strings(node, "@type")}


def about(tops: Iterable[Node]) -> Iterator[Node]:
    """The objects that describe the page, outer ones first."""
    level = list(tops)
    while level:
        yield from level
        level = [inner for node in level for key in _INWARD for inner in nodes(node, key)]


def by_id(source: str, tops: Iterable[Node]) -> dict[str, Node]:
    """Described objects by their `@id`; of several the one with the most properties."""
    found: dict[str, Node] = {}
    level = list(tops)
    while level:
        for node in level:
            for start, end in strings(node, "@id")[:1]:
                name = source[start:end]
                if len(node) > len(found.get(name, ())):
                    found[name] = node
        level = [value for node in level for values in node.values() for value in values if isinstance(value, dict)]
    return found
