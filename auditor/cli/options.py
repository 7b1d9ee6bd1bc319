"""The options of `auditor check`, and of other commands that have the same."""

from datetime import datetime
from typing import Annotated

import typer

from auditor import reporters
from auditor.model import Format, Severity, Zone

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, glob patterns, or - for stdin.")]
Names = list[str] | None
Forms = Annotated[
    Names,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[:FILE]",
        help=f"{', '.join(reporters.SHIPPED)}, or an installed reporter; text when absent. Again for more "
        "reports of one run: -f text -f sarif:out.sarif. Without FILE to stdout.",
    ),
]
Files = Annotated[
    Names,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the report to this file, - for stdout; html also to a folder. "
        "Again, once for each format that names no file, in their order.",
    ),
]
FailOn = Annotated[Severity | None, typer.Option(help="Fail on findings of this severity or above, too.")]
FailUnder = Annotated[float | None, typer.Option(help="Fail on scores below this, too.")]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Sources without text do not fail.")]
MinCoverage = Annotated[
    float | None, typer.Option(metavar="PERCENT", help="Fail where fewer of the rules could judge.")
]
ChangedVerdicts = Annotated[
    bool, typer.Option("--changed-verdicts", help="List only pages that version 0.1 judged otherwise.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")]
Select = Annotated[Names, typer.Option(help="Rules or dimensions to run; again or with commas for more.")]
ExtendSelect = Annotated[Names, typer.Option(help="Rules or dimensions to run besides.")]
Ignore = Annotated[Names, typer.Option(help="Rules or dimensions to leave out.")]
Folders = Annotated[Names, typer.Option(help="A folder with cards of your own; again for more.")]
Config = Annotated[Names, typer.Option(help='A settings file, or "key = value".')]
InputFormat = Annotated[Format | None, typer.Option(help="Read every source as this instead of guessing.")]
As = Annotated[Zone | None, typer.Option("--as", help="The whole source is this zone: author for one profile.")]
StdinFilename = Annotated[str, typer.Option(help="What reports call stdin.")]
RevealPrivate = Annotated[bool, typer.Option("--reveal-private", help="Show private data in full.")]
ForceExclude = Annotated[bool, typer.Option("--force-exclude", help="Exclude files that are named, too.")]
DiffBase = Annotated[str, typer.Option(metavar="REV", help="Only files that changed in git since this revision.")]
Baseline = Annotated[str | None, typer.Option(metavar="FILE", help="Findings in this file are known.")]
AddIgnore = Annotated[
    str, typer.Option(metavar="REASON", help="Write suppressions of all findings into the settings file.")
]
Until = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day on which what --add-ignore writes ends.")
]
InlineIgnores = Annotated[
    bool | None,
    typer.Option("--inline-ignores/--no-inline-ignores", help="Suppressions in the sources themselves count."),
]
Today = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that suppressions expire by.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Audit unchanged files again.")]
CacheDir = Annotated[str | None, typer.Option(metavar="DIR", help="Where reports of unchanged files are kept.")]
MinSeverity = Annotated[
    Severity | None, typer.Option(metavar="SEVERITY", help="Show findings from this severity up; warning when absent.")
]
All = Annotated[bool, typer.Option("--all", help="Show every finding in full, also of many files.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="One line a finding, nothing else.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count every rule; of many files, nothing but that.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: as many as are worth it.")]
