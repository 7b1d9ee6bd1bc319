"""Builders of findings and reports."""

from auditor.model import Confidence, Dimension, Finding, Head, Place, Report, RuleOutcomes, Severity, Tool, Verdict


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
        fingerprint="0",
        **spot(source, start, end),
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
        dimensions={"house": Dimension(score, 100 - score, 100)},
        findings=findings,
        rules=RuleOutcomes((), (), (), ()),
    )
