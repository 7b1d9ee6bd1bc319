"""Rows of cards: boxes of one make, each with a linked title and a line or two.

Lists of nothing but links are told by their links. Cards have a price or a teaser of their own, so what tells them,
under whatever heading and in whatever language, is that they are alike and that each leads to a page. Whether they
are the text is told by the sentences around them: a page that lists has hardly any, and beside a text of its own a
page offers others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from auditor.expressions import late
from auditor.model.members import HEADING
from auditor.parsing.html.tree.page import Element, Page, Segment
from auditor.parsing.html.zones.flags import ASIDE, Flag
from auditor.parsing.html.zones.flags import FEWEST as FEWEST_AROUND

# Words in sentences around cards that are a text; those where nothing else says that the page is an article; and those
# where cards hold more than this share of the body: of 36 pages with cards in it such ones have fewer than 500 around
# them, and are lists, or a thousand.
PROSE, WHOLE_TEXT, LONG_TEXT, MOST = 200, 300, 600, 0.35
# So many of one make fill a page, and so many words each. On 92 pages that are no articles five to twelve move word
# F1 by .002.
FEWEST, LEAST_WORDS, MOST_WORDS = 8, 3, 100
FEW = 4  # beside one thing that is sold
LEAST = 100  # words of all
# Of the words that show, cards hold at least this where they are beside a text, and this where they are the text.
BESIDE, SHARE = 0.2, 0.3
_TOLD = 0.3  # of the words of a card beside a text stand in sentences, at most
_BUTTONS = 3  # cards that print the same line, at least: a button, a label
_PRICE = late(r"[$€£¥₹₩₪₺₽₫₴฿₦₱]\s?\d|\d\s?(?:[€£¥₺₽₫₴]|kr\b|zł|Kč|Ft\b|lei\b|USD|EUR|CHF)")
_LEVELS = 8
_TEXT = frozenset("p h1 h2 h3 h4 h5 h6 th tbody table dd dt blockquote".split())
Row = list[Element]


def rows(words: Sequence[int], titles: Iterable[Segment], most: int) -> Iterator[Row]:
    """Boxes around linked titles that are alike: of one parent, tag and first class.

    Args:
        words: words before each segment (prefix sums).
        most: words of a box.
    """
    found: dict[tuple[int, str, str], dict[int, Element]] = defaultdict(dict)
    for title in titles:
        for box in _boxes(words, title, most):
            named = "" if box.tag == "li" else " ".join(box.classes[:1])  # one in four may be where a slider halts
            found[(box.parent or box).index, box.tag, named][box.index] = box
    return ([row[index] for index in sorted(row)] for row in found.values())


def are_beside(held: int, around: int, whole: int, *, stated: bool) -> bool:
    """Whether cards stand beside a text that is not theirs.

    Args:
        held: words of the cards.
        around: words in sentences around them.
        whole: words of both, and of what else there is.
        stated: the page says that it is an article, or when it was published.
    """
    if stated and held <= SHARE * whole:
        return True
    if held > MOST * whole:
        return around >= LONG_TEXT
    return around >= (PROSE if stated else WHOLE_TEXT)


class Cards(NamedTuple):
    """The segments of each card, and how the words of all compare with the rest of the page."""

    ranges: list[tuple[int, int]]
    share: float  # of the words that show
    told: float  # of their own words that stand in sentences
    around: int  # words in sentences around them
    priced: bool  # most are goods of a shop

    def are_beside(self, *, one: bool) -> bool:
        """Whether they are an offer beside the text; of a page about `one` thing the others are that."""
        if one:
            return self.priced and self.around >= FEWEST_AROUND
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


def find(page: Page, flags: Sequence[Flag | None], good: Sequence[int], *, one: bool) -> Cards | None:
    """All cards, None where they are a small part of the page.

    Args:
        good: words of sentences before each segment, outside flagged parts (prefix sums).
        one: the page is about one thing that is sold.
    """
    shown = [0, *accumulate(0 if flag else segment.words for segment, flag in zip(page.segments, flags, strict=True))]
    ranges = _outermost(page, shown, one=one)
    words = sum(shown[last] - shown[first] for first, last in ranges)
    if words < max(LEAST, BESIDE * shown[-1]):
        return None
    told = sum(good[last] - good[first] for first, last in ranges)
    return Cards(ranges, words / shown[-1], told / words, good[-1] - told, _are_priced(page, ranges))


def _outermost(page: Page, shown: Sequence[int], *, one: bool) -> list[tuple[int, int]]:
    """The segments of cards; of rows in rows those that hold most."""
    linked = (segment for segment in page.segments if segment.links and 2 * segment.linked >= segment.words)
    titles, fewest = (chain(linked, _covered(page, shown)), FEW) if one else (linked, FEWEST)
    long = [row for row in rows(shown, titles, MOST_WORDS) if len(row) >= fewest and _words(shown, row) >= LEAST_WORDS]
    taken = bytearray(len(page.segments))
    ranges: list[tuple[int, int]] = []
    for row in sorted(long, key=lambda row: -sum(shown[card.last] - shown[card.first] for card in row)):
        if shown[row[0].last] > shown[row[0].first] and not any(taken[e.first : e.last].count(1) for e in row):
            for card in row:
                taken[card.first : card.last] = b"\x01" * (card.last - card.first)
                ranges.append((card.first, card.last))
    return sorted(ranges)


def _covered(page: Page, shown: Sequence[int]) -> Iterator[Segment]:
    """Headings of boxes over which a link without a text lies, or in which a linked picture stands."""
    for anchor in page.tagged("a"):
        box = anchor.parent
        if anchor.first == anchor.last and box and 0 < shown[box.last] - shown[box.first] <= MOST_WORDS:
            inside = page.segments[box.first : box.last]
            heading = next(
                (s for s in inside if s.element.kind is HEADING and shown[s.index + 1] > shown[s.index]), None
            )
            if heading and not heading.links:
                yield heading


def _words(words: Sequence[int], row: Row) -> float:
    return _median([words[card.last] - words[card.first] for card in row])


def _are_priced(page: Page, ranges: Sequence[tuple[int, int]]) -> bool:
    priced = sum(any(_PRICE.search(s.text) for s in page.segments[first:last]) for first, last in ranges)
    return 2 * priced > len(ranges)


def _boxes(before: Sequence[int], title: Segment, most: int) -> Iterator[Element]:
    """The boxes around a title that hold more than it, the inner ones first."""
    node = title.element
    for _ in range(_LEVELS):
        words = before[node.last] - before[node.first]
        if words > most or node.parent is None:
            break
        if words > title.words and node.tag not in _TEXT:
            yield node
        node = node.parent


def _median(numbers: list[int]) -> float:
    """What `statistics` gives; to import that takes a hundredth of a short run."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(numbers) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
