"""Interval to text again, with the source of every character: the three syntaxes that HTML blocks have."""

from collections.abc import Iterable, Iterator

from auditor.model.origin import JSON_ESCAPE
from auditor.parsing.html.tree.references import REFERENCE, decode, decode_attribute, resolve
from auditor.parsing.html.tree.tokenizer import tokens

Replay = tuple[str, list[int], list[int]]
_Character = tuple[str, int, int]

_BREAKS = ("br", "/br")  # browsers read `</br>` as `<br>`
_JSON_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def html(source: str, start: int, end: int) -> Replay:
    """Replay of `normal(source[start:end])`: tags and comments dropped, `<br>` a space, references decoded per run."""
    return collapse(_markup(source, start, end))


def attribute(source: str, start: int, end: int) -> Replay:
    """Replay of an attribute's value or of the content of `<title>`."""
    return collapse(_references(source, start, end, attribute=True))


def json(source: str, start: int, end: int) -> Replay:
    """Replay of the inside of a JSON string."""
    return collapse(_escapes(source, start, end))


def unescaped(source: str, start: int, end: int) -> str:
    """The inside of a JSON string with its white space."""
    return "".join(character for character, _, _ in _escapes(source, start, end))


def json_text(source: str, start: int, end: int) -> str:
    """The text that `json` gives, without places."""
    return " ".join(JSON_ESCAPE.sub(lambda escape: _unescaped(escape[0]), source[start:end]).split())


def text_of(source: str, start: int, end: int) -> str:
    """The text that `html` gives, without places."""
    runs, position = [], start
    for name, begin, after, _ in tokens(source, start, end):
        runs.append(decode(source[position:begin]))
        if name in _BREAKS:
            runs.append(" ")
        position = after
    runs.append(decode(source[position:end]))
    return " ".join("".join(runs).split())


def attribute_text(source: str, start: int, end: int) -> str:
    """The text that `attribute` gives, without places."""
    return " ".join(decode_attribute(source[start:end]).split())


def collapse(characters: Iterable[_Character]) -> Replay:
    """White space collapsed: a space maps to its whole gap, what a reference gave to the whole reference."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gap: tuple[int, int] | None = None
    for character, start, end in characters:
        if character.isspace():
            gap = (gap[0] if gap else start, end)
            continue
        if gap and text:
            text.append(" ")
            starts.append(gap[0])
            ends.append(gap[1])
        gap = None
        text.append(character)
        starts.append(start)
        ends.append(end)
    return "".join(text), starts, ends


def _markup(source: str, start: int, end: int) -> Iterator[_Character]:
    position = start
    for name, begin, after, _ in tokens(source, start, end):
        yield from _references(source, position, begin)
        if name in _BREAKS:
            yield " ", begin, after
        position = after
    yield from _references(source, position, end)


def _references(source: str, start: int, end: int, *, attribute: bool = False) -> Iterator[_Character]:
    position = start
    for match in REFERENCE.finditer(source, start, end):
        after = source[match.end() : match.end() + 1] if match.end() < end else ""
        text, size = resolve(match[0], after, attribute=attribute)
        if size:
            yield from _plain(source, position, match.start())
            position = match.start() + size
            yield from ((character, match.start(), position) for character in text)
    yield from _plain(source, position, end)


def _escapes(source: str, start: int, end: int) -> Iterator[_Character]:
    position = start
    for match in JSON_ESCAPE.finditer(source, start, end):
        yield from _plain(source, position, match.start())
        position = match.end()
        yield _unescaped(match[0]), match.start(), position
    yield from _plain(source, position, end)


def _unescaped(written: str) -> str:
    if len(written) == 2:
        return _JSON_LETTERS.get(written[1], written[1])
    if written[1] == "x":
        return bytes.fromhex(written[2:]).decode("latin-1")
    units = [int(unit, 16) for unit in written.split("\\u")[1:]]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")


def _plain(source: str, start: int, end: int) -> Iterator[_Character]:
    return ((source[at], at, at + 1) for at in range(start, end))
