"""What a run does to each of its shards, wherever that is."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from auditor.corpus.read.inputs import Piece
from auditor.corpus.read.shard import Shard
from auditor.corpus.running import parts
from auditor.corpus.running.guard import Worker
from auditor.corpus.running.parts import Part
from auditor.corpus.running.progress import Progress
from auditor.corpus.settings import Settings


class Job(Struct, frozen=True, kw_only=True):
    """Plain data, so that it can be sent to other machines."""

    out: str
    settings: Settings
    documents: int  # about how many make a part
    fingerprint: str  # of the settings, with version and rules

    def part(self, shard: Shard, worker: Worker, progress: Progress) -> Part:
        """The part of a shard; the worker makes it where it is not there."""
        name = shard.part(self.fingerprint)
        found = parts.part(self.out, name)
        found = None if found and found.may_gain(self.settings) else found
        part = found or worker.work(shard, self.out, name, progress.document)
        parts.forget(self.out, name)
        progress.part(shard, part, found=found is not None)
        return part


# Where and when shards are run: the shards of all pieces in their order, each with its part.
Engine = Callable[[Job, Iterable[Piece], Progress], Iterator[tuple[Shard, Part]]]
