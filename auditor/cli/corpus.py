"""`auditor corpus`: many documents, from a folder to a crawl."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import typer
from msgspec import json

from auditor.cli import corpus_options as given
from auditor.cli import corpus_refilter, corpus_samples, corpus_views, options, output
from auditor.cli.chosen import chosen_rules
from auditor.cli.progress import duration
from auditor.cli.settings import Override, settings
from auditor.config import Settings
from auditor.reporters.totals import number
from auditor.scoring import Gates

app = typer.Typer(no_args_is_help=True, help="Audit corpora: WARC, JSON Lines, Parquet, archives, folders.")

_NAMED = 3  # inputs that held no document, in a line
_COUNTED = 8  # classes of what was passed by, in the last line
_PAUSE = 0.2  # seconds between two counts
_WARM = 2.0  # seconds in which workers start; what they tell of the rate is wrong
_CLEAR = "\r\x1b[K"


@app.command("run", short_help="Audit a corpus, or go on with it.")
def run(  # noqa: PLR0917 - typer makes one option of each
    inputs: given.Inputs,
    out: given.Out,
    jobs: given.Jobs = 1,
    jsonl: given.JsonLines = None,
    text_field: given.TextField = "text",
    id_field: given.IdField = "id",
    url_field: given.UrlField = "url",
    input_format: given.InputFormat = None,
    seconds: given.Seconds = 60,
    memory: given.Memory = 2_000,
    shard: given.Shard = 1_000,
    engine: given.Engine = "cores",
    ray: given.Ray = None,
    keep: given.Keep = None,
    base: given.Base = "",
    keep_going: given.KeepGoing = False,
    max_errors: given.MaxErrors = None,
    allow_empty: given.AllowEmpty = False,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Folders = None,
    config: options.Config = None,
) -> None:
    """Audit every document of a corpus once, and write one row for each.

    Whatever a document does, it costs that document one row with an error. Run the same command again to go on after
    an end of any kind: parts that are there are not made again.

    Exit codes: 0 every document has a row, with or without an error; 1 more than --max-errors have an error; 2 an
    input is not there, nothing could be audited, or the run could not be finished; 130 interrupted.
    """
    corpus = _corpus()
    most = _share(max_errors)
    if ray and engine != "daft":
        output.stop("--ray is the address of a cluster for --engine daft")
    chosen = settings(config or [], Override(profile=profile, select=select, ignore=ignore, rules=rules))
    fields = {"text_field": text_field, "id_field": id_field, "url_field": url_field}
    limits = {"seconds": seconds, "memory": memory * 1_000_000}
    own = corpus.Settings(**_shared(chosen), **fields, **limits, format=input_format, keep=tuple(keep or ()))
    where = {"workers": jobs, "documents": shard, "base": base, "keep_going": keep_going}
    with _stopping(corpus):
        # for the share, and the time that is left
        total = corpus.amount(inputs, base) if sys.stderr.isatty() else corpus.Amount()
        progress = corpus.Progress(_shown(total))
        runs_on = _on_ray(ray, jobs) if engine == "daft" else None
        closed = corpus.run(inputs, out, own, progress=progress, engine=runs_on, **where)
    if jsonl:
        output.write((json.encode(row).decode() + "\n" for row in corpus.rows(out)), jsonl)
    _told(closed, out)
    if not closed.documents and not allow_empty:
        output.stop("nothing was audited: the inputs hold no document; --allow-empty accepts it")
    if closed.documents and closed.errors == closed.documents:
        output.stop(f"nothing could be audited; the first error: {next(corpus.rows(out))['error']}")
    if closed.errors > most(closed.documents):
        raise typer.Exit(1)


@contextmanager
def _stopping(corpus: Any) -> Iterator[None]:
    """What ends a run in the middle, told in a line."""
    try:
        yield
    except corpus.MissingError as error:
        output.stop(f"{error}; --keep-going runs without")
    except (OSError, ValueError, RuntimeError, ImportError, corpus.StoreError) as error:
        _clear()
        output.stop(f"{error}; what is done stays, run it again to go on")
    except KeyboardInterrupt:
        _clear()
        output.note("interrupted; what is done stays, run it again to go on")
        raise typer.Exit(130) from None
    _clear()


def _told(closed: Any, out: str) -> None:
    """Documents and errors, and what became of all else that was there."""
    errors = f", {closed.errors:,} with an error" if closed.errors else ""
    said = f"{number(closed.documents, 'document')}{errors}, in {number(len(closed.parts), 'part')}"
    if closed.balance.skipped:
        skipped = sum(closed.balance.skipped.values())
        said += f", of {number(closed.balance.records, 'record')}; {skipped:,} passed by: "
        said += _counted(closed.balance.skipped)
    if closed.passed_by:
        said += f"; files passed by: {_counted(closed.passed_by)}"
    held = {part.name for part in closed.parts if part.documents}
    if empty := [one.path for one in closed.inputs if held.isdisjoint(one.parts)]:
        more = f" and {len(empty) - _NAMED:,} more" if len(empty) > _NAMED else ""
        output.note(f"no document in {', '.join(map(repr, empty[:_NAMED]))}{more}")
    output.note(f"{said}; auditor corpus summary {out}" if closed.documents else f"{said}: nothing to audit")


def _counted(counts: dict[str, int]) -> str:
    shown = [f"{name} {count:,}" for name, count in list(counts.items())[:_COUNTED]]
    return ", ".join([*shown, "..."] if len(counts) > _COUNTED else shown)


def _share(given: str | None) -> Callable[[int], float]:
    """From a number or a percentage to how many of some documents that is."""
    if given is None:
        return float
    number, is_percent = given.removesuffix("%"), given.endswith("%")
    if not number.replace(".", "", 1).isdecimal():
        output.stop(f"--max-errors {given}: a number of documents, or a percentage of them as 5%")
    return lambda documents: float(number) * (documents / 100 if is_percent else 1)


@app.command("schema", short_help="Print the JSON Schema of a row.")
def schema() -> None:
    """Print the JSON Schema of a row of the parts."""
    from auditor.corpus.running.row import schema as of_row  # noqa: PLC0415

    output.write([output.as_json(of_row())], None)


app.command("refilter", short_help="Judge stored findings by other settings.")(corpus_refilter.refilter)
app.command("summary", short_help="Show verdicts, rules, hosts and errors.")(corpus_views.summary)
app.command("sample", short_help="Show findings of a rule, to read and count.")(corpus_samples.sample)
app.command("host", short_help="Show what the pages of a host are like.")(corpus_samples.host)
app.command("siblings", short_help="Show what documents share with each other.")(corpus_views.siblings)


def _corpus() -> Any:
    from auditor import corpus  # noqa: PLC0415 - other commands must not pay for it

    return corpus


def _on_ray(address: str | None, workers: int) -> Any:
    from auditor.corpus.running.cluster import on_ray  # noqa: PLC0415 - few runs need it

    return on_ray(address, workers)


def _shared(chosen: Settings) -> dict[str, Any]:
    """What a settings file decides here as for single articles."""
    bound = chosen_rules(chosen)
    return {
        "rules": tuple(str(Path(folder).absolute()) for folder in chosen.rules),
        "select": tuple(rule.id for rule in bound.rules),
        "severity": chosen.severity,
        "gates": Gates(chosen.reject_under, chosen.pass_from),
        "max_bytes": chosen.max_bytes,
        "max_chars": chosen.max_chars,
    }


def _shown(total: Any) -> Callable[[Any, Any], None]:
    """On a terminal one line that counts, elsewhere a line for each part."""
    began = due = monotonic()
    counting = sys.stderr.isatty()

    def show(progress: Any, part: Any) -> None:
        nonlocal due
        if not counting:
            if part:
                errors = f", {part.errors:,} with an error" if part.errors else ""
                output.note(
                    f"{number(part.documents, 'document')}{errors}, of {part.source}{_share_of(progress, total)}"
                )
        elif monotonic() > due:
            due = monotonic() + _PAUSE
            sys.stderr.write(_CLEAR + _line(progress, total, monotonic() - began))
            sys.stderr.flush()

    return show


def _line(progress: Any, total: Any, seconds: float) -> str:
    rate = progress.documents / seconds if seconds else 0
    fresh, todo = progress.fresh, total.bytes - progress.known
    if total.documents:
        fresh, todo = progress.documents, total.documents - progress.found
    left = f", about {duration((todo - fresh) * seconds / fresh)} left" if 0 < fresh < todo and seconds > _WARM else ""
    errors = f", {progress.errors:,} with an error" if progress.errors else ""
    done = progress.documents + progress.found
    done = f"{done:,} of {number(total.documents, 'document')}" if total.documents else number(done, "document")
    return f"{done}{errors}{_share_of(progress, total)}, {rate:.0f} a second{left}"


def _share_of(progress: Any, total: Any) -> str:
    """How much of the inputs is done: by documents where their number is known, else by bytes, which parts tell."""
    done, of = progress.fresh + progress.known, total.bytes
    if total.documents:
        done, of = progress.documents + progress.found, total.documents
    return f", {min(100, 100 * done / of):.0f}%" if done and of else ""


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write(_CLEAR)
