"""The HTML report as a file: what is marked where, what is masked, what links to what, and that bytes repeat."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import auditor
from auditor.cli.app import app
from auditor.model import Dimension, Verdict
from auditor.passages import passages
from auditor.reporters import html as reporter
from auditor.reporters.html import charts
from auditor.reporters.html.markup import Markup, direction, join, tag, text
from auditor.reporters.paint import visible

SAMPLES = Path(__file__).parents[3] / "samples"
SOURCES = sorted(SAMPLES.iterdir())
names = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text outside script and style."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text, self.inside = [], [], ""
        self.feed(source)
        self.close()

    def handle_starttag(self, name, attributes):
        self.tags.append((name, dict(attributes)))
        self.inside = name

    def handle_endtag(self, name):
        self.inside = ""

    def handle_data(self, data):
        if self.inside not in ("script", "style"):
            self.text.append(data)

    def all(self, attribute):
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


@pytest.fixture
def html(tmp_path):
    """Audit sources; the text of the report, or the folder that it is in."""

    def made(*paths, output="report.html", code=None, options=()):
        target = tmp_path / output
        arguments = ["check", *map(str, paths), "--format", "html", "--output", str(target), *options]
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code in ((0, 1) if code is None else (code,)), result.output
        return target if target.is_dir() else target.read_text("utf-8")

    return made


@names
def test_marks_stand_where_the_evidence_is(path):
    document = auditor.parse(path.read_bytes(), name=path.name)
    report = auditor.audit(document, reveal_private=True)
    shown = passages(document, report.findings, document.source)
    assert [passage.text for passage in shown if passage.label != "lang"] == [block.text for block in document.blocks]
    marked = {}
    for passage in shown:
        for mark in passage.marks:
            spot = (report.findings[mark.finding], *report.findings[mark.finding].related)[mark.place]
            assert passage.text[mark.start : mark.end] == spot.evidence
            marked[mark.finding, mark.place] = True
    for number, finding in enumerate(report.findings):
        for place, spot in enumerate((finding, *finding.related)):
            assert (number, place) in marked or not spot.length


def test_a_place_in_an_attribute_is_marked_there_and_not_around_it():
    source = '<h1>Tides</h1><p>The harbour <img alt="As an AI language model, I cannot see"> is closed for the day.</p>'
    document = auditor.parse(source, format="html")
    report = auditor.audit(document, rules=auditor.load_rules(select=["assistant-speaking"]))
    marked = [p for p in passages(document, report.findings, document.source) if p.marks]
    assert [p.kind for p in marked] == ["alt"] * len(report.findings)


PRIVATE = """
title: A number
why: It is private.
fix: Take it out.
not_flagged: Everything else.
message: A number is published
severity: warning
private: true
zones: [body]
detect: pattern
with: {patterns: ['number [\\d -]+'], phrases: [number]}
basis: The tests.
bad:
  - "The ⟦number 12 34⟧."
good:
  - "Nothing here."
