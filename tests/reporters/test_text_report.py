"""The report for people: what stands where, whatever the text holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from reports import cause, finding, report
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.model import Audited, Coverage, RuleSet, Severity, Verdict
from auditor.reporters import reporter
from auditor.reporters.excerpt import excerpt
from auditor.reporters.page import Page, Run
from auditor.reporters.paint import Style, clip, columns, visible
from auditor.reporters.tally import Tally
from auditor.reporters.word_files import as_seen

SOURCE = "One line.\n\nThe quick brown fox jumps over the lazy dog, and the dog does not mind it at all today.\n"
render = reporter("text")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def shown(*pages, style=None, files=None, **options):
    """What the text reporter says of the pages."""
    style = style or Style()
    tally = Tally()
    run = Run(RuleSet((), ()), len(pages) if files is None else files, style, tally.summary, **options)

    def watched():
        for page in pages:
            tally.add(page)
            yield page

    return "".join(render(watched(), run))


def test_a_finding_in_full():
    start = SOURCE.index("brown")
    found = finding(SOURCE, start, start + 9, message="A brown fox, 2 times", related=[(0, 3)])
    assert (
        shown(Page("a.txt", report(found), SOURCE))
        == """\
Pass, 95 of 100; 1 warning
a.txt: plain text, 0 words, judged by 1 of 1 rules

    -1  A fox: "brown fox", line 3, 2 times

a.txt:3:11: warning[a-rule] A brown fox, 2 times
   3 | The quick brown fox jumps over the lazy dog, and the dog does not mind…
     |           ^^^^^^^^^
     = also at 1:1
     = fix: Mend it.

Next: auditor explain a-rule
"""
    )


def test_nothing_found():
    assert (
        shown(Page("a.txt", report(score=100.0), SOURCE))
        == """\
Pass, 100 of 100; no findings
a.txt: plain text, 0 words, judged by 1 of 1 rules
"""
    )


@given(
    st.lists(st.sampled_from(list(Severity)), max_size=4), st.sampled_from(list(Severity)), st.booleans(), st.booleans()
)
def test_one_empty_line_parts_what_is_said_and_never_two(severities, least, statistics, charged):
    points = 15.0 if charged else 0.0
    found = [finding(SOURCE, 4 * n, 4 * n + 3, severity=one, points=points) for n, one in enumerate(severities)]
    said = shown(Page("a.txt", report(*found), SOURCE), least=least, statistics=statistics)
    assert "\n\n\n" not in said
    assert not said.endswith("\n\n")


def test_many_files_speak_only_where_something_is_found():
    found = finding(SOURCE, 0, 3, severity=Severity.CRITICAL, points=60.0)
    bad = report(found, name="b.txt", score=40.0, verdict=Verdict.REJECT)
    text = shown(Page("a.txt", report()), Page("b.txt", bad, SOURCE), Page("c.txt", error="cannot be read"))
    assert (
        text
        == """\
reject    40  b.txt: A fox

2 files: 1 pass, 1 reject; 1 critical
1 file could not be audited, see above
     -60  A fox, in 1 file
1 file fails: verdict reject
--all shows where each finding is

