"""Kinds of articles that state no type and show it: documentation and transcripts."""

import re
from collections.abc import Sequence

from auditor.expressions import late
from auditor.model import PageType
from auditor.parsing.html.tree.page import Page, Segment

# Of the blocks of a transcript at least this share begins with who speaks: few people, and each says much at a time.
# Lists of products have such labels, too ("Pros: ..."), but short lines after them.
SPOKEN, FEWEST_TURNS, MOST_SPEAKERS, TURN_WORDS = 0.4, 8, 6, 20

_GENERATORS = late(
    r"sphinx|mkdocs|docusaurus|vitepress|vuepress|gitbook|mdbook|antora|doxygen|javadoc|rustdoc|starlight|docsify",
    re.IGNORECASE,
)
_FORUMS = late(r"discourse|phpbb|vbulletin|xenforo|flarum|nodebb|mybb|vanilla forums|invision", re.IGNORECASE)
_DOCS_ADDRESS = late(r"//(?:docs?|api)\.|/docs?/|/documentation/|\.readthedocs\.", re.IGNORECASE)
_TURN = late(r"(?:\[?\d\d?:\d\d(?::\d\d)?\]?\s)?([A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}):\s")


def kind(page: Page, body: Sequence[Segment], address: str) -> PageType | None:
    """What the page is, if it is one of these."""
    if _is_made_by(page, _GENERATORS) or _DOCS_ADDRESS.search(address):
        return PageType.DOCS
    return PageType.TRANSCRIPT if _is_transcript(body) else None


def is_made_by_forum(page: Page) -> bool:
    """Whether the page names a program for forums as the one that made it."""
    return _is_made_by(page, _FORUMS)


def _is_made_by(page: Page, programs: re.Pattern[str]) -> bool:
    named = (meta for meta in page.tagged("meta") if "generator" in meta.opening.lower())
    return any(programs.search(meta.get("content")) for meta in named)


def _is_transcript(body: Sequence[Segment]) -> bool:
    turns = [(found[1], segment.words) for segment in body if (found := _TURN.match(segment.text))]
    if len(turns) < max(FEWEST_TURNS, SPOKEN * len(body)):
        return False
    speakers, words = {speaker for speaker, _ in turns}, sum(words for _, words in turns)
    return 1 < len(speakers) <= MOST_SPEAKERS and words >= TURN_WORDS * len(turns)
