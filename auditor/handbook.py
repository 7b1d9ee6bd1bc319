"""The rules as pages. `python -m auditor.handbook` writes them to `docs/rules/`."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from auditor.card import Card, Example
from auditor.model import Scope
from auditor.rulebook import card_files, read_about, read_card, rules_folder

_MADE = "<!-- Made by `python -m auditor.handbook` from {card}; edit that and run it again. -->"
_FLAGGED = {
    Scope.DOCUMENT: "What a finding points at stands between ⟦ and ⟧.",
    Scope.CORPUS: "The documents of an example are named by one finding.",
}
_SUFFIX = {"text": "text", "html": "html", "markdown": "markdown"}


def pages(rules: Path) -> dict[str, str]:
    """Every page by its path inside the handbook: one for each card, and an index.

    Raises:
        CardError: a card that cannot be read.
    """
    cards = [(path, read_card(path)) for path in card_files([rules])]
    found = {f"{path.parent.name}/{path.stem}.md": _page(path, card) for path, card in cards}
    return {"README.md": _index(rules, cards)} | found


def write(rules: Path, folder: Path) -> None:
    """Write the handbook and drop pages of rules that are gone."""
    wanted = pages(rules)
    for old in sorted(folder.glob("*/*.md")):
        if old.relative_to(folder).as_posix() not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def price(card: Card) -> str:
    """What a card costs, in words."""
    if not card.weight:
        return "costs nothing"
    each = card.weight if card.cost is None else card.cost
    return f"up to {card.weight:g} points" + (f", {each:g} a finding" if each != card.weight else "")


def reach(card: Card) -> str:
    """Which zones and languages a card reads, and how sure it is."""
    languages = "" if card.languages == ["any"] else f", in {', '.join(card.languages)} only"
    off = ", off unless selected" if card.confidence == "low" else ""
    scope = ", compares the documents of a corpus" if card.scope is Scope.CORPUS else ""
    return f"reads {', '.join(card.zones)}{languages}{scope}; {card.confidence} confidence{off}"


def _index(rules: Path, cards: Iterable[tuple[Path, Card]]) -> str:
    lines = [_MADE.format(card="the cards in `rules/`"), "", "# Rules", ""]
    for dimension, group in groupby(cards, key=lambda pair: pair[0].parent.name):
        about = read_about(rules / dimension)
        lines += [f"## {about.title}", "", f"{about.about} Costs at most {about.share:g} points. {about.basis}", ""]
        lines += ["| rule | severity | points | says |", "|---|---|---|---|"]
        lines += [_row(dimension, path.stem, card) for path, card in group]
        lines.append("")
    return "\n".join(lines)


def _row(dimension: str, name: str, card: Card) -> str:
    title = card.title.replace("|", "&#124;") + (" (corpus)" if card.scope is Scope.CORPUS else "")
    return f"| [{name}]({dimension}/{name}.md) | {card.severity} | {card.weight:g} | {title} |"


def _page(path: Path, card: Card) -> str:
    source = f"rules/{path.parent.name}/{path.name}"
    return "\n".join([_MADE.format(card=f"`{source}`"), *_body(path, card)]).rstrip() + "\n"


def _body(path: Path, card: Card) -> Iterator[str]:
    yield from ("", f"# {card.title}", "")
    yield from (f"`{path.stem}` · {path.parent.name} · {card.severity}, {price(card)} · {reach(card)}", "")
    for heading, text in _sections(card):
        yield from (f"## {heading}", "", text.strip(), "")
    yield from ("## Flagged", "", _FLAGGED[card.scope], "")
    yield from _examples(card.bad)
    yield from ("## Not flagged", "")
    yield from _examples(card.good)


def _sections(card: Card) -> Iterator[tuple[str, str]]:
    yield "Why", card.why
    yield "What to do", card.fix
    yield "What it leaves alone", card.not_flagged
    yield "Where the numbers come from", card.basis
    if card.references:
        yield "Read more", "\n".join(f"- <{reference}>" for reference in card.references)


def _examples(examples: Iterable[str | Example | list[Example]]) -> Iterator[str]:
    for number, example in enumerate(examples, 1):
        if isinstance(example, list):
            yield from (f"Example {number}, {len(example)} documents:", "")
            for document in example:
                yield from (f"`{document.url}`", "") if document.url else ()
                yield from _examples([document])
            continue
        given = example if isinstance(example, Example) else Example(source=example)
        fence = "`" * max(3, _longest_fence(given.source) + 1)
        yield from (f"{fence}{_SUFFIX[given.format]}", given.source.rstrip("\n"), fence, "")


def _longest_fence(text: str) -> int:
    return max((len(line) - len(line.lstrip("`")) for line in text.splitlines()), default=0)


if __name__ == "__main__":
    write(rules_folder(), Path(*sys.argv[1:]) if sys.argv[1:] else Path("docs/rules"))
