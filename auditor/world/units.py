"""Units that measure the same: by how much one differs from the other."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from auditor.words import subject


class Unit(NamedTuple):
    """What it measures, and how many of the smallest such unit it is."""

    measures: str
    size: float
    is_metric: bool = True


_Units = dict[str, tuple[Unit, tuple[str, ...]]]

# Names of units are words of a language (`units.yml`), whose lists have these keys; signs are the same everywhere.
_LENGTHS: _Units = {
    "millimetre": (Unit("length", 1), ("mm",)),
    "centimetre": (Unit("length", 10), ("cm",)),
    "inch": (Unit("length", 25.4, is_metric=False), ("in",)),
    "foot": (Unit("length", 304.8, is_metric=False), ("ft",)),
    "yard": (Unit("length", 914.4, is_metric=False), ("yd",)),
    "metre": (Unit("length", 1_000), ("m",)),
    "kilometre": (Unit("length", 1_000_000), ("km",)),
    "mile": (Unit("length", 1_609_344, is_metric=False), ("mi",)),
}
_MASSES: _Units = {
    "gram": (Unit("mass", 1), ("g",)),
    "ounce": (Unit("mass", 28.35, is_metric=False), ("oz",)),
    "pound": (Unit("mass", 453.6, is_metric=False), ("lb", "lbs")),
    "kilogram": (Unit("mass", 1_000), ("kg",)),
    "stone": (Unit("mass", 6_350, is_metric=False), ()),
}
_AREAS: _Units = {
    "square-foot": (Unit("area", 0.0929, is_metric=False), ("sq ft", "ft²")),
    "square-metre": (Unit("area", 1), ("sq m", "m²", "m2")),
    "acre": (Unit("area", 4_047, is_metric=False), ()),
    "hectare": (Unit("area", 10_000), ("ha",)),
    "square-kilometre": (Unit("area", 1_000_000), ("sq km", "km²", "km2")),
    "square-mile": (Unit("area", 2_590_000, is_metric=False), ("sq mi",)),
}
_OTHERS: _Units = {
    "kilometre-an-hour": (Unit("speed", 1), ("km/h", "kph")),
    "mile-an-hour": (Unit("speed", 1.609, is_metric=False), ("mph",)),
    "celsius": (Unit("temperature", 0), ("°C", "ºC", "C")),
    "fahrenheit": (Unit("temperature", 1, is_metric=False), ("°F", "ºF", "F")),
}
_UNITS: Mapping[str, tuple[Unit, tuple[str, ...]]] = MappingProxyType({**_LENGTHS, **_MASSES, **_AREAS, **_OTHERS})


@cache
def units(code: str) -> Mapping[str, Unit]:
    """Units by their signs, and by their names in a language in lower case."""
    names = subject(code, "units")
    return {written: unit for key, (unit, signs) in _UNITS.items() for written in (*signs, *names.get(key, ()))}


def converted(amount: float, one: Unit, other: Unit) -> float:
    """What an amount of one unit is in another that measures the same."""
    if one.measures != "temperature":
        return amount * one.size / other.size
    return amount * 9 / 5 + 32 if one.is_metric else (amount - 32) * 5 / 9
