"""What each language can be judged by. `python -m auditor.languages` writes it to `docs/languages.md`."""

import sys
from collections import Counter
from pathlib import Path

from msgspec import Struct

from auditor.model import Rule, RuleSet
from auditor.rulebook import default_rules
from auditor.words import languages, subject, subjects

_FEWEST = 10  # languages that have a file: what fewer have is a matter of one language, as stemming is of English
_NOTE = "<!-- Made by `python -m auditor.languages` from `auditor/words` and `rules`; edit those and run it again. -->"
_HEAD = """# Languages

A rule speaks of a language where its words are known, and where it has found nothing for want of words it is
*not applicable*, never passed. Which rules these are follows from the files in `auditor/words/<code>/` and from the
cards; `auditor languages CODE` prints it for one language. How a language is added stands in
[CONTRIBUTING](../CONTRIBUTING.md#a-language).

The rules of a language are those whose silence says something there. The language of a text is told for every
language of the table: of 1,073 texts of 200 characters in 66 languages, made of the translated messages of seven free
programs and left out when the words were chosen, 99.0% are told, .2% are called a close relative, none a stranger, and
of .8% nothing is said (of the 2,167 others 99.8%, .1%, one and .1%); of 1,189 texts of 60 characters 67.6%, .3%, .2%
and 31.9% (`benchmarks/languages.py`). Of 484 texts of 200 characters out of manual pages and tutors in 30 languages,
half of which are names of options and commands, 94.4% are told, three are called a close relative and one a stranger.
"""


class Judged(Struct, frozen=True):
    """One language: the rules that judge it, those that cannot, and the word files that it lacks."""

    code: str
    name: str
    own_name: str
    rules: tuple[str, ...]
    mute: tuple[str, ...]
    lacking: tuple[str, ...]


def judged(rules: RuleSet | None = None) -> tuple[Judged, ...]:
    """All languages that have a folder, the best known first."""
    every = (rules or default_rules()).rules
    wanted = common()
    found = (_judged(code, every, wanted) for code in languages())
    return tuple(sorted(found, key=lambda one: (-len(one.rules), one.code)))


def common() -> tuple[str, ...]:
    """The word files that make a language complete."""
    files = Counter(name for code in languages() for name in subjects(code))
    return tuple(sorted(name for name, times in files.items() if times >= _FEWEST))


def _judged(code: str, rules: tuple[Rule, ...], wanted: tuple[str, ...]) -> Judged:
    own = {rule.id for rule in rules if rule.judges & {"any", code}}
    writing = subject(code, "writing")
    here = {*subjects(code), *writing.get("otherwise", ())}
    return Judged(
        code,
        " ".join(writing.get("name", (code,))),
        " ".join(writing.get("own-name", ())),
        tuple(rule.id for rule in rules if rule.id in own),
        tuple(rule.id for rule in rules if rule.id not in own),
        tuple(name for name in wanted if name not in here),
    )


def page(rules: RuleSet | None = None) -> str:
    """The table of all languages as Markdown."""
    rows = [
        f"| {one.name} | {one.own_name} | `{one.code}` | {len(one.rules)} | {', '.join(one.lacking) or 'nothing'} |"
        for one in judged(rules)
    ]
    total = len((rules or default_rules()).rules)
    heads = f"| language | by its own name | code | rules of {total} | word files that are missing |"
    return "\n".join((_NOTE, _HEAD, heads, "|---|---|---|--:|---|", *rows, ""))


if __name__ == "__main__":
    Path(*sys.argv[1:] or ("docs/languages.md",)).write_text(page(), "utf-8")
