"""Rules, bound from their cards, and what a verb reports."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from auditor.model.document import Span
from auditor.model.terms import Zone


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        return _SEVERITIES.index(self)


_SEVERITIES = list(Severity)


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Scope(StrEnum):
    """What a rule is asked about: one document, or all documents of a corpus with each other."""

    DOCUMENT = "document"
    CORPUS = "corpus"


class Hit(Struct, frozen=True):
    """What a verb found. No span: it is about the document as a whole."""

    span: Span | None
    facts: Mapping[str, Any] = {}
    related: tuple[Span, ...] = ()


class Rule(Struct, frozen=True):
    """A card, bound to its verb and parameters."""

    id: str
    dimension: str
    title: str
    why: str
    fix: str
    message: str
    severity: Severity
    confidence: Confidence
    weight: float
    cost: float
    zones: frozenset[Zone]
    languages: frozenset[str]
    detect: Callable[..., Any]  # blocks and signals to hits; of scope corpus: tables to a query
    private: bool = False
    not_flagged: str = ""
    basis: str = ""
    references: tuple[str, ...] = ()
    scope: Scope = Scope.DOCUMENT


class RuleSet(Struct, frozen=True):
    """Rules in a fixed order, the most that each dimension can cost, and the cards that could not be read."""

    rules: tuple[Rule, ...]  # those of single documents
    shares: Mapping[str, float]
    problems: tuple[str, ...] = ()
    version: str = ""
    known: frozenset[str] = frozenset()  # ids and dimensions of all cards that were read, chosen or not
    corpus: tuple[Rule, ...] = ()  # those of scope corpus
