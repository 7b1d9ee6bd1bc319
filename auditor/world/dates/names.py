"""What months and days of the week are called: a group of words for each, in the order of the calendar."""

from functools import cache

from auditor.text.words import unaccented
from auditor.words import languages, subject, words

Key = str  # "months" or "weekdays"


@cache
def everywhere(key: Key) -> dict[str, int]:
    """The words of all languages and their numbers from 0; of a word that several have, the first."""
    numbers: dict[str, int] = {}
    for code in languages():
        for number, group in enumerate(subject(code, "dates").get(key, ())):
            for name in group.split():
                numbers.setdefault(unaccented(name).rstrip("."), number)
    return numbers


@cache
def groups(code: str, key: Key) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in words("dates", key, code))


@cache
def numbers(code: str, key: Key) -> dict[str, int]:
    """The words of one language and their numbers from 0."""
    return {unaccented(name): number for number, names in enumerate(groups(code, key)) for name in names}


@cache
def of_persian_months() -> dict[str, int]:
    """The months of the Persian calendar, from 1."""
    return {name: number for number, name in enumerate(subject("fa", "dates")["jalali"], 1)}
