"""`--diff-base`: the sources that changed, or whose settings did, and what they were."""

import os
from collections.abc import Iterable, Iterator
from tempfile import TemporaryDirectory

from msgspec import structs

from auditor import sources
from auditor.cli import output
from auditor.cli.past import Past
from auditor.cli.settings import Nearest
from auditor.config import Resolved
from auditor.gate.changed import Before, Changes, since
from auditor.gate.git import GitError, top
from auditor.gate.mirror import Mirror
from auditor.reporters.totals import number
from auditor.sources import Source


def changed(given: list[Source], nearest: Nearest, revision: str) -> list[Source]:
    """Those that differ, with what they were: what counted then, by the settings of then, is not held against them."""
    real = {s.path: os.path.realpath(s.path) for s in given if s.path not in {"", sources.STDIN}}
    try:
        changes = _asked(revision, real.values(), nearest)
    except GitError as error:
        output.stop(f"--diff-base: {error}")
    for note in changes.notes:
        output.note(f"--diff-base: {note}")
    files = changes.files
    kept = {s.path: structs.replace(s, before=files.get(real.get(s.path, ""))) for s in given
            if s.path not in real or real[s.path] in files}  # fmt: skip
    if _may_decide(changes, nearest.all):
        again = {s.path: s for s in _judged_otherwise(given, real, nearest, changes)}
        if more := len(again.keys() - kept.keys()):
            are = "file is" if more == 1 else "files are"
            output.note(f"settings, cards or baseline changed since {revision}: {more} more {are} audited")
        kept |= again
    if given and not kept:
        output.note(f"none of {number(len(given), 'file')} changed since {revision}")
    return [kept[s.path] for s in given if s.path in kept]


def _asked(revision: str, files: Iterable[str], nearest: Nearest) -> Changes:
    """What changed in the repositories of files, and in those around them that hold what decides about them."""
    changes = since(revision, map(os.path.dirname, files))
    around = {own for path in _deciding(nearest.all) if (own := top(os.path.dirname(path)))}  # noqa: PTH120
    around -= changes.starts.keys()
    for own in sorted(around):
        if any(inner.startswith(f"{own}/") for inner in changes.starts):
            try:
                more = since(revision, [own])
            except GitError:
                continue  # it is no repository of theirs: a clone lies in another one
            gone = changes.gone | more.gone | more.files.keys()
            changes = Changes(changes.files, gone, changes.starts | more.starts, changes.notes)
    return changes


def _deciding(settings: list[Resolved]) -> Iterator[str]:
    """The files and folders that decide how sources are judged."""
    for own in settings:
        named = (own.file, own.settings.baseline, *own.settings.rules)
        yield from (os.path.realpath(one) for one in named if one)


def _may_decide(changes: Changes, settings: list[Resolved]) -> bool:
    """Whether settings, cards or a baseline may be other ones, as a file of theirs is."""
    deciding = tuple(f"{one}/" for one in _deciding(settings))
    return any(path.endswith(".toml") or f"{path}/".startswith(deciding) for path in (*changes.files, *changes.gone))


def _judged_otherwise(
    given: list[Source], real: dict[str, str], nearest: Nearest, changes: Changes
) -> Iterator[Source]:
    """The sources whose settings say something else than they said, with the number of those of then."""
    with TemporaryDirectory() as folder:
        mirror = Mirror(folder, changes.starts)
        past = Past(nearest, mirror)
        for source in given:
            path = real.get(source.path)
            if path is None:
                continue
            number, differs = past.judged(os.path.dirname(path), source.by)  # noqa: PTH120
            taken = past.took(path, number)
            if differs or not taken:
                before = changes.files[path] if path in changes.files else _unchanged(path, changes, mirror)
                yield structs.replace(source, before=before if taken else None, before_by=number)


def _unchanged(path: str, changes: Changes, mirror: Mirror) -> Before | None:
    own = top(os.path.dirname(path))  # noqa: PTH120
    commit = changes.starts.get(own or "")
    return Before(own, commit, os.path.relpath(path, own)) if own and commit and mirror.has(path) else None
