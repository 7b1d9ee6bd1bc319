"""A list with more or fewer members than the sentence says: "three finalists: Ann, Bea, Cora and Dot"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import first_words, number, value
from auditor.words import words
from auditor.words.notation import matcher
from auditor.world.names import given_names

_MOST = 20  # members of a list in a sentence
_LONGEST = 4  # words of a member; longer ones have commas of their own
_PARTICLE = 3  # letters: "Bay of Fundy", "Ida von Roy"
_COLON = late(r": (?<=[^\W\d_]: )[^\W\d_]")
_END = late(r"[.!?]|$")
_SET_OFF = frozenset('()[]{}"“”„«»:;–—/&+…0123456789')  # a list with one of these has other borders than commas


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each list, on its number and its members."""
    code = signals.document.language or ""
    if not words("figures", "plural-endings", code) or not words("numbers", "goes-on", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and _COLON.search(block.text):
            for found in _counted(code).finditer(block.text):
                end = _end(block.text, found.end())
                said, members = int(value(found["n"], code)), _members(block.text[found.end() : end], code)
                few, many = len(members), sum(1 + len(_joint(code).findall(member)) for member in members)
                differs = (said > many or (said < few and _are_single(members))) and _are_alike(members)
                span = Span(block, found.start("n"), end)
                if members and said <= _MOST and differs and not signals.quoted(span):
                    yield Hit(span, {"said": found["n"], "found": min(max(said, few), many)}, needs=1)


def _members(listed: str, code: str) -> list[str]:
    """The members of a list that "and" closes, each as long as it can be; none where it may be no list or not whole."""
    *before, last = listed.split(",")
    ends = [*_joint(code).finditer(last)]
    told = frozenset(listed.lower().split())
    if not ends or not _SET_OFF.isdisjoint(listed) or not told.isdisjoint(first_words(code)):
        return []
    end = ends[0] if not last[: ends[0].start()].strip() else ends[-1]  # ", and bread and butter" is one
    members = [member.strip() for member in (*before, last[: end.start()], last[end.end() :])]
    is_whole = not matcher(words("numbers", "goes-on", code)).search(listed)
    return list(filter(None, members)) if is_whole and all(len(one.split()) <= _LONGEST for one in members) else []


def _are_alike(members: Sequence[str]) -> bool:
    """Whether all are names, or none is: "nine votes: Roy, Lund and Hale abstained" is no list."""
    return all(map(_is_name, members)) or all(member.islower() for member in members)


def _is_name(member: str) -> bool:
    return all(word[0].isupper() or len(word) <= _PARTICLE for word in member.split())


def _are_single(members: Sequence[str]) -> bool:
    """Whether each is a member: between names there may stand what somebody is, or where a place lies."""
    known = sum(member.split()[0].lower() in given_names() for member in members)
    are_people = all(member.istitle() and member.count(" ") == 1 for member in members) and known * 2 > len(members)
    return are_people or all(member.islower() for member in members)


def _end(text: str, start: int) -> int:
    found = _END.search(text, start)
    return found.start() if found else len(text)


@cache
def _joint(code: str) -> re.Pattern[str]:
    return compiled(rf"\s(?:{'|'.join(words('numbers', 'and', code))})\s")


@cache
def _counted(code: str) -> re.Pattern[str]:
    """A number, at most two words, a plural and a colon."""
    endings, others = ("|".join(words("figures", key, code)) or "(?!)" for key in ("plural-endings", "plural-nouns"))
    plural = rf"(?!(?:{'|'.join(words('numbers', 'stretches', code))})\b)(?:[^\W\d_]{{3,24}}?(?:{endings})|{others})"
    return compiled(
        rf"(?<![\w.,:/$£€–-])(?P<n>{number(code)})\s(?:[^\W\d_][\w-]{{0,24}}\s){{0,2}}?{plural}:\s(?=[^\W\d_])",
        re.IGNORECASE,
    )
