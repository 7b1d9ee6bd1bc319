"""One biography under the names of several people."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Field, Hit
from auditor.signals import Signals
from auditor.world.people import is_full_name, may_be_same


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit for each biography of that many words that two or more people share."""
    holders: dict[str, list[tuple[str, Field]]] = {}
    for author in signals.document.authors:
        for field in author.all("biography"):
            if is_full_name(author.name) and len(field.value.split()) >= min_words:
                holders.setdefault(" ".join(field.value.split()).casefold(), []).append((author.name, field))
    for shared in holders.values():
        people: list[tuple[str, Field]] = []
        for name, field in shared:
            if not any(may_be_same(name, other) for other, _ in people):
                people.append((name, field))
        if len(people) > 1:
            (_, first), *rest = people
            facts = {"count": len(people), "names": ", ".join(name[:60] for name, _ in people[:6])}
            yield Hit(first.span, facts, tuple(field.span for _, field in rest))
