"""Measures of one document that several verbs need, each taken once and only when asked for.

`Signals` is what verbs read; a module beside it for each subject says how it is measured.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, TypeVar

from auditor.model import Block, Document, Kind, Span, Stale, Zone
from auditor.model.members import BOILERPLATE, PARAGRAPH
from auditor.signals import linking, running_text, sourcing, topic
from auditor.signals.by_block import ByBlock
from auditor.signals.by_zone import ByZone, Holding
from auditor.signals.folding import Folding
from auditor.signals.mentions import Mentions
from auditor.signals.searching import Search
from auditor.signals.speakers import named
from auditor.text.attribution import attribute
from auditor.text.passages import Passages, Phrase
from auditor.text.phrases import repeated
from auditor.text.quotations import Quotation, quotations
from auditor.text.relevance import stems
from auditor.text.reporting import Statement
from auditor.text.slots import Slot
from auditor.words.finding import Few, narrowed

_Measure = TypeVar("_Measure")


class Signals:
    """Not shared between documents or threads; verbs read it and never write."""

    def __init__(
        self,
        document: Document,
        stale: tuple[Stale, ...] | None = None,
        wordings: Iterable[tuple[str, ...]] = (),
        *,
        fold: bool = True,
    ) -> None:
        self.written = document  # as it was parsed
        self.folding = Folding(document) if fold else None
        self.document = self.folding.document if self.folding else document  # as rules about wording read it
        self.wordings = frozenset(wordings)  # that the rules will ask for, so that one reading finds them all
        self.stale = stale  # suppressions to be removed, once the other rules have run; None: they have not
        self._read = read = ByBlock()
        self.words, self.vocabulary_of, self.length = read.words, read.vocabulary_of, read.length
        self.figures = read.figures
        self.sentences, self.sentence_words = read.sentences, read.sentence_words
        self._voices: dict[int, str] = {}
        self._once: dict[Hashable, Any] = {}

    @property
    def as_written(self) -> "Signals":
        """The measures of the text with all its characters, for rules about those."""
        return self._unfolded if self.folding and self.folding.is_needed else self  # not kept: see `by_block`

    @cached_property
    def _unfolded(self) -> "Signals":
        return Signals(self.written, self.stale, fold=False)  # the few cards that ask need no others' wordings

    def once(self, key: Hashable, measure: Callable[[], _Measure]) -> _Measure:
        """What several cards ask of one verb, measured when the first does."""
        if key not in self._once:
            self._once[key] = measure()
        return self._once[key]  # type: ignore[no-any-return]

    def blocks_in(self, zones: frozenset[Zone]) -> tuple[Block, ...]:
        """The blocks of some zones in the order of the document."""
        return self.by_zone.blocks_in(zones)

    @cached_property
    def by_zone(self) -> ByZone:
        return ByZone(self.document)

    @cached_property
    def stands_alone(self) -> bool:
        """Whether no site is around the text that might print lines between its paragraphs."""
        return running_text.stands_alone(self.document)

    @cached_property
    def holding(self) -> Holding:
        """Which blocks hold which words."""
        return Holding(self.document, self._read)

    @cached_property
    def vocabulary(self) -> set[str]:
        """All words of the document but those of its boilerplate."""
        return set().union(*(self.vocabulary_of(b) for b in self.document.blocks if b.zone is not BOILERPLATE))

    @cached_property
    def all_words(self) -> AbstractSet[str]:
        return self.vocabulary.union(self.holding.words_of_site)

    def possible(self, phrases: tuple[str, ...], blocks: Sequence[Block]) -> Few:
        """Those of many phrases that some blocks can hold, for `holding.phrases`, or `finding.find_few` in one."""
        anywhere = BOILERPLATE in self.by_zone.zones_of(blocks)
        words = self.all_words if anywhere else self.vocabulary
        return self.once(("possible", phrases, anywhere), lambda: self.holding.standing(narrowed(phrases, words)))

    def matches(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> Iterator[Span]:
        """Where regular expressions match in some blocks, case ignored, in order and none over another."""
        return self._of_more_than_one(self._search.matches(wording, blocks))

    def matches_of_each(self, wording: tuple[str, ...], blocks: Sequence[Block]) -> list[list[Span]]:
        """The same of each expression by itself."""
        return [list(self._of_more_than_one(found)) for found in self._search.each(wording, blocks)]

    def _of_more_than_one(self, found: Iterable[Span]) -> Iterator[Span]:
        """Of places in what was joined of several paragraphs, those that no paragraph holds by itself."""
        return iter(found) if not self.folding else (one for one in found if len(self.folding.pieces(one)) != 1)

    @cached_property
    def _search(self) -> Search:
        return Search(self.document.blocks, self.wordings)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """Blocks of the body's text, without captions and image alts."""
        return running_text.body(self.document.blocks)

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs, items and quotations of the body: what was written as sentences."""
        return running_text.prose(self.body)

    @cached_property
    def prose_words(self) -> list[str]:
        return [word for block in self.prose for word in self.words(block)]

    @cached_property
    def prose_sentences(self) -> int:
        """Number of sentences of the prose."""
        return sum(len(self.sentences(block)) for block in self.prose)

    @cached_property
    def passages(self) -> Passages:
        """The body as its phrases are counted: without quotations, tables and code."""
        return running_text.passages(self.body, self.words, self.sentence_words)

    @cached_property
    def phrases(self) -> dict[tuple[str, ...], Phrase]:
        """The phrases of 2 to 6 words that stand in the passages three times or more."""
        return repeated(self.passages, 3)

    @cached_property
    def titles(self) -> tuple[Block, ...]:
        """What the page gives as its title: the headline as shown, `<title>`, og:title."""
        return topic.titles(self.document.blocks)

    @cached_property
    def sought(self) -> frozenset[tuple[str, ...]]:
        """The phrases of title, keywords and address of the page, less the site's and the author's name."""
        return topic.sought(self.document)

    @cached_property
    def stems(self) -> set[str]:
        """Stems of the body's words."""
        return stems({word for block in self.body for word in self.words(block)})

    @cached_property
    def lead_stems(self) -> set[str]:
        """Stems of the body's first thousand characters."""
        return topic.lead_stems(self.body, self.words)

    @cached_property
    def linked(self) -> dict[str, list[Span]]:
        """Links of the page's link lists by the page that they lead to, the first 2,000 of them."""
        return linking.by_page(self.document.blocks)

    @cached_property
    def strangely_linked(self) -> dict[str, list[Span]]:
        """Those of them whose address has no word of four letters or more that the links to it have."""
        return linking.strange(self.linked)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations of the body's prose with their speakers, in reading order."""
        return tuple(map(named, attribute(quotations(self.prose, self._read.between_marks))))

    def quoted(self, span: Span) -> bool:
        """Whether a place of any block is mentioned, not said: between quotation marks of any style, or code."""
        return self._mentions.quoted(span)

    def holds_report(self, span: Span) -> bool:
        """Whether words of it are emphasised and reported."""
        return self._mentions.holds_report(span)

    @cached_property
    def shows_code(self) -> bool:
        """Whether the body has code between its words or in blocks: programs and their words may be its subject."""
        return any(block.kind is Kind.CODE or self._mentions.has_code(block) for block in self.body)

    def voice(self, block: Block) -> str:
        """A block's text in the page's own voice: what it quotes and its code are blanks after a quotation mark."""
        if block.start not in self._voices:
            self._voices[block.start] = self._mentions.voice(block)
        return self._voices[block.start]

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self.document, self._read.between_marks, self.folding)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the body's own prose says that somebody or something states; not what it quotes."""
        return sourcing.statements(self.prose, self.quotations, self.words)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Slots that the body's own prose lets speak: "Source 2 states", "said Councillor Name"."""
        return sourcing.slots(self.prose, self.quotations, self._read, self.vocabulary)

    @property
    def metrics(self) -> dict[str, float | int | str | None]:
        """What the report publishes beside its findings."""
        per_sentence = len(self.prose_words) / self.prose_sentences if self.prose_sentences else None
        return {
            "words": self.document.words,
            "paragraphs": sum(block.kind is PARAGRAPH for block in self.body),
            "sentences": self.prose_sentences,
            "words_per_sentence": per_sentence and round(per_sentence, 1),
        }
