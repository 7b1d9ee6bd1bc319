"""The page of a summary: its pictures say what its sheets say, and what a corpus holds never becomes markup."""

import re

from auditor.corpus.compare.siblings import Sibling, Siblings
from auditor.corpus.show.answer import Answer, Fault, Site, Told, Worst
from auditor.corpus.show.page import page
from auditor.corpus.show.summary import Sheet
from auditor.model import Confidence, Severity, Verdict

EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>\u202e'
BARS = ("pass", "review", "reject")


def found(text="m", worst=1):
    """What is said first, with a text wherever a corpus may put one."""
    told = Told(text, Severity.CRITICAL, 61, text, 3, 2, 2)
    document = Worst(text, text, text, 20.0, Verdict.REJECT, (told,) * 5)
    fault = Fault(text, text, Severity.CRITICAL, 3, 2, 1, 61, 1)
    scores = [(20.0, Verdict.REJECT, 1), (100.0, Verdict.PASS, 2)]
    verdicts = {Verdict.PASS: 2, Verdict.REVIEW: 0, Verdict.REJECT: 1}
    sites = [Site(text, 3, 1, 73.3)]
    return Answer(3, 1, 0, 2, 73.3, verdicts, scores, [fault], [document] * worst, sites)


def group(documents, text=EVIL):
    sibling = Sibling(id=text, source=text, url=text, host=text, says=text)
    return Siblings(
        rule="near-duplicate", dimension="repetition", severity=Severity.WARNING, confidence=Confidence.HIGH,
        message=text, text=text, documents=documents, hosts=2, siblings=[sibling] * 3,
    )  # fmt: skip


def test_nothing_of_a_corpus_becomes_markup():
    sheets = [
        Sheet("Hosts", ("host", "documents", *BARS), [(EVIL, 3, 1, 1, 1)], BARS),
        Sheet("Scores", ("score", "documents", *BARS), [(EVIL, 3, 1, 1, 1)], BARS, "columns"),
        Sheet("Rules by host", ("host", "rule", "documents", "share"), [(EVIL, EVIL, 3, 0.5)], (), "matrix"),
        Sheet("Errors", ("error", "documents", "example"), [(EVIL, 1, None)], ("documents",)),
    ]
    said = "".join(page(EVIL, found(EVIL), sheets, {EVIL: [group(2), group(400)]}))
    assert "alert(1)" in said
    assert "<img" not in said
    assert said.count("<script") == 1
    assert 'href="&quot;' not in said
    assert "\u202e" not in said
    assert "default-src &#x27;none&#x27;" in said
    names = set(re.findall(r"<([a-z0-9]+)", said.split("<body>")[1]))
    assert names <= {
        *("body", "nav", "main", "header", "section", "div", "h1", "h2", "p", "ul", "ol", "li", "b", "q", "span"),
        *("details", "summary", "figure", "table", "thead", "tbody", "tr", "th", "td", "code", "button", "input"),
        *("svg", "g", "rect", "circle", "line", "text", "title"),
        *("dialog", "dl", "dt", "dd", "kbd", "label"),
    }


def test_only_addresses_of_pages_are_links():
    said = "".join(page("c", found("javascript:pwned()"), []))
    assert "href" not in said.split("<main>")[1].split("</main>")[0]
    linked = "".join(page("c", found("https://example.org/a"), []))
    assert 'href="https://example.org/a"' in linked


def test_copies_of_a_document_are_named_once_on_the_first_screen():
    said = "".join(page("c", found(worst=7), []))
    assert "and 6 documents more with this title" in said
    assert said.split("What goes wrong most")[1].count("<tr data-rules") == 7


def test_columns_are_as_high_as_their_numbers():
    lines = [(0, 10, 0, 0, 10), (5, 0, 0, 0, 0), (10, 40, 20, 10, 10)]
    said = "".join(page("c", found(), [Sheet("Scores", ("score", "documents", *BARS), lines, BARS, "columns")]))
    drawn = re.findall(r'<rect class="(\w+)" x="(\d+)" width="20" y="([\d.]+)" height="([\d.]+)"><title>([^<]+)', said)
    assert [(name, float(height), title) for name, _, _, height, title in drawn] == [
        ("reject", 30, "0: 10 reject"),
        ("pass", 60, "10: 20 pass"),
        ("review", 30, "10: 10 review"),
        ("reject", 30, "10: 10 reject"),
    ]
    assert [float(top) for _, x, top, _, _ in drawn if x == "50"] == [60, 30, 0]


def test_a_matrix_has_a_cell_for_each_line():
    lines = [
        ("a.example", "mojibake", 4, 1.0),
        ("a.example", "missing-date", 1, 0.25),
        ("b.example", "mojibake", 2, 0.5),
    ]
    columns = ("host", "rule", "documents", "share")
    said = "".join(page("c", found(), [Sheet("Rules by host", columns, lines, (), "matrix")]))
    cells = re.findall(r'fill-opacity="([\d.]+)" x="(\d+)" y="(\d+)"', said)
    assert cells == [("1", "1", "1"), ("0.36", "27", "1"), ("0.57", "1", "27")]
    assert "b.example, mojibake: 2 documents, 50% of the host&#x27;s" in said


def test_circles_stay_apart_and_within_the_picture():
    said = "".join(page("c", found(), [], {"Near-duplicates": [group(n, "m") for n in (5000, 50, 9, 4, *[2] * 190)]}))
    said = said.split("<h2>Near-duplicates")[1].split("All figures")[0]
    circles = [tuple(map(float, c)) for c in re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', said)]
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', said).groups())
    assert len(circles) == 194
    assert circles[0][2] == 60
    for n, (x, y, r) in enumerate(circles):
        assert r <= x <= width - r
        assert r <= y <= height - r
        assert all((x - a) ** 2 + (y - b) ** 2 > (r + c) ** 2 for a, b, c in circles[n + 1 :])
    assert said.count("<tr>") == 21
