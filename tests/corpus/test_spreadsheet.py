"""The lines of a spreadsheet: no cell is a formula, whatever a page holds."""

import csv
import io

import pytest

from auditor.corpus.show.spreadsheet import _written


@pytest.mark.parametrize("said", ["=1+1", "+cmd", "-2", "@sum(a)", "\t=1", " =1", "\n=1", "\r\n@x", '="a"&b'])
def test_no_cell_is_a_formula(said):
    (cells,) = csv.reader(io.StringIO(_written((said, 1.5, None, "a, b"))))
    assert cells[0].startswith("'")
    assert cells[1:] == ["1.5", "", "a, b"]


def test_a_line_is_a_line():
    assert _written(("a\nb\rc\u2028d\x1b[31m", "e")).count("\n") == 1
