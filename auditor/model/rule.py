"""Rules, bound from their cards, and what a verb reports."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from auditor.model.blocks import Span
from auditor.model.fixing import Fixing
from auditor.model.terms import PageType, Zone


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


class Certainty(Struct, frozen=True, forbid_unknown_fields=True):
    """How many findings of a rule were read on real articles, and how many were right."""

    read: int
    correct: int
    of: str = ""  # what kind of texts


class Rise(Struct, frozen=True, forbid_unknown_fields=True):
    """From so many places on, a finding is of another class."""

    places: int
    severity: Severity


# Of one finding, and findings of one rule in a document: hostile text has as many as characters. Of 3,054 none has
# more than 100 places of a finding, or 20 findings of a rule.
MOST_PLACES = 200


class Hit(Struct, frozen=True):
    """What a verb found. No span: it is about the document as a whole.

    `needs`: how many of its places are a fault; those that are left when others are excused still are, if they are as
    many. 0: it is one fault that all places show together.
    """

    span: Span | None
    facts: Mapping[str, Any] = {}
    related: tuple[Span, ...] = ()
    needs: int = 0


class Rule(Struct, frozen=True):
    """A card, bound to its verb and parameters."""

    id: str
    dimension: str
    title: str
    why: str
    fix: str
    message: str
    severity: Severity  # the class of harm: that of the card where it is earned, else warning, or what settings say
    confidence: Confidence
    zones: frozenset[Zone]
    languages: frozenset[str]  # in which it runs
    detect: Any  # a function: blocks and signals to hits; of scope corpus: tables to a query
    judges: frozenset[str] = frozenset({"any"})  # languages in which its silence says something
    private: bool = False
    not_flagged: str = ""
    basis: str = ""
    references: tuple[str, ...] = ()
    scope: Scope = Scope.DOCUMENT
    brief: str = ""  # what a cause that it leads is called; empty: the title
    cause: str = ""  # findings of one cause are about one thing; empty: the rule's id
    anchor: str = ""  # what tells its causes apart: a fact, or `profile`; empty: all of a page are one
    rises: Rise | None = None
    charged: bool = True
    claimed: Severity | None = None  # the class on the card
    certainty: Certainty | None = None
    by_definition: str = ""
    as_written: bool = False  # reads the text with all its characters, not the copy for matching
    wordings: tuple[tuple[str, ...], ...] = ()  # regular expressions that it will look for
    types: frozenset[PageType] = frozenset()  # of pages that it judges; empty: all
    fixing: Fixing = Fixing()  # what a program may do about its findings
    unless: tuple[str, ...] = ()  # of scope corpus: rules whose findings about the same documents say more


def names_of(rule: str, dimension: str) -> set[str]:
    """What a rule is meant by: its id, its dimension, and the pack of an id such as `acme/soft-words`."""
    pack, slash, _ = rule.partition("/")
    return {rule, dimension, pack} if slash else {rule, dimension}


class RuleSet(Struct, frozen=True):
    """Rules in a fixed order, their dimensions, and the cards that could not be read."""

    rules: tuple[Rule, ...]  # those of single documents
    dimensions: tuple[str, ...]
    problems: tuple[str, ...] = ()
    version: str = ""
    known: frozenset[str] = frozenset()  # ids, dimensions and packs of all cards that were read, chosen or not
    corpus: tuple[Rule, ...] = ()  # those of scope corpus

    @property
    def wordings(self) -> frozenset[tuple[str, ...]]:
        return frozenset(wording for rule in self.rules for wording in rule.wordings)
