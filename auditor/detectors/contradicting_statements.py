"""Two ages of one person, or two holders of one office, in one text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.words import words
from auditor.words.notation import matcher

_NAME = r"[A-Z][\w'’-]{1,24}(?: (?:[A-Z]\. )?[A-Z][\w'’-]{1,24}){0,2}"
_FULL = r"[A-Z][\w'’-]{1,24} [A-Z][\w'’-]{1,24}"
_AGE = r"(?P<age>[1-9]\d)"
_AGES = (
    late(rf"\b(?P<name>{_NAME}), (?:now |aged |who (?:turned|is|turns) )?{_AGE}(?=,| in | last | on | this )"),
    late(rf"\b{_AGE}-year-old (?P<name>{_NAME})\b"),
    late(rf"\b(?P<name>{_NAME}) (?:is|turned|has turned) {_AGE}(?: years old)?(?=[.,;]| and | this | last | in )"),
    late(rf"\b(?!(?:When|While|As|After|Before|If) )(?P<name>{_FULL})\b[^.!?]{{1,60}}?, the {_AGE}-year-old\b"),
)
_DEFINITE = late(r"\b[Tt]he (?P<age>[1-9]\d)-year-old\b(?: (?P<who>[\w-]+))?")
_FIGURE = late(r"(?<!\d)[1-9]\d(?!\d)")
_APART = 2  # years: a birthday may lie between two statements
_NEAR = 60  # characters around an age in which it may be said of when it was true

Said = tuple[str, Span]


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair: the later place, the earlier as related."""
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    stated = (("age", _ages(read)), ("office", _offices(read)))
    pairs = [(what, key, pair) for what, said in stated for key, all_ in said.items() if (pair := _pair(all_, what))]
    if not pairs or any(_errs(block.text) for block in read):
        return
    for what, key, ((one, first), (other, second)) in pairs:
        if not signals.quoted(first) and not signals.quoted(second):
            yield Hit(second, {"of": key, "one": one, "other": other, "what": what}, (first,))


@remembered
def _errs(text: str) -> bool:
    """Whether somebody says here that a figure was wrong."""
    return matcher(words("numbers", "says-it-errs", "en")).search(text) is not None


def _pair(statements: list[Said], what: str) -> tuple[Said, Said] | None:
    for said in statements[1:]:
        if _differ(statements[0][0], said[0], what):
            return statements[0], said
    return None


def _differ(one: str, other: str, what: str) -> bool:
    if what == "age":
        return abs(int(one) - int(other)) >= _APART
    return one.rsplit(maxsplit=1)[-1] != other.rsplit(maxsplit=1)[-1] and not set(one.split()) & set(other.split())


def _ages(blocks: Sequence[Block]) -> dict[str, list[Said]]:
    """What a text says of the ages of those whom it names, by surname; not where two people share it."""
    found: defaultdict[str, list[tuple[str, str, Span]]] = defaultdict(list)
    for block in (block for block in blocks if _FIGURE.search(block.text)):
        for name, age, place in _stated(block.text):
            found[name.split()[-1]].append((name, age, Span(block, *place)))
    if len(found) == 1:  # nobody else can be meant
        ((surname, all_),) = found.items()
        all_.extend((surname, age, span) for age, span in _of_the_one(blocks))
    return {
        surname: [(age, span) for _, age, span in sorted(all_, key=lambda one: one[2].block.start)]
        for surname, all_ in found.items()
        if len({name.split()[0] for name, _, _ in all_ if " " in name}) < 2
    }


def _of_the_one(blocks: Sequence[Block]) -> Iterator[Said]:
    """Ages that are said of whoever was named before: "the 64-year-old", "the 64-year-old grandmother".

    Not where the figure stands anywhere else: it may be the age of somebody whom no form here reads.
    """
    stated = [(match, block) for block in blocks for match in _DEFINITE.finditer(block.text)]
    figures = Counter(figure for block in blocks for figure in _FIGURE.findall(block.text))
    said = Counter(match["age"] for match, _ in stated)
    for match, block in stated:
        is_somebody = match["who"] is None or match["who"] in words("roles", "with-an-age", "en")
        if is_somebody and figures[match["age"]] == said[match["age"]]:
            yield match["age"], Span(block, *match.span())


@remembered
def _stated(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    """Names with the ages that are said of them, and where."""
    earlier = matcher(words("numbers", "of-another-time", "en"))
    matches = (match for form in _AGES for match in form.finditer(text))
    return [(match["name"], match["age"], match.span()) for match in matches if not earlier.search(_around(match))]


def _around(match: re.Match[str]) -> str:
    """The rest of the sentence, as far as it is near."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()].rsplit(". ", 1)[-1]
    return before + match[0] + match.string[match.end() : match.end() + _NEAR].split(". ", 1)[0]


def _offices(blocks: Sequence[Block]) -> dict[str, list[Said]]:
    """Who holds an office of which there is one; not where the text knows of a former or a next one."""
    text = " ".join(block.text for block in blocks)
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for block in blocks if _names_office(text) else ():
        for office, name, place in _held(block.text):
            found[office].append((name, Span(block, *place)))
    places = {office: said for office, said in found.items() if not _changes(office).search(text)}
    return {office: sorted(said, key=lambda one: (one[1].block.start, one[1].start)) for office, said in places.items()}


@remembered
def _held(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    """Offices with the names of those who hold them, and where."""
    if not _names_office(text):
        return []
    matches = (match for form in _forms() for match in form.finditer(text))
    return [(match["office"].lower(), match["name"], match.span()) for match in matches]


def _names_office(text: str) -> bool:
    lower = text.lower()
    return any(office in lower for office in words("roles", "held-by-one", "en"))


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    office = rf"(?P<office>{'|'.join(words('roles', 'held-by-one', 'en'))})"
    name = r"(?P<name>[A-Z][\w'’-]{1,24} (?:[A-Z]\. )?[A-Z][\w'’-]{1,24})"
    return (
        compiled(rf"\b[Tt]he {office}(?: of [A-Z]\w{{2,24}})?, {name}\b"),
        compiled(rf"\b[A-Z]\w{{2,24}}['’]s? {office},? {name}\b"),
        compiled(rf"(?<![\w] )(?P<office>{'|'.join(w.title() for w in words('roles', 'held-by-one', 'en'))}) {name}\b"),
    )


@cache
def _changes(office: str) -> re.Pattern[str]:
    other = "|".join(words("roles", "of-another-holder", "en"))
    return compiled(rf"\b(?:{other})[ -](?:\w+ )?{office}|\b{office}s\b|\b{office}[- ]elect", re.IGNORECASE)
