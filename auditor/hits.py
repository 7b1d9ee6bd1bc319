"""What verbs give, looked at before it is used: a verb may be anybody's."""

from collections.abc import Iterable, Iterator
from types import GeneratorType, TracebackType

from auditor.model import Hit, Span


def checked(given: Iterable[Hit]) -> Iterator[Hit]:
    """The hits.

    Raises:
        TypeError: the verb gave something else.
        ValueError: a span outside its block.
    """
    if type(given) is not GeneratorType and not isinstance(given, Iterable):  # nearly all are, and that is told at once
        raise TypeError(f"its verb gave {type(given).__name__} instead of hits; yield `Hit`s")
    for hit in given:
        if not isinstance(hit, Hit):
            raise TypeError(f"its verb gave {type(hit).__name__} instead of a hit; yield `Hit`s")
        for span in (hit.span, *hit.related):
            _check(span)
        yield hit


def told(error: BaseException) -> str:
    """An error, with the module and the line in which it came up."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    place = _place(error.__traceback__)
    return f"{said} ({place})" if place else said


def _check(span: Span | None) -> None:
    if span is None:
        return
    if not isinstance(span, Span):
        raise TypeError(f"its verb gave {type(span).__name__} as a place; give a `Span` of a block")
    if not 0 <= span.start <= span.end <= len(span.block.text):
        where = f"{span.start} to {span.end} of a block of {len(span.block.text)} characters"
        raise ValueError(f"its verb gave a place outside the text, {where}")


def _place(trace: TracebackType | None) -> str:
    """The innermost line; modules and no paths, so that it is the same on every machine."""
    place = ""
    while trace:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name not in (__name__, "auditor.engine", "auditor.bound", "auditor.binding"):
            place = f"{name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
