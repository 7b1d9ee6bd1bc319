"""Headline, byline and dateline: the first lines of an article."""

import re

from msgspec import structs

from auditor.model import Block, Kind, Zone
from auditor.parsing import bylines, dates
from auditor.parsing.zoning.shapes import ends_sentence, is_line

_FIRST_BLOCKS = 8
_LONGEST_DATELINE = 80
_DATED = re.compile(
    r"(?:first |last |originally )?(?:published|posted|updated|modified|created|date|on|added|reviewed"
    r"|diterbitkan|publié|publicado|veröffentlicht|pubblicato|gepubliceerd|opublikowano)\b",
    re.IGNORECASE,
)
_REST_OF_DATE = 5  # words beside the date: weekday, time, "min read", place
_SECTION = re.compile(
    r"(?:\d{1,2}[.)] )?(?:introduction|summary|overview|abstract|key takeaways|quick facts|in short|tl;?dr|updated)\W*",
    re.IGNORECASE,
)
_TITLE_CASE = 0.7


def mark_head(blocks: list[Block], title: str | None) -> None:
    """Mark the head in place; reading stops at the first paragraph after the headline that is no part of it."""
    seen: set[Zone] = {Zone.HEADLINE} if title else set()
    missed = 0
    for i, block in enumerate(blocks[:_FIRST_BLOCKS]):
        zone = _zone(block, seen, last=i == len(blocks) - 1, title=title)
        if zone is None:
            missed += 1
            if missed > 1 or len(block.text) > 2 * _LONGEST_DATELINE or Zone.HEADLINE not in seen:
                return
            continue
        seen.add(zone)
        kind = Kind.HEADING if zone is Zone.HEADLINE else Kind.PARAGRAPH
        blocks[i] = structs.replace(
            block, zone=zone, kind=kind, level=int(zone is Zone.HEADLINE), reason=f"{zone} form"
        )


def _zone(block: Block, seen: set[Zone], *, last: bool, title: str | None) -> Zone | None:
    if title and block.text == title:
        return Zone.HEADLINE
    if block.zone is not Zone.BODY or block.kind not in {Kind.PARAGRAPH, Kind.HEADING}:
        return None
    if bylines.read(block.text):
        return Zone.BYLINE
    if is_dateline(block.text):
        return Zone.DATELINE
    return Zone.HEADLINE if Zone.HEADLINE not in seen and not last and is_headline(block) else None


def is_dateline(text: str) -> bool:
    """Whether a line says when it was published and hardly more."""
    if len(text) > _LONGEST_DATELINE or not any(map(str.isdigit, text)):
        return False
    end = dates.ends(text)
    return (
        end is not None
        and (bool(_DATED.match(text)) or len(text.split()) <= _REST_OF_DATE + 3)
        and not ends_sentence(text)
    )


def is_headline(block: Block) -> bool:
    if _SECTION.fullmatch(block.text) or not any(map(str.isalpha, block.text)):
        return False
    return is_line(block) or (ends_sentence(block.text) and _is_title_case(block.text))


def _is_title_case(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3]
    return len(text) <= 120 and len(long) > 1 and sum(not w[0].islower() for w in long) >= _TITLE_CASE * len(long)
