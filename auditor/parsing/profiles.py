"""What the blocks of one profile say of a person, whatever the format they came from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from msgspec import structs

from auditor.model import Author, Block, Field, Kind, Span, Syntax
from auditor.parsing import bylines, fields, notes, sections
from auditor.parsing.contacts import account
from auditor.parsing.places import place
from auditor.parsing.profile_keys import key_of, network_of
from auditor.parsing.profile_lines import Fact, read_lines
from auditor.parsing.set_apart import name_in, name_in_markdown

# Keys below the name of a network that speak of the account there.
_OF_ACCOUNT = frozenset({"url", "username", "biography", "followers", "following", "name"})
_BY_LABEL = frozenset({"handle", "other", "biography", "url", "followers", "following"})
_KEYED = frozenset({Kind.FIELD, Kind.PERSON})
_LONGEST_LINE = 80  # characters of a line that is hardly more than a name
_SCHEMES = {"mailto": "email", "tel": "phone"}


def read_profile(source: str, blocks: Sequence[Block], origin: str = "visible") -> Author:
    """The facts that the blocks of one profile state, in their order.

    Keyed lines say what they are; of the others the heading or first line gives the name, short lines job, address
    and contacts, and paragraphs the biography. Links to social networks are handles. `origin` is visible, json-ld or
    meta.
    """
    blocks = _keyed_rows(_named_rows(blocks))
    facts = list(_keyed([block for block in blocks if block.label and block.kind in _KEYED]))
    facts += _linked(blocks)
    facts += _loose(source, blocks, {fact.key for fact in facts if fact.value and not network_of(fact.label)})
    order = {id(block): i for i, block in enumerate(blocks)}
    facts.sort(key=lambda fact: (order[id(fact.span.block)], fact.span.start))
    unique = {(fact.key, fact.label if fact.key in _BY_LABEL else "", fact.value): fact for fact in reversed(facts)}
    stated = [_field(source, fact) for fact in reversed(unique.values())]
    return Author(origin, tuple(f for f in stated if f.value), tuple(f for f in stated if not f.value))


def _named_rows(blocks: Sequence[Block]) -> list[Block]:
    """With a name in place of a key, and what a list has beside it, as the two lines that they are."""
    found = list(blocks)
    for at, (key, value) in enumerate(pairwise(blocks)):
        if value.label == key.text and not key_of(key.text) and notes.is_full(key.text):
            found[at : at + 2] = [structs.replace(b, kind=Kind.PARAGRAPH, label="") for b in (key, value)]
    return found


def _keyed_rows(blocks: Sequence[Block]) -> list[Block]:
    """Cells of a table behind a cell that is a key, as the fields that they are; the keys are dropped."""
    found: list[Block] = []
    for block in blocks:
        key = found[-1] if found and found[-1].kind is Kind.TABLE and key_of(found[-1].text) else None
        if key and block.kind is Kind.TABLE and not key_of(block.text):
            found[-1] = structs.replace(block, kind=Kind.FIELD, label=key.text)
        else:
            found.append(block)
    return found


def _field(source: str, fact: Fact) -> Field:
    start, end = place(source, fact.span)
    return Field(fact.key, fact.value, fact.span, start, end, fact.label)


def _keyed(blocks: Sequence[Block]) -> Iterator[Fact]:
    """The facts of keyed lines; those below the bare name of a network belong to it."""
    network: Fact | None = None
    children: list[Fact] = []
    for block in blocks:
        fact = _fact(block)
        if network and _is_child(fact, network, first=not children):
            children.append(fact)
            continue
        if network:
            yield from _account(network, children)
        network, children = (fact, []) if not fact.value and network_of(fact.label) else (None, [])
        if not network:
            yield from _told(_known(fact))
    if network:
        yield from _account(network, children)


def _fact(block: Block) -> Fact:
    parts = fields.split(block.text)
    start, end = (parts[1] if parts and parts[0] == block.label else 0), len(block.text)
    key = key_of(block.label) or ("biography" if sections.opens_author(block.label) else "other")
    if (key == "biography" and start) or (key == "other" and bylines.is_label(f"{block.label}:")):
        names = bylines.names(block.text[start:])  # "Profile: Ada Byrne", "Words: Ada Byrne (Columnist)"
        whole = start + len(names[0]) if names and " " in names[0] else 0
        repeats = block.label.casefold() in block.text[start:].casefold()  # "Bio: Bio Ada"
        if whole and block.text.startswith(names[0], start) and (key == "other" or (whole == end and not repeats)):
            key, end = "name", whole
        elif bylines.is_unnamed(block.text[start:]):
            key = "name"
    return Fact(key, Span(block, start, end), block.text[start:end], block.label)


def _is_child(fact: Fact, network: Fact, *, first: bool) -> bool:
    """Only an address or account name opens what is said of an account, unless the line is deeper in its list."""
    deeper = fact.span.block.level > network.span.block.level
    return fact.key in (_OF_ACCOUNT if deeper or not first else {"url", "username"})


def _account(network: Fact, children: Sequence[Fact]) -> Iterator[Fact]:
    name = network_of(network.label) or network.label
    stated = next((child for child in children if child.key == "username" and child.value), None)
    address = next((child for child in children if child.key == "url" and account(child.value)), None)
    if stated:
        yield stated._replace(key="handle", value=stated.value.removeprefix("@"), label=name)
    elif address:
        yield address._replace(key="handle", value=(account(address.value) or ("", ""))[1], label=name)
    elif not children:
        yield network._replace(label=name)
    yield from (child._replace(label=name) for child in children if child is not stated)


def _told(fact: Fact) -> Iterator[Fact]:
    """A biography that begins with the name alone, as what it says: "About the author: Ada Byrne. She ..."."""
    found = notes.note(fact.value) if fact.key == "biography" and not key_of(fact.label) else None
    if not found or found.announced:
        yield fact
        return
    for key, start, end in (("name", found.start, found.name_end), ("biography", found.told, len(fact.value))):
        span = Span(fact.span.block, fact.span.start + start, fact.span.start + end)
        yield Fact(key, span, fact.value[start:end], fact.label)


def _known(fact: Fact) -> Fact:
    """A keyed line with its value as such: the account of a network's address, an account without its sign."""
    found = account(fact.value) if fact.key in {"handle", "url"} else None
    if found:
        return fact._replace(key="handle", value=found[1], label=found[0])
    if fact.key == "handle":
        return fact._replace(value=fact.value.removeprefix("@"), label=network_of(fact.label) or "")
    return fact


