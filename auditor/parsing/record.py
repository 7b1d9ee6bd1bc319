"""A record of JSON as the article that one of its fields holds."""

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.model import Format
from auditor.parsing.json_strings import Found
from auditor.parsing.sniff import sniff
from auditor.parsing.taken_out import NAMED_SO, TEXTS, Part, TakenOut, joined, plain

_TEXTS = TEXTS | NAMED_SO
_TITLES = ("title", "headline")
_AUTHORS = ("byline", "author", "authors", "creator")
_DAYS = ("published", "publishedat", "datepublished", "publicationdate", "pubdate", "date", "createdat")
_ADDRESSES = ("url", "link", "permalink", "canonicalurl")
_MOST_NAMED = 12  # fields in a message
_WRAPPED = 3  # objects around the record, as in {"data": {"article": {...}}}
_NAMELESS = "is JSON without named fields, not an article; take the text out of it"
_LISTED = "is JSON with several records; `jq -c '{path}[]' FILE > pages.jsonl` makes a line of each, and "
_LISTED += "`auditor corpus run pages.jsonl --text-field FIELD --output DIR` audits them"


def read(file: str, value: Any, strings: Sequence[Found]) -> TakenOut:
    """The longest of the fields that are called as texts are, below the title.

    Raises:
        ValueError: there is no such field, or there are several records.
    """
    record, path = _record(value)
    own = [one for one in strings if one.path[: len(path)] == path]
    fields = {name: list(_of(own, (*path, name))) for name in record if plain(name) in _TEXTS}
    name = max(fields, key=lambda field: sum(len(one.text) for one in fields[field]), default=None)
    if name is None or not fields[name]:
        raise ValueError(_without_text(record))
    stated = {plain(key): _texts(record[key]) for key in record}
    text = "\n\n".join(one.text for one in fields[name])
    titles = [one for title in record if plain(title) in _TITLES for one in _of(own, (*path, title))][:1]
    whole, origin = joined(file, _page(titles, fields[name], form := sniff(text)))
    return TakenOut(
        whole,
        origin,
        form,
        f"a record of JSON: its text is the field {name!r}; lines and columns are those of the file",
        byline=tuple(_first(stated, _AUTHORS)),
        published=next((day for day in _first(stated, _DAYS) if day[:4].isdigit()), None),
        url=next((url for url in _first(stated, _ADDRESSES) if url.startswith(("https://", "http://"))), None),
    )


def _record(value: Any) -> tuple[dict[str, Any], tuple[str | int, ...]]:
    """The record and where it stands: the whole, or what stands alone in objects or a list around it."""
    path: tuple[str | int, ...] = ()
    for _ in range(_WRAPPED + 1):
        if isinstance(value, dict) and any(plain(name) in _TEXTS for name in value):
            return value, path
        inner = [(key, one) for key, one in _inside(value) if isinstance(one, dict | list) and one]
        if (isinstance(value, list) and len(value) > 1) or len(inner) != 1:
            break
        path, value = (*path, inner[0][0]), inner[0][1]
    if isinstance(value, list) and len(value) > 1:
        raise ValueError(_LISTED.format(path="." + ".".join(map(str, path)) if path else "."))
    raise ValueError(_without_text(value) if isinstance(value, dict) else _NAMELESS)


def _inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _of(strings: Sequence[Found], path: tuple[str | int, ...]) -> Iterator[Found]:
    """The string of a field, the paragraphs of one that is a list, or what WordPress calls `rendered`."""
    for one in strings:
        rest = one.path[len(path) :]
        own = one.path[: len(path)] == path and len(rest) < 2 and one.text.strip()
        if own and (not rest or rest == ("rendered",) or isinstance(rest[0], int)):
            yield one


def _page(titles: Sequence[Found], texts: Sequence[Found], form: Format) -> Iterator[Part]:
    """The title as a headline, unless the text has one, and the text."""
    before, after = {Format.HTML: ("<h1>", "</h1>\n"), Format.MARKDOWN: ("# ", "\n\n")}.get(form, ("", "\n\n"))
    for title in titles if not _has_headline(texts[0].text, form) else ():
        yield before
        yield title.text, title.start, title.end
        yield after
    yield "<article>" if form is Format.HTML and "<body" not in texts[0].text.lower() else ""
    for number, one in enumerate(texts):
        yield "\n\n" if number else ""
        yield one.text, one.start, one.end


def _has_headline(text: str, form: Format) -> bool:
    return "<h1" in text.lower() if form is Format.HTML else text.startswith(("# ", "---\n"))


def _without_text(record: dict[str, Any]) -> str:
    shown = ", ".join(list(record)[:_MOST_NAMED]) or "none"
    return (
        "is JSON without a field that is called text, html, body or content; its fields are: "
        f"{shown}; `jq -r .FIELD FILE | auditor check -` audits another one"
    )


def _first(stated: dict[str, list[str]], names: Sequence[str]) -> list[str]:
    return next((stated[name] for name in names if stated.get(name)), [])


def _texts(value: Any) -> list[str]:
    """A text, the texts of a list, or the name of an object."""
    match value:
        case str() if value.strip():
            return [value.strip()]
        case list():
            return [text for one in value[:20] for text in _texts(one)[:1]]
        case dict():
            return _texts(value.get("name"))
    return []
