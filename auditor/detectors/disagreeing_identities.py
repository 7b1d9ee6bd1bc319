"""Profiles whose name, mailbox and accounts belong to different people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Field, Hit
from auditor.signals import Signals
from auditor.world.identities import Identities, identities

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")

_PEOPLE_LISTED = 4  # accounts at one network


def detect(blocks: Sequence[Block], signals: Signals, *, people: int, identities_at_least: int) -> Iterator[Hit]:
    """One hit for each profile, on its name; the accounts that cannot be that person's as related.

    Args:
        people: accounts that are names of this many other persons suffice.
        identities_at_least: this many identities, the named one included, suffice where no account fits the name and
            one is another person's; one more where all may be brands or pen names.
    """
    for author in signals.document.authors:
        if _is_list(author):
            continue
        found = identities(signals.document, author)
        strangers = (*found.others, *found.unknown)
        outnumbered = len(found.own) < len(strangers)
        many = found.different + found.named >= identities_at_least + (not found.people) and not found.own
        if outnumbered and (found.people >= people or many):
            yield _hit(author, found, strangers)


def _is_list(author: Author) -> bool:
    """Whether it lists people, as a note of thanks does: nobody has so many accounts at one network."""
    accounts = Counter(field.label for field in author.all("handle") if field.label)
    return max(accounts.values(), default=0) >= _PEOPLE_LISTED


def _hit(author: Author, found: Identities, strangers: Sequence[Field]) -> Hit:
    order = [field for field in author.fields if field in strangers]
    fields = [*([found.name] if found.name else []), *order]
    count = found.different + found.named
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    facts = {"number": number, "count": count, "identities": ", ".join(field.value[:60] for field in fields[:9])}
    first, *rest = (field.span for field in fields)
    return Hit(first, facts, tuple(rest))
