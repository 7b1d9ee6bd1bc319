"""Text that a browser shows in elements whose content is no markup: fields, frames, drawings, styles, old code."""

from collections.abc import Iterator

from auditor.expressions import late
from auditor.parsing.html.tree.tokenizer import Token, attribute, content
from auditor.parsing.html.tree.written import written

APART = frozenset({"iframe", "noembed", "noscript", "plaintext", "script", "style", "svg", "textarea", "xmp"})
_LABEL = late(r"<(?:(?i:text)(?![\w-])[^<>]{0,2000}>|/(?i:text|svg))")
# Text that a style prints: a sentence, not the letter of an icon.
_PRINTED = late(r"""content\s{0,4}:\s{0,4}(?:"([^"\\\n]{24,2000})"|'([^'\\\n]{24,2000})')""")


def apart(source: str, token: Token) -> Iterator[tuple[int, int]]:
    """The intervals of such text: `srcdoc` of a frame, labels of a drawing, what a style or script prints."""
    name, start, end, match = token
    if name == "svg":
        yield from _labels(source, match.end(), end)
    elif name == "style":
        yield from (printed.span(printed.lastindex or 0) for printed in _PRINTED.finditer(source, match.end(), end))
    elif name == "script":
        if "json" not in match[2].lower():
            yield from written(source, match.end(), end)
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