"""


@pytest.fixture
def private(tmp_path):
    folder = tmp_path / "cards" / "house"
    folder.mkdir(parents=True)
    (folder / "_about.yml").write_text("title: House\nabout: House.\n")
    (folder / "number.yml").write_text(PRIVATE, "utf-8")
    return "--rules", str(folder.parent), "--select", "number", "--as", "body"


def test_private_data_is_masked_in_the_text_too(html, private, tmp_path):
    source = tmp_path / "number.html"
    source.write_text("<p>Call the number 206-684&#45;<b>40&#55;5</b>&nbsp;now.</p><p>Or 1 and 2.</p>")
    masked, shown = (Elements(html(source, options=(*private, *more))) for more in ((), ("--reveal-private",)))
    assert "number 206-684-4075" in "".join(shown.text)
    assert "Call the n••••• 2••-•••-••••" in "".join(masked.text)
    assert "Or 1 and 2." in "".join(masked.text)
    assert not re.search(
        "4075|684", "".join(masked.text + [str(value) for _, a in masked.tags for value in a.values()])
    )


def test_copies_of_private_data_are_masked_with_it(html, private, tmp_path):
    source = tmp_path / "number.txt"
    source.write_text("Call the number 206-684-4075!\n\n    the number 206-684-4075!")
    made = Elements(html(source, options=(*private, "--input-format", "markdown")))
    assert "the n••••• 2••-•••-••••!" in made.text
    assert "4075" not in "".join(made.text)


def test_suppressed_findings_are_told_with_their_reasons_and_stay_masked(html, private, tmp_path):
    source = tmp_path / "number.md"
    source.write_text(
        "# A title\n\n<!-- auditor: ignore number -- it is the <desk's> -->\n\nThe number 206-684-4075!\n"
    )
    made = "".join(Elements(html(source, options=[*private, "--inline-ignores"])).text)
    assert "1 suppressed, with reasons" in made
    assert "A number is published. Line 5:5. By comment: it is the <desk's>" in made
    assert "The n••••• 2••-•••-••••!" in made


@names
def test_nothing_but_our_own_style_and_script(html, path):
    source = html(path)
    elements = Elements(source)
    kinds = Counter(name for name, _ in elements.tags)
    assert (kinds["style"], kinds["script"]) == (1, 1)
    assert not kinds.keys() & {"img", "iframe", "object", "embed", "form", "base"}
    assert not [a for _, attributes in elements.tags for a in attributes if a == "style" or a.startswith("on")]
    policy = next(a["content"] for _, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        body = re.search(rf"<{name}>(.*?)</{name}>", source, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("paths", [[path] for path in SOURCES] + [SOURCES], ids=str)
def test_every_link_inside_leads_somewhere(html, paths):
    elements = Elements(html(*paths))
    ids = elements.all("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in elements.all("href") if href.startswith("#")}
    assert targets - set(ids) <= {""}


@names
def test_every_finding_is_listed_and_numbered_in_the_text(html, path):
    report = auditor.audit(path.read_bytes(), name=path.name)
    elements = Elements(html(path))
    assert {f.fingerprint for f in report.findings} == {a["id"] for _, a in elements.tags if "data-n" in a}
    numbers = {a["data-n"] for _, a in elements.tags if "data-n" in a}
    assert {n for numbers in elements.all("data-f") for n in numbers.split()} <= numbers


def test_the_same_bytes_whatever_the_number_of_workers(html):
    one, other = html(*SOURCES, options=("-j", "1")), html(*SOURCES, options=("-j", "2"))
    assert one == other
    folders = [html(*SOURCES, output=name, options=("-j", jobs)) for name, jobs in (("one", "1"), ("two", "2"))]
    first, second = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*.html")} for f in folders)
    assert first == second
    assert len(first) == len(SOURCES) + 1


def test_a_folder_links_its_pages(html):
    folder = html(*SOURCES, output="report")
    index = Elements((folder / "index.html").read_text("utf-8"))
    links = [href for href in index.all("href") if href.startswith("articles/")]
    assert len(links) == len(SOURCES)
    for link in links:
        assert "../index.html" in Elements((folder / link).read_text("utf-8")).all("href")


def test_the_same_source_twice_gets_two_pages(html):
    folder = html(SOURCES[0], SOURCES[0], output="report")
    assert len(list(folder.glob("articles/*.html"))) == len(set(folder.glob("articles/*.html"))) >= 1


def test_one_file_holds_the_lowest_scores(html, tmp_path, monkeypatch):
    monkeypatch.setattr("auditor.reporters.html._IN_FULL", 2)
    source = html(*SOURCES)
    assert "the 2 articles of the lowest scores" in source
    assert source.count('class="article"') == 2
    elements = Elements(source)
    assert sum(a.get("data-verdict") is not None and name == "tr" for name, a in elements.tags) == len(SOURCES)


def test_sources_that_cannot_be_read_are_named(html, tmp_path):
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 8)
    assert "binary, not text" in html(tmp_path / "bad.txt", code=2)
    several = html(tmp_path / "bad.txt", SOURCES[0], code=2)
    assert "1 file could not be audited" in several
    assert "binary, not text" in several


def test_no_sources_at_all(html, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "no articles below" in html(tmp_path / "empty", code=2)


def test_a_folder_that_cannot_be_made(html, tmp_path):
    (tmp_path / "taken").write_text("")
    result = CliRunner().invoke(
        app, ["check", str(SOURCES[0]), "--format", "html", "--output", str(tmp_path / "taken" / "report")]
    )
    assert result.exit_code == 2
    assert "cannot be written" in result.output


def test_long_runs_of_boilerplate_are_cut_but_never_a_finding(html, tmp_path):
    menu = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(500))
    (tmp_path / "menu.html").write_text(
        f"<title>Menu</title><nav><ul>{menu}</ul></nav><h1>A menu</h1><p>{'The text of the page. ' * 30}</p>"
    )
    source = html(tmp_path / "menu.html")
    assert "440 more blocks without findings" in source
    assert "Section number 59" in source
    assert "Section number 61" not in source


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=20))
def test_text_never_becomes_markup(body, value):
    made = tag("p", body, [body, tag("b", body)], title=value, data_x=value)
    elements = Elements(made)
    assert [name for name, _ in elements.tags] == ["p", "b"]
    shown = "\xad".join(visible(piece) for piece in body.split("\xad"))
    assert "".join(elements.text) == shown * 3
    assert set(elements.tags[0][1]) == {"title", "data-x"}
    assert len(elements.tags[0][1]["title"]) >= len(value)


def test_markup_is_not_escaped_twice():
    assert join(Markup("<br>"), "<br>", [tag("i", "&")]) == "<br>&lt;br&gt;<i>&amp;</i>"
    assert text("<'\">") == "&lt;&#x27;&quot;&gt;"
    assert tag("input", type="checkbox", checked=True, hidden=False, value=None, x=1.5) == (
        '<input type="checkbox" checked x="1.5">'
    )


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from(list(Verdict))), max_size=60))
def test_the_distribution_counts_every_article_once(scores):
    svg = Elements(charts.histogram((*one, 1) for one in scores))
    told = next(a["aria-label"] for _, a in svg.tags if "aria-label" in a)
    assert sum(int(count) for count in re.findall(r": (\d+)(?:;|$)", told)) == len(scores)
    heights = [float(a["height"]) for name, a in svg.tags if name == "rect"]
    assert all(2 <= height <= 100 for height in heights)


def test_costs_name_what_was_lost_and_what_was_not():
    made = "".join(
        Elements(charts.costs({"a": Dimension(50, 10), "b": Dimension(100, 0), "c": Dimension(None, 0)})).text
    )
    assert "A−10" in made
    assert "No loss in: b" in made
    assert "Could not be judged: c" in made


def test_each_class_of_a_section_means_one_thing():
    """A frame around a part of a page must not be one around a figure in it."""
    style = (Path(reporter.__file__).parent / "report.css").read_text("utf-8")
    (framed,) = re.findall(
        r"^(.*) \{\n  background: var\(--sheet\); border: 1px solid var\(--rule\); border-radius: .6rem; padding: 1.1r",
        style,
        re.MULTILINE,
    )
    frames = re.findall(r"\.(\w+)", framed)
    assert "tables" in frames
    assert set(frames).isdisjoint(re.findall(r"\.(?:costs|judgement|rule|zone) \.(\w+)", style))


def test_many_files_that_were_judged_in_part_stand_below_by_their_reason(html, tmp_path):
    line = "港口委员会星期二开会讨论冬季渡轮时刻表并以九票对两票通过了新的安排。"
    page = f"<html lang=zh><title>渡轮</title><article><h1>渡轮</h1><p>{line * 8}</p></article>"
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(page, "utf-8")
    said = html(*tmp_path.glob("?.html"))
    assert said.index('class="articles"') < said.index("3 files judged in part")
    assert re.search(r"rules do not judge text in Chinese: 3 files</summary>", said)


def test_what_goes_wrong_most_are_causes_the_gravest_first(html):
    page = html(SAMPLES).partition("What goes wrong most")[2].partition("</section>")[0]
    told = re.findall(r"<button[^>]*>([^<]+)</button><span[^>]*>([^<]+)</span>", page)
    assert told[0][0] == "Invented author"
    assert re.match(r"4 articles, \d\d findings, −\d{3} points", told[0][1])
    assert [title for title, _ in told].count("The author profile looks made up") == 0
    ranks = ["critical", "error", "warning", "info"]
    classes = re.findall(r'<li class="(\w+)"', page)
    assert classes == sorted(classes, key=ranks.index)


@pytest.mark.parametrize(
    ("shown", "way"),
    [
        ("Ferry waits", None),
        ("Die Fähre wartet", "auto"),
        ("המעבורת ממתינה", "rtl"),
        ("{{name}} تفتح خطا جديدا إلى الجزيرة.", "rtl"),
        ("Anna Lund and the word المعبرة", "auto"),
        ("…", "auto"),
    ],
)
def test_a_text_runs_as_most_of_its_letters(shown, way):
    assert direction(shown) == way


def test_a_day_is_written_in_english_and_told_to_the_script_which_writes_it_for_the_reader(html, tmp_path):
    page = tmp_path / "fahrt.html"
    page.write_text(
        '<html lang="de"><meta property="article:published_time" content="2024-05-03T23:30:00+02:00">'
        "<title>Die Fähre bleibt im Hafen</title><article><h1>Die Fähre bleibt im Hafen</h1>"
        "<p>Die Fähre lag seit dem Mittag am Steg, und wer an Bord war, wartete auf den Kapitän, der nicht kam.</p>",
        "utf-8",
    )
    report = html(page)
    assert report.count('<time datetime="2024-05-03">3 May 2024</time>') == 2
    assert "German" in report
    assert "toLocaleDateString(navigator.language, day)" in report
