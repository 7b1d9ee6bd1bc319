"""Which report goes where."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from auditor import reporters
from auditor.cli import output

_STDOUT = "-"
_SUMMARY = "GITHUB_STEP_SUMMARY"


class Target(Struct, frozen=True):
    """One report. Without a file it goes to stdout."""

    render: reporters.Reporter
    file: Path | None = None
    append: bool = False

    @property
    def folder(self) -> reporters.Folder | None:
        """How to write it as a folder: where the reporter can, and the file is none by its name."""
        make = reporters.folder(self.render)
        return make if make and self.file and (self.file.is_dir() or not self.file.suffix) else None

    @property
    def page(self) -> Path | None:
        """The file to open in a browser, if there is one."""
        if not (self.file and reporters.folder(self.render)):
            return None
        return self.file / "index.html" if self.folder else self.file


def targets(formats: Sequence[str], files: Sequence[str]) -> list[Target]:
    """Formats, `name` or `name:file`, with the files of those that name none, in their order.

    Exits with 2 where a name is unknown, or it does not say clearly what goes where.
    """
    pairs = list(_paired(formats or ["text"], files))
    places = [file for _, file in pairs]
    for file in places:
        if places.count(file) > 1:
            output.stop(f"--format: two reports go to {file or 'stdout'}; name a file for each: --format sarif:FILE")
    return [Target(_reporter(name), file) for name, file in pairs] + _job_summary(pairs)


def _paired(formats: Sequence[str], files: Sequence[str]) -> Iterator[tuple[str, Path | None]]:
    split = [form.partition(":") for form in formats]
    alone = sum(not colon for _, colon, _ in split)
    if files and len(files) != alone:
        output.stop(
            f"--output: {len(files)} for {alone} formats without a file of their own; "
            "name the file beside its format: --format sarif:FILE"
        )
    remaining = iter(files or [_STDOUT] * alone)
    for name, colon, file in split:
        if colon and not file:
            output.stop(f"--format: {name}: names no file; --format {name} alone writes to stdout")
        given = file or next(remaining)
        yield name, None if given == _STDOUT else Path(given)


def _reporter(name: str) -> reporters.Reporter:
    try:
        return reporters.reporter(name)
    except ValueError as error:
        output.stop(f"--format: {error}")


def _job_summary(pairs: Sequence[tuple[str, Path | None]]) -> list[Target]:
    """Annotations are few; in a job of GitHub Actions its summary says the rest."""
    named = os.environ.get(_SUMMARY)
    if not named or "github" not in (name for name, _ in pairs) or Path(named) in (file for _, file in pairs):
        return []
    return [Target(_reporter("markdown"), Path(named), append=True)]
