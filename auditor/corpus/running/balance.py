"""What became of every record that readers came upon: the sum that a run must be able to show."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from auditor.corpus.read.item import Tally


class Balance(Struct, frozen=True, kw_only=True):
    """`records` are counted where they are read, all else where it has become something."""

    records: int = 0
    audited: int = 0
    skipped: dict[str, int] = {}  # what is no document, by why
    errors: dict[str, int] = {}  # by class

    @property
    def adds_up(self) -> bool:
        return self.records == self.audited + sum(self.skipped.values()) + sum(self.errors.values())


class Census(Struct):
    """What a worker counts while it reads a shard from its first record on."""

    tally: Tally = field(default_factory=Tally)
    skipped: Counter[str] = field(default_factory=Counter)

    def balance(self, documents: int, errors: Counter[str]) -> Balance:
        """Of a part that has so many rows."""
        return Balance(
            records=self.tally.records,
            audited=documents - errors.total(),
            skipped=_sorted(self.skipped),
            errors=_sorted(errors),
        )


def total(balances: Iterable[Balance]) -> Balance:
    records, audited, skipped, errors = 0, 0, Counter[str](), Counter[str]()
    for one in balances:
        records += one.records
        audited += one.audited
        skipped.update(one.skipped)
        errors.update(one.errors)
    return Balance(records=records, audited=audited, skipped=_sorted(skipped), errors=_sorted(errors))


def _sorted(counts: Counter[str]) -> dict[str, int]:
    """The most first, in the same order whatever was counted first."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
