"""The one source of a command that reads one."""

import sys

from auditor import sources
from auditor.cli import output
from auditor.config import Settings
from auditor.parsing import refused

_HEAD = 4_000  # bytes that show what a file is


def read(file: str, stdin_filename: str) -> tuple[str, bytes]:
    """What reports call a file or stdin, and its bytes; exits with 2 where it cannot be read."""
    name = sources.shown_name(stdin_filename if file == sources.STDIN else file)
    limit = Settings().max_bytes
    try:
        data = sys.stdin.buffer.read(limit + 1) if file == sources.STDIN else None
        found = sources.read(sources.Source(name, file, data), limit)
    except OSError as error:
        output.stop(f"{name}: cannot be read: {error.strerror}; check the path and its permissions")
    except ValueError as error:
        output.stop(f"{name}: {error}")
    if reason := refused.of_text(found[:_HEAD].decode("utf-8", "replace"), name):
        output.stop(f"{name}: {reason}")
    return name, found
