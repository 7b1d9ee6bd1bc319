"""The languages of a rule: where it runs, and where its silence says something.

Both follow from what there is. A card names codes, or word lists (`quotation/never-last`): then every language runs it
that has one of them. A verb that reads a word file is silent for want of words where a language has no such file.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.lexicon import WordFile
from auditor.words import languages, subject

ANY = frozenset({"any"})


def runs_in(named: Iterable[str]) -> frozenset[str]:
    """What a card says: codes, `any`, lists of the word folders, and what comes off again (`-en`)."""
    found: set[str] = set()
    for name in named:
        file, _, key = name.partition("/")
        found |= {code for code in languages() if key in subject(code, file)} if key else {name}
    off = {name for name in found if name.startswith("-")}
    return frozenset(found - off - {name[1:] for name in off})


def judges_in(
    runs: frozenset[str], told: Iterable[str], parameters: Mapping[str, Any], hints: Mapping[str, Any]
) -> frozenset[str]:
    """Of these the ones for whose words the verb has a file, and which have the lists that a card tells of."""
    files = [value for name, value in parameters.items() if hints[name] is WordFile]
    lists = [name.split("/") for name in told]
    if not files and not lists:
        return runs
    written = {code for code in languages() if all(subject(code, file) for file in files)}
    written = {code for code in written if all(key in subject(code, file) for file, key in lists)}
    return frozenset(written if runs == ANY else written & runs)
