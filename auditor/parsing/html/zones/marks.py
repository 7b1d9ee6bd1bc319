"""What zone each segment of a page is in, and why."""

from msgspec import Struct

from auditor.model import Zone


class Mark(Struct, frozen=True, gc=False):
    """The verdict on one segment."""

    zone: Zone
    reason: str = ""
    group: int = 0  # segments of one widget or author box share a number
    label: str = ""  # of a widget its kind
