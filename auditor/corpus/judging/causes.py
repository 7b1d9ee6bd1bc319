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
        ranks = np.zeros(self.causes, np.int64)
        np.maximum.at(ranks, self.cause, self.found.ranks[self.finding])
        return ranks

    def sums(self, amounts: Numbers) -> Numbers:
        return np.bincount(self.cause, amounts[self.finding], minlength=self.causes).astype(np.int64)


def charged(column: Any, found: Findings, profile: Profile) -> Charged:
    """What each cause costs by the findings that are left of it; which findings are about one thing stays as stored."""
    causes = Lists.of(column)
    rows, everything = causes.owners, Members.of(causes, found)
    members = everything.only(found.kept)
    price, tenths = costs(members.only(found.pays), profile)
    lost = np.bincount(rows, price, minlength=len(causes.counts)).astype(np.int64)
    flat = replaced(
        causes.flat,
        severity=severities(members.gravest),
        points=pa.array(price, pa.int32()),
        places=pa.array(members.sums(found.places), pa.int32()),
        sentence=_sentences(causes.flat.field("sentence"), everything.sizes, members),
    )
    return Charged(tenths, lost, _ordered(causes, flat, price, members, column.type))


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


def _sentences(stored: Any, before: Numbers, members: Members) -> Any:
    """Of each cause: what its first finding of the worst class says. They are written again where a cause changed."""
    found, cause, finding, sizes = members.found, members.cause, members.finding, members.sizes
    touched = (sizes > 0) & (sizes != before)
    touched[cause[found.changed[finding]]] = True
    if not touched.any():
        return stored
    leads = touched[cause] & (found.ranks[finding] == members.gravest[cause])
    which, at = np.unique(cause[leads], return_index=True)
    messages = found.lists.flat.field("message").take(pa.array(finding[leads][at])).to_pylist()
    again = [sentence(message, int(size) - 1) for message, size in zip(messages, sizes[which], strict=True)]
    return pc.replace_with_mask(stored, pa.array(touched), pa.array(again, pa.string()))
