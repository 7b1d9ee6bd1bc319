"""`auditor diff`: two versions of an article, and two runs."""

import jsonschema
import pytest
from msgspec import json

from auditor.schemas import schema

OLD = "The ferry sails at noonâ€™s bell.\n\nThe keeper counts the boats.\n"
NEW = "The ferry sails at noon’s bell.\n\nTODO: the keeper counts the boats.\n"


@pytest.fixture
def versions(desk):
    (desk / "old.txt").write_text(OLD, "utf-8")
    (desk / "new.txt").write_text(NEW, "utf-8")
    return desk


def test_causes_of_two_versions_are_gone_and_new(call, versions):
    result = call("diff", "old.txt", "new.txt")
    assert result.exit_code == 1
    assert "gone  error[broken-encoding] Garbled characters" in result.stdout
    assert "new   warning[todo-mark] A note to the editor" in result.stdout
    assert result.stdout.endswith("1 gone, 0 left, 1 new\n")


def test_a_version_without_new_causes_exits_with_0(call, versions):
    assert call("diff", "old.txt", "old.txt").exit_code == 0
    (versions / "mended.txt").write_text(NEW.replace("TODO: ", ""), "utf-8")
    result = call("diff", "old.txt", "mended.txt")
    assert (result.exit_code, "1 gone, 0 left, 0 new" in result.stdout) == (0, True)


def test_a_cause_that_moved_is_left_and_says_how_many_places_it_has(call, versions):
    (versions / "new.txt").write_text("A new first line.\n\n" + OLD + OLD.replace("â€™", "Ã©"), "utf-8")
    result = call("diff", "old.txt", "new.txt")
    assert "left  error[broken-encoding] Garbled characters, 1 -> 2 places" in result.stdout


def test_severities_below_the_least_do_not_count(call, versions):
    assert call("diff", "old.txt", "new.txt", "--min-severity", "error").exit_code == 0


def test_json_fits_its_schema(call, versions):
    result = call("diff", "old.txt", "new.txt", "--format", "json")
    found = json.decode(result.stdout)
    jsonschema.validate(found, schema("comparison"))
    assert [cause["kind"] for cause in found["pages"][0]["new"]] == ["todo-mark"]
    assert found["pages"][0]["before"]["name"] == "old.txt"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_runs_are_compared_page_by_page(call, desk, form):
    for name in "abc":
        (desk / f"{name}.txt").write_text(OLD, "utf-8")
    call("check", ".", "-f", f"{form}:before.{form}", "-q")
    (desk / "a.txt").write_text(NEW, "utf-8")
    (desk / "c.txt").unlink()
    (desk / "d.txt").write_text(NEW, "utf-8")
    call("check", ".", "-f", f"{form}:after.{form}", "-q")
    result = call("diff", f"before.{form}", f"after.{form}")
    assert result.exit_code == 1
    assert "a.txt: review (69) -> pass (89)\n" in result.stdout
    assert "b.txt" not in result.stdout
    assert "d.txt: pass (89), not there before" in result.stdout
    assert result.stdout.endswith("1 gone, 1 left, 2 new\n")


def test_a_run_and_a_version_go_together(call, versions):
    call("check", "old.txt", "-f", "json:before.json")
    result = call("diff", "before.json", "new.txt")
    assert "old.txt -> new.txt" in result.stdout
    assert call("diff", "before.json", "-", input=OLD).exit_code == 0


@pytest.mark.parametrize("content", [None, "no json", "{}", '{"summary": 1}'])
def test_what_is_no_report_is_an_error(call, versions, content):
    if content is not None:
        (versions / "x.json").write_text(content)
    result = call("diff", "x.json", "new.txt")
    assert result.exit_code == 2
    assert "x.json" in result.stderr


def test_other_rules_are_told(call, versions):
    call("check", "old.txt", "-f", "json:before.json", "--select", "debris")
    assert "judged by different rules" in call("diff", "before.json", "new.txt").stdout
