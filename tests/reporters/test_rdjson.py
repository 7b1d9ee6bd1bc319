"""reviewdog's format: the facts of its published schema, and its columns in bytes."""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from reports import finding, harmless, hostile_pages, rendered, report

from auditor.reporters.page import Page
from auditor.reporters.rdjson import render

POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["line"],
    "additionalProperties": False,
}
RANGE = {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location", "severity"],
    "properties": {
        "message": {"type": "string"},
        "location": {
            "type": "object",
            "required": ["path"],
            "properties": {
                "path": {"type": "string"},
                "range": {
                    "type": "object",
                    "required": ["start"],
                    "properties": {"start": POSITION, "end": POSITION},
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "properties": {"range": RANGE, "text": {"type": "string"}},
                "additionalProperties": False,
            },
        },
        "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"const": "auditor"}}},
        "diagnostics": {"type": "array", "items": DIAGNOSTIC},
    },
    "additionalProperties": False,
}


def diagnostics(*pages):
    found = json.loads(rendered(render, *pages))
    jsonschema.Draft202012Validator(RESULT).validate(found)
    return found["diagnostics"]


@settings(deadline=None)
@given(hostile_pages())
def test_every_finding_is_one_diagnostic(pages):
    found = diagnostics(*pages)
    assert len(found) == sum(len(page.report.findings) if page.report else 1 for page in pages)
    assert all(harmless(line) for d in found for line in d["message"].split("\n"))


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("Says @ada of the quay", "` Says @ada of the quay `"),
        ("Closes #12", "` Closes #12 `"),
        ("See [us](javascript:go)", "` See [us](javascript:go) `"),
        ("A ![dot](x.png) and a `tick`", "`` A ![dot](x.png) and a `tick` ``"),
        ("Shown: <img src=x>", "` Shown: <img src=x> `"),
        ("Go to https://quay.test", "` Go to https://quay.test `"),
        ("The quay [is old]: 3 < 4, a_b, `tag`", "The quay [is old]: 3 < 4, a_b, `tag`"),
    ],
)
def test_words_of_an_article_call_nobody_and_load_nothing_in_a_comment(said, printed):
    (found,) = diagnostics(Page("a.md", report(finding("The quay is old.", 4, 8, message=said)), "The quay is old."))
    assert found["message"].split("\n")[0] == printed


def test_columns_count_bytes():
    source = "Eins.\nDie größte Füchsin springt 🙂 weit.\n"
    start, end = source.index("Füchsin"), source.index(" weit")
    (found,) = diagnostics(Page("a.md", report(finding(source, start, end)), source))
    place = found["location"]["range"]
    line = source.split("\n")[1].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == source[start:end]
    assert place["start"]["line"] == place["end"]["line"] == 2


def test_masked_letters_count_as_what_they_stand_for():
    masked = "• The s••••• Marmalade plum.\n"
    start = masked.index("plum")
    (found,) = diagnostics(Page("a.md", report(finding(masked, start, start + 4)), masked))
    assert found["location"]["range"]["start"]["column"] == len("• The secret Marmalade ".encode()) + 1


def test_the_range_of_several_lines():
    source = "Eins.\nZwei drei."
    (found,) = diagnostics(Page("a.md", report(finding(source, 2, 10)), source))
    assert found["location"]["range"] == {"start": {"line": 1, "column": 3}, "end": {"line": 2, "column": 5}}


def test_nothing_found():
    assert diagnostics(Page("a.md", report())) == []
