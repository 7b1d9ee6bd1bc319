"""The findings beside the text: a card a cause, each with its places, why it matters and what to do."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from auditor.model import Cause, Finding, Rule, Severity
from auditor.reporters.answer import called
from auditor.reporters.html.markup import Markup, direction, join, tag
from auditor.reporters.html.ranking import Group, Numbered
from auditor.reporters.html.reading import ZONES, anchor
from auditor.reporters.spots import elsewhere

_CODE = re.compile(r"`([^`]*+)`")
_LONGEST = 300  # characters of evidence that are repeated beside the text
_CARDS = 1_024  # texts of rules that are kept as markup: every page says some of them again
_PLACES = 12  # other places that are linked by line; the text marks all


def listing(groups: tuple[Group, ...], anchors: AbstractSet[str]) -> Markup:
    """One card a cause, of which the first is open. `anchors` are the places that the text shows."""
    return join(*(_group(group, anchors, open_=not number) for number, group in enumerate(groups)))


def severity(of: Severity) -> Markup:
    return tag("span", of.capitalize(), class_=f"sev {of}")


def points(lost: float) -> Markup | str:
    return tag("span", f"−{lost:g}", class_="points", title=f"{lost:g} points") if lost else ""


@lru_cache(_CARDS)
def prose(text: str) -> Markup:
    """A card's text: lines joined, `code` set as code."""
    pieces = _CODE.split(" ".join(text.split()))
    return join(*(tag("code", piece) if number % 2 else piece for number, piece in enumerate(pieces)))


def _group(group: Group, anchors: AbstractSet[str], *, open_: bool) -> Markup:
    cause = group.cause
    count = f" ({len(group.findings)})" if len(group.findings) > 1 else ""
    head = tag(
        "summary", severity(cause.severity), tag("h3", prose(called(cause)), count), points(cause.points), class_="head"
    )
    return tag(
        "details",
        head,
        tag("ol", (_finding(numbered, anchors) for numbered in group.findings)),
        tag("dl", *_card(group)),
        [_more(rule) for rule in group.rules],
        _tick(cause),
        class_=f"rule {cause.severity}",
        open=open_,
    )


def _tick(cause: Cause) -> Markup:
    box = tag("input", type="checkbox", data_cause=cause.fingerprint)
    return tag("label", box, " Done", class_="tick")


def _card(group: Group) -> Iterator[Markup]:
    """Why, after the gravest rule, and every remedy once."""
    if group.rules and group.rules[0].why:
        yield join(tag("dt", "Why it matters"), tag("dd", prose(group.rules[0].why)))
    if fixes := [fix for fix in dict.fromkeys(one.finding.fix for one in group.findings) if fix]:
        yield join(tag("dt", "What to do"), *(tag("dd", prose(fix), class_="fix") for fix in fixes))


@lru_cache(_CARDS)
def _more(rule: Rule) -> Markup:
    lines = [tag("p", "Rule ", tag("code", rule.id), f", {rule.dimension}, confidence {rule.confidence}.")]
    if rule.not_flagged:
        lines.append(tag("p", tag("b", "Left alone: "), prose(rule.not_flagged)))
    if rule.basis:
        lines.append(tag("p", tag("b", "Where the numbers come from: "), prose(rule.basis)))
    links = [link for link in rule.references if link.startswith(("https://", "http://"))]
    lines += [tag("p", tag("a", link, href=link, rel="noreferrer")) for link in links]
    return tag("details", tag("summary", "About the rule: ", prose(rule.title)), lines, class_="about-rule")


def _finding(numbered: Numbered, anchors: AbstractSet[str]) -> Markup:
    finding, place = numbered.finding, anchor(numbered, 0)
    message = " ".join(finding.message.split())
    badge = tag("b", str(numbered.number), class_=f"n {finding.severity}")
    said = tag("span", message, class_="message", dir="auto")
    head = tag("a", badge, said, href=f"#{place if place in anchors else numbered.id}", class_="go")
    return tag(
        "li",
        head,
        _evidence(finding, message),
        tag("p", *_where(numbered, anchors), class_="where"),
        id=numbered.id,
        data_n=str(numbered.number),
        data_zone=finding.zone,
        data_severity=finding.severity.value,
        data_dimension=finding.dimension,
    )


def _evidence(finding: Finding, message: str) -> Markup | str:
    """The words it is about, unless the message says them."""
    evidence = " ".join(finding.evidence.split())
    if not evidence or evidence in message:
        return ""
    shown = evidence if len(evidence) <= _LONGEST else f"{evidence[:_LONGEST].rstrip()}…"
    return tag("q", shown, dir=direction(shown) or "auto")


def _where(numbered: Numbered, anchors: AbstractSet[str]) -> Iterator[Markup | str]:
    finding = numbered.finding
    if not finding.length and finding.zone not in ZONES:
        yield "The page as a whole"
    else:
        yield f"{finding.zone.capitalize()}, {numbered.unit} {numbered.at(finding)}"
    if finding.related:
        yield "; also "
        yield from _also(numbered, anchors)
    yield tag(
        "a", "#", href=f"#{numbered.id}", class_="link", title="Link to this finding", aria_label="Link to this finding"
    )


def _also(numbered: Numbered, anchors: AbstractSet[str]) -> Iterator[Markup | str]:
    related = numbered.finding.related
    for place, spot in enumerate(related[:_PLACES], 1):
        target, line = anchor(numbered, place), numbered.at(spot)
        yield tag("a", line, href=f"#{target}") if target in anchors else line
        yield ", " if place < min(len(related), _PLACES) else " "
    if len(related) > _PLACES:
        yield f"and {elsewhere(numbered.finding) - _PLACES:,} more "
