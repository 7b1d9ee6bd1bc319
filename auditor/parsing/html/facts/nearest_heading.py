"""The heading of an article where none shows its title word for word."""

from collections.abc import Container

from auditor.expressions import late
from auditor.model.members import HEADING
from auditor.parsing.html.tree.page import Page, Segment

# Shared words over all words (Dice) from which a heading that is no <h1> is the title.
SAME = 0.8
_WORD = late(r"\w+")


def nearest_heading(page: Page, title: str, named: Container[int]) -> int | None:
    """The segment of the first-level heading that is most like the title, else of another that is much like it.

    Args:
        named: segments that are the name of the site.
    """
    wanted = _words(title)
    headings = [s for s in page.segments if s.element.kind is HEADING]
    first = [s for s in headings if s.element.level == 1 and s.index not in named]
    best = max(first, key=lambda s: (_alike(s, wanted), -s.index), default=None)
    if best is not None and (_alike(best, wanted) > 0 or not wanted):
        return best.index
    other = next((s.index for s in headings if _alike(s, wanted) >= SAME), None)
    if other is not None or first:
        return other if other is not None or len(first) > 1 else first[0].index
    return next((s.index for s in page.segments if len(wanted) > 1 and _alike(s, wanted) == 1), None)


def _alike(segment: Segment, wanted: set[str]) -> float:
    words = _words(segment.text)
    return 2 * len(words & wanted) / (len(words) + len(wanted)) if words and wanted else 0.0


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()[:500]))
