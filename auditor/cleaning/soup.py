"""Markup made safe and tidy by beautifulsoup4: what is not allowed goes, what is empty goes."""

import re

from bs4 import BeautifulSoup, Tag

from auditor.cleaning.addresses import safe
from auditor.cleaning.allowed import BLOCKS, INLINE

_VOID = frozenset({"br", "img"})
_ALLOWED = BLOCKS | INLINE | _VOID
_EVERYWHERE = frozenset({"lang", "dir", "title"})
_ATTRIBUTES = {
    "a": frozenset({"href"}),
    "ol": frozenset({"start"}),
    "img": frozenset({"src", "alt"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
}
_LATE = ("data-src", "data-lazy-src", "data-original", "src")
_EMPTY_LINES = re.compile(r"\n\n+(?=</?(?:p|h\d|[uod]l|li|d[td]|blockquote|pre|t\w+|fig\w+|img|article)\b)")
_NUMBER = re.compile(r"[0-9]{1,8}")
_MAY_BE_EMPTY = frozenset({"td", "th", "br"})


def edited(markup: str, *, language: str = "", direction: str = "") -> Tag | None:
    """Markup as one `<article>`: allowed elements with allowed attributes and safe addresses, none of them empty.

    None: there is nothing in it. What goes is hidden, not taken out: that costs beautifulsoup4 a search among all its
    siblings. Void elements must be written `<br/>`: each `<br>` makes the reading of all end tags after it longer.
    """
    article = BeautifulSoup(f"<article>\n{markup}</article>", "html.parser").article
    if article is None:
        return None
    elements = article.find_all()
    for element in elements:
        _restrict(element)
    blank: set[int] = set()
    for element in reversed(elements):
        _prune(element, blank)
    if _is_blank(article, blank):
        return None
    for name, value in (("lang", language), ("dir", direction)):
        if value:
            article[name] = value
    return article


def as_html(article: Tag) -> str:
    return _EMPTY_LINES.sub("\n", article.decode(formatter="minimal")) + "\n"


def _restrict(element: Tag) -> None:
    if element.name == "img":
        element["src"] = next((src for name in _LATE if (src := safe(str(element.get(name, ""))))), "")
    if element.name == "a":
        element["href"] = safe(str(element.get("href", "")))
    if not _NUMBER.fullmatch(str(element.get("start", ""))):
        del element["start"]
    allowed = _EVERYWHERE | _ATTRIBUTES.get(element.name, frozenset())
    element.attrs = {
        name: value for name, value in element.attrs.items() if name in allowed and (value or name == "alt")
    }
    element.hidden = element.name not in _ALLOWED


def _prune(element: Tag, blank: set[int]) -> None:
    """From the innermost out: nothing stays that shows nothing, no anchor that leads nowhere."""
    empty = not element.get("src") if element.name == "img" else _is_blank(element, blank)
    if empty and element.name not in _MAY_BE_EMPTY:
        blank.add(id(element))
        element.hidden = True
        for child in element.find_all(recursive=False):
            child.hidden = child.name != "br" or element.name not in INLINE  # the line breaks there all the same
    elif element.name == "a" and not element.get("href"):
        element.hidden = True


def _is_blank(element: Tag, blank: set[int]) -> bool:
    return all(
        id(child) in blank or child.name == "br" if isinstance(child, Tag) else not str(child).strip()
        for child in element.children
    )
