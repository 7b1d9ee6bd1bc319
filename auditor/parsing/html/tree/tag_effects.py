"""What each tag does to the page that is being read."""

from auditor.model import Kind
from auditor.parsing.html.tree.vocabulary import BLOCK, BREAKS, CLOSES, HEADINGS, KINDS, RAW, SKIPPED, TABLE_PARTS, VOID

# In the order in which the reader asks.
BLOCK_END, BLOCK_START, SELDOM_START, RULE, VOID_START, ANCHOR, INLINE, INLINE_END, WHOLE, BREAK, NOTHING = range(11)

# A deed, the tag of the element, and the kind and level of its text (None: its parent's).
Deed = tuple[int, str, Kind | None, int]

ONCE = frozenset({"html", "head", "body"})
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}  # str.lower knows more letters, HTML does not
_SELDOM = ONCE | TABLE_PARTS | CLOSES.keys()


def deed(name: str | None, deeds: dict[str | None, Deed]) -> Deed:
    """What a tag does whose name as written is no key of `deeds`."""
    name = (name or "").translate(_LOWER)
    return deeds.get(name) or (_end(name[1:]) if name[0] == "/" else _start(name))


def _start(tag: str) -> Deed:
    return _deed_of_start(tag), tag, KINDS.get(tag), HEADINGS.get(tag, 0)


def _deed_of_start(tag: str) -> int:
    if tag in RAW or tag in SKIPPED or tag == "plaintext":
        return WHOLE
    if tag in BLOCK:
        return RULE if tag in VOID else SELDOM_START if tag in _SELDOM else BLOCK_START
    if tag in BREAKS:
        return BREAK
    special = {"a": ANCHOR, "wbr": NOTHING}
    return special.get(tag, VOID_START if tag in VOID else INLINE)


def _end(tag: str) -> Deed:
    return BREAK if tag == "br" else BLOCK_END if tag in BLOCK else INLINE_END, tag, None, 0


_INLINE = frozenset("a abbr b cite code em font i label picture s small span strong".split())
_TAGS = BLOCK | VOID | RAW | SKIPPED | _INLINE
# By the name as written, "/p" for an end tag, None for comments and declarations.
DEEDS: dict[str | None, Deed] = {
    **dict.fromkeys((None, ""), (NOTHING, "", None, 0)),
    **{tag: _start(tag) for tag in sorted(_TAGS)},
    **{f"/{tag}": _end(tag) for tag in sorted(_TAGS)},
}
# The same for a reader without scripts, to whom `<noscript>` is a part like any other.
UNSCRIPTED = {
    **DEEDS,
    "noscript": (BLOCK_START, "noscript", None, 0),
    "/noscript": (BLOCK_END, "noscript", None, 0),
}
