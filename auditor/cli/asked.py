"""What `auditor check` was asked for."""

from datetime import datetime

from msgspec import Struct

from auditor.model import Format, Severity, Zone


class Asked(Struct, frozen=True):
    """Its arguments and options, which `check` and `options` describe."""

    paths: list[str]
    forms: list[str] | None = None
    files: list[str] | None = None
    fail_on: Severity | None = None
    fail_under: float | None = None
    allow_empty: bool = False
    min_coverage: float | None = None
    changed_verdicts: bool = False
    exit_zero: bool = False
    select: list[str] | None = None
    extend_select: list[str] | None = None
    ignore: list[str] | None = None
    rules: list[str] | None = None
    config: list[str] | None = None
    profile: str | None = None
    input_format: Format | None = None
    zone: Zone | None = None
    stdin_filename: str = "<stdin>"
    reveal_private: bool = False
    force_exclude: bool = False
    diff_base: str = ""
    baseline: str | None = None
    add_ignore: str | None = None
    until: datetime | None = None
    inline_ignores: bool | None = None
    today: datetime | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    min_severity: Severity | None = None
    every: bool = False
    quiet: bool = False
    show: bool = False
    statistics: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    watch: bool = False
    jobs: int = 0
