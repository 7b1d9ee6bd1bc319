"""Whole pages against what was read once by eye; `python tests/pages/rewrite.py` writes the expectations anew."""

import importlib.util
import json
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[1] / "pages"
SPEC = importlib.util.spec_from_file_location("rewrite", PAGES / "rewrite.py")
rewrite = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(rewrite)


def known(name):
    """The page, expected to fail as long as `fault.txt` says that it does."""
    fault = rewrite.fault(name)
    return pytest.param(name, marks=pytest.mark.xfail(reason=fault, raises=AssertionError)) if fault else name


@pytest.mark.parametrize("name", [known(name) for name in rewrite.names()])
def test_page(name):
    expected = json.loads((PAGES / name / "expected.json").read_text(encoding="utf-8"))
    assert rewrite.outline(name) == expected