def _linked(blocks: Sequence[Block]) -> Iterator[Fact]:
    """What links say: `mailto:`, `tel:`, accounts in social networks."""
    for block in blocks:
        for link in block.links if not network_of(block.label) else ():
            scheme, _, rest = link.href.partition(":")
            span = Span(block, link.start, link.end)
            if scheme.lower() in _SCHEMES and rest:
                yield Fact(_SCHEMES[scheme.lower()], span, unquote(rest.partition("?")[0]))
            elif found := account(link.href):
                yield Fact("handle", span, found[1], found[0])


def _loose(source: str, blocks: Sequence[Block], known: set[str]) -> Iterator[Fact]:
    loose = [block for block in blocks if block.kind is not Kind.FIELD]
    apart = {block.start: found for block in loose if (found := _apart(source, block))}
    return (fact for fact in read_lines(loose, named="name" in known, apart=apart) if fact.key not in known)


def _apart(source: str, block: Block) -> tuple[int, int] | None:
    """Where in a block markup sets a name apart: in a short line, before a paragraph."""
    if block.syntax is Syntax.MARKDOWN:
        return name_in_markdown(source, block.start, block.end)
    found = name_in(source, block.start, block.end) if block.syntax is Syntax.HTML else None
    begins = found is not None and found[0] in {0, notes.announced(block.text)}
    return found if begins or len(block.text) <= _LONGEST_LINE else None
