"""The files of a package that brings along a verb, cards and a lexicon, and what helps to try it."""

import sys

import auditor
from auditor import rulebook, verbs

PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "acme-rules"
version = "1.2"

[project.entry-points."auditor.rules"]
acme = "acme_rules:cards"

[project.entry-points."auditor.detectors"]
acme-shouting = "acme_rules.shouting"

[tool.hatch.build.targets.wheel]
packages = ["acme_rules"]
"""
VERB = '''"""Words of a list in capitals."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals


def detect(blocks: Sequence[Block], signals: Signals, *, words: Lexicon, at_least: int = 1) -> Iterator[Hit]:
    """One hit for each block.

    Args:
        words: what nobody should shout.
        at_least: fewer in a block are no hit.
    """
    for block in blocks:
        said = [word for word in block.text.split() if word.isupper() and word.strip(".!").lower() in words]
        if len(said) >= at_least:
            start = block.text.index(said[0])
            yield Hit(Span(block, start, start + len(said[0])), {"match": said[0], "times": len(said)})
'''
SHOUTING = """
title: A shouted word
why: Whoever shouts is not heard.
fix: Say it quietly.
not_flagged: Abbreviations.
message: '"{match}" is shouted'
severity: warning
zones: [headline, body]
detect: acme-shouting
with: {words: shouted}
basis: Stands in none of 12 texts of the house.
bad: ['The harbour is ⟦FREE⟧ for monks.']
good: ['The harbour is free for monks. NATO is not.']
"""
SOFT = """
title: A soft word
why: It says nothing.
fix: Leave it out.
not_flagged: Everything else.
message: '"{match}" says nothing'
severity: info
zones: [body]
detect: pattern
with: {patterns: ['very soft']}
basis: Stands in none of 12 texts of the house.
bad: ['A ⟦very soft⟧ word.']
good: ['A hard word.']
"""
FILES = {
    "pyproject.toml": PROJECT,
    "acme_rules/__init__.py": "",
    "acme_rules/shouting.py": VERB,
    "acme_rules/cards/house/_about.yml": "title: The house\nabout: What the house wants.\n",
    "acme_rules/cards/house/shouting.yml": SHOUTING,
    "acme_rules/cards/house/soft-words.yml": SOFT,
    "acme_rules/cards/_lexicons/shouted.txt": "# what nobody should shout\nfree\ncheap\n",
}
PAGE = "# The harbour\n\nIt is FREE and very soft for monks who had tired of the hills.\n\n[Insert photo here]\n"


def forget() -> None:
    """What a process has read of installed packages."""
    rulebook.default_rules.cache_clear()
    verbs.names.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("acme_rules", "more_rules")]:
        del sys.modules[name]


def shipped_findings(report: auditor.Report) -> list[tuple[str, int]]:
    return [(finding.rule, finding.offset) for finding in report.findings if "/" not in finding.rule]
