"""What the program knows of languages: the only home of word lists.

`auditor/words/<language code>/<subject>.yml` holds named lists. A value that is one text is split at white space
into words; a value that is a list holds one phrase an item, in the notation of `auditor.words.notation`. Whoever
speaks a language can complete its folder without reading Python; nobody else keeps a list of words in code.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from auditor.words.notation import expanded

_FOLDER = Path(__file__).parent
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value is text: "no" and "on" are words


@cache
def languages() -> tuple[str, ...]:
    """The codes (ISO 639-1) of all languages that have a folder, English first: its lists are the fullest."""
    codes = {path.name for path in _FOLDER.iterdir() if path.is_dir() and not path.name.startswith("_")}
    return tuple(sorted(codes, key=lambda code: (code != "en", code)))


@cache
def subject(code: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """All lists of one file; empty where the language has no such file."""
    path = _FOLDER / code / f"{name}.yml"
    if not path.is_file():
        return {}
    read = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - makes nothing but text
    return {key: tuple(value.split()) if isinstance(value, str) else tuple(value) for key, value in read.items()}


@cache
def words(name: str, key: str, *codes: str) -> tuple[str, ...]:
    """A list in the given languages, in all of them when none is given; without repetitions, in their order."""
    lists = (subject(code, name).get(key, ()) for code in codes or languages())
    return tuple(dict.fromkeys(word for entries in lists for word in entries))


@cache
def phrases(name: str, key: str, *codes: str) -> tuple[str, ...]:
    """A list like `words`, with the lists that its phrases name (`<things>`) in their places."""
    found = (
        expanded(phrase, subject(code, name))
        for code in codes or languages()
        for phrase in subject(code, name).get(key, ())
    )
    return tuple(dict.fromkeys(found))
