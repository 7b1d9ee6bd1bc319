"""A card as a page for the terminal."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.card import Card, Example
from auditor.examples import CLOSE, OPEN
from auditor.handbook import class_of, mending, price, reach, standing
from auditor.reporters.answer import SEVERITY_LOOKS
from auditor.reporters.paint import Style, clip, visible
from auditor.rulebook import read_card


def page(path: Path, style: Style, rule: str = "") -> Iterator[str]:
    """Why, what to do, what is left alone, where the numbers come from, and what it looks like.

    Raises:
        CardError: the card cannot be read.
    """
    return _page(rule or path.stem, path.parent.name, read_card(path), style)


def _page(rule: str, dimension: str, card: Card, style: Style) -> Iterator[str]:
    severity = class_of(card)
    yield f"{style.paint(rule, 'bold')}: {style.paint(card.title, 'bold')}\n"
    yield f"{style.paint(severity, *SEVERITY_LOOKS[severity])}, {price(card)}; {dimension}\n\n"
    for heading, text in _sections(card):
        yield f"{style.paint(heading, 'bold')}\n" + "".join(f"{line}\n" for line in _wrapped(text, style)) + "\n"
    yield from _examples("Flagged", card.bad, style)
    yield from _examples("Not flagged", card.good, style)


def _sections(card: Card) -> Iterator[tuple[str, str]]:
    yield "Why", card.why
    yield "What to do", card.fix
    yield "What --fix does", mending(card).replace("`", "")
    yield "What it leaves alone", card.not_flagged
    yield "What it costs", standing(card)
    yield "Where the numbers come from", card.basis
    if card.references:
        yield "Read more", "\n".join(card.references)
    yield "For whoever writes rules", f"The verb {_method(card)}"


def _method(card: Card) -> str:
    parameters = ", ".join(f"{name}: {clip(str(value), 60)}" for name, value in card.parameters.items())
    return f"{card.detect}{f' ({parameters})' if parameters else ''}; {reach(card)}"


def _wrapped(text: str, style: Style) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*+\n", text.strip()) if "http" not in text else text.splitlines():
        line = visible(" ".join(paragraph.split()))
        yield from textwrap.wrap(
            line,
            style.width,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _examples(heading: str, examples: Iterable[str | Example | list[Example]], style: Style) -> Iterator[str]:
    yield f"{style.paint(heading, 'bold')}\n"
    for number, example in enumerate(examples, 1):
        if isinstance(example, list):
            for document in example:
                yield from _examples(f"  {number}. {visible(document.url or '')}", [document], style)
            continue
        source = example if isinstance(example, str) else example.source
        lines = [piece for line in source.strip().splitlines() for piece in _folded(visible(line), style.width - 4)]
        yield "".join(f"  | {line}".rstrip() + "\n" for line in _highlighted(lines, style)) + "\n"


def _folded(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, break_on_hyphens=False, drop_whitespace=False) or [""]


def _highlighted(lines: Iterable[str], style: Style) -> Iterator[str]:
    """Marked places in red, also where they go on in the next line; without colours the marks themselves stay."""
    if not style.colour:
        yield from lines
        return
    marked = False
    for line in lines:
        shown = ""
        for piece in re.split(f"([{OPEN}{CLOSE}])", line):
            if piece in (OPEN, CLOSE):
                marked = piece == OPEN
            else:
                shown += style.paint(piece, *(("red", "underline") if marked else ()))
        yield shown
