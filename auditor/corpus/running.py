"""Shards in, parts out: one shard, or a whole corpus on the cores of one machine."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing
from queue import SimpleQueue
from threading import Lock

from msgspec import structs

import auditor
from auditor.corpus import parts
from auditor.corpus.guard import Worker
from auditor.corpus.inputs import DOCUMENTS, Shard, shards
from auditor.corpus.parts import Input, Manifest, Part
from auditor.corpus.settings import Settings, check_extra

_AHEAD = 2  # shards a worker that are cut before they are needed


class Progress:
    """How far a run is; `changed` is called after each document, and with the part after each part."""

    def __init__(self, changed: Callable[["Progress", Part | None], None] = lambda _, __: None) -> None:
        self.documents = self.errors = self.parts = self.found = 0
        self.fresh = self.known = 0.0  # bytes of the inputs whose parts were made by this run, or there before
        self._changed = changed
        self._lock = Lock()

    def document(self, has_error: bool) -> None:
        with self._lock:
            self.documents += 1
            self.errors += has_error
            self._changed(self, None)

    def part(self, shard: Shard, part: Part, *, found: bool) -> None:
        """A part is there; `found`: it was there before."""
        with self._lock:
            self.parts += 1
            if found:
                self.found += part.documents
                self.known += shard.weight
            else:
                self.fresh += shard.weight
            self._changed(self, part)


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
        ImportError: the extra `corpus` is not installed.
    """
    watched = progress or Progress()
    check_extra()
    piece = Shard.whole(shard) if isinstance(shard, str) else shard
    name = piece.part(settings.fingerprint(settings.ruleset()))
    if worker:
        return _part(piece, out, name, worker, watched)
    with closing(Worker(settings)) as own:
        return _part(piece, out, name, own, watched)


def run(
    inputs: Iterable[str],
    out: str,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    workers: int = 1,
    documents: int = DOCUMENTS,
    progress: Progress | None = None,
) -> Manifest:
    """Audit a corpus and close it with a manifest. Running it again goes on where it ended, however it ended.

    Args:
        inputs: what `shards` takes; the manifest holds these and no others.
        workers: documents audited at the same time, each in a process of its own.
        documents: about how many make a part.

    Raises:
        WorkerError: as `run_shard`; the parts that are there stay, and there is no manifest.
        ValueError: settings that name no rule.
    """
    check_extra()
    rules = settings.ruleset()
    fingerprint = settings.fingerprint(rules)
    done = list(_run(shards(inputs, documents), out, settings, fingerprint, workers, progress or Progress()))
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


def _run(  # noqa: PLR0917
    pieces: Iterator[Shard], out: str, settings: Settings, fingerprint: str, workers: int, progress: Progress
) -> Iterator[tuple[Shard, Part]]:
    """Shards with their parts, in the order of the shards."""
    everyone = [Worker(settings) for _ in range(workers)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in everyone:
        idle.put(worker)

    def work(shard: Shard) -> Part:
        worker = idle.get()
        try:
            return _part(shard, out, shard.part(fingerprint), worker, progress)
        finally:
            idle.put(worker)

    running: list[tuple[Shard, Future[Part]]] = []
    unfinished: set[Future[Part]] = set()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for shard in pieces:
                future = pool.submit(work, shard)
                # A corpus of files has as many names as documents; the manifest needs none of them.
                running.append((structs.replace(shard, files=()), future))
                unfinished = _with_room(unfinished | {future}, workers * _AHEAD)
            done = [(shard, future.result()) for shard, future in running]
        finally:
            for worker in everyone:
                worker.stop()
            pool.shutdown(cancel_futures=True)
            for worker in everyone:
                worker.close()
    return iter(done)


def _with_room(futures: set[Future[Part]], most: int) -> set[Future[Part]]:
    """Those that are unfinished, once they are fewer than so many; raises what a finished one raised."""
    if len(futures) < most:
        return futures
    done, unfinished = wait(futures, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
    return unfinished


def _part(shard: Shard, out: str, name: str, worker: Worker, progress: Progress) -> Part:
    part = parts.part(out, name)
    found = part is not None
    if not part:
        worker.work(shard, out, name, progress.document)
        part = parts.part(out, name)
        assert part, "a worker that is done has written its part"
    parts.forget(out, name)
    progress.part(shard, part, found=found)
    return part


def _inputs(done: list[tuple[Shard, Part]]) -> list[Input]:
    found: dict[tuple[str, int, str], list[str]] = {}
    for shard, part in done:
        found.setdefault((shard.path, shard.size, shard.tag), []).append(part.name)
    return [Input(path=path, size=size, tag=tag, parts=names) for (path, size, tag), names in found.items()]
