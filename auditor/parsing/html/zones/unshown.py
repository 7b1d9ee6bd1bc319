"""Text of a page that nobody sees: what inline styles, attributes and class names take out of sight.

Scripts show much of what a page hides at first: tabs, the answers of accordions, whole articles that fade in. So only
what no control of the page shows counts, and nothing that holds more of the prose than something hidden would.
"""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.parsing.html.tree.page import Element, Page
from auditor.parsing.html.zones.flags import HIDDEN, Flag

# Shares of the prose above which a page is taken to show it after all: what scripts can show, and what styles that
# serve for nothing else put out of sight. Of 1,795 real pages 24 have more of the first, none more of the second than
# a fifth; of the first 32 have more than .2 and 17 more than .5.
SWITCHED, PUT_AWAY = 0.35, 0.75
_BEFORE = 1_500  # characters in which the control of a part stands: about a heading with its icons
_LEVELS = 3  # ancestors that may say that a control shows what is inside: part, panel and group
_LOOKED_UP = 100  # ids of one page that are looked for; where more are hidden, a script surely shows some
_END = r"\s{0,4}(?:!\s{0,4}important\s{0,4})?(?:;|$)"
_ZERO = rf"0{{1,3}}(?:\.0{{1,4}})?(?:px|r?em|pt|%)?{_END}"
_OUT_OF_SIGHT = late(
    rf"(?:^|[;\s])(?:font-size\s{{0,4}}:\s{{0,4}}{_ZERO}"
    r"|(?:left|right|top|bottom|text-indent|margin-(?:left|top))\s{0,4}:\s{0,4}-(?:\d{4,6}px|\d{3,6}(?:r?em|pt|v[wh]))"
    r"|clip\s{0,4}:\s{0,4}rect\(\s{0,4}[01](?:px)?[\s,]"
    r"|clip-path\s{0,4}:\s{0,4}inset\(\s{0,4}(?:50|100)%)"
)
_SWITCHED_OFF = late(
    rf"(?:^|[;\s])(?:display\s{{0,4}}:\s{{0,4}}none{_END}|visibility\s{{0,4}}:\s{{0,4}}(?:hidden|collapse){_END})"
)
# Clear text alone is about to fade in; taken out of the flow as well, or deaf to the mouse, it stays so.
_CLEAR = late(rf"(?:^|[;\s])opacity\s{{0,4}}:\s{{0,4}}{_ZERO}")
_APART = late(
    rf"position\s{{0,4}}:\s{{0,4}}(?:absolute|fixed)|pointer-events\s{{0,4}}:\s{{0,4}}none|height\s{{0,4}}:\s{{0,4}}{_ZERO}"
)
_COLOUR = late(r"(?:^|[;\s])color\s{0,4}:\s{0,4}(#[0-9a-f]{3,8}|white|black)\b")
_GROUND = late(r"(?:^|[;\s])background(?:-color)?\s{0,4}:\s{0,4}(#[0-9a-f]{3,8}|white|black)\b")
# Class names that frameworks share: for screen readers alone, and out of sight until a script says otherwise.
_FOR_READERS = frozenset(
    "sr-only screen-reader-text screen-reader-only screen-reader screenreader visually-hidden visuallyhidden "
    "u-visually-hidden is-visually-hidden element-invisible a11y-hidden offscreen off-screen".split()
)
_HIDING = frozenset("hidden hide d-none is-hidden u-hidden display-none invisible".split())
_RESPONSIVE = late(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|visible)|d-(?:sm|md|lg|xl|xxl)-)")
# Words of ids and class names of parts that a control, or the arrival of the reader, shows.
_SHOWN_LATER = frozenset(
    "accordion accordions collapse collapsed collapsible tab tabs tabpanel pane panel panels toggle toggler faq faqs "
    "answer question expand expandable expander expanded more readmore spoiler slide slides slider carousel swiper "
    "step steps fade animate animated animation aos wow reveal lazy elementor read".split()
)
_WORD = late(r"[a-z]+")


