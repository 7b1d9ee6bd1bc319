"""The filter in a real pipeline."""

from pathlib import Path

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed: pip install datatrove")

from datatrove.data import Document

from auditor.integrations.datatrove import AuditorFilter

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def documents():
    return [
        Document(text=(SAMPLES / name).read_text("utf-8"), id=name) for name in ("honest.html", "content-farm.html")
    ]


def test_rejected_documents_are_filtered():
    step = AuditorFilter()
    (kept,) = step.run(documents())
    assert kept.id == "honest.html"
    assert (kept.metadata["score"], kept.metadata["verdict"], kept.metadata["rules"]) == (100, "pass", [])
    assert step.stats["dropped"].total == 1


def test_the_reason_is_the_rule_that_cost_most():
    _, farm = documents()
    kept, reason = AuditorFilter(format="html").filter(farm)
    assert kept is False
    assert reason == farm.metadata["rules"][0]
    assert AuditorFilter(drop=()).filter(farm) is True
