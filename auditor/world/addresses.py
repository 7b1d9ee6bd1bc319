"""Postal addresses that contradict themselves: a postcode outside the region that the address names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.world.postcodes import by_print, fold, is_british, owner

_CAP = 1_000  # characters of an address that are read
_INDONESIAN = late(r"\b(?:Jl|Jln|Jalan|Gg|Gang|Kpg|Psr|Ds|Dk|Ki|Jr)\b\.?", re.IGNORECASE)
# Towns of Mexico share these names with Spanish provinces.
_SHARED = frozenset(["leon", "guadalajara", "cordoba", "salamanca", "zamora", "toledo"])
# "..., MD 11311 McCormick Rd": the number after a degree is a house number when a street follows.
_NO_STREET = r"(?![\w-])(?!\s{1,3}(?!USA\b|U\.S|US\b|United|Phone|Tel|Fax|Email|E-mail|Mobile)[A-Z][A-Za-z]+)"
_FORMS = {
    "US": rf"(?<![\w.])(?P<region>REGION)[,.]?\s{{1,3}}(?P<code>\d{{5}})(?:-\d{{4}})?{_NO_STREET}",
    "CA": r"(?<![\w.])(?P<region>REGION)[,.]?\s{1,3}(?P<code>[A-Z]\d[A-Z])[ -]?\d[A-Z]\d\b",
    "AU": r"(?<![\w.])(?P<region>REGION)[,.]?\s{1,3}(?P<code>\d{4})(?![\w-])(?!\s{1,3}[A-Z][a-z])",
    "BR": r"\b(?P<code>\d{5}-\d{3})\b[^\n\d]{0,60}?[/,–-]\s?(?P<region>REGION)\b"
    r"|[/–-]\s?(?P<region2>REGION)\b[^\n\d]{0,20}?(?P<code2>\d{5}-\d{3})\b",
    "MX": r"(?<![\w.])(?P<region>REGION)[,.]?\s{1,3}(?:C\.?P\.?\s)?(?P<code>\d{5})\b",
    "IN": r"(?<![\w.])(?P<region>REGION)[ ,–-]{1,3}(?P<code>\d{6})\b",
    "ID": r"(?<![\w.])(?P<region>REGION)(?: (?:Selatan|Utara|Barat|Timur|Pusat))?[, ]{1,3}(?P<code>\d{5})\b",
    "ES": r"(?<![\w.])(?P<region>REGION),?\s{1,3}(?P<code>\d{5})\b|\b(?P<code2>\d{5}),?\s{1,3}(?P<region2>REGION)\b",
    "IT": r"\b(?P<code>\d{5})\b[^()\n]{1,60}\((?P<region>REGION)\)",
    "DE": r"\b(?P<code>\d{5})\s{1,3}(?P<region>REGION)\b(?!,? [A-Z]{2}\b)",
    "FR": r"\b(?P<code>\d{5})\s{1,3}(?P<region>REGION)\b",
}
# These prove themselves by their form; the others count only where an address is stated as such.
_ANYWHERE = ("US", "CA", "AU", "BR")
_BRITISH = late(r"\b([A-Z]{1,2})(\d[A-Z\d]?) ?(\d)([A-Z]{2})\b")


class Conflict(NamedTuple):
    start: int
    end: int
    postcode: str
    region: str
    belongs: str  # where the postcode lies, in words


def conflicts(text: str, *, stated: bool) -> Iterator[Conflict]:
    """The contradictions of a text; `stated` says that it is given as an address."""
    text = text[:_CAP]
    if not any(c.isdigit() for c in text):
        return
    indonesian = bool(_INDONESIAN.search(text))
    countries = ("ID",) if stated and indonesian else tuple(_FORMS) if stated else _ANYWHERE
    for country in countries:
        for found in _form(country).finditer(text):
            yield from _conflict(country, found, indonesian=indonesian)
    if stated:
        yield from _british(text)


def _conflict(country: str, found: re.Match[str], *, indonesian: bool) -> Iterator[Conflict]:
    parts = found.groupdict()
    printed, code = parts["region"] or parts.get("region2"), parts["code"] or parts.get("code2")
    if not printed or not code or (country == "ES" and fold(printed) in _SHARED):
        return
    if country == "ID" and len(printed) == 2 and not indonesian:
        return
    region = by_print(country)[fold(printed)]
    if not region.holds(code):
        place = owner(country, code)
        yield Conflict(found.start(), found.end(), code, printed, f"it lies in {place}" if place else "no place has it")


def _british(text: str) -> Iterator[Conflict]:
    for found in _BRITISH.finditer(text):
        area, district, number, inward = found.groups()
        if not is_british(area, district, inward):
            code = f"{area}{district} {number}{inward}"
            yield Conflict(found.start(), found.end(), code, "the United Kingdom", "no postcode is formed like that")


@cache
def _form(country: str) -> re.Pattern[str]:
    entries = by_print(country)
    printed = {name for region in entries.values() for name in (region.code, *region.names) if name}
    alternatives = "|".join(re.escape(name) for name in sorted(printed, key=lambda name: (-len(name), name)))
    return compiled(_FORMS[country].replace("REGION", alternatives))
