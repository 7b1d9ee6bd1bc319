"""Forms that inventions share: companies of surnames, towns of first names, streets of the rarest kinds."""

import re
from collections.abc import Sequence

from auditor.expressions import late
from auditor.web import hosts_in, owner
from auditor.words import listed, words
from auditor.words.weights import weights
from auditor.world.names import PARTICLES, given_names, letters, surnames

_ENDING, _BEGINNING = (listed("profiles", key) for key in ("company-endings", "company-beginnings"))
_LEGAL = late(rf",?\s(?:{_ENDING}|S\.?[ALCN]\.?[A-Z]?\.?[A-Z]?\.?)\.?$", re.IGNORECASE)
_PREFIX = late(rf"^(?:{_BEGINNING})\s")
_AND = listed("bylines", "and")
_BETWEEN = late(rf"\s?[,-]\s?|\s(?:{_AND})\s|\s")
_JOINED = late(rf"[,-]|\s(?:{_AND})\s")
# Of 166 employers of real people none has one of these two forms.
_PARTNERS = late(rf"[A-Z][\w'’]{{2,20}}, [A-Z][\w'’]{{2,20}},? (?:{_AND}) [A-Z][\w'’]{{2,20}}")
_THREE = 3
_PAIR = late(r"[A-Z][a-z'’]+(?:[A-Z][a-z]+)?\s?-\s?[A-Z][a-z'’]+(?:[A-Z][a-z]+)?")
_DRAWN = late(r"(?:^|, )([A-Z][a-z]+) ([A-Z][a-z]+) ([A-Z][a-z]+)$")
_DIRECTION, _BEFORE_TOWN, _TOWN_ENDING, _RARE_ENDING, _DWELLING = (
    listed("places", key) for key in ("directions", "town-beginnings", "town-endings", "rare-town-endings", "dwellings")
)
_TOWN = late(rf"\b(?:(?:{_BEFORE_TOWN})\s)?([A-Z][a-z']{{2,14}}?)({_TOWN_ENDING})\b")
_FAR_TOWN = late(rf"\b(?:{_BEFORE_TOWN})\s[A-Z][a-z']{{3,14}}(?:{_RARE_ENDING})\b")
_FACING = late(rf"\b(?:{_BEFORE_TOWN})\s([A-Z][a-z']{{2,14}})\b")
_RARE = frozenset(words("places", "rare-street-types"))
_AMERICAN = late(r"\b[A-Z][A-Za-z]++,? \d{5}(?:-\d{4})?\b")
_STREET = late(rf"(?:^|\s)(?:\d{{1,6}}|(?:{_DWELLING}) \d+\w?)\s(?:(?:{_DIRECTION})\s)?([A-Z][\w'’]+)\s([A-Z][a-z]+)\b")


def is_surname_company(name: str, own: Sequence[str]) -> bool:
    """Whether a company is named after people, none of them the author: "Lee-Torres", "Ray, Cole and Wu", "Ray Ltd"."""
    bare = _PREFIX.sub("", name.strip()[:80])
    legal = False
    while found := _LEGAL.search(bare):
        bare, legal = bare[: found.start()], True
    people = [piece for piece in _BETWEEN.split(bare) if piece and piece not in PARTICLES]
    marked = legal or bare != name.strip()[:80] or bool(_JOINED.search(bare))
    parts = [letters(piece) for piece in people]
    if not marked or not parts or len(parts) > 4 or not all(p[0].isupper() for p in people) or set(parts) & set(own):
        return False
    if _PARTNERS.fullmatch(bare) or (_PAIR.fullmatch(bare) and not legal):
        return True
    known = sum(part in surnames() for part in parts)
    return known == 1 if len(parts) == 1 else known >= (1 if len(parts) == 2 and _JOINED.search(bare) else 2)


def is_surname_employer(text: str, own: Sequence[str]) -> bool:
    """The same where a job stands as a rule, and "Co-Founder" or "Baker and Cook" is one."""
    rare = [w for w in map(letters, _BETWEEN.split(text[:80])) if w and w not in weights("en", "small")]
    named = _LEGAL.search(text[:80]) or (_PARTNERS.fullmatch(text) and len(rare) == _THREE)
    return is_surname_company(text, own) and (bool(named) or len(surnames().intersection(rare)) > 1)


def is_surname_host(mailbox: str, own: Sequence[str], employer: str) -> bool:
    """Whether a mailbox is at a domain of surnames that are neither the author's nor the employer's."""
    for _, _, host in hosts_in(mailbox):
        pieces = [letters(piece) for piece in owner(host).split("-")]
        foreign = not set(pieces) & set(own) and not any(piece in letters(employer) for piece in pieces if piece)
        if foreign and pieces and all(len(piece) > 2 and piece in surnames() for piece in pieces):
            return True
    return False


def is_invented_town(address: str) -> bool:
    """Whether an address names a town made of a person's name: "Ransomtown", "Port Keithburgh", "South Danielle"."""
    names = given_names() | surnames()
    made = any(letters(m[1]) in names for m in _TOWN.finditer(address[:300]))
    facing = any(letters(m[1]) in given_names() for m in _FACING.finditer(address[:300]))
    return made or facing or _FAR_TOWN.search(address[:300]) is not None


def is_rare_street(address: str) -> bool:
    """Whether an American street is a name with a suffix that hardly any street bears: "978 Dasia Shoals"."""
    if not _AMERICAN.search(address[:300]):
        return False
    names = given_names() | surnames()
    return any(m[2].lower() in _RARE and letters(m[1]) in names for m in _STREET.finditer(address[:300]))


def is_inverted_job(job: str) -> bool:
    """Whether a job is a heading of an index: "Surveyor, hydrographic"."""
    return re.fullmatch(r"[A-Z][a-z]+(?: [a-z]+)?, [a-z][\w/ -]{2,30}", job.strip()[:80]) is not None


def is_drawn_job(job: str) -> bool:
    """Whether a job is a level, an area and a kind from the lists of a generator: "Dynamic Intranet Liaison"."""
    found = _DRAWN.search(job[:80])
    return found is not None and all(
        word.lower() in words("roles", key)
        for word, key in zip(found.groups(), ("drawn-levels", "drawn-areas", "drawn-kinds"), strict=True)
    )
