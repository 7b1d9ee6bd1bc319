"""Where postcodes lie.

`postcodes.txt` beside this file holds the regions of a dozen countries and what their postcodes begin with; its head
says how it was made.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Region(NamedTuple):
    country: str
    code: str
    names: tuple[str, ...]
    ranges: tuple[tuple[str, str], ...]  # first and last prefix, both included

    def holds(self, postcode: str) -> bool:
        return any(first <= postcode[: len(first)] <= last for first, last in self.ranges)

    @property
    def title(self) -> str:
        return self.names[0] if self.names else self.code


@cache
def regions(country: str) -> tuple[Region, ...]:
    """The regions of a country, by its two-letter code; empty for one that the table does not hold."""
    return tuple(region for region in _table() if region.country == country)


@cache
def by_print(country: str) -> dict[str, Region]:
    """The regions by what addresses print for them: code or name, folded."""
    return {fold(printed): r for r in regions(country) for printed in (r.code, *r.names) if printed}


def owner(country: str, postcode: str) -> str:
    """The name of the region that a postcode lies in; empty where no region has it."""
    return next((region.title for region in regions(country) if region.holds(postcode)), "")


def is_british(area: str, district: str, inward: str) -> bool:
    """Whether a British postcode is formed by the rules: a known area, a letter in the district only where central
    London has one, and none of C, I, K, M, O, V in the inward code.

    Source: Royal Mail, Programmers' Guide to the Postcode Address File.
    """
    if fold(area) not in by_print("GB") or set(inward) & set("CIKMOV"):
        return False
    if district[-1].isalpha():
        return f"{area}{district[:-1]}" in _LETTERED or area in {"WC", "EC"}
    return True


# Districts that end in a letter.
_LETTERED = frozenset("E1 N1 NW1 SE1 SW1 W1".split())


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


@cache
def _table() -> tuple[Region, ...]:
    text = (Path(__file__).parent / "postcodes.txt").read_text("utf-8")
    return tuple(_region(line) for line in text.splitlines() if line and not line.startswith("#"))


def _region(line: str) -> Region:
    country, code, names, ranges = line.split("|")
    bounds = tuple((r.split("-")[0], r.split("-")[-1]) for r in ranges.split())
    return Region(country, code, tuple(name for name in names.split(",") if name), bounds)
