"""How a text is written in a source, so that it reads as it should there."""

from auditor.model import Document, Syntax

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PLAIN = (Syntax.HTML, Syntax.ATTRIBUTE)
_QUOTES = {'"': "&quot;", "'": "&#39;"}


def spelled(text: str, syntax: Syntax, document: Document) -> str | None:
    """The text in a syntax and the encoding of its document; None where it cannot be written there."""
    # Whatever a page of ASCII says of its encoding, references are right in it.
    plain = syntax in _PLAIN and document.source.isascii()
    encoding = "ascii" if plain else document.encoding or "utf-8"
    written = [_one(character, syntax, encoding) for character in text]
    return None if None in written else "".join(filter(None, written))


def _one(character: str, syntax: Syntax, encoding: str) -> str | None:
    held = _holds(encoding, character)
    match syntax:
        case Syntax.HTML | Syntax.ATTRIBUTE:
            special = _MARKUP.get(character) or (syntax is Syntax.ATTRIBUTE and _QUOTES.get(character))
            return special or (character if held else f"&#{ord(character)};")
        case Syntax.JSON:
            units = character.encode("utf-16-be")
            escaped = "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
            return character if held and character not in '"\\' and character.isprintable() else escaped
        case _:
            return character if held else None


def _holds(encoding: str, character: str) -> bool:
    try:
        return character.encode(encoding).decode(encoding) == character
    except (UnicodeError, LookupError):
        return False
