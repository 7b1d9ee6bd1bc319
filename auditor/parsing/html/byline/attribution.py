"""The byline, out of what is printed beside the headline and what tags and JSON-LD state."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block, Kind
from auditor.parsing import bylines
from auditor.parsing.html.byline import elsewhere
from auditor.parsing.html.byline.printed import SURE, Printed
from auditor.parsing.html.tree.page import Page, Segment
from auditor.parsing.sections import opens_author
from auditor.words import listed, words
from auditor.words.notation import either
from auditor.world.names import given_names, letters

_ABOUT = "json-ld:Person"  # whom a page describes, its author or not
# How often the first name from such a source is the author's: measured on 434 English articles.
_STATED = {"twitter": 0.93, "json-ld": 0.9, _ABOUT: 0.9, "meta": 0.88, "article": 0.8}
_SINGLY = frozenset({"link to an author", "rel", "itemprop"})  # each author has a line of its own
_SITE, _NOBODY = 0.5, 0.6  # what is left of the weight of a name that is the site's, or that is no name
_AGREEING = 0.15
_LONGEST = 100
_LINE = 30  # words
_HEADING = 12  # words
_RENDERED = 100  # words: a page with fewer is filled by a script, its byline, too
_DOUBTFUL = frozenset({"json-ld", _ABOUT})
_TWICE = frozenset({"meta", "twitter"})  # the tags in which sites repeat whom they show
_AWAY = late(r"https?:|www\.|@[\w-]+\.\w|^\W*$|^\d+$")
_BY = late(r"by\b:?\s++", re.IGNORECASE)
_BETWEEN = late(rf"\s?[;,|]\s?(?:and\s)?|\s(?:{listed('bylines', 'and')}|&)\s")
_HANDLE = late(r"\s@\w{1,30}$")  # of an account, after the name
_ADDRESS = late(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}")
_WORDS = late(r"\w+")
_HONORIFIC = late(rf"^(?:(?:{either(words('names', 'forms-of-address', 'en'))}) )+(?=\w+ )")
_GENERIC = late(rf"\b(?:{listed('bylines', 'in-general')})\b", re.IGNORECASE)
# What is a surname, too, after any first name or after one that is known.
_ALSO, _RARELY = (listed("bylines", key) for key in ("surnames-too", "rare-surnames-too"))
_SURNAME = late(
    rf"((?!{_ALSO}|The |Our )[A-ZÀ-Þ][\w.-]{{0,20}}) (?:[A-ZÀ-Þ][\w.-]{{0,20}} ){{0,2}}(?:({_ALSO})|(?:{_RARELY}))"
)


class Claim(Struct, frozen=True):
    """Names that one source gives."""

    source: str
    names: tuple[str, ...]
    weight: float
    segment: int = -1


def byline(
    page: Page, blocks: Sequence[Block], around: Sequence[Segment], printed: Sequence[Printed], sites: Sequence[str],
    *, address: str,
) -> tuple[str, ...]:  # fmt: skip
    """The names that are stated or printed near the headline, else what the rest of the page says.

    The rest counts too where nobody is named but the site, or nobody in particular.
    """
    printed = [*printed, *_confirmed(blocks, around), *_in_author_box(page, blocks, printed)]
    names = choose(blocks, printed, sites, unseen(page, blocks, printed, sites))
    if names and not are_weak(names, sites):
        return names
    found = choose((), elsewhere.read(page), sites)
    if names:
        return found if found and not are_weak(found, sites) else names
    return found or choose((), elsewhere.owner(page, sites, address), sites)


def _confirmed(blocks: Sequence[Block], around: Sequence[Segment]) -> Iterator[Printed]:
    """Stated names that stand near the headline, in a line or a link of their own."""
    stated = {name for claim in _stated(blocks) for name in claim.names if " " in name} if around else set()
    for segment in around if stated else ():
        lines = {segment.text, *(link.text for link in segment.links)} if segment.words <= _LINE else ()
        yield from (Printed((name,), segment.index, 0.95, "stated and shown") for name in stated.intersection(lines))


def _in_author_box(page: Page, blocks: Sequence[Block], printed: Sequence[Printed]) -> Iterator[Printed]:
    """Stated names that a heading of an author box repeats ("About the author – Ada Byrne"), where others sign."""
    stated = {name for claim in _stated(blocks) for name in claim.names if " " in name}
    if not stated or stated.issuperset(name for claim in printed for name in claim.names):
        return
    for segment in page.segments:
        for name in stated if segment.words <= _HEADING else ():
            if name in segment.text and opens_author(segment.text.replace(name, "")):
                yield Printed((name,), segment.index, 0.9, "author box")


def are_weak(names: Sequence[str], sites: Sequence[str]) -> bool:
    """Whether the names are the site's, or nobody's in particular: "admin", "Newsroom"."""
    own = {_key(site) for site in sites}
    return all(_key(name) in own or is_nobody(name) or _is_phrase(name) for name in names)


def _is_phrase(name: str) -> bool:
    """ "our harbour desk"."""
    return " " in name and name.islower()


def is_nobody(name: str) -> bool:
    """Whether a name is nobody's in particular. "Judith Guest" is somebody's: a first name stands before."""
    return bool(_GENERIC.search(name)) and not _is_surname(name)


def _is_surname(name: str) -> bool:
    """Whether the last word, which stands for nobody elsewhere, is the surname of a first one."""
    found = _SURNAME.fullmatch(name)
    return bool(found and (found[2] or letters(found[1]) in given_names()))


def unseen(page: Page, blocks: Sequence[Block], printed: Sequence[Printed], sites: Sequence[str]) -> frozenset[str]:
    """Keys of the names that JSON-LD gives and no reader sees: they are the accounts that put the texts in.

    On pages with a known author 2 of 30 such names were the author's, but 11 of 12 where both tags repeat them. Where a
    line of the page says by whom it is, no unseen name counts.
    """
    if page.words[-1] < _RENDERED:
        return frozenset()
    sources: dict[str, set[str]] = {}
    spelt: dict[str, str] = {}
    for claim in _stated(blocks):
        for name in claim.names if claim.source in _DOUBTFUL | _TWICE else ():
            spelt.setdefault(key := _key(name), name.lower())
            sources.setdefault(key, set()).add(claim.source)
    signed = any(p.how == "by" and p.weight > SURE and " " in p.names[0] for p in printed)
    doubted = [key for key, said in sources.items() if signed or (said & _DOUBTFUL and not said >= _TWICE)]
    if not doubted:
        return frozenset()
    known = {_key(name) for p in printed for name in p.names} | {_key(site) for site in sites}
    rest = [key for key in doubted if key not in known]
    shown = "\n".join(segment.text for segment in page.segments).lower() if rest else ""
    return frozenset(key for key in rest if spelt[key] not in shown)


def choose(
    blocks: Sequence[Block], printed: Sequence[Printed], sites: Sequence[str], doubted: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The names whose sources are the most reliable; every source that agrees adds to a name."""
    claims = [*_stated(blocks), *(Claim(p.how, p.names, p.weight, p.segment) for p in printed)]
    own = {_key(site) for site in sites}
    scores: dict[str, float] = {}
    shares: dict[str, float] = {}
    sources: dict[str, set[str]] = {}
    spelt: dict[str, str] = {}
    for claim in claims:
        for name in claim.names:
            if (key := _key(name)) in doubted or bylines.is_firm(name):
                continue
            spelt.setdefault(key, name)
            shares[key] = max(shares.get(key, 0), _share(name, own))
            scores[key] = max(scores.get(key, 0), claim.weight * _share(name, own))
            sources.setdefault(key, set()).add(claim.source)
    for key, said in sources.items():
        if _is_house(spelt[key]) and (said == {"meta"} or (said == {"json-ld"} and key not in own)):
            del scores[key]  # the authority or the site behind the page, in one of its data
    if not scores:
        return ()
    total = {key: score + _AGREEING * (len(sources[key]) - 1) * shares[key] for key, score in scores.items()}
    best = max(total, key=lambda key: total[key])
    fuller = [key for key in total if best in given_names() and key.startswith(f"{best} ")]  # "Ada" and "Ada Byrne"
    best = max(fuller, key=lambda key: total[key], default=best)
    return _persons(_together(best, claims), own)


