"""A place is the unit of what is excused: one quotation does not switch a rule off for the rest of the article."""

import json

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.lexicon import read_lexicon

HEAD = "# The council votes on the ferry\n\nBy Ada Byrne\n\nThe council met on Tuesday and heard the skipper.\n\n"
EXCUSE = "<!-- auditor: ignore assistant-speaking -- read aloud in the meeting -->\n\n"
QUOTED = "As an AI language model, I cannot answer, the councillor read to the room.\n\n"
BETWEEN = "The vote passed by nine to two, and the first boat leaves at six.\n\n"
OTHER = "I am sorry, but I cannot fulfill this request on the fares.\n\n"
LATER = "As a large language model, I have no opinion on the fares.\n\nAs an AI model, I am silent.\n"
RULE = "assistant-speaking"


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDITOR_INLINE_IGNORES", f"['{RULE}']")
    return tmp_path / "a.md"


def call(*arguments):
    return CliRunner().invoke(app, [*arguments])


def found(*options):
    """Lines of the places of the rule that count, and the exit code."""
    result = call("check", "a.md", "--no-cache", "--select", f"{RULE},unused-suppression", "-f", "json", *options)
    (report,) = json.loads(result.stdout)["reports"]
    lines = [spot["line"] for f in report["findings"] if f["rule"] == RULE for spot in (f, *f["related"])]
    stale = [f["line"] for f in report["findings"] if f["rule"] == "unused-suppression"]
    return lines, stale, result.exit_code


def test_a_comment_excuses_its_own_place_and_no_other(page):
    page.write_text(HEAD + EXCUSE + QUOTED + BETWEEN + OTHER)
    assert found() == ([13], [], 1)


def test_a_comment_on_the_second_place_excuses_that_one(page):
    page.write_text(HEAD + QUOTED + BETWEEN + EXCUSE + OTHER)
    assert found() == ([7], [], 1)


def test_all_places_excused_is_a_page_that_passes(page):
    page.write_text(HEAD + EXCUSE + QUOTED + EXCUSE + OTHER)
    assert found() == ([], [], 0)


def test_what_is_left_speaks_of_itself(page):
    page.write_text(HEAD + EXCUSE + QUOTED + BETWEEN + OTHER)
    said = call("check", "a.md", "--no-cache").stdout
    assert "I am sorry, but I cannot" in " ".join(said.split())
    assert "As an AI language model" not in said


def test_a_new_fault_does_not_hide_behind_a_known_one(page):
    page.write_text(HEAD + QUOTED + BETWEEN + OTHER)
    call("baseline", "create", "a.md")
    known = ("--baseline", "auditor-baseline.jsonl")
    assert found(*known) == ([], [], 0)
    page.write_text(HEAD + QUOTED + BETWEEN + "The fares stay.\n\nAs an AI language model, I have no fares.\n")
    assert found(*known) == ([13], [], 1)


def test_the_same_words_in_another_sentence_are_new(page):
    page.write_text(HEAD + QUOTED + BETWEEN)
    call("baseline", "create", "a.md")
    page.write_text(HEAD + "The skipper left.\n\nAs an AI language model, I cannot sail.\n\n" + BETWEEN)
    assert found("--baseline", "auditor-baseline.jsonl")[2] == 1


def test_who_mends_the_first_of_two_known_places_is_not_stopped(page):
    page.write_text(HEAD + QUOTED + BETWEEN + OTHER)
    call("baseline", "create", "a.md")
    page.write_text(HEAD + BETWEEN + OTHER)
    assert found("--baseline", "auditor-baseline.jsonl") == ([], [], 0)


def test_a_form_that_is_printed_on_purpose_hides_no_slot_that_was_forgotten(page, monkeypatch):
    monkeypatch.setenv("AUDITOR_INLINE_IGNORES", "['template']")
    excuse = "<!-- auditor: ignore template -- the form is printed as it is -->\n\n"
    page.write_text(HEAD + excuse + "Write [Insert name here] on the first line.\n\n" + BETWEEN + OTHER)
    assert call("check", "a.md", "--no-cache", "-q", "--select", "template").stdout == ""
    page.write_text(page.read_text() + "The permit was signed by [Your Name] of [City Name].\n")
    said = call("check", "a.md", "--no-cache", "-q", "--select", "template").stdout
    assert "a.md:15:" in said
    assert "a.md:9:" not in said


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "rdjson", "text"])
def test_hosts_are_shown_the_line_that_is_new(page, form):
    marks = "".join(f"TODO: ask about boat {n}.\n\nThe boat {n} is blue.\n\n" for n in range(12))
    page.write_text(HEAD + marks)
    call("baseline", "create", "a.md")
    page.write_text(HEAD + marks + "The last boat is red.\n\nTODO: ask the painter.\n")
    line = page.read_text().splitlines().index("TODO: ask the painter.") + 1
    options = ("--no-cache", "--select", "todo-mark", "--baseline", "auditor-baseline.jsonl", "-f", form)
    shown = call("check", "a.md", *options).stdout
    assert f"line={line}," in shown if form == "github" else str(line) in shown
    assert "also at" not in shown
    assert "a.md:7:" not in shown
    assert "line=7," not in shown
    assert 'Line":7,' not in shown.replace(" ", "")
    assert 'begin":7,' not in shown.replace(" ", "")