Next: auditor explain a-rule
"""
    )


def test_without_a_file_that_was_audited_nothing_is_counted():
    assert shown(files=0) == "No file was audited\n"
    unread = [Page(f"{name}.pdf", error="is a PDF") for name in "ab"]
    assert shown(*unread) == "2 files could not be audited, see above\n"


def test_causes_in_their_order_and_their_rules_together():
    findings = [
        finding(SOURCE, 0, 3, rule="b"),
        finding(SOURCE, 4, 8, rule="a", severity=Severity.ERROR),
        finding(SOURCE, 11, 14, rule="c"),
        finding(SOURCE, 15, 20, rule="b"),
    ]
    grave, other, same = (cause(i, findings[i]) for i in (1, 2, 0))
    found = structs.replace(report(*findings), causes=(grave, structs.replace(same, findings=(0, 3)), other))
    text = shown(Page("a.txt", found, SOURCE))
    assert re.findall(r"\[(\w)\]", text) == ["a", "b", "b", "c"]


def test_six_causes_are_named_and_the_others_counted():
    findings = [finding(SOURCE, at, at + 4, rule=f"r{at}", points=20.0 - at, fingerprint=str(at)) for at in range(9)]
    text = shown(Page("a.txt", report(*findings), SOURCE))
    assert text.count('  A fox: "') == 6
    assert "   -39  and 3 smaller causes\n" in text


def test_signs_of_one_cause_are_counted():
    findings = [finding(SOURCE, at, at + 4, rule=f"r{at}", fingerprint=str(at)) for at in range(3)]
    one = structs.replace(cause(0, findings[0]), findings=(0, 1, 2))
    text = shown(Page("a.txt", structs.replace(report(*findings), causes=(one,)), SOURCE))
    assert 'A fox: "One", line 1, and 2 more signs\n' in text


def test_information_is_counted_and_shown_where_it_is_asked_for():
    told = finding(SOURCE, 0, 3, severity=Severity.INFO, points=0.0)
    page = Page("a.txt", report(told, score=100.0), SOURCE)
    for pages in ((page,), (page, page)):
        assert "info[a-rule]" not in shown(*pages)
        assert "not shown; --all shows" in shown(*pages)
        assert "info[a-rule]" in shown(*pages, least=Severity.INFO, full=True)
        assert "not shown" not in shown(*pages, least=Severity.INFO, full=True)
    assert not shown(page, quiet=True)


def test_a_higher_threshold_hides_warnings():
    page = Page("a.txt", report(finding(SOURCE, 0, 3)), SOURCE)
    assert "1 finding not shown" in shown(page, least=Severity.ERROR)
    assert "warning[a-rule]" not in shown(page, least=Severity.ERROR)


def test_many_files_in_full_have_a_remedy_each():
    page = Page("a.txt", report(finding(SOURCE, 0, 3)), SOURCE)
    assert shown(page, page, page, full=True).count("= fix: Mend it.") == 3


def test_pages_to_review_are_listed_where_they_have_scrolled_away():
    review = report(finding(SOURCE, 0, 3), score=70.0, verdict=Verdict.REVIEW)
    few, many = [Page(f"{n}.txt", review, SOURCE) for n in range(3)], [Page(f"{n}.txt", review) for n in range(12)]
    assert "to be reviewed" not in shown(*few)
    text = shown(*many)
    assert "12 files are to be reviewed, lowest first:\n      70  0.txt\n" in text
    assert "and 2 more; --format jsonl has all" in text


def test_what_could_not_be_judged_is_said():
    empty = structs.replace(
        report(score=None), audited=Audited.NONE, coverage=Coverage(ran=0, of=3, reason="the source is empty")
    )
    assert shown(Page("a.txt", empty)).startswith("Not judged: the source is empty; no findings\n")
    assert "no text    -  a.txt" in shown(Page("a.txt", empty), Page("b.txt", report()))


def test_many_findings_of_a_rule_get_short():
    findings = [finding(SOURCE, at, at + 1, message="word " * 40) for at in range(20)]
    text = shown(Page("a.txt", report(*findings), SOURCE))
    assert text.count("^") == 3
    assert "and 7 more of a-rule; --quiet and --format json list them all" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_finding_about_the_document_shows_no_line():
    text = shown(Page("a.txt", report(finding(SOURCE, 0, 0)), SOURCE))
    assert "\na.txt:1:1: warning[a-rule] It is so\n     = fix: Mend it.\n" in text


def test_a_place_over_several_lines_shows_the_first_and_the_last():
    text = shown(Page("a.txt", report(finding(SOURCE, 4, 20)), SOURCE))
    assert "   1 | One line.\n     |     ^^^^^\n   3 | The quick brown" in text
    assert "     | ^^^^^^^^^\n" in text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_in_editors(ending):
    # U+2028 and form feeds end no line there.
    source = f"One\u2028two\fthree{ending}four"
    found = finding("One-two-three\nfour", 14, 18)
    assert "   2 | four\n" in shown(Page("a.txt", report(found), source))


def test_long_places_push_the_message_to_its_own_line():
    name = "content/" + "very-long-name-" * 4 + ".html"
    text = shown(Page(name, report(finding(SOURCE, 0, 3), name=name), SOURCE))
    assert f"\n{name}:1:1: warning[a-rule]\n    It is so\n" in text


HOSTILE = st.text(st.sampled_from("ab \t\n\x1b[31m\u202e\u2066\u200b\x07\x9b\ud800漢🙂é\u0301"), max_size=60)


@given(source=HOSTILE, message=HOSTILE, name=HOSTILE.filter(bool), at=st.integers(0, 60), length=st.integers(0, 60))
def test_nothing_in_a_text_reaches_the_terminal_as_a_control(source, message, name, at, length):
    start, end = min(at, len(source)), min(at + length, len(source))
    page = Page(name, report(finding(source, start, end, message=message, fix=message), name=name), source)
    for style in (Style(), Style(colour=True)):
        for text in (shown(page, style=style), shown(page, style=style, quiet=True), shown(page, page, style=style)):
            rest = ESCAPES.sub("", text) if style.colour else text
            assert all(c == "\n" or c in "\u200c\u200d" or c.isprintable() for c in rest)


ORDERS = st.sampled_from(["::error file=x::", "##[error]", "#", "[", " ", "word", ":"])
COMMANDS = st.lists(ORDERS, max_size=30).map("".join)


@given(text=COMMANDS, name=COMMANDS.filter(bool))
def test_no_runner_obeys_a_text(text, name):
    page = Page(name, report(finding(text, 0, len(text), message=text, fix=text), name=name), text)
    for told in (shown(page), shown(page, quiet=True), shown(page, page)):
        assert "##[" not in told
        assert not any(line.lstrip().startswith("::") for line in told.splitlines())


def test_colours_only_add_escapes():
    page = Page("a.txt", report(finding(SOURCE, 4, 20, related=[(0, 3)])), SOURCE)
    assert ESCAPES.sub("", shown(page, style=Style(colour=True))) == shown(page)


@given(
    line=st.text(st.sampled_from("abc漢🙂 \t\x1b\u0301"), min_size=1, max_size=900),
    at=st.integers(0, 900),
    length=st.integers(1, 900),
    room=st.integers(36, 120),
)
def test_excerpts_fit_and_their_marks_stand_below_the_place(line, at, length, room):
    start = min(at, len(line) - 1)
    end = min(start + length, len(line))
    text, marks = excerpt(line, start, end, room)
    assert columns(text) <= room
    assert len(marks) <= room + 1
    if len(line) <= room // 8:  # nothing needs to be left out, even where every character is an escape
        lead = visible(line[:start].lstrip())
        assert text.startswith(lead + visible(line[start:end]).rstrip())
        assert marks == " " * columns(lead) + "^" * max(1, columns(visible(line[start:end])))


def test_excerpt_keeps_both_ends_of_a_long_place():
    line = "before " + "start of it" + " middle" * 100 + " end of it" + " after"
    text, marks = excerpt(line, 7, len(line) - 6, 60)
    assert text.startswith("before start of it middle")
    assert "…" in text
    assert "end of it after" in text
    assert marks.index("^") == 7


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\u202eabc", "\\u202eabc"),
        ("a\u200bb", "a\\u200bb"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("👩\u200d💻 naïve 漢字", "👩\u200d💻 naïve 漢字"),
    ],
)
def test_visible(text, shown_as):
    assert visible(text) == shown_as


@given(st.text(max_size=50), st.integers(0, 60))
def test_clip_never_exceeds_its_room(text, room):
    assert columns(clip(visible(text), room)) <= room


def test_places_beyond_those_that_are_listed_are_counted():
    """A verb lists fifty places of a quotation that is used hundreds of times, and says how many there are."""
    found = structs.replace(finding(SOURCE, 0, 3, related=[(4, 8)] * 51), facts={"times": 441})
    text = shown(Page("a.txt", report(found), SOURCE))
    assert "and 434 more" in text
    assert ", 441 times" in text
    few = structs.replace(finding(SOURCE, 0, 3, related=[(4, 8)] * 9), facts={"times": 441})
    assert "and 3 more" in shown(Page("a.txt", report(few), SOURCE))


def test_nothing_is_to_be_looked_up_where_nothing_is_shown():
    told = finding(SOURCE, 0, 3, severity=Severity.INFO, points=0.0)
    page = Page("a.txt", report(told, score=100.0), SOURCE)
    assert "Next:" not in shown(page)
    assert "Next:" not in shown(page, Page("b.txt", report(), SOURCE))
    assert "Next:" in shown(page, least=Severity.INFO)


def test_of_many_files_the_gravest_class_comes_first_however_often_a_lighter_one_costs_points(tmp_path):
    text = "The night boat leaves at ten, and nobody sleeps on it before the lights of the town are gone."
    for number in range(9):
        (tmp_path / f"{number}.md").write_text(f"{text} Boat {number} is late.\n\nTODO: ask her about boat {number}.\n")
    (tmp_path / "9.md").write_text(f"{text}\n\nAs an AI language model, I cannot tie knots.\n")
    said = CliRunner().invoke(app, ["check", str(tmp_path), "--no-cache"]).stdout
    assert said.index("Chatbot text left in the article, in 1 ") < said.index("A note to the editor, in 9 files\n")
    assert said.rstrip().endswith("auditor explain assistant-speaking")


def test_tags_of_a_file_of_word_are_not_shown_even_where_they_are_cut():
    links = [f'<a href="https://harbour.test/{letter * 600}">this page</a>' for letter in "xy"]
    line = f"<p>{links[0]} about [Insert photo] and {links[1]}</p>"
    start = line.index("[Insert")
    said, _ = excerpt(line, start, start + len("[Insert photo]"), 76, as_seen)
    assert said == "this page about [Insert photo] and"
