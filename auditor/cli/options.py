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
_SHOWN = "What is found and shown"
_GATE = "What fails"
_RULES = "Which rules run"
_READ = "What is read"
_KNOWN = "What is known already"
_RUN = "How it runs"
_MENDS = "What is mended"
Forms = Annotated[
    Names,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[:FILE]",
        help=f"{', '.join(reporters.SHIPPED)}, or an installed reporter; text when absent. May be "
        "repeated: -f text -f sarif:out.sarif. Without FILE to stdout.",
        rich_help_panel=_SHOWN,
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
        rich_help_panel=_SHOWN,
    ),
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        help="Also fail on findings of this severity or above: info, warning, error, critical.",
        rich_help_panel=_GATE,
        metavar="SEVERITY",
    ),
]
FailUnder = Annotated[
    float | None, typer.Option(help="Also fail below this score.", rich_help_panel=_GATE, metavar="SCORE")
]
AllowEmpty = Annotated[
    bool, typer.Option("--allow-empty", help="Sources without text do not fail.", rich_help_panel=_GATE)
]
MinCoverage = Annotated[
    float | None,
    typer.Option(metavar="PERCENT", help="Fail where fewer of the rules could judge.", rich_help_panel=_GATE),
]
ChangedVerdicts = Annotated[
    bool,
    typer.Option(
        "--changed-verdicts", help="List only pages that version 0.1 judged otherwise.", rich_help_panel=_GATE
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.", rich_help_panel=_GATE)]
Select = Annotated[
    Names,
    typer.Option(
        help="Run only these rules or dimensions, as in authorship,mojibake.",
        rich_help_panel=_RULES,
        autocompletion=completions.names,
        metavar="RULE,...",
    ),
]
ExtendSelect = Annotated[
    Names,
    typer.Option(
        help="Run these rules or dimensions, too.",
        rich_help_panel=_RULES,
        metavar="RULE,...",
        autocompletion=completions.names,
    ),
]
Ignore = Annotated[
    Names,
    typer.Option(
        help="Rules or dimensions to leave out.",
        rich_help_panel=_RULES,
        metavar="RULE,...",
        autocompletion=completions.names,
    ),
]
Folders = Annotated[
    Names, typer.Option(help="A folder with rules of your own; may be repeated.", rich_help_panel=_RULES, metavar="DIR")
]
Config = Annotated[
    Names,
    typer.Option(
        help="A settings file, or one setting as in fail-on=error; may be repeated.",
        rich_help_panel=_RULES,
        metavar="FILE|KEY=VALUE",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FILE",
        help="What rules are chosen and how grave they are: newsroom, blog, shop, docs, corpus, strict, or your own.",
        rich_help_panel=_RULES,
    ),
]
InputFormat = Annotated[
    Format | None,
    typer.Option(help="Read every source as html, markdown, text or docx.", rich_help_panel=_READ, metavar="FORMAT"),
]
As = Annotated[
    Zone | None,
    typer.Option(
        "--as",
        help="The whole source is this zone: author for an author profile.",
        rich_help_panel=_READ,
        metavar="ZONE",
    ),
]
StdinFilename = Annotated[str, typer.Option(help="What reports call stdin.", rich_help_panel=_READ, metavar="NAME")]
RevealPrivate = Annotated[
    bool, typer.Option("--reveal-private", help="Show private data in full.", rich_help_panel=_SHOWN)
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Exclude files that are named, too.", rich_help_panel=_READ)
]
DiffBase = Annotated[
    str, typer.Option(metavar="REV", help="Only files that changed in git since this revision.", rich_help_panel=_READ)
]
Baseline = Annotated[
    str | None, typer.Option(metavar="FILE", help="Findings in this file are known.", rich_help_panel=_KNOWN)
]
AddIgnore = Annotated[
    str | None,
    typer.Option(
        metavar="REASON", help="Write suppressions of all findings into the settings file.", rich_help_panel=_KNOWN
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        help="The date on which what --add-ignore writes expires.",
        rich_help_panel=_KNOWN,
        metavar="YYYY-MM-DD",
    ),
]
InlineIgnores = Annotated[
    bool | None,
    typer.Option(
        "--inline-ignores/--no-inline-ignores",
        help="Suppressions in the sources themselves count.",
        rich_help_panel=_KNOWN,
    ),
]
Today = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        help="The date used for expiry; absent: today's.",
        rich_help_panel=_KNOWN,
        metavar="YYYY-MM-DD",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Audit unchanged files again.", rich_help_panel=_RUN)]
CacheDir = Annotated[
    str | None, typer.Option(metavar="DIR", help="Where reports of unchanged files are kept.", rich_help_panel=_RUN)
]
MinSeverity = Annotated[
    Severity | None,
    typer.Option(
        metavar="SEVERITY",
        help="Show findings from this severity up in text: info, warning (the default), error, critical.",
        rich_help_panel=_SHOWN,
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Show every finding in full, also of many files.", rich_help_panel=_SHOWN)
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="One line per finding, nothing else.", rich_help_panel=_SHOWN)
]
Statistics = Annotated[
    bool,
    typer.Option("--statistics", help="Count every rule; of many files, nothing but that.", rich_help_panel=_SHOWN),
]
Open = Annotated[bool, typer.Option("--open", help="Show the HTML report in the browser.", rich_help_panel=_SHOWN)]
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what a program may mend, then report what is left.", rich_help_panel=_MENDS)
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff", help="Show what --fix would change, change nothing; exit 1 if it would.", rich_help_panel=_MENDS
    ),
]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes", help="With --fix or --diff: also fixes that take words away.", rich_help_panel=_MENDS
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Audit what changes, again and again, until Ctrl-C.", rich_help_panel=_RUN)
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: automatic.", rich_help_panel=_RUN, metavar="N")
]
