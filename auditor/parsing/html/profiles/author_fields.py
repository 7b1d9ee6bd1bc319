"""Runs of `<dt>`/`<dd>`, `<th>`/`<td>` and "key: value" lines that profile a person."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.parsing import fields, sections
from auditor.parsing.html.profiles.author_view import Box, View
from auditor.parsing.html.tree.page import Segment
from auditor.parsing.profile_keys import key_of

WHY = "fields about a person"
_MOST_WORDS, _MOST_LINES = 80, 80
_KEY_WITHIN = 45  # characters
_MOST_KEY_WORDS = 3
_FEWEST, _FEWEST_HEADED = 4, 2  # known keys without a heading that says author, and with it
_PERSONAL = frozenset({"username", "birthdate", "age", "gender", "biography", "handle", "job", "followers"})
_KEYS, _VALUES = ("dt", "th"), ("dd", "td")


def find(view: View) -> Iterator[Box]:
    """The profiles with their heading."""
    segments, position = view.segments, 0
    listed = [
        i
        for i, s in enumerate(segments)
        if s.text.find(":", 0, _KEY_WITHIN) > 0 or s.element.tag in _KEYS or _is_key_cell(s)
    ]
    for start, following in pairwise(listed):
        if start < position or following > start + 2:
            continue
        keys, last = _run(segments, start)
        heading = bool(keys) and start > 0 and sections.opens_author(segments[start - 1].text)
        if keys and view.open_(start, last) and _is_profile(keys, headed=heading) and not _asks(segments[start]):
            yield Box(start - heading, last, WHY)
        position = last


def _run(segments: Sequence[Segment], first: int) -> tuple[list[str], int]:
    """The known keys of the run of fields that begins here, and its end."""
    keys: list[str] = []
    for index, segment in enumerate(segments[first : first + _MOST_LINES], first):
        if key := _key(segment):
            keys.append(key)
        elif not keys or not _continues(segment):
            return keys, index
    return keys, min(len(segments), first + _MOST_LINES)


def _key(segment: Segment) -> str | None:
    if segment.element.tag in _KEYS:
        return key_of(segment.text)
    if _is_key_cell(segment):
        return key_of(segment.text)
    if segment.words > _MOST_WORDS or segment.element.tag in _VALUES:
        return None
    return fields.known(segment.text) if ":" in segment.text[:_KEY_WITHIN] else None


def _is_key_cell(segment: Segment) -> bool:
    """Whether a cell without a heading's tag is a key."""
    return segment.element.tag == "td" and segment.words <= _MOST_KEY_WORDS and key_of(segment.text) is not None


def _continues(segment: Segment) -> bool:
    """A value, another key, a heading for contacts."""
    return (
        segment.element.tag in _VALUES
        or segment.element.tag in _KEYS
        or (segment.words <= 12 and fields.split(segment.text) is not None)
        or sections.opens_contacts(segment.text)
    )


def _asks(segment: Segment) -> bool:
    """Whether it stands in a form, which asks for what a profile states."""
    return any(node.tag in ("form", "label") for node in (segment.element, *segment.element.ancestors()))


def _is_profile(keys: Sequence[str], *, headed: bool) -> bool:
    if headed:
        return len(keys) >= _FEWEST_HEADED
    return len(keys) >= _FEWEST and "name" in keys and not _PERSONAL.isdisjoint(keys)
