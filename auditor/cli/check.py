"""`auditor check` as typer reads it."""

import typer

from auditor.cli import checking, options
from auditor.cli.asked import Asked


def check(  # noqa: PLR0917 - typer makes one option of each
    paths: options.Paths,
    forms: options.Forms = None,
    files: options.Files = None,
    fail_on: options.FailOn = None,
    fail_under: options.FailUnder = None,
    allow_empty: options.AllowEmpty = False,
    min_coverage: options.MinCoverage = None,
    changed_verdicts: options.ChangedVerdicts = False,
    exit_zero: options.ExitZero = False,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    rules: options.Folders = None,
    config: options.Config = None,
    profile: options.Profile = None,
    input_format: options.InputFormat = None,
    zone: options.As = None,
    stdin_filename: options.StdinFilename = "<stdin>",
    reveal_private: options.RevealPrivate = False,
    force_exclude: options.ForceExclude = False,
    diff_base: options.DiffBase = "",
    baseline: options.Baseline = None,
    add_ignore: options.AddIgnore = None,
    until: options.Until = None,
    inline_ignores: options.InlineIgnores = None,
    today: options.Today = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    min_severity: options.MinSeverity = None,
    every: options.All = False,
    quiet: options.Quiet = False,
    show: options.Open = False,
    statistics: options.Statistics = False,
    fix: options.Fix = False,
    diff: options.Diff = False,
    unsafe_fixes: options.UnsafeFixes = False,
    watch: options.Watch = False,
    jobs: options.Jobs = 0,
) -> None:
    """Audit articles and say what is wrong with them, and where."""
    raise typer.Exit(checking.run(Asked(**locals())))
