"""Profiles that still hold what a form, a theme or a hurried person put into them."""

import re
from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Author, Block, Field, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.text.words import sentences
from auditor.world.domains import hosts, label_of
from auditor.world.fillers import matches, requests
from auditor.world.phones import is_patterned

_MOST_WORDS = 40
_BRACKETED = re.compile(r"[\[{<(%]{1,2}\s?[\w\s.'’-]{2,40}\s?[\]}>)%]{1,2}")
_MASHED = re.compile(
    r"(?:(?:asdf?|qwe(?:rty?)?|zxcv?|hjkl?|jkl|dfg|sdf|fgh|xxx++|test|foo|bar|blah?)[\s.,!]*+){1,8}+", re.IGNORECASE
)
_ROLE = {"name": "role", "job": "role", "biography": "role"}  # "Editor", editor: one and the same hint
_KEYS = {"username": ("handle", "username"), "url": ()}


def detect(
    blocks: Sequence[Block], signals: Signals, *, lexicon: Lexicon, hints: Lexicon, hints_at_least: int
) -> Iterator[Hit]:
    """One hit for each profile that holds a placeholder: its first, the others as related.

    Metadata that give a name and nothing else are no profile.

    Args:
        lexicon: values that tell, see `auditor.world.fillers`.
        hints: values that tell only together.
        hints_at_least: how many kinds of hints tell, addresses that are a bare `#` included.
    """
    covered: set[int] = set()
    for author in signals.document.authors:
        covered |= {id(field.span.block) for field in author.fields}
        if author.source != "visible" and {field.key for field in author.fields} <= {"name", "url"}:
            continue
        sure = [span for field in author.fields if (span := _placeholder(field, author, lexicon))]
        hinting = [field for field in author.fields if _is_hint(field, author, hints)]
        weak = [field.span for field in hinting]
        if sure or len({_ROLE.get(field.key, field.key) for field in hinting}) >= hints_at_least:
            first, *rest = dict.fromkeys([*sure, *weak])
            yield Hit(first, {"value": first.text[:80], "count": 1 + len(rest)}, tuple(rest))
    for block in blocks:
        loose = block.zone is Zone.AUTHOR and block.kind is not Kind.FIELD and id(block) not in covered
        if loose and (span := _instruction(Span.of(block), "", lexicon)):
            yield Hit(span, {"value": span.text[:80], "count": 1})


def _placeholder(field: Field, author: Author, lexicon: Lexicon) -> Span | None:
    if len(field.value.split()) > _MOST_WORDS:
        return None
    if field.key == "biography":
        whole = matches("biography", field.value, lexicon, author.name) or _MASHED.fullmatch(field.value.strip())
        return field.span if whole else _instruction(field.span, author.name, lexicon)
    if field.key == "phone":
        return field.span if is_patterned(field.value) else None
    found = any(matches(key, field.value, lexicon) for key in _KEYS.get(field.key, (field.key,)))
    named = any(matches("host", label_of(host), lexicon) for _, _, host in hosts(field.value))
    bracketed = field.key in {"name", "job", "company"} and _BRACKETED.fullmatch(field.value.strip())
    return field.span if found or named or bracketed else None


def _is_hint(field: Field, author: Author, hints: Lexicon) -> bool:
    if field.value.strip() == "#":
        return True
    return any(matches(key, field.value, hints, author.name) for key in _KEYS.get(field.key, (field.key,)))


def _instruction(span: Span, name: str, lexicon: Lexicon) -> Span | None:
    """The first sentence that speaks to whoever fills the form."""
    if len(span.text.split()) > _MOST_WORDS:
        return None
    for start, end in sentences(span.text):
        sentence = span.text[start:end]
        if matches("any", sentence, lexicon, name) or requests(sentence, lexicon):
            return Span(span.block, span.start + start, span.start + end)
    return None
