"""The rules as pages. `python -m auditor.handbook` writes them to `docs/rules/`."""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from auditor.card import Card, Example
from auditor.earning import NEEDED, earned, lower_bound
from auditor.messages import language
from auditor.model import Safety, Scope, Severity
from auditor.rulebook import card_files, read_about, read_card, rules_folder
from auditor.scoring import FULL_CHARACTERS, FULL_PLACES, POINTS
from auditor.spoken import ANY, runs_in

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
    """What a page loses by a card: its class, and the points from the least to the most."""
    severity = class_of(card)
    if card.scope is Scope.CORPUS or severity is Severity.INFO or not card.charged:
        return "costs nothing"
    low, high = POINTS[severity]
    return f"costs {low} to {high} points"


def standing(card: Card) -> str:
    """How the card comes by its class, in sentences."""
    severity = class_of(card)
    said = f"Class: {severity}"
    if card.severity is not severity:
        said += f" (the card claims {card.severity}, which has not been earned)"
    parts = [f"{said}; a page {_loses(card)}."]
    if card.by_definition:
        parts.append(f"A fault by definition: {card.by_definition.strip()}")
    if card.certainty:
        counts, bound = card.certainty, lower_bound(card.certainty)
        of = f" of {counts.of}" if counts.of else ""
        parts.append(
            f"Certainty: {counts.read} findings{of} were read, {counts.correct} were right: at least {bound:.0%}."
        )
    if not card.by_definition and not card.certainty and card.severity in NEEDED:
        parts.append("No findings have been read and counted yet.")
    if card.rises:
        parts.append(f"From {card.rises.places} places on it is of class {card.rises.severity}.")
    return " ".join(parts)


def _loses(card: Card) -> str:
    price_ = price(card)
    if price_ == "costs nothing":
        return "loses nothing"
    about = " together with other findings of the same cause" if card.cause else ""
    dose = f"the most from {FULL_PLACES} places or {FULL_CHARACTERS:,} characters on"
    return f"loses {price_.removeprefix('costs ')}{about}, {dose}"


def reach(card: Card) -> str:
    """Which zones and languages a card reads, and how sure it is."""
    runs = runs_in(card.languages)
    languages = "" if runs == ANY else f", in {', '.join(sorted(map(language, runs)))} only"
    off = ", off unless selected" if card.confidence == "low" else ""
    scope = ", compares the documents of a corpus" if card.scope is Scope.CORPUS else ""
    zones = ", ".join(card.zones) or "the document as a whole"
    return f"reads {zones}{languages}{scope}; {card.confidence} confidence{off}"


def _index(rules: Path, cards: Iterable[tuple[Path, Card]]) -> str:
    lines = [_MADE.format(card="the cards in `rules/`"), "", "# Rules", ""]
    for dimension, group in groupby(cards, key=lambda pair: pair[0].parent.name):
        about = read_about(rules / dimension)
        lines += [f"## {about.title}", "", about.about, ""]
        lines += ["| rule | class | points | says |", "|---|---|---|---|"]
        lines += [_row(dimension, path.stem, card) for path, card in group]
        lines.append("")
    return "\n".join(lines)


def _row(dimension: str, name: str, card: Card) -> str:
    title = card.title.replace("|", "&#124;") + (" (corpus)" if card.scope is Scope.CORPUS else "")
    return f"| [{name}]({dimension}/{name}.md) | {class_of(card)} | {price(card).removeprefix('costs ')} | {title} |"


def _figures(card: Card) -> str:
    return price(card).removeprefix("costs ")


_MENDED = {
    Safety.SAFE: "Safe, `--fix` does it: ",
    Safety.UNSAFE: "Unsafe, only `--fix --unsafe-fixes` does it: ",
    Safety.SHOWN: "Nothing: ",
}


def mending(card: Card) -> str:
    """What a program may do about a card's findings, and why no more."""
    why = card.fixing.why
    return _MENDED[card.fixing.safety] + why[0].lower() + why[1:]


def class_of(card: Card) -> Severity:
    return earned(card.severity, card.certainty, by_definition=bool(card.by_definition))


def _page(path: Path, card: Card) -> str:
    source = f"rules/{path.parent.name}/{path.name}"
    return "\n".join([_MADE.format(card=f"`{source}`"), *_body(path, card)]).rstrip() + "\n"


def _body(path: Path, card: Card) -> Iterator[str]:
    yield from ("", f"# {card.title}", "")
    yield from (f"`{path.stem}` · {path.parent.name} · {class_of(card)}, {price(card)} · {reach(card)}", "")
    for heading, text in _sections(card):
        yield from (f"## {heading}", "", text.strip(), "")
    yield from ("## Flagged", "", _FLAGGED[card.scope], "")
    yield from _examples(card.bad)
    yield from ("## Not flagged", "")
    yield from _examples(card.good)


def _sections(card: Card) -> Iterator[tuple[str, str]]:
    yield "Why", card.why
    yield "What to do", card.fix
    yield "What --fix does", mending(card)
    yield "What it leaves alone", card.not_flagged
    yield "What it costs", standing(card)
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
