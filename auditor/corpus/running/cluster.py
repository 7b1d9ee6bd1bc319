"""Shards run on a Ray cluster; Daft hands them out: a row for each input, then one for each shard.

Inputs are cut where they are read, not here, and what comes back of a shard is the name of its part.
"""

import os
import platform
import re
import secrets
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from logging import ERROR
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, json, structs

from auditor.corpus.read import storage
from auditor.corpus.read.inputs import Piece, cut
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import parts
from auditor.corpus.running.guard import WorkerError
from auditor.corpus.running.job import Engine, Job
from auditor.corpus.running.parts import Part
from auditor.corpus.running.progress import Progress
from auditor.corpus.running.runner import run_shard

# Daft reports its import and each query, Ray its cluster, to their makers; here neither does, nor any of their workers.
SILENT = {
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DISABLE_DASHBOARD": "1",
}
_ADDRESS = re.compile(r"(?:ray://)?(\[[0-9a-fA-F:]+\]|[^\[\]:/@]+):([0-9]{1,5})")
_PATIENCE = 5  # seconds for the first word of a cluster
_OBJECTS = 100_000_000  # bytes that a Ray of our own keeps for results, which are names
_T = TypeVar("_T")


class _Given(Struct, frozen=True):
    number: int
    piece: Piece
    is_here: bool  # where the driver is


class _Order(Struct, frozen=True):
    place: tuple[int, int]  # the number of the piece, and that of the shard in it
    shard: Shard


class _Answer(Struct, frozen=True):
    order: _Order | None = None
    part: Part | None = None
    audited: int = 0
    error: str = ""


def on_ray(address: str | None = None, workers: int = 1) -> Engine:
    """Shards are run by the workers of a Ray cluster.

    Args:
        address: `HOST:PORT` of its head, or `ray://HOST:PORT` of its client server. Without one a Ray is started on
            this machine for this run.
        workers: shards run at the same time by a Ray of this machine; a cluster runs one for each of its cores.

    The engine raises:
        WorkerError: no cluster answers, it is lost, or a machine in it cannot do its work; parts that are there stay.
        ImportError: the extra `cluster` is not installed.
    """

    def engine(job: Job, pieces: Iterable[Piece], progress: Progress) -> Iterator[tuple[Shard, Part]]:
        done = []
        with connected(address, workers) as daft:
            for answer in _answers(daft, job, pieces):
                order, part = _made(job, answer)
                done.append((order.place, structs.replace(order.shard, files=()), part))
                progress.audited(answer.audited, part.errors if answer.audited else 0)
                progress.part(order.shard, part, found=not answer.audited)
        yield from ((shard, part) for _, shard, part in sorted(done, key=lambda one: one[0]))

    return engine


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[Any]:
    """The package `daft`, with a Ray cluster to run on; a Ray that this process has been using already stays as it is.

    Raises:
        WorkerError: no cluster answers.
        ImportError: the extra `cluster` is not installed.
    """
    os.environ.update(SILENT)  # before the imports, which would report themselves
    if not address and "ray" not in sys.modules:
        # Ray listens on all interfaces; without a secret whoever reaches the machine could run code on it.
        os.environ.setdefault("RAY_AUTH_MODE", "token")
        os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
    try:
        import daft  # noqa: PLC0415 - few runs need them
        import ray  # noqa: PLC0415
        from daft.runners import get_or_create_runner  # noqa: PLC0415
    except ImportError as error:
        missing = f"{error.name} is not installed in {sys.prefix}; install article-auditor[cluster]"
        raise ImportError(missing, name=error.name) from None
    is_ours = not ray.is_initialized()
    if is_ours:
        _connect(ray, address, workers)
    try:
        daft.set_runner_ray(noop_if_initialized=True)
        runner: Any = get_or_create_runner()
        if runner.name != "ray":
            raise WorkerError("Daft has run on this machine alone in this process, and cannot change; use a new one")
        if is_ours:
            runner.flotilla_plan_runner = None  # it may belong to a cluster that this process has left
        yield daft
    except ray.exceptions.RayError as error:
        raise WorkerError(f"the cluster failed: {_last_line(error)}") from error
    finally:
        if is_ours:
            ray.shutdown()


