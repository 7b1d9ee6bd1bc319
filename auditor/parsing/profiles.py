"""What the blocks of one profile say of a person, whatever the format they came from."""

from collections.abc import Sequence

from auditor.model import Author, Block


def read_profile(source: str, blocks: Sequence[Block], origin: str = "visible") -> Author:
    """The facts that the blocks of one profile state, in their order."""
    return Author(origin, ())
