"""Pages that are a list: of articles, products, places. Their items are their text, most of it linked."""

from collections.abc import Sequence

from auditor.parsing.html.tree.page import Page
from auditor.parsing.html.zones.flags import Flag

LISTED = "in the list that the page is"
# Of a list at most this share of the words is unlinked, and it has few words of prose; the anchors of menus are short,
# its own name articles and things. On 1,400 real pages that takes six lists for what they are and no article.
UNLINKED, PROSE, ANCHOR = 0.40, 200, 2.75


def is_list(page: Page, prose: int, flags: Sequence[Flag | None]) -> bool:
    """Whether a page that states no article and no date is a list.

    Args:
        prose: good words outside flagged parts.
    """
    if prose >= PROSE:
        return False
    shown = [segment for segment, flag in zip(page.segments, flags, strict=True) if not flag]
    linked, links = sum(segment.linked for segment in shown), sum(len(segment.links) for segment in shown)
    words = sum(segment.words for segment in shown)
    return linked >= (1 - UNLINKED) * words and linked >= ANCHOR * max(1, links)
