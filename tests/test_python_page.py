"""docs/python.md and the docstrings of the public door: every example runs, and nothing of the door is left out."""

import doctest
import inspect
import re
from pathlib import Path

import pytest

import auditor
from auditor.model import report

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
ARTICLE = "# The harbour\n\n[Insert photo here]\n\nIt was built by monks [citation needed].\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "article.md").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)


def test_every_example_of_the_page_runs(folder):
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    done = doctest.testfile(str(PAGE), module_relative=False, optionflags=options, encoding="utf-8")
    assert done.attempted > 40
    assert done.failed == 0


@pytest.mark.parametrize("module", [auditor, report])
def test_every_example_of_a_docstring_runs(module, folder):
    done = doctest.testmod(module)
    assert done.attempted
    assert done.failed == 0


def functions():
    return [getattr(auditor, name) for name in auditor.__all__ if inspect.isfunction(getattr(auditor, name))]


@pytest.mark.parametrize("function", functions(), ids=lambda function: function.__name__)
def test_every_function_has_examples_and_every_option_is_on_the_page(function):
    page = PAGE.read_text("utf-8")
    assert ">>> " in function.__doc__
    missing = [name for name in inspect.signature(function).parameters if not re.search(rf"\b{name}\b", page)]
    assert missing == []


def test_every_name_of_the_door_is_on_the_page():
    page = PAGE.read_text("utf-8")
    assert [name for name in auditor.__all__ if f"`{name}`" not in page] == []