def _connect(ray: Any, address: str | None, workers: int) -> None:
    how: dict[str, Any] = {"logging_level": ERROR, "log_to_driver": False, "runtime_env": {"env_vars": SILENT}}
    if address:
        _knock(address)
    else:
        how |= {"num_cpus": workers, "include_dashboard": False, "object_store_memory": _OBJECTS}
    try:
        ray.init(address or "local", **how)
    except Exception as error:  # of no common kind: a slow machine is a bare Exception
        where = f"the Ray cluster at {address} lets nobody in" if address else "no Ray starts on this machine"
        raise WorkerError(f"{where}: {_last_line(error)}") from error


def _knock(address: str) -> None:
    """Ray itself would wait for minutes where nobody answers."""
    said = _ADDRESS.fullmatch(address)
    if not said:
        raise WorkerError(f"{address!r} is no address of a Ray cluster; it is HOST:PORT or ray://HOST:PORT")
    try:
        socket.create_connection((said[1].strip("[]"), int(said[2])), _PATIENCE).close()
    except (OSError, OverflowError) as error:
        todo = "start one with `ray start --head`, or give no address to use this machine alone"
        raise WorkerError(f"no Ray cluster answers at {address} ({error}); {todo}") from error


def _answers(daft: Any, job: Job, pieces: Iterable[Piece]) -> Iterator[_Answer]:
    """What has come of each shard, as soon as it is known."""
    folder, sent = str(Path.cwd()), json.encode(job).decode()
    given = [_Given(number, piece, _is_here(piece)) for number, piece in enumerate(pieces)]
    if not given:
        return
    cut_one = daft.func(_cut, return_dtype=daft.DataType.list(daft.DataType.string()), use_process=False)
    run_one = daft.func(_run, return_dtype=daft.DataType.string(), use_process=False)
    rows = daft.from_pydict({"given": [json.encode(one).decode() for one in given]}).into_batches(1)
    orders = rows.select(cut_one(rows["given"], folder, sent).alias("order")).explode("order").into_batches(1)
    for row in orders.select(run_one(orders["order"], folder, sent).alias("answer")).iter_rows():
        yield json.decode(row["answer"], type=_Answer)


def _made(job: Job, answer: _Answer) -> tuple[_Order, Part]:
    if answer.error or not answer.order or not answer.part:
        raise WorkerError(answer.error)
    path = parts.path_of(job.out, answer.part.name)
    if not storage.is_remote(path) and not storage.exists(path):
        raise WorkerError(f"a worker has written {path}, and it is not here: the output must be where all machines are")
    return answer.order, answer.part


def _is_here(piece: Piece) -> bool:
    return not storage.is_remote(piece[0]) and storage.exists(piece[0])


def _cut(given: str, folder: str, job: str) -> list[str]:
    """On a worker: the orders that come of an input, or one answer that says what is wrong."""

    def orders() -> list[str]:
        one = json.decode(given, type=_Given)
        if one.is_here and not storage.exists(one.piece[0]):
            raise WorkerError(f"{one.piece[0]} is not there; inputs must be where all machines are")
        shards = cut(one.piece, json.decode(job, type=Job).documents)
        return [json.encode(_Answer(_Order((one.number, i), shard))).decode() for i, shard in enumerate(shards)]

    return _at(folder, orders, lambda error: [error])


def _run(order: str, folder: str, job: str) -> str:
    """On a worker: the part of one shard."""

    def answer() -> str:
        given, what = json.decode(order, type=_Answer), json.decode(job, type=Job)
        if given.error or not given.order:
            return order
        if what.settings.fingerprint(what.settings.ruleset()) != what.fingerprint:
            raise WorkerError("it has another version of auditor or other cards than the machine that began the run")
        watched = Progress()
        part = run_shard(given.order.shard, what.out, what.settings, progress=watched)
        return json.encode(_Answer(given.order, part, watched.documents)).decode()

    return _at(folder, answer, lambda error: error)


def _at(folder: str, work: Callable[[], _T], failed: Callable[[str], _T]) -> _T:
    """The result of some work in the driver's folder; where it raises, an answer that says so, and on which machine."""
    try:
        if Path(folder).is_dir():
            os.chdir(folder)
        return work()
    except Exception as error:  # noqa: BLE001 - Daft would bury it under the tracebacks of three processes
        text = str(error) if isinstance(error, WorkerError) else f"{type(error).__name__}: {error}"
        return failed(json.encode(_Answer(error=f"{platform.node()}: {text}")).decode())


def _last_line(error: BaseException) -> str:
    return next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
