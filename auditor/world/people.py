"""Whether two printed names can be one person's."""

from collections.abc import Iterable

from auditor.world.names import JOINS, PARTICLES, given_names, parts, short_forms

_SIMILAR = 80  # of 100; spellings of one name stay above, names of two people below


def may_be_same(one: str, other: str) -> bool:
    """Whether two names share a part, a short form or initials, or are nearly spelt alike.

    Names without Latin letters are not compared: they may be the same.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - 13 ms, needed by few pages

    a, b = parts(one), parts(other)
    if not a or not b:
        return True
    shared = set(a) & (set(b) | {form for part in b for form in short_forms(part)})
    if any(len(part) > 1 for part in shared):
        return True
    joined = "".join(a), "".join(b)
    initials = "".join(part[0] for part in a), "".join(part[0] for part in b)
    return (
        initials[0] == joined[1] or joined[0] == initials[1] or fuzz.ratio(*(text[:60] for text in joined)) >= _SIMILAR
    )


def is_full_name(printed: str) -> bool:
    """Whether a text is a person's name with a known given name and another part: no team, site or heading."""
    found = parts(printed)
    capitals = all(word[0].isupper() or word in PARTICLES or word in JOINS for word in printed.split())
    return capitals and 2 <= len(printed.split()) <= 5 and any(part in given_names() for part in found)


def none_in_common(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether nobody of one list can be anybody of the other."""
    there = list(others)
    return not any(may_be_same(name, other) for name in names for other in there)
