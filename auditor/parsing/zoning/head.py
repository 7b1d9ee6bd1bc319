"""Headline, byline and dateline: the first lines of an article."""

import re

from msgspec import structs

from auditor.expressions import late
from auditor.model import Block, Kind, Zone
from auditor.model.scripts import count_words
from auditor.parsing import bylines
from auditor.parsing.zoning.mail import sender
from auditor.parsing.zoning.shapes import ends_sentence, is_line
from auditor.words import listed, words
from auditor.words.notation import either
from auditor.world import dates

_FIRST_BLOCKS = 8
_MOST_MISSED = 1  # a standfirst may stand between headline and byline
_LONGEST_DATELINE = 80
_CHANGED = listed("bylines", "behind-names")
_DATED_ONLY = late(
    rf"(?:(?:{either(words('dates', 'first', 'en'))}) )?(?:{_CHANGED}|reviewed)\b.{{1,40}}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PUBLISHED_BY = late(rf"(?:last )?(?:{_CHANGED}|written)\s.{{0,60}}?\bby:?\s", re.IGNORECASE)
_LONGEST_BYLINE = 160
_BARS = late(r"\s?[|•·–—]\s")
_MOST_DATE_WORDS = 8  # the date, and a weekday, time, place or "4 min read"
_SECTION = late(rf"(?:\d{{1,2}}[.)] )?(?:{listed('headings', 'parts-of-texts')})\W*", re.IGNORECASE)
_TITLE_CASE = 0.7  # share of the longer words that begin with a capital
_LONGEST_TITLE = 160
_FEW_WORDS = 15  # a headline may hold two sentences, but then it is short
_SENTENCES = late(
    r"[a-z0-9)][.!?…][\"'”’)]? [A-Z\"'“‘]|[\u0590-\uffff][.!?…][\"'”’)]? [\"'“‘]?[\u0590-\uffff]"
    r"|[。！？।؟][」』”’)]?\s?\w"
)


def mark_head(blocks: list[Block], start: int, *, titled: bool) -> None:
    """Mark the head from `start` on in place; reading stops at the first paragraph after the headline that is no part.

    `titled` says that the source states its title elsewhere. Then, and where a first heading is marked up as such,
    no unmarked line is the headline.
    """
    marked_up = any(block.level == 1 and block.kind is Kind.HEADING for block in blocks[start : start + _FIRST_BLOCKS])
    seen: set[Zone] = set()
    missed = 0
    for i, block in enumerate(blocks[start : min(start + _FIRST_BLOCKS, len(blocks) - 1)], start):
        zone = _zone(block, seen, strict=marked_up or titled)
        if zone:
            seen.add(zone)
            blocks[i] = _marked(block, zone)
            continue
        waits = Zone.HEADLINE in seen or titled or marked_up
        missed += Zone.HEADLINE in seen or not marked_up
        if missed > _MOST_MISSED or len(block.text) > 2 * _LONGEST_DATELINE or not waits:
            return


def _zone(block: Block, seen: set[Zone], *, strict: bool) -> Zone | None:
    if block.zone is not Zone.BODY or block.kind not in {Kind.PARAGRAPH, Kind.HEADING}:
        return None
    if bylines.read(block.text) or is_dated_byline(block.text):
        return Zone.BYLINE
    if _PUBLISHED_BY.match(block.text) and credited(block.text):
        return Zone.BYLINE
    if is_dateline(block.text):
        return Zone.DATELINE
    fits = block.kind is Kind.HEADING and block.level == 1 if strict else is_headline(block)
    return Zone.HEADLINE if fits and Zone.HEADLINE not in seen else None


def _marked(block: Block, zone: Zone) -> Block:
    if zone is Zone.HEADLINE:
        return structs.replace(block, zone=zone, kind=Kind.HEADING, level=1, reason="headline form")
    return structs.replace(block, zone=zone, kind=Kind.PARAGRAPH, level=0, reason=f"{zone} form")


def is_dateline(text: str) -> bool:
    """Whether a line says when it was published and hardly more."""
    if len(text) > _LONGEST_DATELINE or not any(map(str.isdigit, text)):
        return False
    if dates.ends(text) is None or text.endswith(":"):
        return False
    return dates.is_dated(text) or (len(text.split()) <= _MOST_DATE_WORDS and not ends_sentence(text))


def is_dated_byline(text: str) -> bool:
    """Whether a line is a name, perhaps a role, and a date, with bars or dots between."""
    parts = _BARS.split(text) if len(text) <= _LONGEST_DATELINE else []
    return len(parts) > 1 and " " in parts[0] and bylines.is_name(parts[0]) and dates.iso(text) is not None


def credited(line: str) -> tuple[str, ...]:
    """The names in a byline, also where a date comes before them."""
    found = _PUBLISHED_BY.match(line) if len(line) <= _LONGEST_BYLINE else None
    return sender(line) or bylines.read(line) or bylines.names(line[found.end() :] if found else line)


def is_headline(block: Block) -> bool:
    text = block.text
    if _SECTION.fullmatch(text) or _DATED_ONLY.match(text) or not any(map(str.isalpha, text)):
        return False
    if len(text) <= _LONGEST_TITLE and _is_title_case(text):
        return not text.endswith((":", ",", ";"))
    return is_line(block) and not (count_words(text) > _FEW_WORDS and ends_sentence(text) and _SENTENCES.search(text))


def _is_title_case(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3 and word.upper() != word.lower()]
    return len(long) > 1 and sum(not word[0].islower() for word in long) >= _TITLE_CASE * len(long)
