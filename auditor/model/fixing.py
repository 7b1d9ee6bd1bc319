"""What a program may mend: what a card says of it, and the replacements that come of it."""

from enum import StrEnum

from msgspec import Struct


class Safety(StrEnum):
    """What a fix does to the text that a reader sees."""

    SAFE = "safe"  # every word stays as it is
    UNSAFE = "unsafe"  # words go or are set otherwise, so it is done on request only
    SHOWN = "shown"  # there is none: it takes a fact or a decision


class Fixing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whether a program may do what a card's remedy asks for, how, and why so or why not."""

    safety: Safety = Safety.SHOWN
    why: str = "The remedy takes a fact or a decision that only a person has."
    how: str = ""  # a module of `auditor/fixing`; empty: none
    only: tuple[str, ...] = ()  # linear expressions; places that begin with none of them are left to people


class Fix(Struct, frozen=True, kw_only=True):
    """`replacement` in place of a region of the source mends a place of a finding, or the part of it that is here."""

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    replacement: str
    safe: bool  # every word that a reader sees stays as it is
    why: str
    place: str  # the fingerprint of the place, see `places` of the finding
