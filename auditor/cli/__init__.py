"""The command line: the floor that reads arguments, prints and exits."""

import os
import sys


def run() -> None:
    """Entry point of `auditor` and `python -m auditor`. Exits 0, 1 or 2; 130 when interrupted."""
    from auditor.cli.app import app  # noqa: PLC0415 - importing the package must not import typer

    try:
        app(prog_name="auditor")
    except BrokenPipeError:
        # Whoever read the output has seen enough; the interpreter must not complain while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
