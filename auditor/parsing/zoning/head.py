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
_DATED_ONLY = re.compile(
    r"(?:last |first |originally )?(?:published|posted|updated|reviewed)\b.{1,40}\b(?:19|20)\d\d\b", re.IGNORECASE
)
_BARS = re.compile(r"\s?[|•·–—]\s")
_MOST_DATE_WORDS = 8  # the date, and a weekday, time, place or "4 min read"
_SECTION = re.compile(
    r"(?:\d{1,2}[.)] )?(?:introduction|summary|overview|abstract|key takeaways|quick facts|in short|tl;?dr|updated)\W*",
    re.IGNORECASE,
)
_TITLE_CASE = 0.7  # share of the longer words that begin with a capital
_LONGEST_TITLE = 160
_FEW_WORDS = 15  # a headline may hold two sentences, but then it is short
_SENTENCES = re.compile(r"[a-z0-9)][.!?…][\"'”’)]? [A-Z\"'“‘]")


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
    if bylines.read(block.text) or is_dated_byline(block.text):
        return Zone.BYLINE
    if is_dateline(block.text):
        return Zone.DATELINE
    return Zone.HEADLINE if Zone.HEADLINE not in seen and not last and is_headline(block) else None


def is_dateline(text: str) -> bool:
    """Whether a line says when it was published and hardly more."""
    if len(text) > _LONGEST_DATELINE or not any(map(str.isdigit, text)):
        return False
    if dates.ends(text) is None or text.endswith(":"):
        return False
    return _DATED.match(text) is not None or (len(text.split()) <= _MOST_DATE_WORDS and not ends_sentence(text))


def is_dated_byline(text: str) -> bool:
    """Whether a line is a name, perhaps a role, and a date, with bars or dots between."""
    parts = _BARS.split(text) if len(text) <= _LONGEST_DATELINE else []
    return len(parts) > 1 and " " in parts[0] and bylines.is_name(parts[0]) and dates.iso(text) is not None


def is_headline(block: Block) -> bool:
    text = block.text
    if _SECTION.fullmatch(text) or _DATED_ONLY.match(text) or not any(map(str.isalpha, text)):
        return False
    if len(text) <= _LONGEST_TITLE and _is_title_case(text):
        return not text.endswith((":", ",", ";"))
    return is_line(block) and not (len(text.split()) > _FEW_WORDS and ends_sentence(text) and _SENTENCES.search(text))


def _is_title_case(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3]
    return len(long) > 1 and sum(not word[0].islower() for word in long) >= _TITLE_CASE * len(long)
