"""Whether a text says of a name that somebody goes by it here, and bears another."""

from typing import TYPE_CHECKING

from auditor.signals.subjects import is_subject

if TYPE_CHECKING:
    from auditor.signals import Signals


def is_pen_name(name: str, signals: "Signals") -> bool:
    """Whether a paragraph with the name says so: "Jane Doe is not the writer's name"."""
    told = [block for block in signals.document.blocks if name and name in block.text and block.text != name]
    return bool(told) and is_subject(told, signals, "profiles", "pen-names")
