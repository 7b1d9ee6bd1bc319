"""Signs that a profile was generated. Each is weak: honest profiles bear one or another of them."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from auditor.lexicon import Lexicon
from auditor.model import Author, Document, Field
from auditor.world import phones, prose, shapes
from auditor.world.dates.figures import read, years_between
from auditor.world.identities import Identities

_GLUE_AT_MOST = 0.12  # running prose has .2 to .45; 440 biographies of real people no less than .16
_YOUNG, _OLD = 15, 95
_PIECES = 6  # of a job with its employer, between commas


class Setting(Struct, frozen=True):
    """What the signs of one profile are read against."""

    document: Document
    author: Author
    accounts: Identities
    own: tuple[str, ...]  # parts of the author's name
    slogans: Lexicon
    as_of: date  # stands for today where the page names no day


def strangers(setting: Setting) -> list[Field]:
    """Accounts that are the names of other persons."""
    return list(setting.accounts.others)


def unknown_accounts(setting: Setting) -> list[Field]:
    """Accounts that fit nothing in the profile, where none fits the name."""
    found = setting.accounts
    return [] if found.own or not found.name else list(found.unknown)


def unknown_crowd(setting: Setting) -> list[Field]:
    """The same with two accounts or more that differ from each other."""
    found = setting.accounts
    return list(found.unknown) if not found.own and found.name and len(found.unknown) > 1 else []


def unknown_host(setting: Setting) -> list[Field]:
    """The same with three or more."""
    found = setting.accounts
    crowd = not found.own and found.name and found.different > 2 and len(found.unknown) > 2
    return list(found.unknown) if crowd else []


def surname_company(setting: Setting) -> list[Field]:
    """Employers, also behind a job or in its place: "Kiln operator, Ray, Cole and Wu"."""
    own, companies = setting.own, setting.author.all("company")
    named = [f for f in companies if shapes.is_surname_company(f.value, own)]
    beside = [f for f in setting.author.all("job") if any(shapes.is_surname_employer(t, own) for t in _tails(f))]
    return [*named, *beside]


def _tails(job: Field) -> list[str]:
    """A job from its beginning and from each of its commas on."""
    pieces = job.value.split(", ")[:_PIECES]
    return [", ".join(pieces[at:]) for at in range(len(pieces))]


def surname_domain(setting: Setting) -> list[Field]:
    employer = " ".join(f.value for f in setting.author.all("company"))
    return [f for f in setting.author.all("email") if shapes.is_surname_host(f.value, setting.own, employer)]


def invented_town(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("address") if shapes.is_invented_town(f.value)]


def rare_street(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("address") if shapes.is_rare_street(f.value)]


def inverted_job(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("job") if shapes.is_inverted_job(f.value)]


def drawn_job(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("job") if shapes.is_drawn_job(f.value)]


def phone_outside_plan(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("phone") if phones.is_outside_plan(f.value)]


def fictional_phone(setting: Setting) -> list[Field]:
    return [f for f in setting.author.all("phone") if phones.is_fictional(f.value)]


def word_salad(setting: Setting) -> list[Field]:
    """Biographies of words that no sentence holds together."""
    return [f for f in setting.author.all("biography") if prose.salad(f.value, glue_at_most=_GLUE_AT_MOST)]


def long_salad(setting: Setting) -> list[Field]:
    """The same in two sentences or more."""
    return [f for f in word_salad(setting) if f.value.strip(" .").count(".") >= 1 and len(f.value.split()) >= 9]


def salad_throughout(setting: Setting) -> list[Field]:
    """The same in three sentences or more."""
    return [f for f in long_salad(setting) if f.value.strip(" .").count(".") >= 2]


def slogans(setting: Setting) -> list[Field]:
    """Biographies of the words of slogans, or of the parts of which generators make one."""
    found = setting.author.all("biography")
    return [f for f in found if prose.is_catch_phrase(f.value) or prose.slogans(f.value, setting.slogans, at_least=0.7)]


def slogan_pairs(setting: Setting) -> list[Field]:
    """Two sentences or more of nothing else."""
    found = [f for f in setting.author.all("biography") if prose.slogans(f.value, setting.slogans, at_least=0.95)]
    return [f for f in found if f.value.strip(" .").count(". ") >= 1 and len(f.value.split()) >= 5]


def odd_age(setting: Setting) -> list[Field]:
    """Birth dates of children and of the very old, in profiles that also give a mailbox or a job."""
    published = read(setting.document.published or "")
    today = (published.day if published else None) or setting.as_of
    if not setting.author.all("email", "job", "phone"):
        return []
    births = [(f, read(f.value)) for f in setting.author.all("birthdate")]
    return [f for f, born in births if born and not _YOUNG <= years_between(born, today) <= _OLD]


# Each sign in words; those without strengthen another.
SIGNS: dict[str, tuple[str, Callable[[Setting], list[Field]]]] = {
    "stranger": ("an account in another person's name", strangers),
    "unknown-account": ("usernames that match nothing else in the profile", unknown_accounts),
    "unknown-crowd": ("", unknown_crowd),
    "unknown-host": ("", unknown_host),
    "surname-company": ("an employer made of surnames", surname_company),
    "surname-domain": ("an e-mail domain made of other people's surnames", surname_domain),
    "invented-town": ("a town name built from a person's name", invented_town),
    "rare-street": ("a street type that hardly exists", rare_street),
    "inverted-job": ('a job title written back to front ("Engineer, civil")', inverted_job),
    "drawn-job": ("a job title drawn from lists", drawn_job),
    "phone-outside-plan": ("a phone number that cannot be dialled", phone_outside_plan),
    "fictional-phone": ("a phone number reserved for fiction", fictional_phone),
    "word-salad": ("a biography of random words", word_salad),
    "long-salad": ("", long_salad),
    "salad-throughout": ("", salad_throughout),
    "slogans": ("a biography of stock slogans", slogans),
    "slogan-pairs": ("", slogan_pairs),
    "odd-age": ("an age at which few people work", odd_age),
}
