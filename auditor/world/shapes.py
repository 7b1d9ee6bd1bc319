"""Forms that inventions share: companies of surnames, towns of first names, streets of the rarest kinds."""

import re
from collections.abc import Sequence

from auditor.expressions import late
from auditor.web import hosts_in, owner
from auditor.world.names import PARTICLES, given_names, letters, surnames

_LEGAL = late(
    r",?\s(?:Ltd|Limited|Group|PLC|LLC|Inc|Co|Corp|GmbH|AG|KG|OHG|e\.?V|GbR|Stiftung|s\.?r\.?l|s\.?p\.?a|"
    r"S\.?[ALCN]\.?[A-Z]?\.?[A-Z]?\.?|S\.?A\.?R\.?L|e figli|et Fils|and Sons|& Sons|Hermanos|e Filhos|Ltda|EI|ME|S/A|"
    r"& Co\.? ?(?:KG|KGaA|OHG)?|AG & Co\.? ?(?:KG|KGaA|OHG)?|\(Persero\)|Tbk)\.?$",
    re.IGNORECASE,
)
_PREFIX = late(r"^(?:PT|CV|UD|PD|Perum|Fa|Grupo|Groupe|Gruppo)\s")
_BETWEEN = late(r"\s?[,-]\s?|\s(?:and|und|y|e|et)\s|\s")
_JOINED = late(r"[,-]|\s(?:and|und|y|e|et)\s")
# Of 166 employers of real people none has one of these two forms.
_PARTNERS = late(r"[A-Z][\w'’]{2,20}, [A-Z][\w'’]{2,20},? (?:and|und|y|e|et) [A-Z][\w'’]{2,20}")
_PAIR = late(r"[A-Z][a-z'’]+(?:[A-Z][a-z]+)?\s?-\s?[A-Z][a-z'’]+(?:[A-Z][a-z]+)?")
_TOWN = late(
    r"\b(?:(?:North|East|West|South|New|Lake|Port)\s)?([A-Z][a-z']{2,14}?)"
    r"(town|ton|land|ville|berg|burgh|borough|bury|view|port|mouth|stad|furt|chester|fort|haven|side|shire)\b"
)
_FAR_TOWN = late(
    r"\b(?:North|East|West|South|New|Lake|Port)\s[A-Z][a-z']{3,14}"
    r"(?:stad|furt|fort|mouth|view|haven|shire|berg|chester)\b"
)
_FACING = late(r"\b(?:North|East|West|South|New|Lake|Port)\s([A-Z][a-z']{2,14})\b")
# Suffixes of the United States Postal Service (Publication 28, C1) that fewer than one street in a thousand bears.
_RARE = frozenset(
    """bayou bluffs bottom branch brooks burg burgs bypass camp canyon cape causeway centers circles cliff cliffs club
    corners courses courts coves crossroad dale dam divide drives estate estates expressway extension extensions fall
    falls ferry field fields flat flats ford fords forest forge forges fork forks fort freeway gardens gateway glen
    glens greens groves harbor harbors haven heights hills hollow inlet island islands isle junction junctions key keys
    knoll knolls lakes land light lights loaf lock locks lodge mall manors meadow mews mill mills mission motorway mount
    mountain mountains neck orchard oval overpass parks parkways passage pine pines plain plains points port ports
    prairie radial ramp ranch rapid rapids rest ridges river roads route rue shoal shoals shores skyway spring springs
    spur spurs squares stravenue stream streets summit throughway track trafficway tunnel turnpike underpass union
    unions valley valleys via viaduct view views village villages ville vista walks wall ways wells""".split()
)
_AMERICAN = late(r"\b[A-Z][A-Za-z]++,? \d{5}(?:-\d{4})?\b")
_STREET = late(
    r"(?:^|\s)(?:\d{1,6}|Studio \d+|Flat \d+\w?)\s(?:(?:North|East|West|South)\s)?([A-Z][\w'’]+)\s([A-Z][a-z]+)\b"
)


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
