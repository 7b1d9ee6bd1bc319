"""`--diff-base`: the sources that changed, and what they were."""

import os

from msgspec import structs

from auditor import sources
from auditor.cli import output
from auditor.gate.changed import since
from auditor.gate.git import GitError
from auditor.sources import Source


def changed(given: list[Source], revision: str) -> list[Source]:
    """Those that differ, with what they were: what stood there before is not held against them."""
    real = {s.path: os.path.realpath(s.path) for s in given if s.path not in {"", sources.STDIN}}
    try:
        changes = since(revision, map(os.path.dirname, real.values()))
    except GitError as error:
        output.stop(f"--diff-base: {error}")
    for note in changes.notes:
        output.note(f"--diff-base: {note}")
    kept = [
        structs.replace(s, before=changes.files.get(real.get(s.path, "")))
        for s in given
        if s.path not in real or real[s.path] in changes.files
    ]
    if given and not kept:
        output.note(f"none of {len(given)} files changed since {revision}")
    return kept
