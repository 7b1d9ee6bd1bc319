"""Text that a browser shows in elements whose content is no markup: fields, frames, drawings, choices, old code."""

from collections.abc import Iterator

from auditor.expressions import late
from auditor.parsing.html.tree.tokenizer import Token, attribute, content
from auditor.parsing.html.tree.written import written

APART = frozenset("iframe noembed noscript plaintext script select style svg textarea xmp".split())
_LABELS = {
    "svg": late(r"<(?:(?i:text)(?![\w-])[^<>]{0,2000}>|/(?i:text|svg))"),
    "select": late(r"<(?:(?i:option)(?![\w-])[^<>]{0,2000}>|/(?i:option|select|optgroup))"),
}
_MOST = 20_000  # characters of the labels of one drawing, for what they say together
# Text that a style prints: a sentence, not the letter of an icon.
_PRINTED = late(r"""content\s{0,4}:\s{0,4}(?:"([^"\\\n]{24,2000})"|'([^'\\\n]{24,2000})')""")


def apart(source: str, token: Token) -> Iterator[tuple[int, int]]:
    """The intervals of such text: `srcdoc` of a frame, labels of a drawing, what a style or script prints.

    An interval that holds others before it is what these say together.
    """
    name, start, end, match = token
    if name in _LABELS:
        labels = list(_labels(source, name, match.end(), end))
        yield from labels
        if name == "svg" and len(labels) > 1 and labels[-1][1] - labels[0][0] <= _MOST:
            yield labels[0][0], labels[-1][1]
    elif name == "style":
        yield from (printed.span(printed.lastindex or 0) for printed in _PRINTED.finditer(source, match.end(), end))
    elif name == "script":
        if "json" not in match[2].lower():
            yield from written(source, match.end(), end)
    elif name != "iframe":
        yield content(source, token)
    elif place := attribute(source, "srcdoc", start + len("<iframe"), match.end() - 1):
        yield place


def _labels(source: str, name: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened = 0
    for tag in _LABELS[name].finditer(source, start, end):
        if opened and (tag[0][1] == "/" or name == "select"):
            yield opened, tag.start()
        opened = 0 if tag[0][1] == "/" else tag.end()
