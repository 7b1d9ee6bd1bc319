"""Several weak signs of a generated profile, weighed together."""

from collections.abc import Iterator, Sequence
from datetime import date

from auditor.lexicon import Lexicon
from auditor.model import Author, Block, Hit, Span
from auditor.signals import Signals
from auditor.world.identities import identities
from auditor.world.names import parts
from auditor.world.signs import SIGNS, Setting


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    weights: dict[str, float],
    at_least: float,
    slogans: Lexicon,
    as_of: date,
) -> Iterator[Hit]:
    """One hit for each profile whose signs weigh enough: on its name, the signs as related.

    Args:
        weights: what each sign weighs, by its name in `auditor.world.signs`.
        at_least: the sum that suffices.
        slogans: the words of made-up slogans.
        as_of: stands for today where the page names no day.

    Raises:
        KeyError: a weight for a sign that does not exist.
    """
    for author in signals.document.authors:
        accounts = identities(signals.document, author)
        setting = Setting(signals.document, author, accounts, parts(author.name), slogans, as_of)
        found = {name: fields for name in weights if (fields := SIGNS[name][1](setting))}
        weight = sum(weights[name] for name in found)
        if weight >= at_least - 1e-9:
            evidence = [field.span for fields in found.values() for field in fields]
            first, *rest = dict.fromkeys([*_name(author), *evidence])
            words = ", ".join(SIGNS[name][0] for name in found if SIGNS[name][0])
            yield Hit(first, {"signs": words, "weight": round(weight, 2), "named": list(found)}, tuple(rest))


def _name(author: Author) -> list[Span]:
    found = author.first("name")
    return [found.span] if found else []
