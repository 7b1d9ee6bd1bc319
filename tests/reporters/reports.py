"""Builders of findings and reports."""

import unicodedata

from hypothesis import strategies as st

from auditor.model import (
    Audited,
    Cause,
    Confidence,
    Coverage,
    Dimension,
    Finding,
    Head,
    Place,
    Report,
    Rule,
    RuleOutcomes,
    RuleSet,
    Severity,
    Tool,
    Verdict,
)
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style
from auditor.reporters.tally import Tally


def spot(source, start, end):
    """Line, column, offset and evidence of an interval of a source with plain line feeds."""

    def at(offset):
        return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)

    (line, column), (end_line, end_column) = at(start), at(end)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "offset": start,
        "length": end - start,
        "evidence": " ".join(source[start:end].split()),
    }


def finding(
    source,
    start,
    end,
    *,
    rule="a-rule",
    severity=Severity.WARNING,
    message="It is so",
    fix="Mend it.",
    related=(),
    points=1.0,
    fingerprint="0",
):
    return Finding(
        rule=rule,
        dimension="house",
        severity=severity,
        confidence=Confidence.HIGH,
        message=message,
        fix=fix,
        points=points,
        zone="body",
        facts={},
        related=tuple(Place(**spot(source, *place)) for place in related),
        fingerprint=fingerprint,
        **spot(source, start, end),
    )


def cause(number, of):
    """A finding that is a cause of its own."""
    return Cause(
        fingerprint=f"cause-{of.fingerprint}",
        kind=of.rule,
        anchor="",
        severity=of.severity,
        points=round(of.points),
        places=1 + len(of.related),
        sentence=f"{of.message}.",
        findings=(number,),
        title="A fox",
    )


def report(*findings, name="a.txt", score=95.0, verdict=Verdict.PASS):
    return Report(
        tool=Tool("auditor", "0", "0"),
        document=Head(
            name=name,
            format="text",
            title=None,
            byline=(),
            published=None,
            modified=None,
            language="en",
            declared_language=None,
            url=None,
            canonical=None,
            site=None,
            encoding=None,
            page_type="article",
            words=0,
            notes=(),
        ),
        score=score,
        verdict=verdict,
        dimensions={"house": Dimension(score, 100 - (score or 0))},
        audited=Audited.FULL,
        coverage=Coverage(ran=1, of=1),
        causes=tuple(map(cause, range(len(findings)), findings)),
        findings=findings,
        rules=RuleOutcomes((), (), (), ()),
    )


def rule(name, *, severity=Severity.WARNING, **given):
    """A rule that nobody runs."""
    values = {
        "title": f"A {name}",
        "why": "Because.",
        "fix": "Mend it.",
        "message": "It is so",
    }
    return Rule(
        id=name,
        dimension="house",
        severity=severity,
        confidence=Confidence.HIGH,
        zones=frozenset(),
        languages=frozenset({"any"}),
        detect=lambda blocks, signals: iter(()),
        **values | given,
    )


def rendered(render, *pages, rules=(), problems=(), **options):
    """What a reporter says of the pages."""
    tally = Tally()
    run = Run(RuleSet(tuple(rules), (), tuple(problems)), len(pages), Style(), tally.summary, **options)

    def watched():
        for page in pages:
            tally.add(page)
            yield page

    return "".join(render(watched(), run))


# What could break out of one format or another, in pieces that meet in any order.
_PIECES = [
    "a", "word", " ", "\n", "\r\n", "\r", "\t", "\x1b[31m", "\x00", "\x85", "\u2028", "\u202e", "\ufffe", "\uffff", "é",
    "🙂", '"', "'", "<", ">", "&", "]]>", "<!--", "</failure>", "::", "::error file=x::", "##[error]", "%", "%0A", ",",
    "=", "|", "`", "*", "_", "\\", "[", "](", ")", "http://e.example", "www.e.example", "a@e.example", "@name", "#1",
    "{0}", "{{x}}", "$x$",
]  # fmt: skip


def harmless(text):
    """No control, no direction, no line end that a reader could obey."""
    return not any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in text)


hostile = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)


@st.composite
def hostile_pages(draw):
    """Up to three pages in which every text that can come from outside is hostile."""
    names = draw(st.lists(hostile.filter(bool), min_size=1, max_size=3, unique=True))
    return [draw(_hostile_page(name)) for name in names]


@st.composite
def _hostile_page(draw, name):
    if draw(st.integers(0, 5)) == 0:
        return Page(name, error=draw(hostile.filter(bool)))
    source = draw(hostile)
    found = [draw(_hostile_finding(source, str(number))) for number in range(draw(st.integers(0, 3)))]
    return Page(name, report(*found, name=name), source)


@st.composite
def _hostile_finding(draw, source, fingerprint):
    place = st.tuples(st.integers(0, len(source)), st.integers(0, len(source))).map(sorted)
    return finding(
        source,
        *draw(place),
        rule=draw(st.sampled_from(["plum", "pear"])),
        severity=draw(st.sampled_from(Severity)),
        message=draw(hostile),
        fix=draw(hostile),
        related=draw(st.lists(place, max_size=1)),
        fingerprint=fingerprint,
    )
