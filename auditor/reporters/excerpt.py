"""A line of the source around a place, shortened to fit, with marks below it."""

from collections.abc import Callable

from auditor.reporters.paint import clip, columns, visible

_CONTEXT = 10  # columns on either side that a long place leaves to what stands around it
_REACH = 400  # characters looked at from each end: a line of a page can be as long as the page


def excerpt(
    line: str, start: int, end: int, room: int, read: Callable[[str], str] = lambda text: text
) -> tuple[str, str]:
    """The line and the marks below `line[start:end]`, each at most `room` columns.

    Args:
        read: what a piece of the line says to whoever wrote it, where that is not what stands there.
    """
    before = visible(read(line[max(0, start - _REACH) : start]).lstrip())
    after = visible(read(line[end : end + _REACH]).rstrip())
    marked = visible(
        read(line[start:end] if end - start <= 2 * _REACH else f"{line[start:][:_REACH]}{line[:end][-_REACH:]}")
    )
    marked = _shorten(marked, room - min(columns(before), _CONTEXT) - min(columns(after), _CONTEXT))
    spare = room - columns(marked)
    before = _clip_start(before, max(spare // 2, spare - columns(after)))
    after = clip(after, spare - columns(before))
    return before + marked + after, " " * columns(before) + "^" * max(1, columns(marked))


def _shorten(text: str, room: int) -> str:
    """Both ends of a text with an ellipsis between them."""
    if columns(text) <= room:
        return text
    tail = _clip_start(text, room // 3).replace("…", "", 1).lstrip()
    return f"{clip(text, room - columns(tail) - 1)} {tail}"


def _clip_start(text: str, room: int) -> str:
    """The text, or an ellipsis and its end."""
    return clip(text[::-1], room)[::-1]
