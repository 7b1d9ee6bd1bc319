"""A new card that explains itself, and where asked its verb, for `auditor rules new`."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

from auditor.cli.verbs import Parameter, Told, told
from auditor.model import Scope

ABOUT = "title: <What the dimension is called>\nabout: <What its rules look at, in a sentence>\n"
MARK = "<"  # what a text begins with that is still to be written
UNMEASURED = "Not measured yet."
_CARD = """\
# Write what stands between < and >. `auditor rules check {file}` says what is left to do,
# `auditor rules try {file} FOLDER` what the rule finds on real articles. Comments may go.
title: <What is wrong, in a few words>
why: <What it does to a reader, or what it shows>
fix: <What the editor does about it>
not_flagged: <What looks like it and is fine>
# In braces facts that the verb gives: {facts}
message: {message}
# info or warning; error and critical must be earned by `certainty` or `by_definition` (docs/scoring.md)
severity: warning
# Where it looks: headline, byline, dateline, body, author, links, comments, boilerplate, hidden, metadata;
# [] is the document as a whole
zones: [body]
# languages: [en]          any when absent
# when: {{type: [article]}}  pages of other types are not judged
# {does}
detect: {verb}
{given}# How many texts, how many found, how many honest ones flagged; `auditor rules measure` writes it
basis: {unmeasured}
# ⟦Marks⟧ enclose exactly what is found. Each regular expression needs an example that only it finds.
bad:
  - {bad}
# The hardest honest texts that you can think of
good:
  - {good}
"""
_VERB = '''"""Words in capitals. <What it finds>"""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals

_CAPITALS = late(r"\\b[A-Z]{4,40}\\b")  # linear: every repetition has a bound


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int = 1) -> Iterator[Hit]:
    """One hit: the first place, the others as related. What is quoted does not count.

    Args:
        at_least: fewer places are no hit.
    """
    spans = [Span(block, *found.span()) for block in blocks for found in _CAPITALS.finditer(block.text)]
    own = [span for span in spans if not signals.quoted(span)]
    if len(own) >= at_least:
        yield Hit(own[0], {"match": own[0].text, "times": len(own)}, tuple(own[1:]), needs=at_least)
'''


def card(file: Path, verb: str, *, own: bool = False) -> str:
    """The text of a card with that verb; `own`: one that is written with it.

    Raises:
        ValueError: there is no such verb.
    """
    about = _NEW if own else told(verb, Scope.DOCUMENT)
    bad, good = "'<A ⟦text⟧ with the fault>'", "'<A text that looks like it>'"
    if own:
        bad, good = "'The ferry is ⟦FREE⟧ today.'", "'The ferry is free today, says the EU.'"
    elif verb == "pattern":
        bad, good = "'It was a ⟦truly stunning⟧ harbour.'", "'It was a harbour. \"Truly stunning\", said Ada Lundt.'"
    return _CARD.format(
        file=file.as_posix(),
        facts=", ".join(about.facts) or "none",
        message="'\"{match}\" stands here {times}'".replace("{times}", "{times:times}")
        if "match" in about.facts
        else "<What is said>",
        does=about.does,
        verb=verb,
        given=_given(about.parameters),
        unmeasured=UNMEASURED,
        bad=bad,
        good=good,
    )


def verb() -> str:
    """The module of a new verb."""
    return _VERB


def _given(parameters: tuple[Parameter, ...]) -> str:
    lines = "".join(line for one in parameters for line in _lines(one))
    needed = any(one.needed for one in parameters)
    return ("with:\n" if needed else "# with:\n" if lines else "") + indent(lines, "  " if needed else "", bool)


def _lines(one: Parameter) -> Iterator[str]:
    """A parameter that is needed, or one that may be, as a comment."""
    yield f"# {one.does or one.name}\n" if one.needed else f"# {one.name}: {one.type}, {one.does or 'optional'}\n"
    if one.needed:
        example = "truly stunning" if one.name == "patterns" else f"<{one.name}>"
        yield f"{one.name}:\n  - '{example}'\n" if one.many else f"{one.name}: <{one.type}>\n"


_NEW = Told(
    "shouting", "Words in capitals.", (Parameter("at_least", "int", "fewer places are no hit."),), ("match", "times")
)
