"""`auditor baseline`: findings that were there before the gate."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from msgspec import Struct

from auditor.cli import inputs, output
from auditor.cli.settings import Nearest, Override, nearest, resolved
from auditor.config import Resolved
from auditor.gate import baseline
from auditor.gate.baseline import Known
from auditor.model import Finding
from auditor.reporters.totals import number
from auditor.sources import Source

app = typer.Typer(no_args_is_help=True, help="Findings that were there before the gate: only new ones fail it.")

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="What `auditor check` is given.")]
File = Annotated[
    str | None, typer.Option("--baseline", metavar="FILE", help=f"Else the setting, else {baseline.NAME}.")
]
Configs = Annotated[
    list[str] | None,
    typer.Option("--config", metavar="FILE|KEY=VALUE", help="A settings file, or one setting; may be repeated."),
]


class _State(Struct, frozen=True):
    """A baseline, and what is there now."""

    file: Path
    before: list[Known]
    now: list[Known]
    audited: frozenset[str]  # paths, as the baseline names them

    @property
    def new(self) -> list[Known]:
        known = self._known
        return [one for one in self.now if one not in known]

    @property
    def _known(self) -> set[Known]:
        """Of the findings of now those that were known, in their file or in one that it was called before."""
        known, moved = baseline.by_path(self.before), baseline.moved(self.before, self.file)
        return {one for one in self.now if baseline.covers(known.get(one.path, moved), one)}

    @property
    def kept(self) -> list[Known]:
        """The known findings as they are now, and those of files that were not audited and still exist."""
        known, grown = self._known, {one.key: one for one in self.before}
        still = [one if one in known else grown[one.key] for one in self.now if one in known or one.key in grown]
        return still + [one for one in self.before if one.path not in self.audited and self._exists(one)]

    def _exists(self, one: Known) -> bool:
        return baseline.exists(self.file, one.path)


@app.command()
def create(
    paths: Paths,
    file: File = None,
    config: Configs = None,
    force: Annotated[bool, typer.Option("--force", help="Write over an existing baseline.")] = False,
) -> None:
    """Write all findings of today into a new baseline."""
    state = _state(paths, file, config, read=False)
    if state.file.exists() and not force:
        output.stop(f"{state.file} exists; `auditor baseline update` refreshes it, --force writes it anew")
    _write(state.file, state.now)
    try:
        baseline.merge_lines(state.file)
    except OSError as error:
        _cannot(state.file.parent / ".gitattributes", error)
    output.note(
        f"{state.file}: {number(len(state.now), 'finding')} in {number(len({one.path for one in state.now}), 'file')}"
    )


@app.command()
def update(
    paths: Paths,
    file: File = None,
    config: Configs = None,
    add_new: Annotated[bool, typer.Option("--add-new", help="Take in new findings, too.")] = False,
) -> None:
    """Refresh the known findings and drop those that are gone. New ones stay out, and make the exit code 1."""
    state = _state(paths, file, config)
    new, kept = state.new, state.kept
    _write(state.file, (new if add_new else []) + kept)
    _say(state, len(state.before) - len(kept))
    if new and not add_new:
        output.note(f"{len(new)} new findings stay out; `auditor check` names them, --add-new takes them in")
    raise typer.Exit(1 if new and not add_new else 0)


@app.command()
def prune(paths: Paths, file: File = None, config: Configs = None) -> None:
    """Drop the findings that are gone, and change nothing else."""
    state = _state(paths, file, config)
    as_it_was = {one.key: one for one in state.before}
    kept = [as_it_was.get(one.key, one) for one in state.kept]
    _write(state.file, kept)
    _say(state, len(state.before) - len(kept))


@app.command()
def show(file: File = None, config: Configs = None) -> None:
    """Print what the baseline knows, by rule."""
    where = _file(resolved(config or [], Override(baseline=file)))
    before = _load(where)
    rules = sorted({one.rule for one in before}, key=lambda rule: (-sum(one.rule == rule for one in before), rule))
    output.write(_counted(before, rules), None)


def _counted(before: list[Known], rules: list[str]) -> Iterator[str]:
    yield f"{'findings':>8}  {'files':>6}  rule\n"
    for rule in rules:
        own = [one for one in before if one.rule == rule]
        yield f"{len(own):8}  {len({one.path for one in own}):6}  {rule}\n"
    yield f"{len(before):8}  {len({one.path for one in before}):6}  in all\n"


def _state(paths: list[str], file: str | None, config: list[str] | None, *, read: bool = True) -> _State:
    """Audit without the baseline. Exits with 2 where a source cannot be read: its findings would seem gone."""
    own = nearest(config or [], Override(baseline=file))
    where = _file(own.run)
    before = _load(where) if read else []
    sources = _of(where, inputs.found(paths, own), own)
    findings = list[tuple[str, Finding]]()
    errors = 0
    for page in inputs.pages(sources, inputs.jobs(own, bare=True, source=False)):
        errors += page.report is None or bool(page.report.rules.errored)
        findings += [(page.name, finding) for finding in (page.report.findings if page.report else ())]
    if errors:
        output.stop(f"{where} stays as it is: {number(errors, 'file')} could not be audited")
    before = baseline.upgraded(before, where, findings)
    now = [one for name, finding in findings for one in baseline.known(where, name, finding)]
    return _State(where, before, now, frozenset(baseline.called(source.name, where.parent) for source in sources))


def _of(where: Path, sources: list[Source], nearest: Nearest) -> list[Source]:
    """Those that have no other baseline by settings that are nearer to them."""
    files = [own.settings.baseline for own in nearest.all]
    others = {number for number, file in enumerate(files) if file and Path(file).resolve() != where.resolve()}
    for one in sorted(others):
        count = sum(source.by == one for source in sources)
        told = "1 file has" if count == 1 else f"{count:,} files have"
        output.note(f"{told} a baseline of their own, {files[one]}; call this from their folder")
    return [source for source in sources if source.by not in others]


def _file(given: Resolved) -> Path:
    named = given.settings.baseline
    return Path(named) if named else given.root / baseline.NAME


def _load(file: Path) -> list[Known]:
    try:
        return baseline.load(file)
    except baseline.BaselineError as error:
        output.stop(str(error))


def _write(file: Path, findings: list[Known]) -> None:
    try:
        baseline.save(file, findings)
    except OSError as error:
        _cannot(file, error)


def _cannot(file: Path, error: OSError) -> NoReturn:
    output.stop(f"{file}: cannot be written: {error.strerror}")


def _say(state: _State, gone: int) -> None:
    output.note(f"{state.file}: {number(len(state.before), 'finding')} known before, {gone} of them gone")
