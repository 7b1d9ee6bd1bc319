"""What is wrong with a line that somebody typed, in words: which option, what was given, what is allowed."""

import re
import sys
from collections.abc import Iterable
from typing import Any

from auditor.text.nearest import nearest

_QUOTE = "'"
_DAY = "2027-01-31"
_NO_COMMAND = re.compile(r"No such command ('.*?'|\".*?\")")
_WHOLE = ("int", "integer", "int range", "integer range")


def reword(error: Any) -> None:
    """Let an error of the parser say in words what its library says in types; any other stays as it is."""
    if said := _said(error):
        error.show = lambda file=None: (file or sys.stderr).write(f"auditor: {said}\n")


def _said(error: Any) -> str:
    parameter, message, kind = getattr(error, "param", None), str(getattr(error, "message", "")), type(error).__name__
    if kind == "NoSuchOption":
        near = " or ".join(sorted(error.possibilities or ()))
        return f"there is no option {error.option_name}; {_all(error)}{f'; did you mean {near}?' if near else ''}"
    if found := _NO_COMMAND.match(message):
        known = error.ctx.command.list_commands(error.ctx)
        return f"there is no command {found[1]}; {_help(error.ctx)} lists what there is{nearest(found[1][1:-1], known)}"
    if kind == "BadOptionUsage":
        return f"{error.option_name} takes no value" if "not take" in message else f"{error.option_name} needs a value"
    if kind == "MissingParameter" and parameter is not None:
        return f"{_called(parameter)} is missing{_about(parameter)}; {_all(error)}"
    if kind == "BadParameter" and parameter is not None and (allowed := _allowed(parameter, message)):
        return f"{_called(parameter)}: {allowed}"
    is_more = kind == "UsageError" and message.startswith("Got unexpected extra argument")
    return f"{_extra(message)}: more than this command takes; {_all(error)}" if is_more else ""


def _allowed(parameter: Any, message: str) -> str:
    """What was given, and what may stand there."""
    kind = getattr(parameter.type, "name", "")
    given = message.partition(" is not ")[0].partition(" does not ")[0]
    if choices := getattr(parameter.type, "choices", None):
        names = [str(getattr(one, "value", one)) for one in choices]
        return f"there is no {given}; it may be {_either(names)}{nearest(given.strip(_QUOTE), names)}"
    if getattr(parameter.type, "formats", None):
        return f"{given} is no date; write it as {_DAY}"
    if kind in _WHOLE or kind.startswith("float"):
        number = "a whole number" if kind in _WHOLE else "a number"
        least = getattr(parameter.type, "min", None)
        return f"{given} is not allowed; give {number}{'' if least is None else f', {least:g} or more'}"
    return ""


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _called(parameter: Any) -> str:
    """An option by its long name, an argument as the help writes it."""
    if parameter.param_type_name == "argument":
        return str(parameter.human_readable_name)
    return str(max(parameter.opts, key=len))


def _about(parameter: Any) -> str:
    """Its help as the rest of a sentence."""
    said = str(getattr(parameter, "help", "") or "").rstrip(".")
    return f": {said[:1].lower()}{said[1:]}" if said else ""


def _extra(message: str) -> str:
    found: Iterable[str] = message.rpartition("(")[2].rstrip(").").split()
    return ", ".join(map(repr, found))


def _all(error: Any) -> str:
    return f"{_help(error.ctx)} shows what it takes" if error.ctx else "-h shows what there is"


def _help(context: Any) -> str:
    return f"`{context.command_path} -h`"
