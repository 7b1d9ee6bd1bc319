"""The options of `auditor check`, and of other commands that have the same."""

from datetime import datetime
from typing import Annotated

import typer

from auditor import reporters
from auditor.cli import completions
from auditor.model import Format, Severity, Zone

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, glob patterns, or - for stdin.")]
Names = list[str] | None
# The groups of the options in the help.
SHOWN = "What is found and shown"
GATE = "What fails"
RULES = "Which rules run"
READ = "What is read"
KNOWN = "What is known already"
RUN = "How it runs"
WRITTEN = "What is written"
MENDS = "What is mended"
Forms = Annotated[
    Names,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[:FILE]",
        help=f"{', '.join(reporters.SHIPPED)}, or an installed reporter; text when absent. May be "
        "repeated: -f text -f sarif:out.sarif. Without FILE to stdout.",
        rich_help_panel=SHOWN,
    ),
]
Files = Annotated[
    Names,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the report to this file, - for stdout; html also to a folder. "
        "May be repeated, once for each format that names no file, in their order.",
        rich_help_panel=SHOWN,
    ),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        help="Also fail on findings of this severity or above: info, warning, error, critical.",
        rich_help_panel=GATE,
        metavar="SEVERITY",
    ),
]
FailUnder = Annotated[
    float | None, typer.Option(help="Also fail below this score.", rich_help_panel=GATE, metavar="SCORE")
]
AllowEmpty = Annotated[
    bool, typer.Option("--allow-empty", help="Sources without text do not fail.", rich_help_panel=GATE)
]
MinCoverage = Annotated[
    float | None,
    typer.Option(metavar="PERCENT", help="Fail where fewer of the rules could judge.", rich_help_panel=GATE),
]
ChangedVerdicts = Annotated[
    bool,
    typer.Option("--changed-verdicts", help="List only pages that version 0.1 judged otherwise.", rich_help_panel=GATE),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.", rich_help_panel=GATE)]
Select = Annotated[
    Names,
    typer.Option(
        help="Run only these rules or dimensions, as in authorship,mojibake.",
        rich_help_panel=RULES,
        autocompletion=completions.names,
        metavar="RULE,...",
    ),
]
ExtendSelect = Annotated[
    Names,
    typer.Option(
        help="Run these rules or dimensions, too.",
        rich_help_panel=RULES,
        metavar="RULE,...",
        autocompletion=completions.names,
    ),
]
Ignore = Annotated[
    Names,
    typer.Option(
        help="Rules or dimensions to leave out.",
        rich_help_panel=RULES,
        metavar="RULE,...",
        autocompletion=completions.names,
    ),
]
Folders = Annotated[
    Names, typer.Option(help="A folder with rules of your own; may be repeated.", rich_help_panel=RULES, metavar="DIR")
]
Config = Annotated[
    Names,
    typer.Option(
        help="A settings file, or one setting as in fail-on=error; may be repeated.",
        rich_help_panel=RULES,
        metavar="FILE|KEY=VALUE",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FILE",
        help="Which rules run and how grave they are: newsroom, blog, shop, docs, corpus, filter, strict, or yours.",
        rich_help_panel=RULES,
    ),
]
InputFormat = Annotated[
    Format | None,
    typer.Option(help="Read every source as html, markdown, text or docx.", rich_help_panel=READ, metavar="FORMAT"),
]
As = Annotated[
    Zone | None,
    typer.Option(
        "--as",
        help="The whole source is this zone: author for an author profile.",
        rich_help_panel=READ,
        metavar="ZONE",
    ),
]
StdinFilename = Annotated[str, typer.Option(help="What reports call stdin.", rich_help_panel=READ, metavar="NAME")]
RevealPrivate = Annotated[
    bool, typer.Option("--reveal-private", help="Show private data in full.", rich_help_panel=SHOWN)
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Exclude files that are named, too.", rich_help_panel=READ)
]
DiffBase = Annotated[
    str, typer.Option(metavar="REV", help="Only files that changed in git since this revision.", rich_help_panel=READ)
]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Findings in this file are known.", rich_help_panel=KNOWN)
]
AddIgnore = Annotated[
    str | None,
    typer.Option(
        metavar="REASON", help="Write suppressions of all findings into the settings file.", rich_help_panel=KNOWN
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        help="The date on which what --add-ignore writes expires.",
        rich_help_panel=KNOWN,
        metavar="YYYY-MM-DD",
    ),
]
InlineIgnores = Annotated[
    bool | None,
    typer.Option(
        "--inline-ignores/--no-inline-ignores",
        help="Suppressions in the sources themselves count.",
        rich_help_panel=KNOWN,
    ),
]
Today = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        help="The date used for expiry; absent: today's.",
        rich_help_panel=KNOWN,
        metavar="YYYY-MM-DD",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Audit unchanged files again.", rich_help_panel=RUN)]
CacheDir = Annotated[
    str | None, typer.Option(metavar="DIR", help="Where reports of unchanged files are kept.", rich_help_panel=RUN)
]
MinSeverity = Annotated[
    Severity | None,
    typer.Option(
        metavar="SEVERITY",
        help="Show findings from this severity up in text: info, warning (the default), error, critical.",
        rich_help_panel=SHOWN,
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Show every finding in full, also of many files.", rich_help_panel=SHOWN)
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="One line per finding, nothing else.", rich_help_panel=SHOWN)
]
Statistics = Annotated[
    bool,
    typer.Option("--statistics", help="Count every rule; of many files, nothing but that.", rich_help_panel=SHOWN),
]
Open = Annotated[bool, typer.Option("--open", help="Show the HTML report in the browser.", rich_help_panel=SHOWN)]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what a program may mend, then report what is left.", rich_help_panel=MENDS)
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff", help="Show what --fix would change, change nothing; exit 1 if it would.", rich_help_panel=MENDS
    ),
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="With --fix or --diff: also fixes that take words away.", rich_help_panel=MENDS
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Audit what changes, again and again, until Ctrl-C.", rich_help_panel=RUN)
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: automatic.", rich_help_panel=RUN, metavar="N")
]
