"""Cards: siblings of one make, each a linked title with a line or two. They are the text of a page that lists, and
beside a text they are an offer of other pages."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from auditor.expressions import late
from auditor.parsing.html.tree.page import Element, Page
from auditor.parsing.html.zones.flags import ASIDE, Flag

# So many of one make, and so many words each. On 92 pages that are no articles five to twelve move word F1 by .002.
FEWEST, LEAST_WORDS, MOST_WORDS = 8, 3, 100
LEAST = 100  # words of all
_LINKED = 0.8  # of the cards have a line that is mostly a link
# Of the words that show, cards hold at least this where they are beside a text, and this where they are the text.
BESIDE, SHARE = 0.2, 0.3
PROSE = 200  # words of prose around them are a text
_TOLD = 0.3  # of the words of a card beside a text stand in sentences, at most
_BUTTONS = 3  # cards that print the same line, at least: a button, a label
_PRICE = late(r"[$€£¥₹₩₪₺₽₫₴฿₦₱]\s?\d|\d\s?(?:[€£¥₺₽₫₴]|kr\b|zł|Kč|Ft\b|lei\b|USD|EUR|CHF)")
_TAGS = frozenset({"div", "li", "article", "section", "tr", "td", "a"})


class Cards(NamedTuple):
    """The segments of each card, and how the words of all compare with the rest of the page."""

    ranges: list[tuple[int, int]]
    share: float  # of the words that show
    told: float  # of their own words that stand in sentences
    around: int  # words in sentences around them
    priced: bool  # most are goods of a shop

    @property
    def are_beside(self) -> bool:
        return self.priced and self.around >= PROSE and self.told <= _TOLD

    def are_text(self, *, dated: bool) -> bool:
        """A page with a date lists only where it has no sentence."""
        return self.share >= SHARE and self.around < PROSE and not (dated and (self.told or self.around))

    def aside(self, flags: Sequence[Flag | None]) -> list[Flag | None]:
        """The flags of a page beside whose text the cards stand."""
        result = list(flags)
        for first, last in self.ranges:
            result[first:last] = [flag or Flag(ASIDE, "cards beside the text") for flag in flags[first:last]]
        return result

    def counted(self, page: Page, words: Sequence[int]) -> list[int]:
        """Words of each segment that count where the cards are the text: theirs, without their buttons, and sentences.

        Args:
            words: those in sentences.
        """
        every, buttons = list(words), self._buttons(page)
        for first, last in self.ranges:
            every[first:last] = [0 if s.text in buttons else s.words for s in page.segments[first:last]]
        return every

    def _buttons(self, page: Page) -> set[str]:
        """Lines that half of the cards print alike."""
        times = Counter(s.text for first, last in self.ranges for s in page.segments[first:last])
        return {text for text, count in times.items() if count >= max(_BUTTONS, len(self.ranges) // 2)}


def find(page: Page, flags: Sequence[Flag | None], good: Sequence[int]) -> Cards | None:
    """All cards, None where they are a small part of the page.

    Args:
        good: words of sentences before each segment, outside flagged parts (prefix sums).
    """
    shown = [0, *accumulate(0 if flag else segment.words for segment, flag in zip(page.segments, flags, strict=True))]
    held = [(sum(shown[e.last] - shown[e.first] for e in group), group) for group in _groups(page)]
    ranges: list[tuple[int, int]] = []
    taken = bytearray(len(page.segments))
    for _, group in sorted(held, key=lambda each: -each[0]):
        if shown[group[0].last] > shown[group[0].first] and not any(taken[e.first : e.last].count(1) for e in group):
            for card in group:
                taken[card.first : card.last] = b"\x01" * (card.last - card.first)
                ranges.append((card.first, card.last))
    words = sum(shown[last] - shown[first] for first, last in ranges)
    if words < max(LEAST, BESIDE * shown[-1]):
        return None
    told = sum(good[last] - good[first] for first, last in ranges)
    return Cards(sorted(ranges), words / shown[-1], told / words, good[-1] - told, _are_priced(page, ranges))


def _are_priced(page: Page, ranges: Sequence[tuple[int, int]]) -> bool:
    priced = sum(any(_PRICE.search(s.text) for s in page.segments[first:last]) for first, last in ranges)
    return 2 * priced > len(ranges)


def _groups(page: Page) -> Iterator[list[Element]]:
    siblings: dict[tuple[int, str], list[Element]] = defaultdict(list)
    for element in page.elements:
        if element.last > element.first and element.block and element.tag in _TAGS and element.parent is not None:
            siblings[element.parent.index, element.tag].append(element)
    for found in siblings.values():
        if len(found) >= FEWEST:
            yield from (group for group in _of_one_make(found) if _are_cards(page, group))


def _of_one_make(found: Sequence[Element]) -> list[list[Element]]:
    """Siblings by their first class."""
    groups: dict[str, list[Element]] = defaultdict(list)
    for element in found:
        groups[element.classes[0] if element.classes else ""].append(element)
    return [group for group in groups.values() if len(group) >= FEWEST]


def _are_cards(page: Page, group: Sequence[Element]) -> bool:
    words = median(page.words[card.last] - page.words[card.first] for card in group)
    linked = sum(
        any(2 * s.linked >= s.words and s.links for s in page.segments[card.first : card.last]) for card in group
    )
    return LEAST_WORDS <= words <= MOST_WORDS and linked >= _LINKED * len(group)
