"""The findings beside the text: by rule, each with its places, then why it matters and what to do."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from auditor.model import Finding, Rule, Severity
from auditor.reporters.html.markup import Markup, join, tag
from auditor.reporters.html.ranking import Group, Numbered
from auditor.reporters.html.reading import ZONES, anchor

_CODE = re.compile(r"`([^`]*+)`")
_LONGEST = 300  # characters of evidence that are repeated beside the text
_PLACES = 12  # other places that are linked by line; the text marks all


def listing(groups: tuple[Group, ...], anchors: AbstractSet[str]) -> Markup:
    """One section a rule. `anchors` are the places that the text shows."""
    return join(*(_group(group, anchors) for group in groups))


def severity(of: Severity) -> Markup:
    return tag("span", of.capitalize(), class_=f"sev {of}")


def points(lost: float) -> Markup | str:
    return tag("span", f"−{lost:g}", class_="points", title=f"{lost:g} points") if lost else ""


def prose(text: str) -> Markup:
    """A card's text: lines joined, `code` set as code."""
    pieces = _CODE.split(" ".join(text.split()))
    return join(*(tag("code", piece) if number % 2 else piece for number, piece in enumerate(pieces)))


def _group(group: Group, anchors: AbstractSet[str]) -> Markup:
    first = group.first
    head = tag("header", severity(first.severity), tag("h3", prose(group.title)), points(group.points))
    found = tag("ol", (_finding(numbered, anchors) for numbered in group.findings))
    return tag(
        "section",
        head,
        found,
        tag("dl", *_card(first, group.rule)),
        _more(group),
        class_=f"rule {first.severity}",
        data_severity=first.severity.value,
        data_dimension=first.dimension,
    )


def _card(first: Finding, rule: Rule | None) -> Iterator[Markup]:
    if rule and rule.why:
        yield join(tag("dt", "Why it matters"), tag("dd", prose(rule.why)))
    if first.fix:
        yield join(tag("dt", "What to do"), tag("dd", prose(first.fix)))


def _more(group: Group) -> Markup:
    rule = group.rule
    lines = [
        tag("p", "Rule ", tag("code", group.id), f", {group.first.dimension}, confidence {group.first.confidence}.")
    ]
    if rule and rule.not_flagged:
        lines.append(tag("p", tag("b", "Left alone: "), prose(rule.not_flagged)))
    if rule and rule.basis:
        lines.append(tag("p", tag("b", "Where the numbers come from: "), prose(rule.basis)))
    links = [link for link in (rule.references if rule else ()) if link.startswith(("https://", "http://"))]
    lines += [tag("p", tag("a", link, href=link, rel="noreferrer")) for link in links]
    return tag("details", tag("summary", "About this rule"), lines)


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
    )


def _evidence(finding: Finding, message: str) -> Markup | str:
    """The words it is about, unless the message says them."""
    evidence = " ".join(finding.evidence.split())
    if not evidence or evidence in message:
        return ""
    shown = evidence if len(evidence) <= _LONGEST else f"{evidence[:_LONGEST].rstrip()}…"
    return tag("q", shown, dir="auto")


def _where(numbered: Numbered, anchors: AbstractSet[str]) -> Iterator[Markup | str]:
    finding = numbered.finding
    if not finding.length and finding.zone not in ZONES:
        yield "The page as a whole"
    else:
        yield f"{finding.zone.capitalize()}, line {finding.line}:{finding.column}"
    if finding.related:
        yield "; also "
        yield from _also(numbered, anchors)
    yield tag(
        "a", "#", href=f"#{numbered.id}", class_="link", title="Link to this finding", aria_label="Link to this finding"
    )


def _also(numbered: Numbered, anchors: AbstractSet[str]) -> Iterator[Markup | str]:
    related = numbered.finding.related
    for place, spot in enumerate(related[:_PLACES], 1):
        target, line = anchor(numbered, place), f"{spot.line}:{spot.column}"
        yield tag("a", line, href=f"#{target}") if target in anchors else line
        yield ", " if place < min(len(related), _PLACES) else " "
    if len(related) > _PLACES:
        yield f"and {len(related) - _PLACES} more "
