"""Rules as reporting descriptors."""

from typing import Any

from auditor.model import Rule, Severity
from auditor.reporters.paint import clip, one_line
from auditor.reporters.sarif.results import LEVELS

_SHORT = 1000  # GitHub takes 1,024 characters of a description
_PROBLEMS = {
    Severity.INFO: "recommendation",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
    Severity.CRITICAL: "error",
}


def described(rule: Rule, address: str = "") -> dict[str, Any]:
    name = "".join(part.capitalize() for part in rule.id.split("-"))
    return {
        "id": rule.id,
        **({"name": name} if name.lower() != rule.id else {}),  # a name is another word than the id
        "shortDescription": {"text": _sentence(rule.title)},
        "fullDescription": {"text": clip(_sentence(rule.why), _SHORT)},
        **({"helpUri": address} if address else {}),
        "help": {"text": _help(rule, ""), "markdown": _help(rule, "**")},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.dimension],
            "precision": rule.confidence,
            "problem.severity": _PROBLEMS[rule.severity],
            "cause": rule.cause or rule.id,
        },
    }


def _help(rule: Rule, strong: str) -> str:
    parts = {"Why": rule.why, "What to do": rule.fix, "What it leaves alone": rule.not_flagged, "Basis": rule.basis}
    paragraphs = [f"{strong}{heading}{strong}: {text.strip()}" for heading, text in parts.items() if text.strip()]
    references = [f"- <{link}>" if strong and "://" in link else f"- {link}" for link in rule.references]
    return "\n\n".join([*paragraphs, *(["\n".join(references)] if references else [])])


def _sentence(text: str) -> str:
    line = one_line(text)
    return line if line.endswith((".", "!", "?")) else f"{line}."
