"""A person who has another first name later: Olive Trant, then Mrs Trant, then Ivy Trant."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.words import words
from auditor.world.names import given_names
from auditor.world.people import may_be_same

_NAME = late(r"(?<![A-Z][\w’'-] )\b(?P<given>[A-Z][a-z]{1,20}) (?P<surname>[A-Z][a-z’'-]{2,24})\b(?! [A-Z])")
_POSSESSIVE = late("['’]s?$")
_TWO = 2
_NAMES = 300  # that are looked at: a text with more is a list of people


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each person: on the first name that stands once, the other as related."""
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    named: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for given, surname, span in list(_people(read))[:_NAMES]:
        named[surname].setdefault(given, []).append(span)
    for surname, by_given in named.items():
        if len(by_given) == _TWO and surname.lower() not in given_names():
            (usual, there), (other, here) = sorted(by_given.items(), key=lambda one: -len(one[1]))
            spans = here[0], there[0]
            one, two = f"{usual} {surname}", f"{other} {surname}"
            if len(here) == 1 and _may_be_one(one, two) and not _is_explained(spans, surname, read, signals):
                yield Hit(spans[0], {"one": one, "other": two}, spans[1:])


def _people(blocks: Sequence[Block]) -> Iterator[tuple[str, str, Span]]:
    for block in blocks:
        for found in _NAME.finditer(block.text):
            if found["given"].lower() in given_names():
                yield found["given"], _POSSESSIVE.sub("", found["surname"]), Span(block, *found.span())


def _may_be_one(usual: str, other: str) -> bool:
    """Whether the first names are no forms of one, which a person may have beside each other."""
    first, second = usual.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return first[0] != second[0] and not may_be_same(first, second)


def _is_explained(spans: Sequence[Span], surname: str, blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether two people may have the name: relatives are named, the second is introduced, or it never stands alone."""
    text = "\n".join(block.text for block in blocks)
    stands = len(re.findall(rf"\b{re.escape(surname)}\b", text))
    full = len(re.findall(rf"\b(?:{'|'.join(span.text.split()[0] for span in spans)}) {re.escape(surname)}\b", text))
    introduced = spans[0].block.text.startswith((",", " ("), spans[0].end)
    quoted = any(map(signals.quoted, spans)) or is_corrected(signals)
    return stands == full or introduced or quoted or _family().search(text) is not None


@cache
def _family() -> re.Pattern[str]:
    listed = (*words("persons", "relatives", "en"), *words("roles", "of-a-family", "en"))
    return compiled(rf"\b(?:{'|'.join(listed)})s?\b", re.IGNORECASE)
