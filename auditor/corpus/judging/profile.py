"""What stored findings are judged by: the rules that count, their classes, and the scores that divide verdicts."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct

from auditor.corpus.judging.lists import Numbers
from auditor.coverage import holds, muted, runs
from auditor.model import PageType, Rule, RuleSet, Severity, Zone
from auditor.scoring import FULL_CHARACTERS, FULL_PLACES, Gates, points

SEVERITIES = list(Severity)  # by rank


class Aspect(Struct, frozen=True):
    """What decides which rules have something to judge in a document."""

    language: str | None
    type: PageType
    zones: tuple[Zone, ...]


class Heard(Struct, frozen=True):
    """What silence says in documents of one aspect."""

    able: list[bool]  # of each dimension, whether a rule of it that found nothing has judged it
    mute: Numbers  # of each rule, whether it does not know the language, so that it has judged only what it found


class Profile(Struct, frozen=True, dict=True):
    """Rules with their classes, and gates."""

    rules: RuleSet
    gates: Gates

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules.rules}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Where a rule stands among the rules."""
        return {rule.id: n for n, rule in enumerate(self.rules.rules)}

    @cached_property
    def dimensions(self) -> list[str]:
        return sorted(self.rules.dimensions)

    @cached_property
    def prices(self) -> Numbers:
        """`scoring.points` by class, places and characters, up to where the dose is full."""
        table = np.zeros((len(SEVERITIES), FULL_PLACES + 1, FULL_CHARACTERS + 1), np.int64)
        for severity in SEVERITIES:
            for places in range(1, FULL_PLACES + 1):
                table[severity.rank, places] = [points(severity, places, n) for n in range(FULL_CHARACTERS + 1)]
        return table

    def heard(self, aspect: Aspect) -> "Heard":
        if aspect not in self._seen:
            language, rules = aspect.language, self.rules.rules
            read = (r for r in rules if runs(r, language, aspect.type, aspect.zones) and holds(r.judges, language))
            able = {rule.dimension for rule in read}
            mute = np.array([not holds(rule.judges, language) for rule in rules], bool)
            self._seen[aspect] = Heard([name in able for name in self.dimensions], mute)
        return self._seen[aspect]

    def muted(self, mute: int, language: str | None) -> str:
        return muted(mute, len(self.rules.rules), language)

    @cached_property
    def _seen(self) -> dict[Aspect, "Heard"]:
        return {}


def by_code(names: Sequence[str], chosen: dict[str, Any]) -> Numbers:
    """A number for each of some names, to be looked up by their codes; 0 or False for others."""
    nothing = type(next(iter(chosen.values()), 0))()
    return np.array([chosen.get(name, nothing) for name in names] or [nothing])
