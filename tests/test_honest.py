"""Honest articles of the kinds that a linter may take for junk: see tests/honest/README.md."""

from pathlib import Path

import pytest

import auditor

TEXTS = sorted(path for path in (Path(__file__).parent / "honest").glob("*/*") if path.suffix in (".md", ".txt"))


def test_there_are_as_many_of_each_group():
    groups = [path.parent.name for path in TEXTS]
    assert {groups.count(group) for group in groups} == {16}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_honest_article_passes(path):
    report = auditor.audit(path.read_bytes(), name=path.name)
    assert report.verdict == "pass", [finding.message for finding in report.findings]
