"""What the markup itself says of a part of the page: its tags, roles and class names."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.expressions import late
from auditor.model.members import HEADING
from auditor.parsing.html.tree.page import Element, Page
from auditor.parsing.sections import is_offer

NAVIGATION, ASIDE = "navigation", "aside"
DISCUSSION, DETAIL, CONSENT, HIDDEN, OF_PICTURE = "comments", "detail", "consent", "hidden", "caption"


class Flag(NamedTuple):
    kind: str
    why: str


_TAGS = {
    "nav": NAVIGATION,
    "menu": NAVIGATION,
    "footer": NAVIGATION,
    "aside": ASIDE,
    "form": NAVIGATION,
    "button": NAVIGATION,
    "fieldset": NAVIGATION,
    "dialog": NAVIGATION,
    "label": NAVIGATION,
    "legend": NAVIGATION,
    "figcaption": OF_PICTURE,
}
_ROLES = {
    "navigation": NAVIGATION,
    "contentinfo": NAVIGATION,
    "banner": NAVIGATION,
    "complementary": ASIDE,
    "search": NAVIGATION,
    "dialog": NAVIGATION,
    "alertdialog": NAVIGATION,
    "menu": NAVIGATION,
    "menubar": NAVIGATION,
}
_WORDS = {
    **dict.fromkeys("comment comments disqus respond".split(), DISCUSSION),
    **dict.fromkeys("related recommended recommendations trending popular taboola outbrain".split(), ASIDE),
    **dict.fromkeys("cookie cookies consent gdpr".split(), CONSENT),
    **dict.fromkeys("sidebar pagination".split(), ASIDE),
    "caption": OF_PICTURE,
    **dict.fromkeys(
        "author bio biography byline credit cta disclaimer disclosure excerpt gallery meta notice popover "
        "rating tags tooltip".split(),
        DETAIL,
    ),
    **dict.fromkeys(
        "promo modal megamenu popup paywall login overlay dropdown button btn toc footer nav navbar "
        "menu submenu navigation breadcrumb breadcrumbs likes newsletter share sharedaddy sharing social subscribe "
        "signup advert advertisement copyright".split(),
        NAVIGATION,
    ),
}
# Names that tell no part of a page where it holds this many good words: a table of contents is links; "has-sidebar",
# "no-toc" and "sidebar-enabled" tell of what stands beside; so many words in an id are those of the heading.
_PROSE, _SLUG = 40, 6
_BESIDE = late(r"(?:^|[^A-Za-z])(?:has|no|without)[^A-Za-z]?$")
_SWITCH = late(r"[-_](?:enabled|disabled|false)\b")
_OF_POSTS = frozenset("author answerCount commentCount downvoteCount upvoteCount userInteractionCount".split())
_Key = tuple[str, str]
_TELLING = _WORDS.keys() | _ROLES.keys() | {"widget"}  # a start tag in lower case without one of them earns no flag
# Comments, a footer or a consent dialog may be longer than the article, if the article has this many good words.
FEWEST = 20
WHOLE = 0.75  # of the good words outside those: the article itself, whatever its name
_OFFERS = frozenset({"paywall", "newsletter", "subscribe"})
_OFFER = 120  # words of an offer with the list of what one gets for it
_WORD = late(r"[A-Z]?[a-z]++|[A-Z]++(?![a-z])|[A-Z]")
_LETTERS = bytes(code if code in b"abcdefghijklmnopqrstuvwxyz" else 32 for code in range(256))  # others are spaces
_LONGEST_KEPT = 100  # characters of a class name that is remembered from page to page
# WordPress prints the taxonomy of the post into the classes of its <article>.
_TAXONOMY = late(r"(?:category|tag|post_tag|format|type|status)-")
# WordPress names so what its theme places around a text; builders of pages give these names to panels of the text, too.
_WIDGET = "widget_"
_OF_POST = late(r"author-|byuser")


def own_flags(
    page: Page, good: Sequence[int], most: float, headline: int | None, also: dict[int, Flag], *, posts: bool
) -> dict[int, Flag]:
    """Flags by the index of the element.

    A flag is dropped where all elements that earn it in the same way together hold more than the share `most` of the
    good words, or by a class name nearly all of what a long discussion leaves: class names lie.

    Args:
        good: good words before each segment (prefix sums).
        also: flags that elements of such a page earn besides.
        posts: what visitors say is the text of the page.
    """
    found = dict(sorted((also | _named(page)).items()))
    if posts:
        found = {index: flag for index, flag in found.items() if flag.kind != DISCUSSION}
    found = {index: flag for index, flag in found.items() if not _is_text(page.elements[index], flag, good)}
    sure = _sure(page, found, headline)
    outside = good[-1] - _held(page, good, sure)
    believed = sure if outside >= FEWEST else set[int]()
    alike: dict[_Key, list[int]] = defaultdict(list)
    for index, flag in found.items():
        if index not in believed:
            alike[_key(page.elements[index], flag)].append(index)
    lying = set[int]()
    for (how, *_), indices in alike.items():
        held = _held(page, good, indices)
        # A list of linked titles has no good words; one that is called a detail and is the page is the page.
        listed = found[indices[0]].kind == DETAIL and _held(page, page.words, indices) > most * page.words[-1]
        if listed or held > most * good[-1] or (held > WHOLE * outside and how[:6] == "class "):
            lying.update(indices)
    return {index: flag for index, flag in found.items() if index not in lying}


def flagged(page: Page, own: dict[int, Flag]) -> list[Flag | None]:
    """The flag of each segment: that of its outermost flagged element."""
    flags: list[Flag | None] = [None] * len(page.segments)
    for index, flag in own.items():
        element = page.elements[index]
        if not flags[element.first]:
            flags[element.first : element.last] = [flag] * (element.last - element.first)
    return flags


def _is_text(element: Element, flag: Flag, good: Sequence[int]) -> bool:
    """Whether a name is about something else than the part of the page, or a paragraph is called by what it costs."""
    name = flag.why.removeprefix("class ")
    if name == flag.why:
        return False
    word = _telling(name)
    if word == "paywall":
        return element.tag == "p"
    return good[element.last] - good[element.first] >= _PROSE and (
        word == "toc"
        or _SWITCH.search(name) is not None
        or _BESIDE.search(name[: name.lower().find(word)]) is not None
        or (name == element.get("id") and name.islower() and len(_WORD.findall(name)) >= _SLUG)
    )


def _key(element: Element, flag: Flag) -> _Key:
    """What tells apart parts that are flagged alike: menus and boxes are many on a page, and each is of its own."""
    return flag.why, element.opening if flag.kind == NAVIGATION else " ".join((element.tag, *element.classes))


def _named(page: Page) -> dict[int, Flag]:
    """Flags of elements with text by their index."""
    found: dict[int, Flag] = {}
    for opening, elements in page.marked.items():
        if flag := _flag(elements[0], opening):
            for element in elements:
                if element.kind is not HEADING or element.tag != "button":  # the question of an accordion
                    found[element.index] = flag
    return found


def _sure(page: Page, found: dict[int, Flag], headline: int | None) -> set[int]:
    """Consent dialogs, menus and bars before the headline, and what begins after it and is no text by its name."""
    top = len(page.segments) if headline is None else headline
    return {
        index
        for index, flag in found.items()
        if (flag.kind == CONSENT and not page.elements[index].first <= top < page.elements[index].last)
        or (flag.kind == NAVIGATION and page.elements[index].last <= top and headline is not None)
        or (page.elements[index].first > top and _is_no_text(page, page.elements[index], flag))
    }


def _is_no_text(page: Page, element: Element, flag: Flag) -> bool:
    """By its name, or by that and its words: "paywall" is also what stands behind one."""
    if flag.kind == DISCUSSION or flag.why == "<footer>":
        return True
    named = _telling(flag.why.removeprefix("class ")) in _OFFERS
    short = page.words[element.last] - page.words[element.first] <= _OFFER
    return named and short and any(is_offer(s.text) for s in page.segments[element.first : element.last])


def _held(page: Page, good: Sequence[int], indices: Iterable[int]) -> int:
    """Good words in the elements together."""
    total = last = 0
    for index in sorted(indices):
        element = page.elements[index]
        if element.first >= last:
            total, last = total + good[element.last] - good[element.first], element.last
    return total


def _flag(element: Element, opening: str) -> Flag | None:
    if element.tag in _TAGS:
        return Flag(_TAGS[element.tag], f"<{element.tag}>")
    written: str | list[str] = opening.lower()
    if written == opening and opening.isascii() and "&" not in opening:
        written = _letters(opening)
        if _TELLING.isdisjoint(written):
            return None  # spares the reading of most attributes
    return _stated(element, written)


def _stated(element: Element, written: str | list[str]) -> Flag | None:
    """The flag that attributes earn, in which `written` stands."""
    if "role" in written and (role := _ROLES.get(element.get("role").lower())):
        return Flag(role, f"role {element.get('role')}")
    if "itemprop" in written and (of_post := element.get("itemprop")) in _OF_POSTS:
        return Flag(DETAIL, f"itemprop {of_post}")
    names = [*element.classes, element.get("id")] if "id" in written else element.classes
    if "widget" in names and "panel" not in written and any(name[:7] == _WIDGET for name in names):
        return Flag(ASIDE, "class widget")
    for name in names:
        if (flag := _named_flag(name)) and not (_OF_POST.match(name) and _is_post(element, names)):
            return flag
    return None


def _is_post(element: Element, names: Sequence[str]) -> bool:
    return element.tag in ("article", "body") or "hentry" in names or "post" in names


def _named_flag(name: str) -> Flag | None:
    word = _telling(name) if len(name) <= _LONGEST_KEPT else _telling.__wrapped__(name)
    return Flag(_WORDS[word], f"class {name}") if word and not _TAXONOMY.match(name) else None


@lru_cache(maxsize=8_192)  # pages repeat their class names, and frameworks theirs on many pages
def _telling(name: str) -> str:
    """The first word of a class name that earns a flag, or ""; capitals divide words too."""
    plain = name.islower() and name.isascii()  # a third of the cost, and nearly all names are
    words = _letters(name) if plain else [word.lower() for word in _WORD.findall(name)]
    return next((word for word in words if word in _WORDS), "")


def _letters(text: str) -> list[str]:
    """The runs of letters in a text of ASCII and lower case."""
    return text.encode().translate(_LETTERS).decode().split()
