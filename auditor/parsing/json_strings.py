"""The strings of a JSON file with their paths and places."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from auditor.expressions import late

_TOKEN = late(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s"{}\[\],:]++', re.DOTALL)
_UNPAIRED = late(r"[\ud800-\udfff]")


class Found(NamedTuple):
    """A string that is a value."""

    path: tuple[str | int, ...]  # names of fields and positions in lists
    text: str
    start: int  # of its inside, between the quotation marks
    end: int


def value(text: str) -> Any:
    """What a file of JSON holds.

    Raises:
        ValueError: it is no JSON; with the line.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: is no JSON: {error.msg}; mend it") from error
    except RecursionError:
        raise ValueError("is JSON of too many lists within each other; take the text out of it") from None


def strings(text: str) -> Iterator[Found]:
    """The strings of a file that is JSON, in its order."""
    path: list[Any] = []  # of an open list the position, of an open object the name of the field, None before it
    for token in _TOKEN.finditer(text):
        match token[0][0]:
            case "[":
                path.append(0)
            case "{":
                path.append(None)
            case "]" | "}":
                path.pop()
            case ",":
                path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None
            case '"' if path and path[-1] is None:
                path[-1] = json.loads(token[0], strict=False)
            case '"':
                said = _UNPAIRED.sub("\ufffd", json.loads(token[0], strict=False))
                yield Found(tuple(path), said, token.start() + 1, token.end() - 1)
