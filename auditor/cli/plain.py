"""A plain command line of `auditor check`, read without typer, whose import is a tenth of a short run.

What typer makes of the options is kept, and a line is read here that holds nothing but their names, values as they are,
and paths. Whatever else a line has, a mistake, `--help`, options in one word, typer reads and answers.
"""

import os
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from auditor.cli.asked import Asked
from auditor.prepared import prepared


class _Option(Struct):
    """What one spelling of an option does."""

    name: str
    sets: bool | None = None  # None: the value that follows
    many: bool = False
    kind: str = "str"
    choices: list[str] = []

    def fits(self, value: str) -> bool:
        """Whether a value surely is one for typer, too."""
        if self.kind in ("float", "int"):
            return value.isascii() and value.isdecimal()
        return value in self.choices if self.kind == "choice" else self.kind == "str"


class _TypedOtherwiseError(Exception):
    """Typer has to say what it means."""


def asked(line: list[str]) -> Asked | None:
    """What a line asks for, without the program and `check`; None where typer has to say."""
    if os.name == "nt":  # typer finds the files of a pattern there
        return None
    given: dict[str, Any] = {"paths": []}
    options = prepared("options", dict[str, _Option], _options)
    try:
        for option, value in _read(line, options):
            if option is None:
                given["paths"].append(value)
            else:
                given[option.name] = [*given.get(option.name, ()), value] if option.many else value
    except _TypedOtherwiseError:
        return None
    return msgspec.convert(given, Asked, strict=False) if given["paths"] else None


def _read(line: list[str], options: dict[str, _Option]) -> Iterator[tuple[_Option | None, Any]]:
    """Options with their values, and paths without one."""
    words = iter(line)
    for word in words:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        option = options.get(name)
        if option is None:
            yield None, _no_option(word)
        elif option.sets is None:
            told = value if equals else _no_option(next(words, "-?"))
            if not option.fits(told):
                raise _TypedOtherwiseError
            yield option, told
        elif equals:
            raise _TypedOtherwiseError
        else:
            yield option, option.sets


def _no_option(word: str) -> str:
    if word.startswith("-") and word != "-":
        raise _TypedOtherwiseError
    return word


def _options() -> dict[str, _Option]:
    """As typer understands them, by each of their spellings."""
    from typer.main import get_command  # noqa: PLC0415 - once, after an installation

    from auditor.cli.shell import shell  # noqa: PLC0415

    command: Any = get_command(shell())
    found: dict[str, _Option] = {}
    for one in command.commands["check"].params:
        if one.param_type_name == "option":
            own = _Option(one.name, True if one.is_flag else None, one.multiple, *_values(one.type))
            found |= dict.fromkeys(one.opts, own)
            found |= dict.fromkeys(one.secondary_opts, _Option(one.name, sets=False))
    return found


def _values(read: Any) -> tuple[str, list[str]]:
    """Of which kind they are, and which where there are only so many."""
    return read.name.partition(" ")[0], list(map(str, getattr(read, "choices", ())))
