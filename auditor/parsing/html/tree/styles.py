"""What the style sheets that stand in a page take out of sight, by class, id or tag.

Only names that are asked for are looked up: sheets are long, and few pages have an element that needs the answer.
"""

from collections.abc import Collection, Iterator

from auditor.expressions import late

_SHEET = late(r"(?i)<(/?)style\b")
_ZERO = r"0{1,3}(?:\.0{1,4})?(?:px|r?em|pt|%)?\s{0,4}(?:!|;|[\"'}]|$)"
HIDES = (
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)"
    rf"|(?:font-size|opacity)\s{{0,4}}:\s{{0,4}}{_ZERO}"
    r"|(?:left|right|top|bottom|text-indent)\s{0,4}:\s{0,4}-\d{3,6}"
)
_HIDES = late(f"(?i){HIDES}")
_NAMED = late(r"""(?i)\b(class|id)\s{0,4}=\s{0,4}["']?([^"'<>]{1,200})""")
_SIGNS = {"class": ".", "id": "#"}
_PRINTED = late(r"""content\s{0,4}:\s{0,4}(?:"([^"\\\n]{2,200})"|'([^'\\\n]{2,200})')""")
_MOST, _LONGEST = 50, 2_000  # rules that name one element, and characters of one rule


def names(tag: str, attributes: str) -> Iterator[str]:
    """What styles call an element: "s", ".x", "#x"."""
    yield tag
    for key, value in _NAMED.findall(attributes) if attributes else ():
        yield from (f"{_SIGNS[key.lower()]}{name}" for name in value.split())


def hidden(source: str, wanted: Collection[str]) -> frozenset[str]:
    """Those of some names that a sheet hides."""
    sheets = list(_sheets(source)) if wanted else []
    return frozenset(name for name in wanted if any(_is_hidden(source, name, *sheet) for sheet in sheets))


def _is_hidden(source: str, name: str, start: int, end: int) -> bool:
    """Whether a rule for it hides; what stands before the name in a selector may be anything."""
    at = start - 1
    for _ in range(_MOST):
        at = source.find(name, at + 1, end)
        if at < 0:
            return False
        after = source[at + len(name) : at + len(name) + 1]
        whole = name[0] in ".#" or source[at - 1] in " ,>}\n\t+~*"
        if whole and after in " ,{\n\t":
            opened = source.find("{", at, min(end, at + _LONGEST))
            closed = source.find("}", opened, min(end, opened + _LONGEST)) if opened >= 0 else -1
            if closed >= 0 and _selects(source[at + len(name) : opened]) and _HIDES.search(source, opened, closed + 1):
                return True
    return False


def printed(source: str) -> frozenset[str]:
    """The different words that the sheets print; names of classes, which generators list there, end in a comma."""
    found = (match[1] or match[2] for sheet in _sheets(source) for match in _PRINTED.finditer(source, *sheet))
    return frozenset(word for text in found for word in text.split() if word.rstrip(".;:!?").isalpha())


def _selects(rest: str) -> bool:
    """Whether what follows a name in a selector ends it."""
    return rest.lstrip()[:1] in ("", ",") and "}" not in rest


def _sheets(source: str) -> Iterator[tuple[int, int]]:
    opened = 0
    for tag in _SHEET.finditer(source):
        if tag[1] and opened:
            yield opened, tag.start()
        opened = 0 if tag[1] else tag.end()
