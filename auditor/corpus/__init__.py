"""Many documents: shards in, Parquet parts out, every document accounted for exactly once.

    >>> from auditor import corpus
    >>> for shard in corpus.shards(["crawl.warc.gz"]):
    ...     corpus.run_shard(shard, "audited/")

`run` does the same with several workers and closes with a manifest. Importing this package needs no extra; reading
and writing need `article-auditor[corpus]`.
"""

from auditor.corpus.read.inputs import Amount, amount, shards, size
from auditor.corpus.read.naming import MissingError
from auditor.corpus.read.shard import Shard
from auditor.corpus.read.storage import StoreError
from auditor.corpus.running.balance import Balance
from auditor.corpus.running.guard import WorkerError
from auditor.corpus.running.parts import Part, files, manifest, rows
from auditor.corpus.running.progress import Progress
from auditor.corpus.running.runner import run, run_shard
from auditor.corpus.settings import Settings

__all__ = [
    "Amount", "Balance", "MissingError", "Part", "Progress", "Settings", "Shard", "StoreError", "WorkerError", "amount",
    "files", "manifest", "rows", "run", "run_shard", "shards", "size",
]  # fmt: skip
