"""The findings of many rows as columns: which count, of which class, and how much of each there is."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct, structs

from auditor.corpus.judging.lists import Lists, Numbers, begins, listed, numbers, replaced
from auditor.corpus.judging.profile import SEVERITIES, Profile, by_code


class Findings(Struct, frozen=True):
    """A number for each stored finding; `kept`, `ranks` and `pays` are what the profile makes of it."""

    lists: Lists
    rows: Numbers
    kept: Numbers
    ranks: Numbers  # of the classes
    was: Numbers  # the same of the stored ones
    pays: Numbers
    rules: Numbers  # numbers of the profile's
    dimensions: Numbers
    places: Numbers
    characters: Numbers

    @classmethod
    def of(cls, column: Any, profile: Profile) -> "Findings":
        lists = Lists.of(column)
        flat, rows = lists.flat, lists.owners
        encoded = flat.field("rule").dictionary_encode()
        names, codes = encoded.dictionary.to_pylist(), numbers(encoded.indices)
        related = Lists.of(flat.field("related"))
        places = 1 + related.counts
        ranks = _ranks(names, codes, rows, places, profile)
        order = {name: i for i, name in enumerate(profile.dimensions)}
        rules = profile.by_id
        said = related.sums(numbers(pc.utf8_length(related.flat.field("evidence"))))
        return cls(
            lists=lists,
            rows=rows,
            kept=by_code(names, {name: name in rules for name in names})[codes],
            ranks=ranks,
            was=_stored(flat),
            pays=(ranks > 0) & by_code(names, {name: rule.charged for name, rule in rules.items()})[codes],
            rules=by_code(names, profile.numbers)[codes],
            dimensions=by_code(names, {name: order[rule.dimension] for name, rule in rules.items()})[codes],
            places=places,
            characters=numbers(pc.utf8_length(flat.field("evidence"))) + said,
        )

    @classmethod
    def stored(cls, column: Any, profile: Profile) -> "Findings":
        """All of them, with the classes that they have; the profile tells only which rules cost nothing."""
        found = cls.of(column, profile)
        free = [rule.id for rule in profile.rules.rules if not rule.charged]
        pays = (found.was > 0) & ~numbers(pc.is_in(found.lists.flat.field("rule"), pa.array(free, pa.string())))
        return structs.replace(found, kept=np.ones(len(pays), bool), ranks=found.was, pays=pays)

    @property
    def counts(self) -> Numbers:
        """Of each row the number of its findings that are kept."""
        return np.bincount(self.rows[self.kept], minlength=len(self.lists.counts))

    @property
    def numbered(self) -> Numbers:
        """Of each finding the number that it has in its row among those that are kept."""
        return np.cumsum(self.kept) - 1 - begins(self.counts)[self.rows]

    def column(self, tenths: Numbers, kind: Any) -> Any:
        """The findings that are kept, with their classes and points."""
        flat = self.lists.flat
        if (self.ranks != self.was).any():
            flat = replaced(flat, severity=severities(self.ranks))
        flat = replaced(flat, points=pa.array(tenths / 10))
        return listed(self.counts, flat if self.kept.all() else flat.filter(pa.array(self.kept)), kind)


def severities(ranks: Numbers) -> Any:
    return pa.array(SEVERITIES, pa.string()).take(pa.array(ranks))


def _stored(flat: Any) -> Numbers:
    return numbers(pc.index_in(flat.field("severity"), pa.array(SEVERITIES, pa.string()))).astype(np.int64)


def _ranks(names: list[str], codes: Numbers, rows: Numbers, places: Numbers, profile: Profile) -> Numbers:
    """With many places in its row a finding is of the class that its card names for that."""
    ranks = by_code(names, {name: rule.severity.rank for name, rule in profile.by_id.items()})[codes]
    for code, name in enumerate(names):
        rise = profile.by_id[name].rises if name in profile.by_id else None
        if rise:
            own = codes == code
            many = np.bincount(rows[own], places[own], minlength=rows.max() + 1) >= rise.places
            ranks[own & many[rows]] = rise.severity.rank
    return ranks
