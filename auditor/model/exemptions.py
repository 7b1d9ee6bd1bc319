"""What is not held against a page: findings that somebody suppressed with a reason, and those that a baseline knows."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from auditor.model.blocks import Span

UNHEARD = "suppressions in the source do not count"  # a note of the document


class Suppression(Struct, frozen=True, kw_only=True):
    """Findings of `rules` (ids or dimensions) that somebody decided to live with, as it was written."""

    rules: tuple[str, ...]
    reason: str
    origin: str  # comment, file comment, front matter, settings
    until: str = ""  # the day from which it no longer counts, as written; empty: for good
    places: frozenset[str] = frozenset()  # fingerprints of the places that are meant; empty: all
    scope: tuple[int, int] | None = None  # where a finding must begin; None: anywhere
    place: Span | None = None  # where it is written; None: not in the source
    one_file: bool = True  # meant for this source alone, so it is stale when it hides nothing here


class Stale(Struct, frozen=True):
    """A suppression that should be removed or mended."""

    suppression: Suppression
    rules: tuple[str, ...]  # those of its rules that this is about
    problem: str


class Exemptions(Struct, frozen=True, kw_only=True):
    """What an audit does not charge."""

    inline: bool = False  # whether suppressions in the source count: not where nobody vouches for it
    entrusted: tuple[str, ...] = ()  # rules and dimensions that these may excuse even when critical, and as a whole
    settings: tuple[Suppression, ...] = ()
    known: Mapping[str, int] = {}  # fingerprints: of findings, with the number of their places, and of places
    today: date | None = None  # None: nothing expires
