"""What the machinery of a page prints, in the middle of paragraphs: the text was copied with the page around it."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.wording import Wording
from auditor.words import phrases
from auditor.words.finding import Few, find_few, places

_FILE = "visitor"
_JOINS = " |·•/,"  # between the labels of a bar
_BAR = 3  # labels in a row; two stand in sentences, too
_CONTROLS = 2  # of these, that are no sections


def detect(
    blocks: Sequence[Block], signals: Signals, *, said: list[str], marks: Wording, kinds: int, min_words: int
) -> Iterator[Hit]:
    """One hit: the first place, the others as related.

    Args:
        said: lists of the word files `visitor`; the phrases of each are one kind, wherever they stand in a paragraph.
        marks: expressions, each a kind; names of files, counters, icons. A bar of labels is a kind as well.
        kinds: different ones that are asked for. One or two are what a publisher may have put there on purpose.
        min_words: of a paragraph; in shorter ones such things stand by themselves, and other rules read those.
    """
    read = [b for b in blocks if b.kind is Kind.PARAGRAPH and len(signals.words(b)) >= min_words]
    found = [list(spans) for spans in _by_kind(read, signals, said, marks)]
    if sum(map(bool, found)) >= kinds:
        first, *others = sorted((span for spans in found for span in spans), key=lambda s: (s.block.start, s.start))
        yield Hit(first, {"match": first.text, "times": len(others) + 1}, tuple(others), needs=kinds)


def _by_kind(
    blocks: Sequence[Block], signals: Signals, said: Sequence[str], marks: Wording
) -> Iterator[Iterator[Span]]:
    """For each kind its places, none between quotation marks."""
    codes = ("en", language) if (language := signals.document.language) else ()  # tools speak English everywhere
    for name in said:
        few = signals.possible(tuple(phrases(_FILE, name, *codes)), blocks)
        yield _unquoted(_phrases(blocks, signals, few), signals)
    for spans in signals.matches_of_each(marks, blocks):
        yield _unquoted(spans, signals)
    controls, sections = (
        signals.possible(tuple(phrase for name in names for phrase in phrases(_FILE, name, *codes)), blocks)
        for names in (("controls", "alone"), ("sections", "networks"))
    )
    yield _unquoted(_bars(blocks, signals, controls, sections), signals)


def _unquoted(spans: Iterator[Span] | Sequence[Span], signals: Signals) -> Iterator[Span]:
    return (span for span in spans if not signals.quoted(span))


def _phrases(blocks: Sequence[Block], signals: Signals, few: Few) -> Iterator[Span]:
    for block, standing in signals.holding.phrases(few, blocks) if few else ():
        yield from (Span(block, start, end) for start, end in places(block.text, standing))


def _bars(blocks: Sequence[Block], signals: Signals, controls: Few, sections: Few) -> Iterator[Span]:
    """Labels in capitals that follow one another without a word between them: "Share Tweet Email Print"."""
    for block, standing in signals.holding.phrases(controls, blocks) if controls else ():
        own = [place for place in places(block.text, standing) if block.text[place[0]].isupper()]
        if len(own) >= _CONTROLS:
            others = find_few(block.text, signals.vocabulary_of(block), sections)
            labels = [(*place, True) for place in own]
            labels += [(*place, False) for place in others if block.text[place[0]].isupper()]
            yield from _in_a_row(block, sorted(labels))


def _in_a_row(block: Block, labels: list[tuple[int, int, bool]]) -> Iterator[Span]:
    text = block.text
    bar: list[tuple[int, int, bool]] = []
    for label in [*labels, (len(text) + 1, len(text) + 1, False)]:
        if bar and label[0] < bar[-1][1]:
            continue  # a part of the last one
        if bar and text[bar[-1][1] : label[0]].strip(_JOINS):
            if len(bar) >= _BAR and sum(is_control for *_, is_control in bar) >= _CONTROLS:
                yield Span(block, bar[0][0], bar[-1][1])
            bar = []
        bar.append(label)
