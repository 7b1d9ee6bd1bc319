"""Texts beside a person's name in which nobody is, and whose words are those of anything but lives."""

from collections.abc import Iterator, Sequence
from math import inf

from auditor.model import Author, Block, Document, Hit
from auditor.signals import Signals
from auditor.text.shortened import shortened
from auditor.words.weights import weights
from auditor.world.lives_impersonal import is_namesake, is_person, nobody_is_in, nobody_speaks, others_are_named
from auditor.world.lives_weighed import weight_against
from auditor.world.names import parts


def detect(
    blocks: Sequence[Block], signals: Signals, *, table: str, at_least: float, named: float = 0.0, below: float = inf
) -> Iterator[Hit]:
    """One hit for each author whose biography, all of its lines together, is of the kind.

    Args:
        table: `auditor/words/<code>/<table>.tsv`.
        at_least: the log odds, a sentence, of standing in no biography.
        named: how much more it takes where somebody else is named.
        below: those from which on it is for another rule.
    """
    known = weights(signals.document.language or "", table)
    seen: set[str] = set()
    for author in signals.document.authors if known else ():
        told = _told(author)
        least = _least(told, _name(author, signals.document), at_least, named)
        if told not in seen and least < inf and least <= weight_against(told, known) < below:
            first, *rest = (line.span for line in author.all("biography"))
            yield Hit(first, {"match": shortened(first)}, tuple(rest))
        seen.add(told)


def _told(author: Author) -> str:
    return " ".join(line.value for line in author.all("biography"))


def _name(author: Author, document: Document) -> tuple[str, ...]:
    """The parts of the name; where a box has none, that of the only author of the page."""
    alone = document.byline[0] if len(document.byline) == 1 else ""
    return parts(author.name or alone)


def _least(told: str, name: Sequence[str], at_least: float, named: float) -> float:
    """What a text must weigh; no weight suffices where it may be about somebody."""
    if not is_person(name) or not nobody_speaks(told):
        return inf
    if not nobody_is_in(told, name):
        return at_least if is_namesake(told, name) else inf
    return at_least + (named if others_are_named(told) else 0)
