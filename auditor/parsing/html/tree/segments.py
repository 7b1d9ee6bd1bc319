"""Runs of text to a segment, with the spans of its links in it."""

from collections.abc import Sequence
from itertools import pairwise

from auditor.expressions import late
from auditor.model import Link
from auditor.parsing.html.tree.page import Element, Segment

# Scripts that put no spaces between words: about two characters a word in Chinese and Japanese, four in Thai, Lao,
# Khmer and Burmese.
_SPACELESS = late(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4}")

_SPACELESS_LETTER = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

# From this run on, text belongs to this address, or to none.
Mark = tuple[int, str | None]


def count_words(text: str) -> int:
    """Words of collapsed text, roughly: for shares and minima, not for rules."""
    words = text.count(" ") + 1
    return words if text.isascii() or not _SPACELESS_LETTER.search(text) else words + len(_SPACELESS.findall(text))


def segment(  # noqa: PLR0917 - called for each of them
    source: str, start: int, end: int, runs: list[str], marks: Sequence[Mark], element: Element, index: int
) -> Segment:
    """The segment of the runs of text in `source[start:end]`."""
    while runs[-1] == " ":
        runs.pop()
    pieces = "".join(runs).split() if len(runs) > 1 else runs[0].split()
    text, words, linked = " ".join(pieces), len(pieces), 0
    if not text.isascii():
        words = count_words(text)
    if source[start].isspace():
        start = end - len(source[start:end].lstrip())
    if source[end - 1].isspace():
        end = start + len(source[start:end].rstrip())
    links = spans(runs, marks, text) if marks else ()
    if links:
        linked = words if links[0].text == text else sum(count_words(link.text) for link in links)
    return Segment(index, start, end, text, element, links, words, linked)


def spans(runs: Sequence[str], marks: Sequence[Mark], whole: str) -> tuple[Link, ...]:
    """The links with any text in `whole`, which is all runs with white space collapsed; linear in the runs."""
    first, href = marks[0]
    if first == 0 and href is not None and (len(marks) == 1 or (len(marks) == 2 and marks[1][0] >= len(runs))):
        return (Link(whole, href, 0, len(whole)),) if whole else ()
    return tuple(_placed(runs, marks, whole))


def _placed(runs: Sequence[str], marks: Sequence[Mark], whole: str) -> list[Link]:
    found, at, gap, done = list[Link](), 0, False, 0
    for (index, href), (bound, _) in pairwise((*marks, (len(runs), None))):
        if href is None or index == bound:
            continue
        if done < index:
            at, gap = _advance("".join(runs[done:index]), at, gap=gap)
        piece, before, leading, done = "".join(runs[index:bound]), at, gap, bound
        at, gap = _advance(piece, at, gap=gap)
        if at > before:
            start = before + ((leading or piece[0].isspace()) and before > 0)
            found.append(Link(whole[start:at], href, start, at))
    return found


def _advance(text: str, at: int, *, gap: bool) -> tuple[int, bool]:
    """Where the collapsed text ends after another piece, and whether a space is pending."""
    words = text.split()
    if not words:
        return at, gap or bool(text)
    space = at > 0 and (gap or text[0].isspace())
    return at + space + len(" ".join(words)), text[-1].isspace()
