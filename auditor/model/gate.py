"""What makes a page fail."""

from msgspec import Struct

from auditor.model.rule import Severity


class Gate(Struct, frozen=True):
    """What makes a page fail. A rejected page always does; the others only tighten the gate."""

    fail_on: Severity | None = None  # findings from this severity up
    fail_under: float | None = None  # scores below
    allow_empty: bool = False  # whether a page on which nothing was judged may pass
    min_coverage: float = 0  # percent of the rules that must have been able to judge
    reject_under: float = 40  # the bands of the verdict
    pass_from: float = 80