def _is_house(name: str) -> bool:
    """Whether a name is that of an office or an address: "Amt für Wald und Forst", "lund.example"."""
    office = len(name.split()) > 2 and not bylines.is_name(name) and not is_nobody(name)
    return office or _ADDRESS.fullmatch(name) is not None


def _persons(names: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
    """The names without that of the site, where a person stands beside it."""
    others = tuple(name for name in names if _key(name) not in own)
    return others if any(bylines.is_name(name) for name in others) else names


def _together(best: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The best name with those that a source gives beside it: the source with the most, of several the surest."""
    groups = [(_beside(claim, claims), claim.weight) for claim in claims if best in map(_key, claim.names)]
    return max(groups, key=lambda group: (len(group[0]), group[1]))[0]


def _beside(source: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    near = 1 if source.source in _SINGLY else 0
    beside = [c for c in claims if c.source == source.source and abs(c.segment - source.segment) <= near]
    names = {
        _key(name): name
        for claim in reversed(beside)
        for name in reversed(claim.names)
        if claim is source or claim.segment < 0 or (_is_full(name) and not name.startswith(source.names))
    }
    return tuple(reversed(names.values()))


def _is_full(name: str) -> bool:
    return " " in name and bylines.is_name(name)


def _stated(blocks: Sequence[Block]) -> Iterator[Claim]:
    for block in blocks:
        if block.kind is Kind.PERSON:
            source = block.label if block.label == _ABOUT else block.label.split(":")[0]
            if names := clean(unescape(block.text)):
                yield Claim(source, names, _STATED.get(source, 0.85))


def clean(stated: str) -> tuple[str, ...]:
    """The names in a stated author, which may be an organisation; addresses are none."""
    text = _HANDLE.sub("", " ".join(stated.split()))
    by = _BY.match(text)
    text = text[by.end() :] if by else text
    name, slash, _ = text.partition(" / ")
    text = name if slash and " " in name and bylines.is_name(name) else text  # "Ada Byrne / Journalist"
    if not text or len(text) > _LONGEST or _AWAY.search(text) or bylines.is_placeholder(text):
        return ()
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) > 1 and bylines.is_name(parts[0]) and " " in parts[0]:
        return tuple(dict.fromkeys(part for part in parts if " " in part and bylines.is_name(part)))
    return (bylines.without_role(text),)


def _share(name: str, own: set[str]) -> float:
    if _key(name) in own:
        return _SITE
    return 1 if _is_surname(name) or (bylines.is_name(name) and not is_nobody(name)) else _NOBODY


def _key(name: str) -> str:
    return _HONORIFIC.sub("", " ".join(_WORDS.findall(name.lower())))
