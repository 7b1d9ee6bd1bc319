"""Profiles that still hold what a form, a theme or a hurried person put into them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from auditor.lexicon import Lexicon
from auditor.model import Author, Block, Field, Hit, Kind, Span, Zone
from auditor.signals import Signals
from auditor.text.words import sentences
from auditor.world.domains import hosts, label_of
from auditor.world.names import parts
from auditor.world.phones import is_patterned
from auditor.world.postcodes import fold

_MOST_WORDS = 40
_BRACKETED = re.compile(r"[\[{<(%]{1,2}\s?[\w\s.'’-]{2,40}\s?[\]}>)%]{1,2}")
_MASHED = re.compile(
    r"(?:(?:asdf?|qwe(?:rty?)?|zxcv?|hjkl?|jkl|dfg|sdf|fgh|xxx++|test|foo|bar|blah?)[\s.,!]*+){1,8}+", re.IGNORECASE
)
_SIGN = re.compile(r"[^\W_]+")
_GROUPS = {"username": ("handle", "username"), "handle": ("handle",), "url": (), "email": ("email",)}


def detect(
    blocks: Sequence[Block], signals: Signals, *, lexicon: Lexicon, hints: Lexicon, hints_at_least: int
) -> Iterator[Hit]:
    """One hit for each profile that holds a placeholder: its first, the others as related.

    Args:
        lexicon: "key: words" a line; `*` stands for up to six words, `{name}` for a part of the author's name.
        hints: values that tell only together.
        hints_at_least: how many hints tell, patterned telephone numbers and bare `#` addresses included.
    """
    covered: set[int] = set()
    for author in signals.document.authors:
        covered |= {id(field.span.block) for field in author.fields}
        sure = [span for field in author.fields if (span := _placeholder(field, author, lexicon))]
        weak = [field.span for field in author.fields if _hint(field, author, hints)]
        if sure or len(weak) >= hints_at_least:
            first, *rest = dict.fromkeys([*sure, *weak])
            yield Hit(first, {"value": first.text[:80], "count": 1 + len(rest)}, tuple(rest))
    for block in blocks:
        if block.zone is Zone.AUTHOR and block.kind is not Kind.FIELD and id(block) not in covered:
            if span := _instruction(Span.of(block), "", lexicon):
                yield Hit(span, {"value": span.text[:80], "count": 1})


def _placeholder(field: Field, author: Author, lexicon: Lexicon) -> Span | None:
    if len(field.value.split()) > _MOST_WORDS:
        return None
    if field.key == "biography":
        whole = _matches("biography", field.value, author.name, lexicon) or _is_mashed(field.value)
        return field.span if whole else _instruction(field.span, author.name, lexicon)
    if field.key == "phone":
        return field.span if is_patterned(field.value) else None
    found = any(_matches(key, field.value, "", lexicon) for key in _GROUPS.get(field.key, (field.key,)))
    named = any(_matches("host", label_of(host), "", lexicon) for _, _, host in hosts(field.value))
    bracketed = field.key in {"name", "job", "company"} and _BRACKETED.fullmatch(field.value.strip())
    return field.span if found or named or bracketed else None


def _hint(field: Field, author: Author, hints: Lexicon) -> bool:
    if field.value.strip() == "#":
        return True
    return any(_matches(key, field.value, author.name, hints) for key in _GROUPS.get(field.key, (field.key,)))


def _instruction(span: Span, name: str, lexicon: Lexicon) -> Span | None:
    """The first sentence that is an instruction to whoever fills the form."""
    if len(span.text.split()) > _MOST_WORDS:
        return None
    if _BRACKETED.fullmatch(span.text.strip()) and _matches("any", span.text, name, lexicon):
        return span
    for start, end in sentences(span.text):
        if _matches("any", span.text[start:end], name, lexicon):
            return Span(span.block, span.start + start, span.start + end)
    return None


def _is_mashed(value: str) -> bool:
    return _MASHED.fullmatch(value.strip()) is not None


def _matches(key: str, value: str, name: str, lexicon: Lexicon) -> bool:
    signs = _SIGN.findall(fold(value[:300]))
    if f"{key}: {' '.join(signs)}" in lexicon:
        return bool(signs)
    own = {" ".join(_SIGN.findall(fold(name))), *parts(name)} - {""}
    there = {*signs, "{name}"} if own else set(signs)
    bare = " ".join(signs) + " "
    return any(
        _expression(entry, "|".join(map(re.escape, sorted(own)))).fullmatch(bare)
        for literals, entry in _open_entries(key, lexicon)
        if literals <= there
    )


@lru_cache(maxsize=64)
def _open_entries(key: str, lexicon: Lexicon) -> tuple[tuple[frozenset[str], str], ...]:
    """The entries with wildcards or names, each with the words that it holds as such."""
    entries = sorted(entry.removeprefix(f"{key}: ") for entry in lexicon if entry.startswith(f"{key}: "))
    opened = [entry for entry in entries if "*" in entry or "{name}" in entry]
    return tuple((frozenset(word for word in entry.split() if "*" not in word), entry) for entry in opened)


@lru_cache(maxsize=512)
def _expression(entry: str, own: str) -> re.Pattern[str]:
    *inner, last = entry.split()
    pieces = [*(r"(?:\S+ ){0,6}" if word == "*" else f"{word} " for word in inner)]
    pieces.append(r"(?:\S+ ){0,20}" if last == "*" else f"{last} ")
    return re.compile("".join(pieces).replace("{name}", f"(?:{own})"))
