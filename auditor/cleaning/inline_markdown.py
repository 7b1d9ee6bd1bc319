"""Text with emphasis, code, links and pictures as inline Markdown.

What is written is read again. Where the reader finds other text, tags take the place of the marks, and where that is
not enough all is escaped that could be markup: whether a mark is markup hangs on the characters around it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bs4.element import NavigableString, PageElement, Tag

from auditor.cleaning import escaping
from auditor.cleaning.allowed import BLOCKS
from auditor.parsing.markdown import inline
from auditor.parsing.markdown.replay import flat

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")
_BREAKS = re.compile(r" *\n *")
_TICKS = re.compile(r"`+")
_MEANINGS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em"), "em"),
    **dict.fromkeys(("s", "del"), "del"),
    **dict.fromkeys(("code", "samp"), "code"),
    **{name: name for name in ("a", "sub", "sup", "kbd")},
}
_TAGS = {name: (f"<{name}>", f"</{name}>") for name in ("strong", "em", "del", "sub", "sup", "kbd")}
_MARKS = {**_TAGS, "strong": ("**", "**"), "em": ("*", "*"), "del": ("~~", "~~")}

Wrap = tuple[str, str]  # what is around the text: its meaning, and the address of a link


class _Hand(NamedTuple):
    """A way to write."""

    marks: Mapping[str, tuple[str, str]]
    escaped: Callable[[str], str]


_SPARING, _TAGGED = _Hand(_MARKS, escaping.sparing), _Hand(_TAGS, escaping.sparing)
_THOROUGH, _PLAIN = _Hand(_TAGS, escaping.thorough), _Hand({}, str)


Part = tuple[Sequence[PageElement], Sequence[Wrap]]


BREAK, CELL_BREAK, NO_BREAK = "\\\n", "<br>", " "  # of lines in a paragraph, in a cell, in a heading


def lines(*given: Part, breaks: str = BREAK) -> list[str]:
    """The lines that `breaks` will divide; each part begins a line. In a cell, bars are yet to be escaped."""
    cell = breaks == CELL_BREAK
    wanted = " ".join(" ".join(_written(part, _PLAIN, cell=cell) for part in given).split())
    found: list[str] = []
    for hand in (_SPARING, _TAGGED, _THOROUGH):
        text = "\n".join(_written(part, hand, cell=cell) for part in given)
        parts = [part for line in text.split("\n") if (part := line.strip())]
        found = (
            parts
            if breaks != BREAK
            else [escaping.opening(part, first=not number) for number, part in enumerate(parts)]
        )
        if _read(breaks.join(found)) == wanted:
            break
    return found


def wrap(element: Tag) -> Wrap | None:
    """What an element means for the text in it, None where Markdown has no word for it."""
    meaning = "" if element.hidden else _MEANINGS.get(element.name, "")
    return (meaning, str(element.get("href", ""))) if meaning else None


def _read(written: str) -> str:
    return flat(inline.read(written, 0, len(written), {}))[0]


def _written(part: Part, hand: _Hand, *, cell: bool) -> str:
    nodes, wraps = part
    around = frozenset(meaning for meaning, _ in wraps)
    text = "".join(_node(node, around, hand, cell=cell) for node in nodes)
    for number in range(len(wraps) - 1, -1, -1):
        text = _wrapped(text, wraps[number], frozenset(meaning for meaning, _ in wraps[:number]), hand, cell=cell)
    return _BREAKS.sub("\n", _SPACES.sub(" ", text))


def _node(node: PageElement, around: frozenset[str], hand: _Hand, *, cell: bool) -> str:
    if isinstance(node, NavigableString):
        written = hand.escaped(_SPACE.sub(" ", str(node)))
        return escaping.label(written) if "a" in around and hand is not _PLAIN else written
    if not isinstance(node, Tag):
        return ""
    if node.name in ("br", "img"):
        return "\n" if node.name == "br" else _picture(node, hand)
    found = wrap(node)
    if found and found[0] == "code":
        return _wrapped(node.get_text(), found, around, hand, cell=cell)
    inside = around | {found[0]} if found else around
    text = "".join(_node(child, inside, hand, cell=cell) for child in node.children)
    if found:
        return _wrapped(text, found, around, hand, cell=cell)
    return f"\n{text}\n" if node.name in BLOCKS else text


def _wrapped(text: str, given: Wrap, around: frozenset[str], hand: _Hand, *, cell: bool) -> str:
    """Text in its marks, white space outside of them; none within the same marks."""
    meaning, href = given
    inner = text.strip()
    if not inner or meaning in around or hand is _PLAIN:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if meaning == "a":
        target = escaping.target(href)
        written = f"[{inner}]({target})" if target else inner
    elif meaning == "code":
        written = _code(_SPACE.sub(" ", inner), hand, tagged=hand is not _SPARING or (cell and "|" in inner))
    else:
        opens, closes = hand.marks[meaning]
        written = f"{opens}{inner}{closes}"
    return f"{before}{written}{after}"


def _code(text: str, hand: _Hand, *, tagged: bool) -> str:
    if tagged:
        return f"<code>{hand.escaped(text)}</code>"
    fence = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    space = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{space}{text}{space}{fence}"


def _picture(image: Tag, hand: _Hand) -> str:
    if hand is _PLAIN or image.hidden:
        return ""
    alt = escaping.label(hand.escaped(" ".join(str(image.get("alt", "")).split())))
    target = escaping.target(str(image["src"]))
    return f"![{alt}]({target})" if target else ""