def hidden(page: Page, good: Sequence[int]) -> dict[int, Flag]:
    """Flags by the index of the element, outer ones first.

    Args:
        good: good words before each segment (prefix sums).
    """
    named = _Named(page.source)
    found = {element.index: why for element in _candidates(page) if (why := _why(page, element, named))}
    allowed = {True: SWITCHED, False: PUT_AWAY}
    held = {flag: _held(page, good, [i for i, (_, own) in found.items() if own is flag]) for flag in allowed}
    return {
        index: Flag(HIDDEN, why)
        for index, (why, switched) in found.items()
        if held[switched] <= allowed[switched] * good[-1]
    }


def _candidates(page: Page) -> Iterator[Element]:
    """Elements with whole segments whose start tags may say how they are shown."""
    found = [e for opening, elements in page.marked.items() if _is_telling(opening) for e in elements]
    for element in page.elements:
        if element.last - element.first == 1 and not element.block:
            only = page.segments[element.first]
            if element.inner <= only.start and only.end <= element.inner_end and _is_telling(element.opening):
                found.append(element)
    return iter(sorted(found, key=lambda element: element.index))


def _is_telling(opening: str) -> bool:
    """Spares the reading of most attributes."""
    tag = opening.lower()
    return "style" in tag or "hid" in tag or "screen" in tag or "sr-only" in tag or "invisible" in tag or "-none" in tag


def _why(page: Page, element: Element, named: "_Named") -> tuple[str, bool] | None:
    """What hides an element, and whether a script may show it."""
    opening = element.opening.lower()
    style = element.get("style").lower() if "style" in opening else ""
    if style and (_OUT_OF_SIGHT.search(style) or _is_camouflaged(style)):
        return (f"out of sight: {style[:60]}", False) if _is_bare(element, style) else None
    names = frozenset(element.get("class").lower().split())
    if not names.isdisjoint(_FOR_READERS):
        return "for screen readers", False
    why = _switched_off(element, style, names)
    return (why, True) if why and not _is_shown_later(page, element, named) else None


def _switched_off(element: Element, style: str, names: frozenset[str]) -> str:
    if style and (off := _SWITCHED_OFF.search(style)):
        return f"not shown: {off[0].strip(' ;')}"
    if style and (off := _CLEAR.search(style)) and _APART.search(style):
        return f"not shown: {off[0].strip(' ;')}"
    if element.place("hidden") and element.get("hidden").lower() != "until-found":
        return "not shown: hidden"
    told = names & _HIDING
    return f"not shown: class {min(told)}" if told and not _RESPONSIVE.search(element.get("class").lower()) else ""


def _is_camouflaged(style: str) -> bool:
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    return bool(colour and ground and colour[1] == ground[1])


def _is_bare(element: Element, style: str) -> bool:
    """Around blocks a font of no size closes the gaps between them, and each has its own size again."""
    return "font-size" not in style or element.last - element.first == 1


def _is_shown_later(page: Page, element: Element, named: "_Named") -> bool:
    """Is there a control or a script that shows it?"""
    for node in (element, *element.ancestors()[:_LEVELS]):
        told = f"{node.get('class')} {node.get('id')} {node.get('role')}".lower()
        if not _SHOWN_LATER.isdisjoint(_WORD.findall(told)) or named.elsewhere(node.get("id")):
            return True
    before = page.source[max(0, element.start - _BEFORE) : element.start]
    return "aria-expanded" in before or "aria-labelledby" in element.opening


class _Named:
    """Which ids are named elsewhere in the page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: dict[str, bool] = {}

    def elsewhere(self, name: str) -> bool:
        if name and name not in self._known:
            self._known[name] = len(self._known) >= _LOOKED_UP or self._is_named(name)
        return bool(name) and self._known[name]

    def _is_named(self, name: str) -> bool:
        source = self._source
        return f"#{name}" in source or source.count(f'"{name}"') + source.count(f"'{name}'") > 1


def _held(page: Page, good: Sequence[int], indices: Sequence[int]) -> int:
    """Good words in the elements together."""
    total = last = 0
    for element in (page.elements[index] for index in indices):
        if element.first >= last:
            total, last = total + good[element.last] - good[element.first], element.last
    return total
