"""Log commands that an article holds are not obeyed by the CI system that prints it.

Runners of Azure Pipelines obey `##vso[` and `##[` wherever in a line these stand, those of GitHub Actions the second.
"""

import re
from collections.abc import Iterable, Iterator

_COMMAND = re.compile(r"#(?=#(?:vso)?\[)", re.IGNORECASE)
IN_TEXT, IN_JSON, IN_MARKUP = r"\x23", r"\u0023", "&#35;"  # how a format spells the first sign


def inert(pieces: Iterable[str], spelled: str) -> Iterator[str]:
    """The same output; what reads its format finds the same words in it."""
    for piece in pieces:
        yield _COMMAND.sub(lambda _: spelled, piece) if "##" in piece else piece
