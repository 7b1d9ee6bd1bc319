"""A card as a page for the terminal."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.card import Card, Example
from auditor.examples import CLOSE, OPEN
from auditor.reporters.paint import Style, clip, visible
from auditor.reporters.totals import SEVERITY_LOOKS
from auditor.rulebook import read_card

_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*+){CLOSE}")


def page(path: Path, style: Style) -> Iterator[str]:
    """Why, what to do, what is left alone, where the numbers come from, and what it looks like.

    Raises:
        CardError: the card cannot be read.
    """
    return _page(path, read_card(path), style)


def _page(path: Path, card: Card, style: Style) -> Iterator[str]:
    yield f"{style.paint(path.stem, 'bold')}: {style.paint(card.title, 'bold')}\n"
    yield f"{style.paint(card.severity, *SEVERITY_LOOKS[card.severity])}, {_price(card)}; {path.parent.name}\n\n"
    for heading, text in _sections(card):
        yield f"{style.paint(heading, 'bold')}\n" + "".join(f"{line}\n" for line in _wrapped(text, style)) + "\n"
    yield from _examples("Flagged", card.bad, style)
    yield from _examples("Not flagged", card.good, style)


def _sections(card: Card) -> Iterator[tuple[str, str]]:
    yield "Why", card.why
    yield "What to do", card.fix
    yield "What it leaves alone", card.not_flagged
    yield "How it works", _method(card)
    yield "Where the numbers come from", card.basis
    if card.references:
        yield "Read more", "\n".join(card.references)


def _price(card: Card) -> str:
    if not card.weight:
        return "costs nothing"
    each = card.weight if card.cost is None else card.cost
    return f"up to {card.weight:g} points" + (f", {each:g} a finding" if each != card.weight else "")


def _method(card: Card) -> str:
    parameters = ", ".join(f"{name}: {clip(str(value), 60)}" for name, value in card.parameters.items())
    languages = "" if card.languages == ["any"] else f"; in {', '.join(card.languages)} only"
    confidence = f"; {card.confidence} confidence" + (", off unless selected" if card.confidence == "low" else "")
    return f"{card.detect} in {', '.join(card.zones)}{f' ({parameters})' if parameters else ''}{languages}{confidence}"


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


def _examples(heading: str, examples: Iterable[str | Example], style: Style) -> Iterator[str]:
    yield f"{style.paint(heading, 'bold')}\n"
    for example in examples:
        source = example if isinstance(example, str) else example.source
        yield "".join(f"  | {_highlighted(line, style)}".rstrip() + "\n" for line in source.strip().splitlines()) + "\n"


def _highlighted(line: str, style: Style) -> str:
    """Marked places in red; without colours the marks themselves stay."""
    if not style.colour:
        return visible(line)
    pieces = _MARKED.split(line)
    return "".join(
        style.paint(piece, "red", "underline") if i % 2 else visible(piece) for i, piece in enumerate(pieces)
    )
