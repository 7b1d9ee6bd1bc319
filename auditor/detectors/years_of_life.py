"""Ages and years of birth of one person that do not go together: 81 in 2024, and born in 1938."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.text.ages import Stated, ages, ages_at_death, births, deaths

_LIVES = 30  # that are looked at: a text with more births is a register
_FITS = range(-1, 3)  # years by which age and birth may be off: a birthday, an article about last year's death
_BORN, _DIED = "born", "died"

Said = tuple[Stated, Block]


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each person: two years of birth, or an age that does not fit the one."""
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    born = list(islice(_said(births, read, _BORN, signals), _LIVES))
    if not born or is_corrected(signals):
        return
    seen: set[str] = set()
    for one, other, why in (*_two_births(born), *_ages(born, read, signals)):
        spans = [Span(block, said.start, said.end) for said, block in (other, one)]
        if _surname(one) not in seen and not any(map(signals.quoted, spans)):
            seen.add(_surname(one))
            yield Hit(spans[0], {"name": one[0].name, "why": why}, (spans[1],))


def _two_births(born: Sequence[Said]) -> Iterator[tuple[Said, Said, str]]:
    for at, one in enumerate(born):
        for other in born[at + 1 :]:
            if _same(one, other) and one[0].number != other[0].number:
                yield one, other, f"born in {one[0].number} and in {other[0].number}"


def _ages(born: Sequence[Said], blocks: Sequence[Block], signals: Signals) -> Iterator[tuple[Said, Said, str]]:
    """Ages at death with the year of it, and ages of today with that of the page."""
    document = signals.document
    today = (
        _year(document.published) if _year(document.published) == _year(document.modified or document.published) else 0
    )
    died = list(islice(_said(deaths, blocks, _DIED, signals), _LIVES))
    alive = [(said, block) for block in blocks for said in ages(block.text)]
    dead = [(said, block) for block in blocks for said in ages_at_death(block.text)]
    for one in born:
        ends = [said.number for said, _ in died if _same(one, (said, one[1])) or said.pronoun == one[0].pronoun != ""]
        for other in (other for other in (*dead, *alive) if _same(one, other)):
            year = max(ends, default=today) if other in dead else 0 if ends else today
            if year and year - one[0].number - other[0].number not in _FITS:
                yield one, other, f"born in {one[0].number} and {other[0].number} years old in {year}"


def _said(
    read: Callable[[str, str], Iterator[Stated]], blocks: Sequence[Block], word: str, signals: Signals
) -> Iterator[Said]:
    for at, block in enumerate(blocks):
        if word in signals.vocabulary_of(block):
            before = "\n".join(one.text for one in blocks[max(0, at - 3) : at])
            yield from ((said, block) for said in read(block.text, before) if said.name or said.pronoun)


def _same(one: Said, other: Said) -> bool:
    """Whether both are said of one person: of one surname, and of one first name where both have it."""
    names = one[0].name.split(), other[0].name.split()
    return all(names) and names[0][-1] == names[1][-1] and (min(map(len, names)) == 1 or names[0][0] == names[1][0])


def _surname(said: Said) -> str:
    return said[0].name.split()[-1]


def _year(day: str | None) -> int:
    return int(day[:4]) if day and day[:4].isdecimal() else 0
