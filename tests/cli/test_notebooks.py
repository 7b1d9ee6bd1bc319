"""Notebooks and records of JSON: read as the articles that they hold, with the lines and columns of the file."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor

TEXT = "The night boat leaves at ten, and nobody sleeps on it before the lights of the town are gone."
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": ["# The lock opens at six\n", "\n", f"{TEXT}\n", "TODO: ask the pilot."]},
        {
            "cell_type": "code",
            "outputs": [{"text": ["[Insert photo here]\n"]}],
            "source": ["# TODO: tidy up\n", "print('[Insert photo here]')\n", "'''\n", "```\n", "'''"],
        },
        {"cell_type": "markdown", "source": f'Ærø "late" \U0001f600\n\n{TEXT} [Insert photo here] more.'},
    ],
    "metadata": {},
    "nbformat": 4,
}
FORMS = {
    "as Jupyter writes it": {"indent": 1, "ensure_ascii": False},
    "in one line": {},
    "with escapes": {"indent": 2, "ensure_ascii": True},
}


@pytest.fixture
def audited(call, desk):
    """The report of a file, and what is in it from the place of each finding on."""

    def run(name, value, *more, **how):
        written = value if isinstance(value, str) else json.dumps(value, **how)
        (desk / name).write_text(written, "utf-8")
        done = call("check", name, "-f", "json", *more)
        report = json.loads(done.stdout)["reports"]
        report = report[0] if report else {}
        lines = written.split("\n")
        found = {(f["rule"], lines[f["line"] - 1][f["column"] - 1 :][:9]) for f in report.get("findings", ())}
        return report, found, done

    return run


@pytest.mark.parametrize("form", FORMS)
def test_cells_of_prose_are_the_article_and_cells_of_code_are_code(audited, form):
    report, found, _ = audited("a.ipynb", NOTEBOOK, **FORMS[form])
    assert report["document"]["title"] == "The lock opens at six"
    assert found == {("todo-mark", "TODO: ask"), ("bracket-placeholder", "[Insert p")}
    assert any("lines and columns are those of the file" in note for note in report["document"]["notes"])


def test_a_second_run_says_the_same_out_of_the_cache(audited, call):
    audited("a.ipynb", NOTEBOOK, indent=1)
    said = [call("check", "a.ipynb", "--all").stdout for _ in range(2)]
    assert said[0] == said[1]
    assert "[Insert photo here] more." in said[0]


def test_a_block_of_code_that_a_cell_leaves_open_ends_with_it(audited):
    cells = [{"cell_type": "markdown", "source": one} for one in (f"{TEXT}\n\n```\ncode", f"TODO: ask. {TEXT}")]
    _, found, _ = audited("a.ipynb", {"cells": cells, "nbformat": 4})
    assert ("todo-mark", "TODO: ask") in found


def test_a_first_cell_may_be_front_matter(audited):
    head = {"cell_type": "raw", "source": ["---\n", "title: The lock\n", "author: Marit Ness\n", "---"]}
    body = {"cell_type": "markdown", "source": TEXT}
    report, _, _ = audited("a.ipynb", {"cells": [head, body], "nbformat": 4})
    assert (report["document"]["title"], report["document"]["byline"]) == ("The lock", ["Marit Ness"])


RECORD = {
    "id": 7,
    "title": "The lock opens at six",
    "authors": [{"name": "Marit Ness"}],
    "published_at": "2024-05-02T08:00:00Z",
    "url": "https://harbour.example/lock",
    "summary": "TODO: none",
    "content": f"<p>{TEXT}</p>\n<p>{TEXT} [Insert photo here]</p>",
    "text": "Short.",
}
AS_MARKDOWN = {
    "headline": "The lock opens at six",
    "body": f"## At *night*\n\n{TEXT} [Insert photo here]\n\n**{TEXT}**",
}
RECORDS = {
    "a record": RECORD,
    "in an object": {"status": "ok", "data": {"article": RECORD}},
    "alone in a list": [RECORD],
    "of WordPress": {"title": {"rendered": RECORD["title"]}, "content": {"rendered": RECORD["content"]}},
    "Markdown": AS_MARKDOWN,
    "paragraphs": {"title": "The lock opens at six", "body": [TEXT, f"{TEXT} [Insert photo here]"]},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_the_article_that_its_longest_text_is(audited, kind, form):
    report, found, _ = audited("a.json", RECORDS[kind], **FORMS[form])
    assert report["document"]["title"] == "The lock opens at six"
    assert ("bracket-placeholder", "[Insert p") in found
    assert "todo-mark" not in {rule for rule, _ in found}


def test_what_a_record_states_of_itself_is_known(audited):
    head = audited("a.json", RECORD)[0]["document"]
    assert (head["byline"], head["url"]) == (["Marit Ness"], "https://harbour.example/lock")
    assert head["published"] == "2024-05-02T08:00:00Z"
    assert "a record of JSON: its text is the field 'content'" in head["notes"][0]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", '[{"text": "a"}, {"text": "b"}]', "`jq -c '.[]' FILE > pages.jsonl` makes a line of each"),
        ("a.json", '{"posts": [{"html": "a"}, {"html": "b"}]}', "jq -c '.posts[]' FILE"),
        ("a.json", '{"name": "x", "version": "1"}', "its fields are: name, version; `jq -r .FIELD FILE"),
        ("a.json", '{"body": 7, "x": "y"}', "its fields are: body, x"),
        ("a.json", '"words"', "is JSON without named fields"),
        ("a.json", '{"a": "x",\n "b": }', "line 2, column 7: is no JSON"),
        ("a.json", "", "line 1, column 1: is no JSON"),
        ("a.json", "[" * 100_000, "too many lists within each other"),
        ("a.ipynb", '{"worksheets": [], "nbformat": 3}', "open it in Jupyter and save it again"),
        ("a.ipynb", "[]", "has no cells"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_way_out(audited, name, text, said):
    _, _, done = audited(name, text)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_notebook_without_text_is_not_all_well(audited):
    _, found, done = audited("a.ipynb", {"cells": [], "nbformat": 4})
    assert done.exit_code == 1
    assert "no-text" in {rule for rule, _ in found}


def test_reports_of_hosts_count_lines_of_the_file(audited, call):
    audited("a.ipynb", NOTEBOOK, indent=1, ensure_ascii=False)
    run = json.loads(call("check", "a.ipynb", "-f", "sarif").stdout)["runs"][0]
    regions = [place["physicalLocation"]["region"] for one in run["results"] for place in one["locations"]]
    assert regions
    assert all("charOffset" not in region and region["startLine"] > 3 for region in regions)
    assert {9, 31} == {region["startLine"] for region in regions}
    diagnostics = json.loads(call("check", "a.ipynb", "-f", "rdjson").stdout)["diagnostics"]
    ranges = [one["location"]["range"] for one in diagnostics if "range" in one["location"]]
    assert {"start": {"line": 9}, "end": {"line": 9}} in ranges
    assert all(not {"column"} & {*one["start"], *one["end"]} for one in ranges)  # which would be bytes of the file


def test_fixes_leave_them_alone(audited, desk, call):
    audited("a.json", {"body": f"<p>{TEXT} Fish &amp;amp; chips.</p>"})
    before = (desk / "a.json").read_bytes()
    call("check", "a.json", "--fix", "--unsafe-fixes")
    assert (desk / "a.json").read_bytes() == before


def test_a_walk_says_that_it_passes_notebooks_by(audited, call, write):
    audited("a.ipynb", NOTEBOOK)
    write("b.md", TEXT)
    assert "notebooks, which are read where they are named (1)" in call("check", ".").stderr


LETTERS = st.text(st.sampled_from('aé"\\\n\t/\U0001f600\u2028 '), max_size=12)


@settings(deadline=None, max_examples=60)
@given(st.lists(LETTERS, max_size=4), st.booleans(), st.sampled_from([None, 1]))
def test_every_character_knows_its_place_in_the_file(lines, plain, indent):
    words = [f"start{number} {line} end{number}" for number, line in enumerate(lines)]
    cells = {"cells": [{"cell_type": "markdown", "source": words}], "nbformat": 4}
    written = json.dumps(cells, ensure_ascii=plain, indent=indent)
    document = auditor.parse(written, name="a.ipynb")
    rows = written.split("\n")
    for word in re.finditer(r"(?:start|end)\d", document.source):
        line, column = document.lines.at(word.start())
        assert rows[line - 1][column - 1 :].startswith(word[0])


def test_the_cap_is_one_of_the_text_and_not_of_the_file_around_it():
    record = json.dumps({"picture": "A" * 3_000, "body": f"<p>{TEXT}</p>"})
    whole, again, cut = (auditor.parse(record, name="a.json", max_chars=most) for most in (9_000, 1_000, 20))
    assert whole.words == again.words > cut.words
    assert not any("characters were read" in note for note in again.notes)
    assert "only the first 20 characters were read" in cut.notes
