"""Fixes as SARIF and rdjson have them: applied as those formats say, they give what `--fix` gives."""

import json

import pytest
from reports import rendered

import auditor
from auditor.fixing.applying import applied, chosen
from auditor.reporters import rdjson, sarif
from auditor.reporters.page import Page

GARBLED = (
    "Ä ferry’s list.\n\nThe mayorâ€™s 😀 list, the keeperâ€™s list.\r\nA har\u200bbour, a fer\u200bry, gno\u200bmes.\n"
)
PARAGRAPH = (
    "The ferry will not sail before the harbour office has counted every passenger twice, "
    "the mayor said on Monday in the old chapel."
)
DOUBLED = f"The keeperâ€™s list.\n\n{PARAGRAPH}\n\nNobody asked why.\n\n{PARAGRAPH}\n"


def page(source):
    return Page("a.txt", auditor.audit(source, format="text"), source)


def spliced(source, replacements):
    """A source with `(start, end, text)`, the last first."""
    for start, end, text in sorted(replacements, reverse=True):
        source = source[:start] + text + source[end:]
    return source


@pytest.mark.parametrize("source", [GARBLED, DOUBLED])
def test_replacements_of_sarif_are_the_fixes(source):
    given = page(source)
    results = json.loads(rendered(sarif.render, given))["runs"][0]["results"]
    changes = [change for result in results for fix in result.get("fixes", ()) for change in fix["artifactChanges"]]
    assert {change["artifactLocation"]["index"] for change in changes} == {0}
    replacements = [
        (region["charOffset"], region["charOffset"] + region["charLength"], one["insertedContent"]["text"])
        for change in changes
        for one in change["replacements"]
        for region in (one["deletedRegion"],)
    ]
    every = [fix for _, fix in chosen(given.report.findings, unsafe=True)]
    assert spliced(source, replacements) == applied(source, every) != source


def test_sarif_says_of_each_fix_whether_it_is_safe_and_why():
    results = json.loads(rendered(sarif.render, page(DOUBLED)))["runs"][0]["results"]
    said = {result["ruleId"]: result["fixes"][0]["description"]["text"] for result in results if "fixes" in result}
    assert said["mojibake"].startswith("Safe: Only where the garbled characters are exactly the bytes")
    assert said["doubled-paragraph"].startswith("Unsafe: A paragraph goes that stands in the text to the letter before")


@pytest.mark.parametrize("source", [GARBLED, DOUBLED])
def test_suggestions_of_rdjson_are_the_safe_fixes(source):
    given = page(source)
    diagnostics = json.loads(rendered(rdjson.render, given))["diagnostics"]
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line.encode()))

    def at(position):
        return lines[position["line"] - 1] + position["column"] - 1

    suggestions = [one for diagnostic in diagnostics for one in diagnostic.get("suggestions", ())]
    replacements = [(at(s["range"]["start"]), at(s["range"]["end"]), s["text"].encode()) for s in suggestions]
    safe = [fix for _, fix in chosen(given.report.findings)]
    assert spliced(source.encode(), replacements).decode() == applied(source, safe) != source
    assert len(suggestions) == len(safe)


def test_a_diagnostic_has_the_suggestions_of_its_own_place():
    diagnostics = json.loads(rendered(rdjson.render, page(GARBLED)))["diagnostics"]
    garbled = [one for one in diagnostics if one["code"]["value"] == "mojibake"]
    assert len(garbled) == 2
    assert all([s["range"] for s in one["suggestions"]] == [one["location"]["range"]] for one in garbled)
