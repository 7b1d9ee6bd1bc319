"""The headings that say what the lines below them are, and the lines that announce a link.

How they are worded stands in `auditor/words/<language>/headings.yml` and `furniture.yml`.
"""

import re
from functools import cache

from auditor.expressions import compiled, late
from auditor.words import phrases, words
from auditor.words.notation import lower_case

RELATED, LATEST, TRENDING, RECOMMENDED, CHUMBOX, PREVIOUS_NEXT, TAGS = (
    "related", "latest", "trending", "recommended", "chumbox", "previous-next", "tags",
)  # fmt: skip
# A heading that fits several kinds is of the first: "sponsored posts" before "posts".
_KINDS = (CHUMBOX, TRENDING, RECOMMENDED, LATEST, RELATED, PREVIOUS_NEXT, TAGS)
_LONGEST = 90
_OUTER = " \t:.!?»«›>→…*#_-–—|•"
_LABEL_MARKS = _OUTER + "()[]【】▼▲↓"
_DECORATED = r"[\W_]{0,4}+"
_COLON = r"\s{0,2}[:：|>»→–-]"
_COUNTED = late(
    r"\d{1,6}(?: \w{1,12}){0,3}|\w{3,9}\.? \d{1,2}(?:,? \d{4})?|\W{0,9}"  # "12 comments", "May 3, 2017", an arrow
)


def widget(text: str) -> str:
    """The kind of link list that a heading announces, "" for any other heading."""
    return _widget(text.lower()) if len(text) <= _LONGEST else ""


def _widget(lower: str) -> str:
    found = _widgets().fullmatch(lower)
    if not found or not found.lastindex or _matches("no-links", lower):
        return ""
    return "" if _matches("author", lower) else _KINDS[found.lastindex - 1]


def opens_links(text: str) -> bool:
    """Whether a line of text opens a list of articles. Lists of tags, and a lone "Next", need markup to be told."""
    kind = _kind_of_line(text)
    return kind not in {"", TAGS} and (kind != PREVIOUS_NEXT or " " in text.strip(_OUTER))


def opens_author(text: str) -> bool:
    return _whole("author", text)


def opens_contacts(text: str) -> bool:
    return _whole("contacts", text)


def opens_conditions(text: str) -> bool:
    """Whether a line stands above the terms on which a shop sends what it sells."""
    return _whole("conditions", text)


def opens_comments(text: str) -> bool:
    return not text.endswith("?") and _whole("comments", text)


def announces_link(text: str) -> bool:
    """Whether a line announces the link that it holds ("Read also: ...", "More: ...")."""
    return _link_line().match(text[:_LONGEST].lower()) is not None


def reads_also(text: str) -> bool:
    """Whether a line without any markup is a link to another article ("Read also: ...")."""
    return _text_line().fullmatch(text.lower()) is not None


def heads_people(text: str) -> bool:
    """Whether a heading stands above the author or the staff of a site."""
    return _whole("team", text) or _whole("author", text)


def is_generic(text: str) -> bool:
    """Anchor text that names no page: "Read more", "See all", a date, a count."""
    return len(text) <= _LONGEST and _generic().fullmatch(text.lower()) is not None


def is_label(text: str) -> bool:
    """Whether a line is a label of the page: of advertising, of a button, of a list that stands elsewhere."""
    return text.strip(_LABEL_MARKS).lower() in _labels()


def is_offer(text: str) -> bool:
    """Whether a line opens an offer to subscribe or to log in."""
    return _offers().match(text[:_LONGEST].lower()) is not None


def is_notice(text: str) -> bool:
    """Whether a line begins as notices of the page do: that it holds advertising, what it was filed under."""
    return _notices().match(text[:_LONGEST].lower()) is not None


def is_neighbour(text: str) -> bool:
    """Anchor text of a link to the previous or the next article."""
    return _neighbour().match(text[:_LONGEST].lower()) is not None


def _kind_of_line(text: str) -> str:
    return "" if _is_sentence(text) else _widget(text.strip(_OUTER).lower())


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST or (text.endswith(".") and not text.endswith("..."))


def _whole(key: str, text: str) -> bool:
    return not _is_sentence(text) and _matches(key, text.strip(_OUTER).lower())


def _matches(key: str, lower: str) -> bool:
    return _headings(key).fullmatch(lower) is not None


@cache
def _headings(key: str) -> re.Pattern[str]:
    return compiled(lower_case(phrases("headings", key)))


@cache
def _widgets() -> re.Pattern[str]:
    kinds = "|".join(f"({lower_case(phrases('headings', kind))})" for kind in _KINDS)
    return compiled(rf"{_DECORATED}(?:{kinds})[\W_]{{0,6}}")


@cache
def _link_line() -> re.Pattern[str]:
    said = lower_case((*phrases("furniture", "read-also"), *phrases("furniture", "read-on")))
    return compiled(rf"{_DECORATED}(?:{said}){_COLON}")


@cache
def _text_line() -> re.Pattern[str]:
    said = lower_case(phrases("furniture", "read-also"))
    return compiled(rf"(?:{said})\s?[:：|>»–—-]+\s?(?:\S+(?: \S+){{2,30}}|https?://\S{{3,300}})")


@cache
def _labels() -> frozenset[str]:
    return frozenset(words("furniture", "labels"))


@cache
def _offers() -> re.Pattern[str]:
    return compiled(rf"{_DECORATED}(?:{lower_case(phrases('furniture', 'offers'))})")


@cache
def _notices() -> re.Pattern[str]:
    return compiled(rf"{_DECORATED}(?:{lower_case(phrases('furniture', 'notices'))})")


@cache
def _generic() -> re.Pattern[str]:
    said = lower_case(phrases("furniture", "generic-links"))
    return compiled(rf"{_DECORATED}(?:{said}|{_COUNTED.pattern})[\W_]{{0,6}}")


@cache
def _neighbour() -> re.Pattern[str]:
    said = lower_case(phrases("furniture", "neighbours"))
    return compiled(rf"(?:[«‹←<]|{_DECORATED}(?:{said})\s{{0,3}}(?:[:»›→>←«‹-]|$))")
