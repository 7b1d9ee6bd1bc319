"""Log commands that an article holds are not obeyed by the CI system that prints it.

Runners of Azure Pipelines obey `##vso[` and `##[` wherever in a line these stand, those of GitHub Actions the second.
A terminal obeys control characters, and a page turns round what stands behind a mark of direction: JSON, which would
keep both, writes them as escapes.
"""

import re
from collections.abc import Iterable, Iterator

from auditor.expressions import late

_COMMAND = late(r"#(?=#(?:vso)?\[)", re.IGNORECASE)
_OBEYED = late("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_PLAIN = bytes(range(0x7F))
IN_TEXT, IN_JSON, IN_MARKUP = r"\x23", r"\u0023", "&#35;"  # how a format spells the first sign


def inert(pieces: Iterable[str], spelled: str) -> Iterator[str]:
    """The same output; what reads its format finds the same words in it."""
    for piece in pieces:
        # one sign is found many times faster than two, and most pieces hold none
        told = _COMMAND.sub(lambda _: spelled, piece) if "#" in piece and "##" in piece else piece
        yield _OBEYED.sub(_escaped, told) if spelled == IN_JSON and _obeyed(told) else told


def _obeyed(text: str) -> bool:
    """Whether any such sign is in a text. Of a large report in English few characters are left to be looked at."""
    if text.isascii() and "\x7f" not in text:
        return False
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return _OBEYED.search(rest.decode("utf-8", "surrogatepass")) is not None


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
