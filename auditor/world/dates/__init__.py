"""The one home of dates: every reader of one in print.

`lines` reads what articles print beside their headlines, and is what this package offers by name; `sentences` finds
dates where they stand in running text; `figures` reads those of profiles. What months are called is in `names`, which
days there are in `days`.
"""

from auditor.world.dates.lines import (
    YEAR,
    begins,
    day_first,
    ends,
    first_told,
    is_dated,
    is_open,
    is_update,
    iso,
    month_first,
    order,
    said,
    turned,
)

__all__ = [
    "YEAR",
    "begins",
    "day_first",
    "ends",
    "first_told",
    "is_dated",
    "is_open",
    "is_update",
    "iso",
    "month_first",
    "order",
    "said",
    "turned",
]
