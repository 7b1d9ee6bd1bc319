"""Titles of which the printed headline is only a part, or more than a part, told by what the page states of itself."""

from collections.abc import Iterable, Sequence

from auditor.expressions import late
from auditor.model import Kind
from auditor.parsing.html.tree.page import Page, Segment

_WORD = late(r"\w+")
# What a site prints of this kind is one word: "Kultur: ...", "Blog: ...", "... | Opinion".
_SECTION = late(r"^\w+\s?:\s+(?=\S)|\s\|\s\w+$")
_KICKER = (":", "：")
_LAST = late(r"\s(?:[|·•–—»›~-]{1,2})\s")
_TAILS = frozenset("-–—_|·~/ㅣ")
_LONGEST = 300
_PHRASE = 3  # words of a heading that is a title and not a label


def key(title: str) -> str:
    """The words of a title, for comparison."""
    return " ".join(_WORD.findall(title.lower()))


def whole(shown: str, agreed: str) -> str:
    """The headline with the line above it, where preview and structured data both have the two in one.

    Args:
        agreed: what those say alike, "" where they differ or one is missing.
    """
    before = agreed[: -len(shown)].rstrip() if shown and agreed.endswith(shown) else ""
    return agreed if before.endswith(_KICKER) else shown


def without_label(shown: str, cleaned: Iterable[str], sites: Iterable[str]) -> str:
    """A headline less the name of the site, and less that of a section which no stated title has."""
    cut = list(_LAST.finditer(shown))
    if cut and key(shown[cut[-1].end() :]) in {key(site) for site in sites}:
        shown = shown[: cut[-1].start()].strip()
    rest = _SECTION.sub("", shown, count=1)
    return rest if rest != shown and key(rest) in {key(title) for title in cleaned} else shown


def without_tail(titles: Sequence[str]) -> str:
    """The first title, or the other one with which it begins: "TITLE-Section|Site" beside "TITLE"."""
    first = titles[0]
    for other in titles[1:]:
        if (
            key(other).count(" ") >= _PHRASE - 1
            and first.startswith(other)
            and first[len(other) :].lstrip()[:1] in _TAILS
        ):
            return other
    return first


def stated_word_for_word(page: Page, top: int, cleaned: Sequence[str]) -> Segment | None:
    """A heading, before the first-level one given, that is a stated title word for word."""
    wanted = {words for title in cleaned if (words := key(title)).count(" ") >= _PHRASE - 1}
    headings = (s for s in page.segments[:top] if s.element.kind is Kind.HEADING and len(s.text) <= _LONGEST)
    return next((s for s in headings if key(s.text) in wanted), None)
