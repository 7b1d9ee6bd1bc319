"""The causes of many rows, charged again: what `auditor.scoring` does to one report, done to columns."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from auditor.corpus.judging.findings import Findings, severities
from auditor.corpus.judging.lists import Lists, Numbers, begins, listed, numbers, replaced
from auditor.corpus.judging.profile import Profile
from auditor.scoring import FULL_CHARACTERS, FULL_PLACES, sentence

_MOST = 1 << 20  # findings of one row, for a number to sort by


class Charged(Struct, frozen=True):
    tenths: Numbers  # of a point, for each finding
    lost: Numbers  # points, for each row
    column: Any


class Members(Struct, frozen=True):
    """Which finding belongs to which cause, cause after cause."""

    cause: Numbers
    finding: Numbers
    causes: int
    found: Findings

    @classmethod
    def of(cls, causes: Lists, found: Findings) -> "Members":
        held = Lists.of(causes.flat.field("findings"))
        begin = found.lists.starts[causes.owners[held.owners]]
        return cls(held.owners, begin + numbers(held.flat), len(causes.flat), found)

    def only(self, those: Numbers) -> "Members":
        """Without the findings that are not of those."""
        kept = those[self.finding]
        return Members(self.cause[kept], self.finding[kept], self.causes, self.found)

    @property
    def sizes(self) -> Numbers:
        return np.bincount(self.cause, minlength=self.causes)

    @property
    def gravest(self) -> Numbers:
        """The worst class in each cause."""
        return self._worst(self.found.ranks)

    def firsts(self, ranks: Numbers) -> Numbers:
        """Of each cause the first finding of the worst class, by these classes; -1 where it has none."""
        leads = np.flatnonzero(ranks[self.finding] == self._worst(ranks)[self.cause])[::-1]
        found = np.full(self.causes, -1)
        found[self.cause[leads]] = self.finding[leads]  # the last that is written is the first that there is
        return found

    def _worst(self, ranks: Numbers) -> Numbers:
        worst = np.zeros(self.causes, np.int64)
        np.maximum.at(worst, self.cause, ranks[self.finding])
        return worst

    def sums(self, amounts: Numbers) -> Numbers:
        return np.bincount(self.cause, amounts[self.finding], minlength=self.causes).astype(np.int64)


def charged(column: Any, found: Findings, profile: Profile) -> Charged:
    """What each cause costs by the findings that are left of it; which findings are about one thing stays as stored."""
    causes = Lists.of(column)
    everything = Members.of(causes, found)
    members = everything.only(found.kept)
    price, tenths = costs(members.only(found.pays), profile)
    flat = replaced(
        causes.flat,
        severity=severities(members.gravest),
        points=pa.array(price, pa.int32()),
        places=pa.array(members.sums(found.places), pa.int32()),
        sentence=_sentences(causes.flat.field("sentence"), everything, members),
    )
    return Charged(tenths, _of_rows(causes, price), _ordered(causes, flat, price, members, column.type))


def lost(column: Any, found: Findings, profile: Profile) -> Numbers:
    """The points of each row alone."""
    causes = Lists.of(column)
    return _of_rows(causes, costs(Members.of(causes, found).only(found.kept & found.pays), profile)[0])


def _of_rows(causes: Lists, price: Numbers) -> Numbers:
    return np.bincount(causes.owners, price, minlength=len(causes.counts)).astype(np.int64)


def costs(paying: Members, profile: Profile) -> tuple[Numbers, Numbers]:
    """Points of each cause, and how they are apportioned to its findings in equal shares, the larger ones first."""
    places = np.minimum(paying.sums(paying.found.places), FULL_PLACES)
    characters = np.minimum(paying.sums(paying.found.characters), FULL_CHARACTERS)
    whole = profile.prices[paying.gravest, places, characters]
    each, more = np.divmod(whole * 10, np.maximum(paying.sizes, 1))
    nth = np.arange(len(paying.cause)) - begins(paying.sizes)[paying.cause]
    tenths = np.zeros(len(paying.found.rows), np.int64)
    tenths[paying.finding] = each[paying.cause] + (nth < more[paying.cause])
    return whole, tenths


def _ordered(causes: Lists, flat: Any, costs: Numbers, members: Members, kind: Any) -> Any:
    """The causes that are left, in each row the gravest first, with the new numbers of their findings."""
    sizes, local, rows = members.sizes, members.found.numbered[members.finding], causes.owners
    starts, left = begins(sizes), np.flatnonzero(sizes)
    first = np.zeros(members.causes, np.int64)
    first[left] = local[starts[left]]
    key = ((rows * 4 + 3 - members.gravest) * 128 + 100 - costs) * _MOST + first
    order = left[np.argsort(key[left], kind="stable")]
    within = np.arange(len(local)) - np.repeat(begins(sizes[order])[:-1], sizes[order])
    numbered = pa.array(local[np.repeat(starts[order], sizes[order]) + within], pa.int32())
    flat = flat.take(pa.array(order))
    flat = replaced(flat, findings=listed(sizes[order], numbered, flat.type.field("findings").type))
    return listed(np.bincount(rows[order], minlength=len(causes.counts)), flat, kind)


def _sentences(stored: Any, before: Members, members: Members) -> Any:
    """Of each cause: what its first finding of the worst class says, and of how many; new where that changed."""
    found, sizes = members.found, members.sizes
    leads = members.firsts(found.ranks)
    touched = (leads >= 0) & ((sizes != before.sizes) | (leads != before.firsts(found.was)))
    if not touched.any():
        return stored
    messages = found.lists.flat.field("message").take(pa.array(leads[touched])).to_pylist()
    said = list(zip(messages, sizes[touched].tolist(), strict=True))
    told = {pair: sentence(pair[0], pair[1] - 1) for pair in set(said)}  # many are one message
    return pc.replace_with_mask(stored, pa.array(touched), pa.array([told[pair] for pair in said], pa.string()))
