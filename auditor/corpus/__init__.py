"""Many documents: shards in, Parquet parts out, every document accounted for exactly once.

    >>> from auditor import corpus
    >>> for shard in corpus.shards(["crawl.warc.gz"]):
    ...     corpus.run_shard(shard, "audited/")

`run` does the same with several workers and closes with a manifest. Importing this package needs no extra; reading
and writing need `auditor[corpus]`.
"""

from auditor.corpus.guard import WorkerError
from auditor.corpus.inputs import shards, size
from auditor.corpus.parts import Part, files, manifest, rows
from auditor.corpus.progress import Progress
from auditor.corpus.running import run, run_shard
from auditor.corpus.settings import Settings
from auditor.corpus.shard import Shard
from auditor.corpus.storage import StoreError

__all__ = [
    "Part", "Progress", "Settings", "Shard", "StoreError", "WorkerError", "files", "manifest", "rows", "run",
    "run_shard", "shards", "size",
]  # fmt: skip
