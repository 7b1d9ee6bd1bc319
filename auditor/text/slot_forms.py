"""What a slot looks like that stands where a source should: its kinds, and which words of a text can hold one."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from auditor.expressions import compiled
from auditor.words import words
from auditor.words.needing import needed
from auditor.words.notation import expression

OPEN, CLOSE = r"[\"“”„«'‘’\[(]{0,2}", r"[\"”“»'’\])]{0,2}"
EMPTY = frozenset({"unfilled", "bracketed"})  # the place of a name itself
_COUNTED = "|".join(word.capitalize() for word in ("one", *words("numbers", "from-two", "en")))
_NUMBER = rf"(?:\s?(?:no\.?\s|number\s|id\s)?#?(?:\d{{1,3}}|0\d{{3}})|\s(?-i:[A-Z]|{_COUNTED})(?![\w-]|[’']s|\.\w))"
_PLACES = ("roles", "text", "people")
_FIRST = frozenset({"last", "first", "full"})
_FIRST_AND_LAST = frozenset(("first", "last"))
_OPENING = "[{<"
_FILES = frozenset(("pdf", "doc", "docx", "txt", "csv", "xls", "xlsx", "html"))
_DIGITS = "0123456789"
_NEAR = 3  # words: "Witness Smith number 4"


@cache
def slot(kinds: frozenset[str]) -> re.Pattern[str]:
    """One expression with a group for each of some kinds; of those that fit one place the first in order counts."""
    groups = "|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in _kinds().items() if kind in kinds)
    return compiled(rf"(?<![\w@#/]){OPEN}(?:{groups})(?!\w){CLOSE}", re.IGNORECASE)


@cache
def _kinds() -> Mapping[str, str]:
    text, given, numbered, role, unfilled = map(either, ("text", "given", "numbered", "roles", "unfilled"))
    people, texts, last = (
        "|".join(word.capitalize() for word in (*words("sources", key), *words("sources", more)))
        for key, more in (("people", "counted"), ("text", "text"), ("unfilled", "unfilled"))
    )
    compound, whole, by_you = (
        "|".join(map(expression, words("sources", key))) for key in ("compounds", "unfilled-whole", "given-by-you")
    )
    opens = either("opens-a-sentence")
    return {
        "unfilled": rf"(?:[^\W\d_]{{2,20}}_){{1,3}}(?:{unfilled})|(?:{whole})|(?-i:(?!(?:{opens})\s)[A-Z]\w{{1,15}}\.?"
        rf"(?:\s[A-Z]\w{{1,15}}\.?){{0,2}}\s(?:{last}))",
        "identifier": rf"(?-i:[A-Z]{{3,}}_\d{{1,3}})|(?:{text}|{role})(?:_\w{{1,20}}|\.[a-z]{{2,20}}_[a-z]{{2,20}})",
        "file": rf"(?:{text})\.(?:{'|'.join(sorted(_FILES))})",
        "cited": r"(?<=the )\[\d{1,3}\]",  # a mark of a citation has no article
        "retrieved": rf"(?-i:{texts})\s\[\d{{1,3}}\]",  # nor has it a blank before it
        "bracketed": r"\[[^\W\d_][\w .,'’/–—-]{1,40}\]|\{\{?\s?[^\W\d_][\w .'’-]{1,40}\}\}?|<[a-z][a-z_ ]{2,40}>",
        "given": rf"(?:{given})\s(?:[a-z]{{3,12}}\s)?(?:{text}|{either('given-too')})"
        rf"|(?:{text})\s(?:provided|given|supplied)",
        "addressed": rf"(?:{text})\s(?:{by_you})",
        "compound": rf"(?:{compound}|(?-i:(?:{texts})\s(?:{texts})))(?:{_NUMBER})?",
        "numbered": rf"(?:(?:{numbered})"
        rf"|(?-i:(?:[A-Z][a-z]+\s)?(?:{people})(?:\s[A-Z][a-z]+)?))(?:{_NUMBER}|_\d{{1,3}})",
        "exhibit": rf"(?:(?<=[\"“„«])|(?<=[\s\"“„«(]['‘]))(?-i:{texts})\s?#?\d{{1,3}}(?=[\"”“»'’])",
        "definite": rf"(?<=the )(?:{either('introduced')})",
    } | _outlined()


def _outlined() -> dict[str, str]:
    """What an outline has: points with numbers, and headings."""
    items = "|".join(word.capitalize() for word in words("sources", "listed"))
    headings = "|".join(map(re.escape, words("sources", "headings")))
    return {"listed": rf"(?-i:(?:{items})(?:\sPoint)?){_NUMBER}", "heading": rf"(?-i:{headings})"}


Telling = Mapping[str, AbstractSet[str]]


def telling(vocabulary: AbstractSet[str]) -> Telling:
    """For each kind that texts of these words can hold the words that tell of it: of a document, a few of each list."""
    return {kind: own for kind, told in _told().items() if (own := told & vocabulary)}


def possible(text: str, found: Sequence[str], vocabulary: AbstractSet[str], telling: Telling) -> frozenset[str]:
    """The kinds of slots that a text with these words can hold: in most none, and of others one or two.

    `vocabulary`: each of the words once. Most kinds need one of some words, and are asked for by those.
    """
    standing = [kind for kind, signs in _SIGNS.items() if any(map(text.__contains__, signs))]
    standing += [kind for kind, told in telling.items() if not told.isdisjoint(vocabulary)]
    if vocabulary >= _FIRST_AND_LAST:
        standing.append("unfilled")
    return frozenset(kind for kind in standing if kind not in _MORE or _MORE[kind](found, vocabulary))


_SIGNS = {"unfilled": "_", "identifier": "_", "cited": "[", "retrieved": "[", "bracketed": _OPENING}


@cache
def _told() -> Mapping[str, frozenset[str]]:
    """For each kind the words of which a text that holds one has one."""
    people, text = listed("speakers"), listed("text")
    return {
        "unfilled": listed("unfilled") | listed("unfilled-opens"),
        "file": _FILES,
        "given": listed("given"),
        "addressed": frozenset(("you",)),
        "compound": text,
        "numbered": people,
        "exhibit": people,
        "listed": listed("listed"),
        "heading": listed("opens-a-heading"),
        "definite": listed("introduced"),
    }


def _may_be_compound(found: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    return len(listed("text") & vocabulary) > 1 and (_is_pair(found) or _holds("compounds", vocabulary))


def _may_be_a_file(_: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    return not listed("text").isdisjoint(vocabulary)


def _may_be_given(_: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    return not (listed("text").isdisjoint(vocabulary) and listed("given-too").isdisjoint(vocabulary))


def _may_be_addressed(_: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    return not listed("text").isdisjoint(vocabulary) and _holds("given-by-you", vocabulary)


def _may_be_listed(found: Sequence[str], _: AbstractSet[str]) -> bool:
    return _is_numbered(found, "listed")


@cache
def _headings() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(phrase.lower().split()) for phrase in words("sources", "headings"))


def _may_be_a_heading(_: Sequence[str], vocabulary: AbstractSet[str]) -> bool:
    return any(heading <= vocabulary for heading in _headings())


# What else they need.
_MORE: Mapping[str, Callable[[Sequence[str], AbstractSet[str]], bool]] = {
    "file": _may_be_a_file,
    "given": _may_be_given,
    "addressed": _may_be_addressed,
    "compound": _may_be_compound,
    "numbered": lambda found, _: _is_numbered(found),
    "exhibit": lambda found, _: _is_numbered(found),
    "listed": _may_be_listed,
    "heading": _may_be_a_heading,
}


def _is_pair(found: Sequence[str]) -> bool:
    """Whether two words for text stand side by side."""
    text = listed("text")
    return any(word in text and after in text for word, after in pairwise(found))


def _holds(key: str, told: AbstractSet[str]) -> bool:
    """Whether a text of these words may hold a phrase of a list."""
    return any(all(not told.isdisjoint(part) for part in needed(phrase)) for phrase in words("sources", key))


def _is_numbered(found: Sequence[str], key: str = "speakers") -> bool:
    """Whether a number, a letter or "One" stands near enough after a word that it may be the number of."""
    speakers, ordinals = listed(key), listed("ordinals")
    for at, word in enumerate(found):
        if word.rstrip(_DIGITS) in speakers:
            near = found[at + 1 : at + 1 + _NEAR]
            if word[-1].isdigit() or any(after.isdigit() or len(after) == 1 or after in ordinals for after in near):
                return True
    return False


def is_empty(label: str, *, bracketed: bool) -> bool:
    """Whether it is the place of a name: a role before "Name" (Ann Name may exist), between brackets that alone."""
    told = [word.lower() for word in re.findall(r"[^\W\d_]+", label)]
    if not bracketed:
        return "_" not in label or not label.islower() or is_role(label)
    if bracketed and told[-2:] in (["name", "only"], ["first", "name"], ["last", "name"]):
        return True  # "[Adopter – first name only]"
    places = [any(word in listed(key) for key in _PLACES) or word in _FIRST for word in told]
    names = [word in listed("unfilled") or word in listed("beside-names") for word in told]
    if "{" in label:
        return any(places)
    titled = len(told) > 1 and places[-1] and all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", label))
    letters = [len(word) == 1 for word in told]  # "[STAKEHOLDER A]"
    whole = all(map(any, zip(places, names, letters, strict=True)))
    return titled or (whole and (any(places) or any(names)))


def is_role(label: str) -> bool:
    """Whether an empty place says whose it is ("Mayor Name"): a role, a kind of text, or nothing else."""
    told = re.findall(r"[^\W\d_]+", label.lower())
    if not told:
        return False
    known = any(told[0] in listed(key) for key in ("roles", "text", "unfilled", "counted")) or told[0] in _FIRST
    return known or not listed("unfilled-opens").isdisjoint(told)


@cache
def listed(key: str) -> frozenset[str]:
    """A list of words, or several under one name."""
    if key == "speakers":
        return listed("numbered") | listed("people") | listed("counted") | listed("text")
    if key == "opens-a-heading":
        return frozenset(phrase.split()[0].lower() for phrase in words("sources", "headings"))
    if key == "ordinals":
        return frozenset(_COUNTED.lower().split("|"))
    return frozenset(words("sources", key))


def either(key: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words("sources", key)), key=len, reverse=True))
