"""The Arrow schema of a part, and rows as tables."""

from collections.abc import Iterator, Sequence
from typing import IO, Any

from auditor.corpus.settings import SCHEMA_VERSION, needs_corpus

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise needs_corpus("pyarrow") from None

_PLACE = [
    ("line", pa.int32()),
    ("column", pa.int32()),
    ("end_line", pa.int32()),
    ("end_column", pa.int32()),
    ("offset", pa.int64()),
    ("length", pa.int64()),
    ("evidence", pa.string()),
]
_FINDING = [
    ("rule", pa.string()),
    ("dimension", pa.string()),
    ("severity", pa.string()),
    ("confidence", pa.string()),
    ("message", pa.string()),
    ("points", pa.float64()),
    ("zone", pa.string()),
    *_PLACE,
    ("facts", pa.string()),
    ("related", pa.list_(pa.struct(_PLACE))),
    ("fingerprint", pa.string()),
    ("places", pa.list_(pa.string())),
]
_CAUSE = [
    ("fingerprint", pa.string()),
    ("kind", pa.string()),
    ("anchor", pa.string()),
    ("severity", pa.string()),
    ("points", pa.int32()),
    ("places", pa.int32()),
    ("sentence", pa.string()),
    ("findings", pa.list_(pa.int32())),
]
_NUMBER = pa.float64()
_SCORE = [("name", pa.string()), ("score", _NUMBER), ("lost", _NUMBER)]
_PASSAGE = [("hash", pa.int64()), ("words", pa.int32()), ("text", pa.string())]
_SAYING = [*_PASSAGE, ("name", pa.string()), ("person", pa.string())]

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("position", pa.int64()),
        ("within", pa.int64()),
        ("length", pa.int64()),
        ("crawled", pa.string()),
        ("status", pa.int32()),
        ("media", pa.string()),
        ("truncated", pa.string()),
        ("fields", pa.map_(pa.string(), pa.string())),
        ("url", pa.string()),
        ("host", pa.string()),
        ("title", pa.string()),
        ("byline", pa.list_(pa.string())),
        ("published", pa.string()),
        ("language", pa.string()),
        ("page_type", pa.string()),
        ("type", pa.string()),
        ("zones", pa.list_(pa.string())),
        ("words", pa.int64()),
        ("score", _NUMBER),
        ("verdict", pa.string()),
        ("audited", pa.string()),
        ("not_audited", pa.string()),
        ("not_read", pa.string()),
        ("dimensions", pa.list_(pa.struct(_SCORE))),
        ("causes", pa.list_(pa.struct(_CAUSE))),
        ("findings", pa.list_(pa.struct(_FINDING))),
        ("rule_errors", pa.list_(pa.struct([("rule", pa.string()), ("error", pa.string())]))),
        ("metrics", pa.map_(pa.string(), _NUMBER)),
        ("error_class", pa.string()),
        ("error", pa.string()),
        ("key", pa.int64()),
        ("minhash", pa.list_(pa.uint32())),
        ("skeleton", pa.list_(pa.uint32())),
        ("vocabulary", pa.list_(pa.uint32())),
        ("outline", pa.list_(pa.int64())),
        ("paragraphs", pa.list_(pa.struct(_PASSAGE))),
        ("headlines", pa.list_(pa.struct(_PASSAGE))),
        ("biographies", pa.list_(pa.struct(_SAYING))),
        ("quotations", pa.list_(pa.struct(_SAYING))),
    ],
    metadata={"schema_version": SCHEMA_VERSION},
)

MAPS = ("metrics", "fields")
# Worth a dictionary.
_FEW_VALUES = (
    "source media truncated host language page_type type verdict audited not_audited not_read error_class".split()
)
_FEW_VALUES += ["zones.list.element"]
_FEW_VALUES += ["causes.list.element.kind", "causes.list.element.severity"]
_FEW_VALUES += [f"findings.list.element.{name}" for name in ("rule", "dimension", "severity", "confidence", "zone")]
# How a part is written. Statistics are for those who look for a host or a score; columns of lists are cut into batches
# of levels, whose number is what writing them costs.
WRITTEN: dict[str, Any] = {
    "compression": "zstd",
    "use_dictionary": _FEW_VALUES,
    "write_batch_size": 1 << 16,
    "write_statistics": "id source position url host published language words score verdict".split(),
}


def table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Rows as `msgspec.to_builtins` gives them."""
    return pa.Table.from_pylist([row | {name: [*row[name].items()] for name in MAPS} for row in rows], schema=SCHEMA)


def batches(file: Any, size: int, columns: list[str] | None = None) -> Iterator[Any]:
    """The rows of a part, some at a time. One without rows has no groups of them, which pyarrow 18 cannot look for."""
    if file.num_row_groups:
        yield from file.iter_batches(size, columns=columns, use_threads=False)


def opened(stream: IO[bytes], size: int) -> Iterator[Any]:
    return batches(pq.ParquetFile(stream), size)
