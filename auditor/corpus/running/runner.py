"""Shards in, parts out: one shard, or a whole corpus and its manifest."""

from collections.abc import Iterable
from contextlib import closing

import auditor
from auditor.corpus.read.inputs import DOCUMENTS, pieces
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import parts
from auditor.corpus.running.cores import on_cores
from auditor.corpus.running.guard import Worker
from auditor.corpus.running.job import Engine, Job
from auditor.corpus.running.parts import Input, Manifest, Part
from auditor.corpus.running.progress import Progress
from auditor.corpus.settings import Settings, check_extra


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
) -> Manifest:
    """Audit a corpus and close it with a manifest. Running it again goes on where it ended, however it ended.

    Args:
        inputs: what `shards` takes; the manifest holds these and no others.
        workers: documents audited at the same time, each in a process of its own.
        documents: about how many make a part.
        engine: where shards are run: `cluster.on_ray(...)` for a cluster; the cores of this machine when absent.

    Raises:
        WorkerError: as `run_shard`; the parts that are there stay, and there is no manifest.
        StoreError: an object store does not answer or refuses.
        ValueError: settings that name no rule.
    """
    check_extra()
    rules = settings.ruleset()
    job = Job(out=out, settings=settings, documents=documents, fingerprint=settings.fingerprint(rules))
    started = engine or on_cores(workers)
    done = list(started(job, pieces(inputs, documents), progress or Progress()))
    closed = Manifest(
        tool=f"auditor {auditor.__version__}",
        rules=rules.version,
        settings=settings,
        documents=sum(part.documents for _, part in done),
        errors=sum(part.errors for _, part in done),
        inputs=_inputs(done),
        parts=[part for _, part in done],
    )
    parts.close(out, closed)
    return closed


def _inputs(done: list[tuple[Shard, Part]]) -> list[Input]:
    found: dict[tuple[str, int, str], list[str]] = {}
    for shard, part in done:
        found.setdefault((shard.path, shard.size, shard.tag), []).append(part.name)
    return [Input(path=path, size=size, tag=tag, parts=names) for (path, size, tag), names in found.items()]