def test_a_baseline_of_whole_findings_is_upgraded_where_it_stands(page):
    page.write_text(HEAD + QUOTED + BETWEEN + OTHER)
    (report,) = json.loads(call("check", "a.md", "--no-cache", "-f", "json").stdout)["reports"]
    (finding,) = [f for f in report["findings"] if f["rule"] == RULE]
    line = {"path": "a.md", "rule": RULE, "fingerprint": finding["fingerprint"], "places": 2, "message": ""}
    file = page.parent / "auditor-baseline.jsonl"
    file.write_text(json.dumps(line) + "\n")
    assert found("--baseline", file.name) == ([], [], 0)
    assert call("baseline", "update", "a.md", "--config", f"select = ['{RULE}']").exit_code == 0
    kept = [json.loads(one)["fingerprint"] for one in file.read_text().splitlines()]
    assert sorted(kept) == sorted(finding["places"])


def test_a_baseline_with_a_mark_at_its_beginning_and_odd_names_is_read(page):
    page.write_text(HEAD + QUOTED)
    odd = page.with_name("a\u2028b\u0085c.md")
    odd.write_text(HEAD + QUOTED)
    call("baseline", "create", ".")
    file = page.parent / "auditor-baseline.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert call("check", ".", "--no-cache", "--baseline", file.name).exit_code == 0


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            HEAD + "<<<<<<< HEAD\nThe vote passed by nine to two.\n=======\nThe vote failed.\n>>>>>>> feature/vote\n",
            "merge-conflict",
        ),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d" * 32 + "\nsize 12345\n", "storage-pointer"),
    ],
)
def test_what_git_left_in_place_of_an_article_is_an_error(page, text, rule):
    page.write_text(text)
    result = call("check", "a.md", "--no-cache", "--fail-on", "error", "-f", "json")
    (report,) = json.loads(result.stdout)["reports"]
    assert rule in report["rules"]["failed"]
    assert (result.exit_code, call("check", "a.md", "--no-cache", "-q").exit_code) == (1, 1)


def test_settings_with_a_mark_at_their_beginning_are_read(page):
    page.write_text(HEAD + QUOTED)
    file = page.parent / "auditor.toml"
    file.write_bytes(b"\xef\xbb\xbf" + f"ignore = ['{RULE}']\r\n".encode())
    assert call("check", "a.md", "--no-cache").exit_code == 0
    page.write_text(page.read_text() + "TODO: ask the skipper.\n")
    assert call("check", "a.md", "--no-cache", "--add-ignore", "asked").exit_code == 0
    assert "todo-mark" in file.read_text("utf-8-sig")
    assert call("check", "a.md", "--no-cache", "--select", "todo-mark", "-q").stdout == ""


PARAGRAPH = (
    "The harbour master read the whole timetable aloud to the room, and nobody in the room asked a question. "
    "Then the skipper rose, spoke of the tide and of the ice in January, and sat down again without a vote.\n\n"
)
OTHERS = [
    "The vote passed by nine to two.\n\n",
    "The skipper left early for the boat.\n\n",
    "The fares stay as low.\n\n",
]
COPIES = ("--select", "doubled-paragraph,unused-suppression")
IGNORE = "<!-- auditor: ignore doubled-paragraph -- read twice -->\n\n"


def copies(*options):
    result = call("check", "a.md", "--no-cache", *COPIES, "-f", "json", *options)
    (report,) = json.loads(result.stdout)["reports"]
    return [(f["rule"], f["line"], 1 + len(f["related"])) for f in report["findings"]]


def test_a_copy_that_is_excused_leaves_the_fault_of_the_others(page):
    page.write_text(HEAD + PARAGRAPH + OTHERS[0] + PARAGRAPH + OTHERS[1] + IGNORE + PARAGRAPH)
    assert [found[0] for found in copies()] == ["doubled-paragraph"]
    page.write_text(HEAD + PARAGRAPH + OTHERS[0] + IGNORE + PARAGRAPH)
    assert copies() == []


def test_a_further_copy_is_new_and_shown_where_it_is(page):
    page.write_text(HEAD + PARAGRAPH + OTHERS[0] + PARAGRAPH)
    call("baseline", "create", "a.md")
    known = ("--baseline", "auditor-baseline.jsonl")
    assert copies(*known) == []
    page.write_text(HEAD + PARAGRAPH + OTHERS[0] + PARAGRAPH + OTHERS[1] + PARAGRAPH)
    assert copies(*known) == [("doubled-paragraph", 15, 3)]


@pytest.mark.parametrize("form", ["gitlab", "rdjson", "github"])
def test_every_place_is_an_entry_of_its_own_for_hosts(page, form):
    page.write_text(HEAD + QUOTED + BETWEEN + OTHER)
    shown = call("check", "a.md", "--no-cache", "--select", RULE, "-f", form).stdout
    lines = {
        "gitlab": ['"begin":7', '"begin":11'],
        "rdjson": ['"line":7', '"line":11'],
        "github": ["line=7,", "line=11,"],
    }
    assert all(line in shown for line in lines[form])


def test_the_mark_of_a_place_on_a_host_stays_when_another_is_mended(page):
    def marks():
        report = json.loads(call("check", "a.md", "--no-cache", "--select", RULE, "-f", "gitlab").stdout)
        return [entry["fingerprint"] for entry in report]

    page.write_text(HEAD + QUOTED + BETWEEN + OTHER)
    first, second = marks()
    page.write_text(HEAD + BETWEEN + OTHER)
    assert marks() == [second]
    assert first != second


def test_a_word_list_with_a_mark_at_its_beginning_is_read(tmp_path):
    file = tmp_path / "boats.txt"
    file.write_bytes(b"\xef\xbb\xbfferry\r\nbarge\r\n")
    assert set(read_lexicon(file)) == {"ferry", "barge"}
