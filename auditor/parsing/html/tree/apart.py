"""Text that a browser shows in elements whose content is no markup: fields, frames, drawings, old ways to show code."""

from collections.abc import Iterator

from auditor.expressions import late
from auditor.parsing.html.tree.tokenizer import Token, attribute, content

APART = frozenset({"iframe", "noembed", "noscript", "plaintext", "svg", "textarea", "xmp"})
_LABEL = late(r"<(?:(?i:text)(?![\w-])[^<>]{0,2000}>|/(?i:text|svg))")


def apart(source: str, token: Token) -> Iterator[tuple[int, int]]:
    """The intervals of such text in an element: of a frame its `srcdoc`, of a drawing its labels."""
    name, start, end, match = token
    if name == "svg":
        yield from _labels(source, match.end(), end)
    elif name != "iframe":
        yield content(source, token)
    elif place := attribute(source, "srcdoc", start + len("<iframe"), match.end() - 1):
        yield place


def _labels(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened = 0
    for tag in _LABEL.finditer(source, start, end):
        if opened and tag[0][1] == "/":
            yield opened, tag.start()
        opened = 0 if tag[0][1] == "/" else tag.end()
