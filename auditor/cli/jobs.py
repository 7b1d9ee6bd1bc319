"""What is done to every source."""

from enum import Enum

from msgspec import Struct

from auditor.cli.exempt import Exempt
from auditor.config import Resolved
from auditor.gate.cache import Cache
from auditor.model import Gate, RuleSet
from auditor.scoring import Gates


class Mends(Enum):
    """Whether what a program may mend is mended."""

    NOTHING = "nothing"
    SHOWN = "shown"  # as a diff
    WRITTEN = "written"


class Job(Struct, frozen=True, kw_only=True):
    """The rules, limits and wishes of one run."""

    rules: RuleSet
    gates: Gates
    max_bytes: int
    max_chars: int
    max_seconds: float
    max_memory: int
    format: str | None = None
    zone: str | None = None
    reveal_private: bool = False
    passages: bool = False  # pages carry their blocks
    source: bool = True  # pages carry their source
    per_file_ignores: dict[str, list[str]] = {}
    exempt: Exempt = Exempt()
    cache: Cache | None = None
    gate: Gate = Gate()
    mends: Mends = Mends.NOTHING
    unsafe: bool = False  # unsafe fixes as well
    top: str = ""  # what the paths of pages count from, where a reporter asked for them


class Then(Struct, frozen=True):
    """What a source was judged by at the revision of `--diff-base`."""

    own: Resolved
    rules: RuleSet
    exempt: Exempt
    state: str  # of code and cards, for the cache
