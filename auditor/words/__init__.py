"""What the program knows of languages: the only home of word lists.

`auditor/words/<language code>/<subject>.yml` holds named lists. A value that is one text is split at white space
into words; a value that is a list holds one phrase an item, in the notation of `auditor.words.notation`. Whoever
speaks a language can complete its folder without reading Python; nobody else keeps a list of words in code.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import Raw, Struct, msgpack

from auditor.prepared import prepared
from auditor.words.notation import either, expanded

_FOLDER = Path(__file__).parent

_Lists = dict[str, tuple[str, ...]]
_decoded = msgpack.Decoder(tuple[str, ...]).decode


class _Folders(Struct):
    """The files of all folders: by subject, then by language."""

    languages: tuple[str, ...]
    subjects: dict[str, Raw]


@cache
def languages() -> tuple[str, ...]:
    """The codes (ISO 639-1) of all languages that have a folder, English first: its lists are the fullest."""
    return _folders().languages


@cache
def subject(code: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """All lists of one file; empty where the language has no such file."""
    return {key: _decoded(listed) for key, listed in _of_all(name).get(code, {}).items()}


@cache
def subjects(code: str) -> tuple[str, ...]:
    """The files that a language has."""
    return tuple(sorted(name for name in _folders().subjects if _of_all(name).get(code)))


@cache
def _of_all(name: str) -> dict[str, dict[str, Raw]]:
    """By language the lists of a file, each to be read when it is asked for: a short run needs one of ten."""
    read = _folders().subjects.get(name)
    return msgpack.decode(read, type=dict[str, dict[str, Raw]]) if read else {}


def _lists(name: str, key: str, codes: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A list in the given languages, or in all, with their codes."""
    of_all = _of_all(name)
    for code in codes or languages():
        if listed := of_all.get(code, {}).get(key):
            yield code, _decoded(listed)


@cache
def _folders() -> _Folders:
    return prepared("words", _Folders, _read)


def _read() -> _Folders:
    import yaml  # noqa: PLC0415 - the files are read once

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every value is text: "no" and "on" are words
    codes = {path.name for path in _FOLDER.iterdir() if path.is_dir() and not path.name.startswith("_")}
    subjects: dict[str, dict[str, _Lists]] = {}
    for code in sorted(codes):
        for path in sorted((_FOLDER / code).glob("*.yml")):
            lists = yaml.load(path.read_text("utf-8"), Loader=loader) or {}  # noqa: S506 - makes nothing but text
            subjects.setdefault(path.stem, {})[code] = {
                key: tuple(value.split()) if isinstance(value, str) else tuple(value) for key, value in lists.items()
            }
    raw = {name: Raw(msgpack.encode(by_language)) for name, by_language in subjects.items()}
    return _Folders(tuple(sorted(codes, key=lambda code: (code != "en", code))), raw)


@cache
def words(name: str, key: str, *codes: str) -> tuple[str, ...]:
    """A list in the given languages, in all of them when none is given; without repetitions, in their order."""
    return tuple(dict.fromkeys(chain.from_iterable(listed for _, listed in _lists(name, key, codes))))


@cache
def phrases(name: str, key: str, *codes: str) -> tuple[str, ...]:
    """A list like `words`, with the lists that its phrases name (`<things>`) in their places."""
    found = (
        expanded(phrase, subject(code, name)) if "<" in phrase else phrase
        for code, listed in _lists(name, key, codes)
        for phrase in listed
    )
    return tuple(dict.fromkeys(found))


@cache
def listed(name: str, *keys: str) -> str:
    """One expression for the phrases of these lists of a subject, in all languages."""
    return either(phrase for key in keys for phrase in words(name, key))
