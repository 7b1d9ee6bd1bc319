"""Two ages of one person, or two holders of one office, in one text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.named_last import is_named_last
from auditor.text.ages import ages, is_of_another_time
from auditor.text.holders import Holder, changes_hands, holders, is_held_by_one, names_office
from auditor.text.numerals import says_it_errs
from auditor.words import words
from auditor.world.people import may_be_same

_UNNAMED = (
    late(r"\b[Tt]he (?P<age>[1-9]\d)-year-old\b(?: (?P<who>[\w-]+))?"),
    late(
        r"\b(?:[Hh]e|[Ss]he) (?:is|is now|turned|turns|has turned|will turn) (?P<age>[1-9]\d)(?=[.,;]| and | years old)"
    ),
    late(r"\b[Aa]t (?P<age>[1-9]\d),? s?he (?:is|has|still|says|plans|wants|hopes|remains|works|runs|keeps)\b"),
)
_FIGURE = late(r"(?<!\d)[1-9]\d(?!\d)")
_APART = 2  # years: a birthday may lie between two statements

Said = tuple[str, Span]


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each pair: the later place, the earlier as related."""
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    stated = (("age", _ages(read, signals)), ("office", _offices(read, signals)))
    pairs = [
        (what, key, pair) for what, said in stated for key, all_ in said.items() if (pair := _pair(key, all_, what))
    ]
    if not pairs or any(says_it_errs(block.text, "en") for block in read):
        return
    for what, key, ((one, first), (other, second)) in pairs:
        if not signals.quoted(first) and not signals.quoted(second):
            yield Hit(second, {"of": key, "one": one, "other": other, "what": what}, (first,))


def _pair(key: str, statements: list[Said], what: str) -> tuple[Said, Said] | None:
    for said in statements[1:]:
        if _differ(key, statements[0][0], said[0], what):
            return statements[0], said
    return None


def _differ(key: str, one: str, other: str, what: str) -> bool:
    """Two ages; two people in one office; or one surname with two first names, of somebody who speaks for others."""
    if what == "age":
        return abs(int(one) - int(other)) >= _APART
    (first, *_, last), (second, *_, another) = one.split(), other.split()
    if last == another:
        return first[0] != second[0] and not may_be_same(first, second)
    return is_held_by_one(key) and not set(one.split()) & set(other.split())


def _ages(blocks: Sequence[Block], signals: Signals) -> dict[str, list[Said]]:
    """What a text says of the ages of those whom it names, by surname; not where two people share it."""
    found: defaultdict[str, list[tuple[str, str, Span]]] = defaultdict(list)
    for block in (block for block in blocks if signals.figures(block) and _FIGURE.search(block.text)):
        for name, age, start, end, _ in ages(block.text):
            found[name.split()[-1]].append((name, str(age), Span(block, start, end)))
    if len(found) == 1:  # nobody else can be meant
        ((surname, all_),) = found.items()
        first = min((span for _, _, span in all_), key=lambda span: (span.block.start, span.start))
        all_.extend((surname, age, span) for age, span in _of_the_one(surname, first, blocks))
    return {
        surname: [(age, span) for _, age, span in sorted(all_, key=lambda one: one[2].block.start)]
        for surname, all_ in found.items()
        if len({name.split()[0] for name, _, _ in all_ if " " in name}) < 2
    }


def _of_the_one(surname: str, since: Span, blocks: Sequence[Block]) -> Iterator[Said]:
    """Ages of the only person who has one, as long as nobody else was named since: "the 64-year-old", "she is 64".

    Not where the figure stands anywhere else: it may be the age of somebody whom no form here reads.
    """
    stated = [(match, block) for block in blocks for form in _UNNAMED for match in form.finditer(block.text)]
    figures = Counter(figure for block in blocks for figure in _FIGURE.findall(block.text)) if stated else Counter()
    said = Counter(match["age"] for match, _ in stated)
    read = "\n".join(block.text for block in blocks) if stated else ""
    for match, block in stated:
        who = match.groupdict().get("who")
        is_somebody = who is None or who in words("roles", "with-an-age", "en")
        is_later = (block.start, match.start()) > (since.block.start, since.start)
        if is_somebody and is_later and figures[match["age"]] == said[match["age"]]:
            before = f"{_before(block, blocks)}{block.text[: match.start()]}"
            if is_named_last(surname, before, read) and not is_of_another_time(block.text, *match.span()):
                yield match["age"], Span(block, *match.span())


def _before(block: Block, blocks: Sequence[Block]) -> str:
    return "".join(f"{one.text}\n" for one in blocks if one.start < block.start)


def _offices(blocks: Sequence[Block], signals: Signals) -> dict[str, list[Said]]:
    """Who holds an office of which there is one; not where the text knows of another holder, or of two places."""
    found: defaultdict[str, list[tuple[Holder, Span]]] = defaultdict(list)
    for block in blocks:
        for one in holders(block.text) if names_office(signals.vocabulary_of(block)) else ():
            if not is_of_another_time(block.text, one.start, one.end):
                found[one.office].append((one, Span(block, one.start, one.end)))
    held = {office: _of_the_first_place(all_) for office, all_ in found.items()}
    text = " ".join(block.text for block in blocks) if any(len(all_) > 1 for all_ in held.values()) else ""
    return {
        office: [(one.name, span) for one, span in all_]
        for office, all_ in held.items()
        if len(all_) > 1 and not changes_hands(office, text)
    }


def _of_the_first_place(held: Sequence[tuple[Holder, Span]]) -> list[tuple[Holder, Span]]:
    """Holders in the order of the text, but those of another place or body than the first, which has its own."""
    first, *others = sorted(held, key=lambda one: (one[1].block.start, one[1].start))
    return [first, *(one for one in others if one[0].place in ("", first[0].place))]
