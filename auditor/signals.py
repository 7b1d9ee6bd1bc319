"""Measures of one document that several verbs need, each taken once and only when asked for."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, islice
from operator import itemgetter
from urllib.parse import urlsplit

from auditor.model import BESIDE_TEXT, Block, Document, Kind, Span, Stale, Zone
from auditor.text.addresses import page
from auditor.text.attribution import attribute
from auditor.text.passages import Passage, Passages, Phrase
from auditor.text.phrases import repeated, tokens, within
from auditor.text.quotations import Quotation, quotations
from auditor.text.relevance import stems
from auditor.text.reporting import CUES, Statement, statements
from auditor.text.words import sentences, words

_LINE = 8  # words; shorter blocks are labels and lines of lists, not running text
_NOT_COUNTED = frozenset({Kind.QUOTATION, Kind.TABLE, Kind.CODE})

FURNITURE = frozenset({Zone.BOILERPLATE, Zone.METADATA})
_MOST_LINKS = 2_000
_LEAD = 1_000  # characters: what a reader sees before scrolling


def in_link_list(block: Block) -> bool:
    """Whether it stands in a link list, as one of its lines or as a second link to a page that one of them leads to."""
    return block.zone is Zone.LINKS or (block.zone is Zone.BOILERPLATE and block.label != "")


class Signals:
    """Not shared between documents or threads; verbs read it and never write."""

    def __init__(self, document: Document, stale: tuple[Stale, ...] | None = None) -> None:
        self.document = document
        self.stale = stale  # suppressions to be removed, once the other rules have run; None: they have not
        self._blocks_in: dict[frozenset[Zone], tuple[Block, ...]] = {}
        self._words: dict[int, list[str]] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}

    def blocks_in(self, zones: frozenset[Zone]) -> tuple[Block, ...]:
        """The blocks of some zones in the order of the document."""
        if zones not in self._blocks_in:
            numbered = sorted((pair for zone in zones for pair in self._by_zone.get(zone, ())), key=itemgetter(0))
            self._blocks_in[zones] = tuple(block for _, block in numbered)
        return self._blocks_in[zones]

    @cached_property
    def _by_zone(self) -> dict[Zone, list[tuple[int, Block]]]:
        found: dict[Zone, list[tuple[int, Block]]] = {}
        for numbered in enumerate(self.document.blocks):
            found.setdefault(numbered[1].zone, []).append(numbered)
        return found

    def words(self, block: Block) -> list[str]:
        """The words of a block, lower case."""
        if block.start not in self._words:
            self._words[block.start] = words(block.text)
        return self._words[block.start]

    def sentences(self, block: Block) -> tuple[Span, ...]:
        if block.start not in self._sentences:
            self._sentences[block.start] = tuple(Span(block, a, b) for a, b in sentences(block.text))
        return self._sentences[block.start]

    def holding(self, needle: str, *, everywhere: bool = False) -> frozenset[int]:
        """Where the blocks start whose text holds a lower-case string, whatever its case there.

        Furniture of the page is searched only with `everywhere`: it is half of the text, and few rules look there.
        """
        read = self._read.holding(needle)
        return read | self._furniture.holding(needle) if everywhere else read

    def holding_phrase(self, phrase: str, *, everywhere: bool = False) -> frozenset[int]:
        """As `holding`, for whole words: far cheaper, as most phrases have a word that the document has not."""
        known = everywhere or self._vocabulary.issuperset(words(phrase))
        return self.holding(phrase, everywhere=everywhere) if known else frozenset()

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset().union(*map(self.words, self._read.blocks))

    @cached_property
    def _read(self) -> "Lowered":
        return Lowered([block for block in self.document.blocks if block.zone not in FURNITURE])

    @cached_property
    def _furniture(self) -> "Lowered":
        return Lowered([block for block in self.document.blocks if block.zone in FURNITURE])

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Blocks of the body's text, without captions and image alts."""
        return tuple(b for b in self.document.blocks if b.zone is Zone.BODY and b.kind not in BESIDE_TEXT)

    @cached_property
    def stems(self) -> set[str]:
        """Stems of the body's words."""
        return stems({word for block in self.body for word in self.words(block)})

    @cached_property
    def lead_stems(self) -> set[str]:
        """Stems of the body's first thousand characters."""
        found, room = set[str](), _LEAD
        for block in self.body:
            found |= stems(self.words(block) if len(block.text) <= room else words(block.text[:room]))
            room -= len(block.text)
            if room <= 0:
                break
        return found

    @cached_property
    def linked(self) -> dict[str, list[Span]]:
        """Links of the page's link lists by the page that they lead to, the first 2,000 of them."""
        found: dict[str, list[Span]] = {}
        links = ((b, link) for b in self.document.blocks if in_link_list(b) for link in b.links)
        for block, link in islice(links, _MOST_LINKS):
            where = link.href if "?" in link.href else page(link.href)
            found.setdefault(where, []).append(Span(block, link.start, link.end))
        return found

    @cached_property
    def strangely_linked(self) -> dict[str, list[Span]]:
        """Those of them whose address has no word of four letters or more that the links to it have."""

        def is_strange(where: str, spans: list[Span]) -> bool:
            address = where[where.find("/", 2) :].lower()
            said = (word for span in spans for word in span.text.lower().split())
            return not any(len(word) > 3 and word in address for word in said)

        return {where: spans for where, spans in self.linked.items() if is_strange(where, spans[:10])}

    @cached_property
    def titles(self) -> tuple[Block, ...]:
        """What the page gives as its title: the headline as shown, `<title>`, og:title."""
        return tuple(b for b in self.document.blocks if b.zone is Zone.HEADLINE or b.kind is Kind.TITLE)

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs, items and quotations of the body: what was written as sentences."""
        return tuple(b for b in self.body if b.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION))

    @cached_property
    def passages(self) -> Passages:
        """The body as its phrases are counted: without quotations, tables and code."""
        found: list[Passage] = []
        before = 0
        for block in self.body:
            if block.kind not in _NOT_COUNTED:
                found.append(self._passage(block, before))
                before += len(found[-1].words)
        return Passages(found)

    def _passage(self, block: Block, before: int) -> Passage:
        own = self.words(block) if "’" not in block.text else tokens(block.text)
        inside = () if block.kind is Kind.HEADING or len(own) < _LINE else self.sentences(block)
        running = len(inside) if len(inside) > (block.kind is Kind.ITEM) else 0
        first, last = (len(words(inside[i].text)) for i in (0, -1)) if running > 1 else (0, len(own))
        return Passage(block, own, before, running, first, len(own) - last)

    @cached_property
    def phrases(self) -> dict[tuple[str, ...], Phrase]:
        """The phrases of 2 to 6 words that stand in the passages three times or more."""
        return repeated(self.passages, 3)

    @cached_property
    def sought(self) -> frozenset[tuple[str, ...]]:
        """The phrases of title, keywords and address of the page, less the site's and the author's name."""
        kinds = (Kind.TITLE, Kind.KEYWORDS)
        texts = [b.text for b in self.document.blocks if b.zone is Zone.HEADLINE or b.kind in kinds]
        slug = urlsplit(self.document.url or "").path.rstrip("/").rpartition("/")[2]
        own_names = within([self.document.site or "", *self.document.byline])
        return within([self.document.title or "", *texts, slug]) - own_names

    @cached_property
    def prose_words(self) -> list[str]:
        return [word for block in self.prose for word in self.words(block)]

    @cached_property
    def prose_sentences(self) -> int:
        """Number of sentences of the prose."""
        return sum(len(self.sentences(block)) for block in self.prose)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations of the body's prose with their speakers, in reading order."""
        return attribute(quotations(self.prose))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the body's own prose says that somebody or something states; not what it quotes."""
        within: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            within.setdefault(quotation.span.block.start, []).append(quotation)
        own = [b for b in self.prose if b.kind is not Kind.QUOTATION and not CUES.isdisjoint(self.words(b))]
        return tuple(s for b in own for s in statements(b, within.get(b.start, ())))

    @property
    def metrics(self) -> dict[str, float | int | str | None]:
        """What the report publishes beside its findings."""
        per_sentence = len(self.prose_words) / self.prose_sentences if self.prose_sentences else None
        return {
            "words": self.document.words,
            "paragraphs": sum(block.kind is Kind.PARAGRAPH for block in self.body),
            "sentences": self.prose_sentences,
            "words_per_sentence": per_sentence and round(per_sentence, 1),
        }


class Lowered:
    """Blocks in one lower-case string, to find quickly which of them hold something."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        lowered = [block.text.lower() for block in blocks]
        self._text = "\n".join(lowered)
        self._borders = list(accumulate((len(text) + 1 for text in lowered), initial=0))
        self._holding: dict[str, frozenset[int]] = {}

    def holding(self, needle: str) -> frozenset[int]:
        if needle not in self._holding:
            found, at = set(), self._text.find(needle)
            while at >= 0:
                block = bisect_right(self._borders, at) - 1
                found.add(self.blocks[block].start)
                at = self._text.find(needle, self._borders[block + 1])
            self._holding[needle] = frozenset(found)
        return self._holding[needle]
