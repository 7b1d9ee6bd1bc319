"""Who was named last before a place of a text: whom "she" and "the 64-year-old" take up."""

import re
from functools import cache

from auditor.expressions import compiled, late
from auditor.words import words
from auditor.world.names import given_names

_PERSON = late(r"\b(?P<given>[A-Z][\w'’-]{1,24}) (?P<surname>[A-Z][\w-]{1,24})")
_CAPITAL = late(r"\b[A-Z][\w-]{1,24}")


def is_named_last(surname: str, before: str, text: str) -> bool:
    """Whether it is a person of this surname, and none of the others of the text, nor a relative of them."""
    others = {found["surname"] for found in _PERSON.finditer(text) if found["given"].lower() in given_names()}
    named = [found for found in _CAPITAL.finditer(before) if found[0] == surname or found[0] in others]
    return bool(named) and named[-1][0] == surname and not _relative().search(before, named[-1].start())


@cache
def _relative() -> re.Pattern[str]:
    """ "His daughter", "Ann’s daughter"; not "a child"."""
    whose, relatives = ("|".join(words(of, key, "en")) for of, key in (("roles", "whose"), ("persons", "relatives")))
    return compiled(rf"(?:\b(?:{whose})|[’']s)\s(?:[\w-]{{1,20}}\s){{0,2}}?(?:{relatives})\b", re.IGNORECASE)
