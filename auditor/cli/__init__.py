"""The command line: the floor that reads arguments, prints and exits."""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from auditor.prepared import keep_derived

if TYPE_CHECKING:
    import typer

# Allocations between two collections: the default of 700 spends a tenth of a short run on them.
_GARBAGE = 50_000


def run() -> NoReturn:
    """Entry point of `auditor` and `python -m auditor`. Exits 0, 1 or 2; 130 when interrupted."""
    gc.set_threshold(_GARBAGE)
    code = _run()
    keep_derived()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = code or 1
    # Without tearing down a few hundred modules, which takes a sixth of a short run.
    os._exit(code)


def _hint(arguments: list[str]) -> None:
    """A file whose name begins like an option is read as one."""
    for argument in arguments[: arguments.index("--")] if "--" in arguments else arguments:
        if argument.startswith("-") and len(argument) > 1 and os.path.lexists(argument):
            sys.stderr.write(f"auditor: {argument!r} is a file here; write -- before the names of files\n")
            return


def _plainly() -> int | None:
    """The exit code of a check whose line needs no typer."""
    if sys.argv[1:2] != ["check"] or "_AUDITOR_COMPLETE" in os.environ:
        return None
    from auditor.cli import modules  # noqa: PLC0415 - commands that need few are as quick without

    modules.read_at_once()
    from auditor.cli import plain  # noqa: PLC0415

    if not (asked := plain.asked(sys.argv[2:])):
        return None
    from auditor.cli import checking  # noqa: PLC0415

    return checking.run(asked)


def _app() -> "typer.Typer":
    """Importing the package must not import typer, and a check not the other commands."""
    if "_AUDITOR_COMPLETE" in os.environ:  # a shell asks how a line may go on
        from auditor.cli import completions  # noqa: PLC0415

        completions.answer()
    elif sys.argv[1:2] == ["check"]:
        from auditor.cli.shell import shell  # noqa: PLC0415

        return shell()
    from auditor.cli.app import app  # noqa: PLC0415

    return app


def _run() -> int:
    try:
        if (code := _plainly()) is not None:
            return code
        _app()(prog_name="auditor")
    except SystemExit as asked:
        if asked.code == 2:
            _hint(sys.argv[1:])
        return asked.code if isinstance(asked.code, int) else bool(asked.code)
    except BrokenPipeError:
        return 1  # whoever read the output has seen enough
    except KeyboardInterrupt:
        sys.stderr.write("\nauditor: interrupted; reports that were not finished are not written\n")
        return 130
    except Exception:  # noqa: BLE001 - an internal error is told apart from findings by its exit code
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        sys.stderr.write("auditor: internal error, please report it\n")
        return 2
    return 0
