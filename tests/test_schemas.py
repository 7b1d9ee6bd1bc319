"""The published schemas are fresh, and what the package publishes fits them."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import msgspec
import pytest
import yaml

import auditor
from auditor import rulebook, schemas
from auditor.config import Settings
from auditor.reporters.page import Gate, Page
from auditor.reporters.summary import Checked
from auditor.reporters.tally import Tally

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.*"))
CARDS = list(rulebook.card_files([rulebook.rules_folder()]))


@cache
def validator(name):
    schema = schemas.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", schemas.SHAPES)
def test_published_schema_is_fresh(name):
    published = (ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8")
    assert published == schemas.text(name), "run `python -m auditor.schemas`"


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_cards_fit(path):
    validator("card").validate(yaml.safe_load(path.read_bytes()))


@pytest.mark.parametrize(
    "path", sorted(rulebook.rules_folder().glob("*/_about.yml")), ids=lambda path: path.parent.name
)
def test_dimensions_fit(path):
    validator("about").validate(yaml.safe_load(path.read_bytes()))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_documents_and_reports_fit(path):
    document = auditor.parse(path.read_bytes(), name=path.name)
    validator("document").validate(document.to_dict())
    validator("report").validate(auditor.audit(document).to_dict())


def test_a_whole_run_fits():
    tally = Tally()
    reports = tuple(auditor.audit(path.read_bytes(), name=path.name) for path in SAMPLES)
    for report in reports:
        tally.add(Page(report.document.name, report, gate=Gate(fail_under=100)))
    tally.add(Page("gone.html", error="cannot be read"))
    checked = Checked(summary=tally.summary(), reports=reports)
    validator("check").validate(json.loads(msgspec.json.encode(checked)))
    assert checked.summary.errors[0].name == "gone.html"


def test_settings_fit_and_unknown_keys_do_not():
    validator("config").validate(json.loads(msgspec.json.encode(Settings())))
    with pytest.raises(jsonschema.ValidationError):
        validator("config").validate({"failon": "error"})
