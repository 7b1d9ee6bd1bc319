"""Which report goes where."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from auditor import reporters
from auditor.cli import output
from auditor.expressions import late
from auditor.parsing.sniff import SUFFIXES
from auditor.sources import Source

_STDOUT = "-"
# The head of our HTML, of Markdown, and how our lines of text look.
_OURS = late(
    r"""<meta\s[^<>]{0,99}content="auditor|^## Audit: |^[^\n]{0,300}(?:critical|error|warning|info)\[[a-z-]{1,60}\]"""
    r"""|^(?:pass|review|reject|not audited)\b[^\n]{0,99}(?:score|,|:)|^\d[\d,]* files?\b""",
    re.MULTILINE | re.IGNORECASE,
)
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


def opened(wanted: Iterable[Target], *, asked: bool) -> None:
    """Show the pages that were written in the browser, where that was asked for."""
    for target in wanted if asked else ():
        if target.page and target.page.is_file():
            import webbrowser  # noqa: PLC0415 - few runs open anything

            webbrowser.open(target.page.resolve().as_uri())


def targets(formats: Sequence[str], files: Sequence[str], *, show: bool = False) -> list[Target]:
    """Formats, `name` or `name:file`, with the files of those that name none, in their order.

    Exits with 2 where a name is unknown, or it does not say clearly what goes where.
    """
    if show and not any(form.partition(":")[0] == "html" for form in formats):
        formats = [*(formats or ["text"]), f"html:{_temporary()}"]
    pairs = list(_paired(formats or ["text"], files))
    places = [file for _, file in pairs]
    for file in places:
        if places.count(file) > 1:
            output.stop(f"--format: two reports go to {file or 'stdout'}; name a file for each: --format sarif:FILE")
    return [Target(_reporter(name), file) for name, file in pairs] + _job_summary(pairs)


def _temporary() -> Path:
    """A place for a page that is only looked at; it is left to the system, as the browser reads it later."""
    from tempfile import mkdtemp  # noqa: PLC0415 - only who has the report opened needs a place for it

    return Path(mkdtemp(prefix="auditor-")) / "report.html"


def guard(wanted: Iterable[Target], found: list[Source]) -> list[Source]:
    """The sources. Exits with 2 where a report would be written over an article, as `-o x.md y.md` says."""
    files = [target.file for target in wanted if target.file and not target.append and target.file.is_file()]
    articles = {os.path.realpath(source.path) for source in found if source.path} if files else set()
    for file in files:
        if os.path.realpath(file) in articles or (file.suffix.lower() in SUFFIXES and not _is_ours(file)):
            output.stop(
                f"--output: {file} is there and no report of auditor; nothing is written over it; "
                "name the report's file after --output, then the articles"
            )
    return found


def _is_ours(file: Path) -> bool:
    """Whether a file is a report that an earlier run has left, or empty."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeError):
        return False
    return not text.strip() or bool(_OURS.search(text))


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
