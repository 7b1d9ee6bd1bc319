"""Whom the names, mailboxes and accounts of one profile belong to."""

import re
from collections.abc import Sequence

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Author, Document, Field, Zone
from auditor.web import hosts_in, owner
from auditor.words import words as listed
from auditor.world.names import given_names, letters, parts, short_forms, surnames

_ACCOUNTS = ("username", "email", "handle")
_CAP = 60  # characters of an account name that are compared
_MOST_PARTS, _MOST_ACCOUNTS = 6, 40
_ROLES = frozenset(listed("roles", "mailboxes"))
_PROVIDERS = frozenset(
    """gmail googlemail yahoo ymail hotmail outlook live msn aol icloud me mac gmx web mail email proton protonmail pm
    yandex qq libero virgilio orange free wanadoo laposte sfr terra uol bol ig tonline freenet chello seznam centrum wp
    onet interia zoho fastmail comcast verizon btinternet rediffmail naver tele hispavista telefonica""".split()
)
_AROUND = late(
    rf"^(?:{'|'.join(listed('accounts', 'before-a-name'))})|(?:{'|'.join(listed('accounts', 'after-a-name'))})$"
)


# A profile of a house is run by several people.
_HOUSES = frozenset(listed("roles", "houses"))


class Identities(Struct, frozen=True):
    """The accounts of a profile, sorted by whether they can be the named person's."""

    name: Field | None
    own: tuple[Field, ...]  # can be the named person's, or a house's
    others: tuple[Field, ...]  # cannot, and are names of persons
    unknown: tuple[Field, ...]  # cannot, but may be a brand or a pen name
    people: int  # different persons among `others`
    different: int  # different identities among `others` and `unknown`
    named: bool  # the profile names somebody, if only in its text


def identities(document: Document, author: Author) -> Identities:
    """Compare every account of a profile with its name, and with the employer, site and colleagues that it names."""
    accounts = _accounts(author)
    known = [part for field in author.all("name") for part in parts(field.value)]
    strange = [field for field in accounts if not _is_role(_account(field)) and not _fits(field, known)]
    near = [part for part in _named(document, author) if len(part) > 3] if strange else []
    strange = [f for f in strange if not any(agrees(near, name, whole=True) for name in _names(f))]
    strange = [] if _HOUSES.intersection(known) else _one_mailbox(strange)
    others = tuple(field for field in strange if is_person(_account(field)))
    unknown = tuple(field for field in strange if field not in others)
    return Identities(
        name=author.first("name"),
        own=tuple(field for field in accounts if field not in strange),
        others=others,
        unknown=unknown,
        people=len(_clusters([_account(field) for field in others])),
        different=len(_clusters([_account(field) for field in (*others, *unknown)])),
        named=bool(near),
    )


def agrees(name: Sequence[str], account: str, *, whole: bool = False) -> bool:
    """Whether an account can belong to a person whose name has these parts.

    It can when it holds a part or its short form, when it is made of beginnings of parts, or when it nearly is one.
    With `whole` only a full part counts.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - 13 ms, needed by few pages

    bare = letters(account)
    if not bare:
        return True
    forms = [*name, *(form for part in name for form in short_forms(part))]
    if any((len(form) > 2 and form in bare) or (len(bare) > 3 and bare in form) for form in forms):
        return True
    if whole or not name:
        return False
    if any(len(part) > 4 and (part[:4] in bare or fuzz.partial_ratio(part, bare) >= 85) for part in name):
        return True
    core = _AROUND.sub("", bare)
    return _composed(bare, name) or (len(core) > 1 and _composed(core, name))


def is_person(account: str) -> bool:
    """Whether an account is a person's name: given name and surname, initial and surname, given name and digits."""
    pieces = [letters(piece) for piece in re.split(r"[._\-\d]+", account[:_CAP]) if letters(piece)]
    if len(pieces) > 1:
        return pieces[0] in given_names() or (pieces[-1] in surnames() and len(pieces[0]) > 2)
    if not pieces:
        return False
    bare, numbered = pieces[0], any(c.isdigit() for c in account)
    if numbered and len(bare) > 2 and bare in given_names():
        return True
    if len(bare) > 4 and (bare[1:] in surnames() or (bare in given_names() and bare in surnames())):
        return True
    return any(_is_full_name(bare[:i], bare[i:]) for i in range(3, len(bare) - 2))


def _named(document: Document, author: Author) -> tuple[str, ...]:
    """The capitalised words of a profile outside its accounts."""
    accounts = {id(field.span.block) for field in author.all(*_ACCOUNTS, "url")}
    groups = {field.span.block.group for field in author.fields}
    near = [b.text for b in document.zone(Zone.AUTHOR) if b.group in groups and id(b) not in accounts]
    text = " ".join([*(f.value for f in author.fields if f.key not in (*_ACCOUNTS, "url")), *near, document.site or ""])
    return tuple(dict.fromkeys(letters(word) for word in text[:2_000].split() if word[:1].isupper()))


def _is_full_name(first: str, second: str) -> bool:
    return (first in given_names() and second in surnames()) or (first in surnames() and second in given_names())


def _one_mailbox(strange: Sequence[Field]) -> list[Field]:
    """Without mailboxes after the first: agents, publicists and assistants have theirs beside an author's."""
    first = next((field for field in strange if field.key == "email"), None)
    return [field for field in strange if field.key != "email" or field is first]


def _fits(field: Field, known: Sequence[str]) -> bool:
    return any(agrees(known, name) for name in _names(field))


def _accounts(author: Author) -> list[Field]:
    """Each different account once."""
    found: dict[str, Field] = {}
    for field in author.all(*_ACCOUNTS):
        if account := _account(field):
            found.setdefault(account.casefold(), field)
    return list(found.values())[:_MOST_ACCOUNTS]


def _account(field: Field) -> str:
    return field.value.split("@")[0].strip()[:_CAP] if field.key == "email" else field.value.strip("@ /")[:_CAP]


def _names(field: Field) -> list[str]:
    """What of a field may hold a name: the account, and of a mailbox the domain too."""
    domains = [owner(host) for _, _, host in hosts_in(field.value)] if field.key == "email" else []
    return [_account(field), *(domain for domain in domains if letters(domain) not in _PROVIDERS)]


def _is_role(account: str) -> bool:
    return letters(account) in _ROLES or not letters(account)


def _composed(account: str, name: Sequence[str]) -> bool:
    """Whether an account is nothing but beginnings of the parts, each used once."""
    reached = {(0, 0)}  # how much is explained, and which parts that took
    waiting = [(0, 0)]
    while waiting:
        at, used = waiting.pop()
        if at == len(account):
            return True
        for i, part in enumerate(name[:_MOST_PARTS]):
            shared = 0 if used >> i & 1 else _shared(part, account[at:])
            steps = {(at + k, used | 1 << i) for k in range(1, shared + 1)} - reached
            reached |= steps
            waiting += sorted(steps)
    return False


def _shared(one: str, other: str) -> int:
    """How many first letters are the same."""
    return next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _clusters(accounts: Sequence[str]) -> list[list[str]]:
    """Accounts that may be one person's together."""
    clusters: list[list[str]] = []
    for account in accounts:
        home = next((c for c in clusters if any(_same(account, other) for other in c)), None)
        if home is None:
            clusters.append([account])
        else:
            home.append(account)
    return clusters


def _same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - 13 ms, needed by few pages

    a, b = letters(one), letters(other)
    if not a or not b:
        return True
    shared = min(len(a), len(b))
    return (shared > 3 and (a in b or b in a)) or fuzz.ratio(a, b) >= 75 or (shared > 4 and a[:5] == b[:5])
