"""One biography under the names of several people, word for word or with name and pronouns changed."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Field, Hit
from auditor.signals import Signals
from auditor.text.words import words
from auditor.words import words as listed
from auditor.world.names import letters, parts
from auditor.world.people import is_full_name, may_be_same

_PRONOUNS = frozenset(listed("biographies", "pronouns"))


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit for each biography of that many words that two or more people share."""
    holders: dict[str, list[tuple[str, Field]]] = {}
    for author in signals.document.authors:
        for field in author.all("biography"):
            if is_full_name(author.name) and len(field.value.split()) >= min_words:
                holders.setdefault(_without_names(field.value, author.name), []).append((author.name, field))
    for shared in holders.values():
        people: list[tuple[str, Field]] = []
        for name, field in shared:
            if not any(may_be_same(name, other) for other, _ in people):
                people.append((name, field))
        if len(people) > 1:
            (_, first), *rest = people
            facts = {"count": len(people), "names": ", ".join(name[:60] for name, _ in people[:6])}
            yield Hit(first.span, facts, tuple(field.span for _, field in rest))


def _without_names(text: str, name: str) -> str:
    """A life without what differs when it is copied for somebody else."""
    own = frozenset(parts(name))
    bare = (word.removesuffix("'s").removesuffix("’s") for word in words(text))
    return " ".join("_" if word in _PRONOUNS or letters(word) in own else word for word in bare)
