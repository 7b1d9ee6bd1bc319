"""Lines of contact and lists of a staff that nobody filled in, outside of profiles."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind, Span
from auditor.model.members import BODY
from auditor.parsing.profile_keys import key_of, plain_key
from auditor.parsing.sections import heads_people
from auditor.signals import Signals
from auditor.words import words
from auditor.world.fillers import matches
from auditor.world.phones import is_patterned

_LONGEST = 200  # characters of a line
_LAST = 4  # blocks with which a text may close
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE})
_LABEL = late(r"(?:^|(?<=[\s,;，；|/·]))([^\W\d][^\s:：,;|]{0,18}(?: [^\s:：,;|]{1,18}){0,2})\s?[:：]\s*")
_BLANK_SIGNS = late(r"某某|[×✕〇○●]{2,}|\b[xX]{3,}\b|\b0{4,}\b")
_ROLE = late(r"\s[–—|-]\s|\s?[,:(·：（，]\s?")


def detect(blocks: Sequence[Block], signals: Signals, *, lexicon: Lexicon, at_least: int) -> Iterator[Hit]:
    """One hit for each line or list: its first placeholder, the others as related.

    Args:
        lexicon: values that tell, see `auditor.world.fillers`.
        at_least: different placeholders of one line or list; one alone may be an example.
    """
    last = {block.start for block in signals.body[-_LAST:]}
    for block in blocks:
        closes = block.start in last or block.zone is not BODY
        if closes and block.kind in _READ and len(block.text) <= _LONGEST and (":" in block.text or "：" in block.text):
            yield from _hit([span for span in _values(block) if _is_blank(span, lexicon)], at_least)
    for heading, lines in _lists(blocks):
        if heads_people(heading.text):
            named = map(_named, lines)
            yield from _hit([span for span in named if matches("name", span.text, lexicon)], at_least)


def _hit(found: Sequence[Span], at_least: int) -> Iterator[Hit]:
    if len({span.text for span in found}) >= at_least:
        yield Hit(found[0], {"value": found[0].text, "count": len(found)}, tuple(found[1:]), needs=at_least)


def _values(block: Block) -> Iterator[Span]:
    """The values of a line of facts whose labels are those of contacts."""
    labels = [label for label in _LABEL.finditer(block.text) if _key(label[1])]
    ends = [label.start() for label in labels[1:]] + [len(block.text)]
    for label, end in zip(labels, ends, strict=False):
        value = block.text[label.end() : end].rstrip(" \t\u3000,;，；|/·")
        if value:
            yield Span(block, label.end(), label.end() + len(value))


def _key(label: str) -> str | None:
    return "name" if plain_key(label) in _contacts() else key_of(label)


@cache
def _contacts() -> frozenset[str]:
    return frozenset(map(plain_key, words("profiles", "contact")))


def _is_blank(span: Span, lexicon: Lexicon) -> bool:
    value = span.text
    known = any(matches(key, value, lexicon) for key in ("name", "email", "company", "address"))
    return known or is_patterned(value) or _BLANK_SIGNS.search(value) is not None


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Headings with the lines below them."""
    heading: Block | None = None
    for is_line, run in groupby(blocks, key=lambda block: block.kind in _READ):
        lines = list(run)
        if not is_line:
            heading = lines[-1] if lines[-1].kind is Kind.HEADING else None
        elif heading:
            yield heading, lines


def _named(block: Block) -> Span:
    """The name of a line: what stands before the role."""
    role = _ROLE.search(block.text)
    return Span(block, 0, role.start() if role else len(block.text))
