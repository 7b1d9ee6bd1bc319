"""Where output goes, and how it looks there."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NoReturn

from msgspec import json

from auditor.gate.files import replacing
from auditor.reporters.log_commands import IN_TEXT, inert
from auditor.reporters.paint import Style, visible

_LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio")
_LINKING_MARKS = ("KITTY_WINDOW_ID", "WT_SESSION", "DOMTERM", "ALACRITTY_WINDOW_ID")
_WIDTH = 80  # off a terminal
_WIDEST = 120  # longer lines are hard to read


def style(stream: IO[str], *, plain: bool = False) -> Style:
    """Colour on a terminal only, unless NO_COLOR or FORCE_COLOR say otherwise (no-color.org, force-color.org)."""
    terminal = stream.isatty() and not plain
    if os.environ.get("NO_COLOR"):
        colour = False
    else:
        colour = bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")
    width = min(_WIDEST, max(40, _columns())) if terminal else _WIDTH
    links = f"{Path.cwd().as_uri()}/" if terminal and _links(os.environ) else ""
    return Style(colour=colour and not plain, width=width, links=links)


def _columns() -> int:
    import shutil  # noqa: PLC0415 - it brings three libraries that pack files

    return shutil.get_terminal_size((_WIDTH, 24)).columns


def _links(environment: Mapping[str, str]) -> bool:
    """Whether a terminal is known to understand hyperlinks; others may print them as rubbish."""
    if asked := environment.get("FORCE_HYPERLINK"):
        return asked != "0"
    if environment.get("CI") or environment.get("TERM", "dumb").startswith(("dumb", "screen", "tmux")):
        return False
    known = environment.get("TERM_PROGRAM") in _LINKING or any(name in environment for name in _LINKING_MARKS)
    return known or environment.get("VTE_VERSION", "").rjust(4, "0") >= "5000"


def write(pieces: Iterable[str], file: Path | None, *, append: bool = False) -> None:
    """Write text as UTF-8, with `\\n` on every system, to a file or to stdout; exits with 2 where that fails.

    A file has its new content when all of it is there, and a link in its place is replaced, not followed.
    """
    try:
        _write(pieces, file, append=append)
    except BrokenPipeError:
        raise
    except OSError as error:
        stop(f"{file or 'stdout'}: cannot be written: {error.strerror}")


def _write(pieces: Iterable[str], file: Path | None, *, append: bool) -> None:
    encoded = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if file:
        # A device or a pipe, such as /dev/stderr, can only be written to as it is.
        with file.open("ab") if append or (file.exists() and not file.is_file()) else replacing(file) as stream:
            stream.writelines(encoded)
        return
    for piece in encoded:
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def write_folder(files: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write files by their paths below a folder, made where there is none; exits with 2 where that fails."""
    for name, text in files:
        try:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            stop(f"{folder}: cannot be written: {error.strerror}")
        write([text], folder / name)


def as_json(value: Any) -> str:
    return json.format(json.encode(value), indent=2).decode() + "\n"


def note(text: str) -> None:
    """One line on stderr."""
    print("".join(inert([f"auditor: {visible(text)}"], IN_TEXT)), file=sys.stderr, flush=True)  # noqa: T201


def stop(text: str) -> NoReturn:
    """Say on stderr what is wrong and exit with 2."""
    note(text)
    raise SystemExit(2)
