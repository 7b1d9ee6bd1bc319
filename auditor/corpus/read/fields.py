"""Named fields of a line or a row, as the item that they make."""

from collections.abc import Mapping
from typing import Any

from msgspec import structs

from auditor.corpus.read.item import Item
from auditor.corpus.settings import Settings

_KEPT = 2_000  # characters of a field that is carried along


def of_fields(fields: Any, own: str, position: int, settings: Settings) -> Item:
    """The item that named fields make; without an id of their own it is `own`."""
    if not isinstance(fields, dict):
        return Item(id=own, position=position, error="not an object with named fields")
    item = Item(
        id=_name(found(fields, settings.id_field)) or own,
        position=position,
        url=_address(found(fields, settings.url_field)),
        fields={name: _shown(value) for name in settings.keep if (value := found(fields, name)) is not None},
    )
    text = _text(found(fields, settings.text_field))
    if text is None:
        known = ", ".join(map(str, list(fields)[:20]))
        return structs.replace(item, error=f"the field {settings.text_field!r} holds no text; the fields are: {known}")
    return structs.replace(item, data=text) if text.strip() else structs.replace(item, skipped="empty")


def found(fields: Mapping[str, Any], name: str) -> Any:
    """A field by its name, by a path of names with dots, or by a name that differs in its capitals only."""
    if name in fields:
        return fields[name]
    first, dot, rest = name.partition(".")
    if dot and isinstance(inner := found(fields, first), Mapping):
        return found(inner, rest)
    return next((value for key, value in fields.items() if str(key).lower() == name.lower()), None)


def column_of(name: str, columns: list[str]) -> str | None:
    """The column that `found` would look into."""
    first = name.partition(".")[0]
    known = {column.lower(): column for column in reversed(columns)}
    exact = (one for one in (name, first) if one in columns)
    return next(exact, known.get(name.lower()) or known.get(first.lower()))


def _text(value: Any) -> str | bytes | None:
    """A text, or a list of paragraphs."""
    if isinstance(value, str | bytes):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    return None


def _name(value: Any) -> str:
    """Some stores wrap an id: `{"$oid": "64"}`."""
    if isinstance(value, dict) and len(value) == 1:
        value = next(iter(value.values()))
    if isinstance(value, bytes):
        return value.decode("ascii") if value.isascii() and value.decode("ascii").isprintable() else value.hex()
    return "" if value is None else str(value)


def _address(value: Any) -> str | None:
    given = value[0] if isinstance(value, list) and value else value
    return given if isinstance(given, str) and given else None


def _shown(value: Any) -> str:
    return str(value.decode("utf-8", "replace") if isinstance(value, bytes) else value)[:_KEPT]
