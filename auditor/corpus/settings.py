"""What decides the rows of a corpus; part of the name of every part."""

import hashlib
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import msgspec
from msgspec import Struct, structs

import auditor
from auditor import rulebook
from auditor.model import RuleSet, Severity
from auditor.scoring import Gates

SCHEMA_VERSION = "2.2"  # of rows; additive within a major
_MEMORY = 2_000_000_000  # a page of 5 million characters took 430 MB


class Settings(Struct, frozen=True, kw_only=True):
    """How the documents of a corpus are read and audited.

    `audit` may name, as `module:function`, what is called in place of `auditor.audit`, with a document and the keyword
    arguments `rules` and `gates`; it returns a report.
    """

    rules: tuple[str, ...] = ()  # folders of cards besides the shipped ones
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}  # classes that were decided on, by rules
    gates: Gates = Gates()
    seconds: float = 60  # for one document
    memory: int = _MEMORY  # bytes that a worker may allocate
    max_bytes: int = 64_000_000  # larger documents are errors
    max_chars: int = auditor.MAX_CHARS
    text_field: str = "text"  # of JSON Lines and Parquet; `content.html` for a field in a field
    id_field: str = "id"
    url_field: str = "url"
    keep: tuple[str, ...] = ()  # other fields of theirs that rows carry along
    format: str | None = None  # of every document; guessed from its name and text when absent
    audit: str = ""

    def ruleset(self) -> RuleSet:
        """The rules that run.

        Raises:
            ValueError: `select`, `ignore` or `severity` name what does not exist.
        """
        if not self.severity:
            return auditor.load_rules(*self.rules, select=self.select, ignore=self.ignore)
        loaded = rulebook.load((rulebook.rules_folder(), *map(Path, self.rules)))
        return rulebook.choose(rulebook.reclass(loaded, self.severity), self.select, self.ignore)

    def fingerprint(self, rules: RuleSet) -> str:
        """A hash of everything but the input that decides what the rows say."""
        # Folders may move: cards are in the version of the rules. Which rules were chosen counts, not how.
        # Limits cannot change a row without an error: parts that have one of theirs are made again.
        own = structs.replace(
            self, rules=(), select=(), ignore=(), seconds=0, memory=0, severity=dict(sorted(self.severity.items()))
        )
        own = msgspec.convert(msgspec.to_builtins(own), Settings)  # 60 seconds are 60.0, as after sending them
        # Signatures of two versions may not be comparable.
        tools = (auditor.__version__, SCHEMA_VERSION, version("rensa"))
        return digest(*tools, rules.version, *(rule.id for rule in rules.rules), msgspec.json.encode(own))


def digest(*parts: str | bytes) -> str:
    """20 hexadecimal digits that stand for these parts in this order."""
    joined = b"\0".join(part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts)
    return hashlib.sha256(joined).hexdigest()[:20]


def check_extra() -> None:
    """Raises ImportError where what every run needs is not installed."""
    for module in ("pyarrow", "rensa"):
        if not find_spec(module):
            raise needs_corpus(module)


def needs_corpus(module: str) -> ImportError:
    """What to say where an optional package is missing."""
    return ImportError(f"{module} is not installed in {sys.prefix}; install article-auditor[corpus]", name=module)
