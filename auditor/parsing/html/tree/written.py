"""Text that a script writes into a page: what its strings hold, where it also says that something is written."""

import re
from collections.abc import Iterator

from auditor.expressions import late

# How scripts put text into a page, by the language of browsers and the commonest library.
_WRITES = late(
    r"""\.(?:innerHTML|outerHTML|innerText|textContent|insertAdjacent|createTextNode|replaceChildren|replaceWith|html\("""
    r"""|append\(|prepend\(|setHTML|parseFromString\(|createContextualFragment\(|nodeValue)|document\.write"""
    r"""|\[(?:(?P<mark>["'])(?:innerHTML|outerHTML|textContent)(?P=mark)\])"""
)
_COMPUTED = late(
    r"""\[\s{0,4}(?:"[A-Za-z]{1,20}"|'[A-Za-z]{1,20}')\s{0,4}\+\s{0,4}["'][A-Za-z]{1,20}["']\s{0,4}[\]+]"""
)
# What closes a string may open the next: so strings are found beside the apostrophe of a remark as well.
_STRING = late(
    r"""(?<!\\)(?:"((?:[^"\\\n]++|\\.)*+)(?=")|'((?:[^'\\\n]++|\\.)*+)(?=')|`((?:[^`\\]++|\\.)*+)(?=`))""", re.DOTALL
)
_SHORTEST = 24  # characters
_BORDER = late(r"<[^<>]{1,2000}>|\\(?:u003|x3)[cC](?:[^\\]|\\.){0,300}?\\(?:u003|x3)[eE]|\\[nrt\n]|\n", re.DOTALL)


def written(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The intervals of such text in a script, between the tags and lines of its strings."""
    if writes(source, start, end):
        for opened, close in strings(source, start, end):
            at = opened
            for border in _BORDER.finditer(source, at, close) if close - at >= _SHORTEST else ():
                yield from _long(at, border.start())
                at = border.end()
            yield from _long(at, close)


def writes(source: str, start: int, end: int) -> bool:
    """Whether a script writes into the page that it stands in, or puts the names of what it does together."""
    return any(form.search(source, start, end) for form in (_WRITES, _COMPUTED))


def strings(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The insides of its strings."""
    for string in _STRING.finditer(source, start, end):
        yield string.span(string.lastindex or 0)


def _long(start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start >= _SHORTEST:
        yield start, end
