"""The standfirst: what stands below the headline and says what the text is about."""

from collections.abc import Iterator, Sequence

from auditor.model.members import CAPTION, HEADING
from auditor.parsing.html.tree.page import Page, Segment

_BELOW = 20  # segments below the headline
# Words of one, which a label has not, and letters of a description; many break off.
_FEWEST, _ALIKE, _LONGEST = 12, 40, 120


def standfirsts(page: Page, headline: int | None, told: Sequence[str]) -> Iterator[int]:
    """Segments that the page itself states as its description, wherever they stand below the headline.

    Args:
        headline: index of its last segment.
        told: descriptions.
    """
    if headline is None:
        return
    wanted = [key for text in told if len(key := _key(text)) >= _ALIKE]
    below = page.segments[headline + 1 : headline + 1 + _BELOW] if wanted else ()
    for segment in below:
        key = _key(segment.text) if _may_be(segment) else ""
        if key and any(_same(key, one) for one in wanted) and not _is_opening(page, segment, key):
            yield segment.index
            return


def _may_be(segment: Segment) -> bool:
    return segment.words >= _FEWEST and not segment.linked and segment.element.kind not in (HEADING, CAPTION)


def _is_opening(page: Page, segment: Segment, key: str) -> bool:
    """Is it the beginning of the text, which stands below once more?"""
    return any(_key(other.text[:_LONGEST]).startswith(key[:_ALIKE]) for other in page.segments[segment.index + 1 :])


def _same(key: str, told: str) -> bool:
    return key.startswith(told) or (told.startswith(key) and len(key) >= _ALIKE)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
