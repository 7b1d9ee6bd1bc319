"""The nouns. Every record is frozen; positions are code-point offsets, ends are exclusive."""

from auditor.model.blocks import Author, Block, Field, Link, Span
from auditor.model.document import Document
from auditor.model.exemptions import UNHEARD, Exemptions, Stale, Suppression
from auditor.model.fixing import Fix, Fixing, Safety
from auditor.model.gate import Gate
from auditor.model.lines import Lines
from auditor.model.origin import Origin, Piece
from auditor.model.published import Head
from auditor.model.report import (
    Audited,
    Cause,
    Coverage,
    Dimension,
    Finding,
    Outcome,
    Place,
    Quoted,
    Report,
    RuleError,
    RuleOutcomes,
    Status,
    Suppressed,
    Tool,
    Verdict,
)
from auditor.model.rule import MOST_PLACES, Certainty, Confidence, Hit, Rise, Rule, RuleSet, Scope, Severity, names_of
from auditor.model.terms import BESIDE_TEXT, NO_ARTICLES, Format, Kind, PageType, Syntax, Zone

__all__ = [
    "BESIDE_TEXT", "MOST_PLACES", "NO_ARTICLES", "UNHEARD", "Audited", "Author", "Block", "Cause", "Certainty",
    "Confidence", "Coverage", "Dimension", "Document", "Exemptions", "Field", "Finding", "Fix", "Fixing", "Format",
    "Gate", "Head", "Hit", "Kind", "Lines", "Link", "Origin", "Outcome", "PageType", "Piece", "Place", "Quoted",
    "Report", "Rise", "Rule", "RuleError", "RuleOutcomes", "RuleSet", "Safety", "Scope", "Severity", "Span", "Stale",
    "Status", "Suppressed", "Suppression", "Syntax", "Tool", "Verdict", "Zone",
    "names_of",
]  # fmt: skip
