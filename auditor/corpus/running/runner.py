"""Shards in, parts out: one shard, or a whole corpus and its manifest."""

from collections.abc import Iterable
from contextlib import closing
from itertools import islice

from msgspec import json

import auditor
from auditor.corpus.read.inputs import DOCUMENTS, pieces
from auditor.corpus.read.naming import MissingError, Passed, missing
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import parts
from auditor.corpus.running.balance import total
from auditor.corpus.running.cores import on_cores
from auditor.corpus.running.guard import Worker
from auditor.corpus.running.job import Engine, Job
from auditor.corpus.running.parts import Input, Manifest, Part
from auditor.corpus.running.progress import Progress
from auditor.corpus.settings import Settings, check_extra

_MOST_NAMED = 5  # inputs that are missing, in one message


def run_shard(
    shard: Shard | str,
    out: str,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    worker: Worker | None = None,
    progress: Progress | None = None,
) -> Part:
    """Audit the documents of a shard, or of a whole input, and write them as one part of the folder `out`.

    Nothing that a document does to its process reaches the caller: it is audited in a child process with limits of
    time and memory. A part that is there already is not made again.

    Args:
        worker: where many shards are run by one caller, so that the child is started once.

    Raises:
        WorkerError: the part cannot be written (a full disk, no permission), or no child starts.
        StoreError: an object store does not answer or refuses.
        ImportError: the extra `corpus` is not installed.
    """
    check_extra()
    job = Job(out=out, settings=settings, documents=DOCUMENTS, fingerprint=settings.fingerprint(settings.ruleset()))
    piece = Shard.whole(shard) if isinstance(shard, str) else shard
    watched = progress or Progress()
    if worker:
        return job.part(piece, worker, watched)
    with closing(Worker(settings)) as own:
        return job.part(piece, own, watched)


def run(
    inputs: Iterable[str],
    out: str,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    workers: int = 1,
    documents: int = DOCUMENTS,
    progress: Progress | None = None,
    engine: Engine | None = None,
    base: str = "",
    keep_going: bool = False,
) -> Manifest:
    """Audit a corpus and close it with a manifest. Running it again goes on where it ended, however it ended.

    Args:
        inputs: what `shards` takes; the manifest holds these and no others.
        workers: documents audited at the same time, each in a process of its own.
        documents: about how many make a part.
        base: what relative lines of lists are meant from; the folder of the list when absent.
        keep_going: inputs that are not there, or of no kind that is read, do not stop the run: they have a row or are
            counted.
        engine: where shards are run: `cluster.on_ray(...)` for a cluster; the cores of this machine when absent.

    Raises:
        WorkerError: as `run_shard`; the parts that are there stay, and there is no manifest.
        StoreError: an object store does not answer or refuses.
        ValueError: settings that name no rule; inputs that are not there.
    """
    check_extra()
    given, passed = list(inputs), Passed()
    if not keep_going and (wrong := list(islice(missing(given, base), _MOST_NAMED))):
        raise MissingError("; ".join(wrong))
    rules = settings.ruleset()
    job = Job(out=out, settings=settings, documents=documents, fingerprint=settings.fingerprint(rules))
    started = engine or on_cores(workers)
    done = list(started(job, pieces(given, documents, passed, base), progress or Progress()))
    closed = Manifest(
        tool=f"auditor {auditor.__version__}",
        rules=rules.version,
        settings=settings,
        documents=sum(part.documents for _, part in done),
        errors=sum(part.errors for _, part in done),
        balance=total(part.balance for _, part in done),
        passed_by=dict(sorted(passed.items(), key=lambda one: (-one[1], one[0]))),
        inputs=_inputs(done),
        parts=[part for _, part in done],
        ran=[rule.id for rule in rules.rules],
    )
    if not closed.balance.adds_up:
        raise parts.UnbalancedError(f"the records of the run do not add up: {json.encode(closed.balance).decode()}")
    parts.close(out, closed)
    return closed


def _inputs(done: list[tuple[Shard, Part]]) -> list[Input]:
    found: dict[tuple[str, int, str, int], list[str]] = {}
    for shard, part in done:
        files = part.balance.records if shard.kind == "files" else 1
        found.setdefault((shard.path, shard.size, shard.tag, files), []).append(part.name)
    return [
        Input(path=path, size=size, tag=tag, parts=names, files=files)
        for (path, size, tag, files), names in found.items()
    ]
