"""What `--fix` and `--diff` say and print."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from auditor.cli import output
from auditor.cli.asked import Asked
from auditor.cli.jobs import Mends
from auditor.cli.targets import Target
from auditor.reporters.page import Page
from auditor.reporters.totals import number
from auditor.sources import Source


def how(asked: Asked) -> dict[str, Any]:
    """What of a job the options say. Exits with 2 where they do not go together."""
    if (asked.fix or asked.diff) and (asked.add_ignore or asked.changed_verdicts):
        output.stop("--fix and --diff do not go with --add-ignore and --changed-verdicts; run one after the other")
    mends = Mends.SHOWN if asked.diff else Mends.WRITTEN if asked.fix else Mends.NOTHING
    return {"mends": mends, "unsafe": asked.unsafe_fixes}


def targets(found: Iterable[Source], wanted: list[Target]) -> list[Target]:
    """Where stdin is mended, stdout is its text, and reports go to files."""
    return [one for one in wanted if one.file] if any(source.data is not None for source in found) else wanted


def told(found: Sequence[Source], pages: Iterable[Page]) -> Iterator[Page]:
    """The pages; of stdin what it is now goes to stdout, and stderr says what was mended."""
    files = places = refused = 0
    for source, page in zip(found, pages, strict=True):
        mending = page.mending
        if source.data is not None:
            sys.stdout.buffer.write(mending.data if mending and mending.data is not None else source.data)
            sys.stdout.buffer.flush()
        if mending:
            places, refused = places + mending.fixed, refused + mending.refused
            files += bool(mending.fixed)
            if mending.reason and page.report and any(finding.fixes for finding in page.report.findings):
                output.note(f"{page.name}: nothing was mended: {mending.reason}")
        yield page
    output.note(f"{number(places, 'place')} mended in {number(files, 'file')}{_left(refused)}")


def show(pages: Iterable[Page]) -> int:
    """Print the differences. Gives 1 where there are some, 2 where a source could not be read."""
    files = places = refused = errors = 0
    for page in pages:
        errors, refused = errors + bool(page.error), refused + (page.mending.refused if page.mending else 0)
        if page.mending and page.mending.diff:
            files, places = files + 1, places + page.mending.fixed
            output.write([page.mending.diff], None)
    output.note(f"{number(places, 'place')} would be mended in {number(files, 'file')}{_left(refused)}")
    return 2 if errors else min(files, 1)


def _left(refused: int) -> str:
    fixes = "1 fix" if refused == 1 else f"{refused:,} fixes"
    return f"; {fixes} left out, as a finding would come of it" if refused else ""
