"""Shards run on the cores of this machine."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

from msgspec import structs

from auditor.corpus.read.inputs import Piece, cut
from auditor.corpus.read.shard import Shard
from auditor.corpus.running.guard import Worker
from auditor.corpus.running.job import Engine, Job
from auditor.corpus.running.parts import Part
from auditor.corpus.running.progress import Progress

_AHEAD = 2  # shards a worker that are cut before they are needed


def on_cores(workers: int) -> Engine:
    """Threads that drive one child process each; inputs are cut on the calling thread."""

    def engine(job: Job, pieces: Iterable[Piece], progress: Progress) -> Iterator[tuple[Shard, Part]]:
        everyone = [Worker(job.settings) for _ in range(workers)]
        shards = (shard for piece in pieces for shard in cut(piece, job.documents))
        with ThreadPoolExecutor(workers) as pool:
            try:
                yield from _run(shards, job, everyone, pool, progress)
            finally:
                for worker in everyone:
                    worker.stop()
                pool.shutdown(cancel_futures=True)
                for worker in everyone:
                    worker.close()

    return engine


def _run(
    shards: Iterator[Shard], job: Job, everyone: list[Worker], pool: ThreadPoolExecutor, progress: Progress
) -> list[tuple[Shard, Part]]:
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in everyone:
        idle.put(worker)

    def work(shard: Shard) -> Part:
        worker = idle.get()
        try:
            return job.part(shard, worker, progress)
        finally:
            idle.put(worker)

    running: list[tuple[Shard, Future[Part]]] = []
    # An interrupt in the middle of waiting for a future leaves its lock taken, and its thread waits for ever.
    done: SimpleQueue[Future[Part]] = SimpleQueue()
    unfinished = 0
    for shard in shards:
        future = pool.submit(work, shard)
        future.add_done_callback(done.put)
        # A corpus of files has as many names as documents; the manifest needs none of them.
        running.append((structs.replace(shard, files=()), future))
        unfinished += 1
        while unfinished >= len(everyone) * _AHEAD:
            done.get().result()
            unfinished -= 1
    for _ in range(unfinished):
        done.get().result()
    return [(shard, future.result()) for shard, future in running]
