"""Texts beside a person's name in which nobody is, and whose words are those of anything but lives."""

from collections.abc import Iterator, Sequence
from math import inf

from auditor.model import Author, Block, Hit
from auditor.signals import Signals
from auditor.text.shortened import shortened
from auditor.words.weights import weights
from auditor.world.lives_impersonal import is_person, nobody_is_in
from auditor.world.lives_weighed import weight_against
from auditor.world.names import parts


def detect(
    blocks: Sequence[Block], signals: Signals, *, table: str, at_least: float, below: float = inf
) -> Iterator[Hit]:
    """One hit for each author whose biography, all of its lines together, is of the kind.

    Args:
        table: `auditor/words/<code>/<table>.tsv`.
        at_least: the log odds, a sentence, of standing in no biography.
        below: those from which on it is for another rule.
    """
    known = weights(signals.document.language or "", table)
    seen: set[str] = set()
    for author in signals.document.authors if known else ():
        told = _told(author)
        if told not in seen and _is_impersonal(told, author) and at_least <= weight_against(told, known) < below:
            first, *rest = (line.span for line in author.all("biography"))
            yield Hit(first, {"match": shortened(first)}, tuple(rest))
        seen.add(told)


def _told(author: Author) -> str:
    return " ".join(line.value for line in author.all("biography"))


def _is_impersonal(told: str, author: Author) -> bool:
    name = parts(author.name)
    return is_person(name) and nobody_is_in(told, name)
