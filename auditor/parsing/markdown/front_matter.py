"""Front matter: what a Markdown source says of itself in YAML or TOML before its text."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from auditor import toml
from auditor.expressions import late
from auditor.model import Block, Kind, Syntax, Zone
from auditor.parsing import bylines
from auditor.parsing.stated import Stated
from auditor.world import dates

# Real front matter is short; its libraries are slow and recurse.
_LONGEST = 20_000
_FENCE = late(r"\ufeff?(?:(---)|(\+\+\+))[ \t]*(?:\r\n|\r|\n)")
_KEYED = late(r"\s*[\w\"'-]{1,60}\s*[:=]")
# "key: value" and nothing that only YAML knows how to read; most front matter is lines of these.
_PLAIN = late(
    r"([A-Za-z_][\w-]{0,59}): {1,9}(?:\"([^\"\\\r\n]*)\"|([A-Za-z0-9](?:[^:#\r\n]*[^:#\s])?)) {0,9}(?:\r\n|\r|\n)"
)
_PRINTED = {
    "title": "title",
    "author": "author authors byline",
    "date": "date published publishdate pubdate publish_date published_at datepublished created",
    "modified": "lastmod modified updated last_modified",
    "description": "description summary excerpt",
    "language": "lang language locale",
    "canonical": "canonical canonical_url canonicalurl",
    "site": "site site_name",
    "keywords": "keywords tags",
    "biography": "author_bio author_biography author_description author_about about_author about_the_author bio",
}
_KEYS = {printed: key for key, words in _PRINTED.items() for printed in words.split()}
_KINDS = {
    "title": Kind.TITLE, "author": Kind.PERSON, "date": Kind.DATE, "modified": Kind.DATE, "site": Kind.SITE,
    "description": Kind.DESCRIPTION, "keywords": Kind.KEYWORDS,
    "biography": Kind.FIELD,
}  # fmt: skip


class Value(NamedTuple):
    """A statement; its interval is empty where it does not stand word for word in the source."""

    key: str
    printed: str
    text: str
    start: int = 0
    end: int = 0


class FrontMatter(NamedTuple):
    stated: Stated
    end: int  # where the text of the source begins


def read(source: str) -> FrontMatter:
    """The front matter of a source; one that cannot be read is skipped and noted."""
    opened = _FENCE.match(source)
    closed = opened and _closing(opened[1] or opened[2]).search(source, opened.end(), opened.end() + _LONGEST)
    if not opened or not closed:
        return FrontMatter(Stated(), 0)
    start, end = opened.end(), closed.start()
    try:
        values = list(_yaml(source, start, end) if opened[1] else _toml(source, start, end))
    except _UnreadableError as error:
        if not _KEYED.match(source, start, end):
            return FrontMatter(Stated(), 0)  # two thematic breaks
        return FrontMatter(Stated(notes=(f"front matter could not be read: {error}",)), closed.end())
    return FrontMatter(_stated(values), closed.end())


def _closing(fence: str) -> re.Pattern[str]:
    last = r"---|\.\.\." if fence == "---" else r"\+\+\+"
    return re.compile(rf"^(?:{last})[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


class _UnreadableError(Exception):
    """The front matter is broken, or is none."""


def _plain(source: str, start: int, end: int) -> list[Value]:
    """The values of plain lines, which are the same in YAML; nothing where one is not plain. YAML takes 20 ms."""
    found = list[Value]()
    while start < end:
        line = _PLAIN.match(source, start, end)
        if not line or not line[0].rstrip("\r\n").isprintable():
            return []
        number = 2 if line[3] is None else 3
        found.append(_value(source, line[1], line[number], *line.span(number)))
        start = line.end()
    return found


def _yaml(source: str, start: int, end: int) -> Iterator[Value]:
    if plain := _plain(source, start, end):
        yield from plain
        return
    import yaml  # noqa: PLC0415

    try:
        root = yaml.compose(source[start:end], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _UnreadableError(" ".join(str(error).split())[:200]) from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise _UnreadableError("it is no mapping")
    for key, value in root.value if root else ():
        for scalar in _scalars(value):
            first, last = start + scalar.start_mark.index, start + scalar.end_mark.index
            yield _value(source, str(key.value), scalar.value, first, last)
        for printed, scalar in _of_author(key, value):
            first, last = start + scalar.start_mark.index, start + scalar.end_mark.index
            yield _value(source, f"author_{printed}", scalar.value, first, last)


def _scalars(node: Any) -> Iterator[Any]:
    """The scalars of a value: itself, the items of a list, the names of a list of persons."""
    if node.id == "scalar":
        yield node
    elif node.id == "sequence":
        for item in node.value:
            yield from (_name_of(item) if item.id == "mapping" else [item] if item.id == "scalar" else [])
    else:
        yield from _name_of(node)


def _of_author(key: Any, value: Any) -> Iterator[tuple[str, Any]]:
    """What a mapping says of the author beside the name."""
    if str(key.value).lower() == "author" and value.id == "mapping":
        yield from ((str(inner.value), said) for inner, said in value.value if said.id == "scalar")


def _name_of(mapping: Any) -> list[Any]:
    return [value for key, value in mapping.value if key.value == "name" and value.id == "scalar"]


def _toml(source: str, start: int, end: int) -> Iterator[Value]:
    import tomllib  # noqa: PLC0415

    try:
        table = toml.read(source[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _UnreadableError(" ".join(str(error).split())[:200]) from error
    for key, value in table.items():
        for item in value if isinstance(value, list) else [value]:
            text = item.get("name", "") if isinstance(item, dict) else item
            at = source.find(str(text), start, end)
            yield _value(source, key, str(text), at, at + len(str(text)) if at >= 0 else at)


def _value(source: str, printed: str, text: str, start: int, end: int) -> Value:
    """With the place of the value inside its quotation marks, if it stands there as it is."""
    at = source.find(text, start, end) if text else -1
    place = (at, at + len(text)) if 0 <= start <= at else (0, 0)
    return Value(_KEYS.get(printed.lower().replace("-", "_"), ""), printed, " ".join(text.split()), *place)


def _stated(values: Sequence[Value]) -> Stated:
    first = {value.key: value.text for value in reversed(values) if value.text}
    names = [name for value in values if value.key == "author" for name in bylines.names(value.text) or [value.text]]
    return Stated(
        title=first.get("title"),
        byline=tuple(dict.fromkeys(name for name in names if name)),
        published=dates.iso(first.get("date", "")),
        modified=dates.iso(first.get("modified", "")),
        language=first.get("language"),
        canonical=first.get("canonical"),
        site=first.get("site"),
        blocks=tuple(_block(value) for value in values if value.key in _KINDS and value.text and value.end),
    )


def _block(value: Value) -> Block:
    label = "bio" if value.key == "biography" else f"front-matter:{value.printed}"
    return Block(Zone.METADATA, _KINDS[value.key], value.text, value.start, value.end, Syntax.TEXT, label=label)
