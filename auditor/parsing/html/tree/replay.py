"""Interval to text again, with the source of every character: the three syntaxes that HTML blocks have."""

from collections.abc import Iterable, Iterator

from auditor.expressions import late
from auditor.model.origin import JSON_ESCAPE
from auditor.parsing.html.tree.references import REFERENCE, decode, decode_attribute, resolve
from auditor.parsing.html.tree.tokenizer import tokens
from auditor.parsing.html.tree.vocabulary import BREAKS

Replay = tuple[str, list[int], list[int]]
_Run = tuple[str, int, int | None]  # text and where it stands; without an end its characters do, one by one

_SOLID = late(r"\S+")
_BREAKING = BREAKS | {"/br"}  # browsers read `</br>` as `<br>`
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
    return "".join(text for text, _, _ in _escapes(source, start, end))


def json_text(source: str, start: int, end: int) -> str:
    """The text that `json` gives, without places."""
    return " ".join(JSON_ESCAPE.sub(lambda escape: _unescaped(escape[0]), source[start:end]).split())


def text_of(source: str, start: int, end: int) -> str:
    """The text that `html` gives, without places."""
    runs, position = [], start
    for name, begin, after, _ in tokens(source, start, end):
        runs.append(decode(source[position:begin]))
        if name in _BREAKING:
            runs.append(" ")
        position = after
    runs.append(decode(source[position:end]))
    return " ".join("".join(runs).split())


def attribute_text(source: str, start: int, end: int) -> str:
    """The text that `attribute` gives, without places."""
    return " ".join(decode_attribute(source[start:end]).split())


def collapse(runs: Iterable[_Run]) -> Replay:
    """White space collapsed: a space maps to its whole gap, what a reference gave to the whole reference."""
    found = _Collapsed()
    for run, start, end in runs:
        if end is None:
            found.add(run, start)
        else:
            for character in run:
                found.put(character, start, end)
    return "".join(found.text), found.starts, found.ends


class _Collapsed:
    """What was read so far, and the white space behind it that the next character makes a space."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._gap: tuple[int, int] | None = None

    def add(self, run: str, start: int) -> None:
        """Text whose characters stand in the source one after the other."""
        at = 0
        for solid in _SOLID.finditer(run):
            first, after = solid.span()
            if first > at:
                self._widen(start + at, start + first)
            self._close()
            self.text.append(solid.group())
            self.starts.extend(range(start + first, start + after))
            self.ends.extend(range(start + first + 1, start + after + 1))
            at = after
        if at < len(run):
            self._widen(start + at, start + len(run))

    def put(self, character: str, start: int, end: int) -> None:
        """A character that something longer stands for."""
        if character.isspace():
            self._widen(start, end)
            return
        self._close()
        self.text.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def _widen(self, start: int, end: int) -> None:
        self._gap = (self._gap[0] if self._gap else start, end)

    def _close(self) -> None:
        if self._gap and self.text:
            self.text.append(" ")
            self.starts.append(self._gap[0])
            self.ends.append(self._gap[1])
        self._gap = None


def _markup(source: str, start: int, end: int) -> Iterator[_Run]:
    position = start
    for name, begin, after, _ in tokens(source, start, end):
        yield from _references(source, position, begin)
        if name in _BREAKING:
            yield " ", begin, after
        position = after
    yield from _references(source, position, end)


def _references(source: str, start: int, end: int, *, attribute: bool = False) -> Iterator[_Run]:
    position = start
    for match in REFERENCE.finditer(source, start, end):
        after = source[match.end() : match.end() + 1] if match.end() < end else ""
        text, size = resolve(match[0], after, attribute=attribute)
        if size:
            yield source[position : match.start()], position, None
            position = match.start() + size
            yield text, match.start(), position
    yield source[position:end], position, None


def _escapes(source: str, start: int, end: int) -> Iterator[_Run]:
    position = start
    for match in JSON_ESCAPE.finditer(source, start, end):
        yield source[position : match.start()], position, None
        position = match.end()
        yield _unescaped(match[0]), match.start(), position
    yield source[position:end], position, None


def _unescaped(written: str) -> str:
    if len(written) == 2:
        return _JSON_LETTERS.get(written[1], written[1])
    if written[1] == "x":
        return bytes.fromhex(written[2:]).decode("latin-1")
    units = [int(unit, 16) for unit in written.split("\\u")[1:]]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
