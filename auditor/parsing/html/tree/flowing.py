"""Block elements that their own style sets inside a word: `pa<div style="display:inline">ddles</div>` is one word.

They are read under a name of the same length that no block has, so every place in the source stays what it is.
"""

from auditor.expressions import late
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.parsing.html.tree.vocabulary import BLOCK

_FLOWS = (
    rf"(?i:{'|'.join(sorted(BLOCK))})\s[^<>]{{0,200}}?(?i:style)[^<>]{{0,200}}?(?i:display\s{{0,4}}:\s{{0,4}}inline)"
)
_FLOWING = late(f"<{_FLOWS}")
# It begins with the character that it is searched by: so pages without any cost a moment.
_INSIDE_WORD = late(rf"<(?<=[A-Za-z0-9]<){_FLOWS}")


def as_flowing(source: str) -> str:
    """The source, in which such elements have names of inline ones."""
    opened = {match.start() for match in _INSIDE_WORD.finditer(source)}
    return _renamed(source, opened) if opened else source


def _renamed(source: str, opened: set[int]) -> str:
    open_: dict[str, list[bool]] = {}
    pieces, done, edge = list[str](), 0, -1
    for name, start, end, _ in tokens(source):
        tag = name.removeprefix("/")
        if tag not in BLOCK:
            continue
        within = open_.setdefault(tag, [])
        if tag == name:  # one straight inside another flows as it does
            flows = start in opened or (start == edge and _FLOWING.match(source, start) is not None)
            edge = end if flows else edge
            within.append(flows)
        else:
            flows = bool(within) and within.pop()
        if flows:
            at = start + 1 + (tag != name)
            pieces += (source[done:at], "x" * len(tag))
            done = at + len(tag)
    return "".join((*pieces, source[done:]))
