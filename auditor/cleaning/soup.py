"""Markup made safe and tidy by beautifulsoup4: what is not allowed goes, what is empty goes."""

import re

from bs4 import BeautifulSoup, Tag

from auditor.cleaning.addresses import safe

BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption "
    "table caption thead tbody tfoot tr th td".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup time u var".split()
)
_VOID = frozenset({"br", "img"})
_ALLOWED = BLOCKS | INLINE | _VOID
_EVERYWHERE = frozenset({"lang", "dir", "title"})
_ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan"}),
}
_LATE = ("data-src", "data-lazy-src", "data-original", "src")
_EMPTY_LINES = re.compile(r"\n\n+(?=</?(?:p|h\d|[uod]l|li|d[td]|blockquote|pre|t\w+|fig\w+|img|article)\b)")
_MAY_BE_EMPTY = frozenset({"td", "th", "br"})


def edited(markup: str, *, language: str = "", direction: str = "") -> str:
    """Markup as one `<article>`: allowed elements with allowed attributes and safe addresses, none of them empty.

    What goes is hidden, not taken out: that costs beautifulsoup4 a search among all its siblings.
    """
    article = BeautifulSoup(f"<article>\n{markup}</article>", "html.parser").article
    if article is None:
        return ""
    elements = article.find_all()
    for element in elements:
        _restrict(element)
    blank: set[int] = set()
    for element in reversed(elements):
        _prune(element, blank)
    if _is_blank(article, blank):
        return ""
    for name, value in (("lang", language), ("dir", direction)):
        if value:
            article[name] = value
    return _EMPTY_LINES.sub("\n", article.decode(formatter="minimal")) + "\n"


def _restrict(element: Tag) -> None:
    if element.name == "img":
        element["src"] = next((src for name in _LATE if (src := safe(str(element.get(name, ""))))), "")
    if element.name == "a":
        element["href"] = safe(str(element.get("href", "")))
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
            child.hidden = True
    elif element.name == "a" and not element.get("href"):
        element.hidden = True


def _is_blank(element: Tag, blank: set[int]) -> bool:
    return all(
        id(child) in blank or child.name == "br" if isinstance(child, Tag) else not str(child).strip()
        for child in element.children
    )
