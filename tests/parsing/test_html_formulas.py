"""Formulas in MathML are text, and so is code without the numbers of its lines."""

import pytest

import auditor
from auditor.model import Zone

FORMULA = "<math><mi>v</mi><mo>=</mo><mn>1.25</mn><mi>L</mi><annotation>v=1.25\\cdot L</annotation></math>"
TEXT = "<p>The ferry had been waiting at the pier since noon, and those on board knew nothing at all.</p>"


def texts(source):
    document = auditor.parse(f"<h1>Speed of hulls</h1><main>{TEXT}{source}</main>", format="html")
    return [block.text for block in document.zone(Zone.BODY)][1:], auditor.clean(document)


def test_a_formula_stays_in_its_sentence():
    (line,), cleaned = texts(f"<p>The speed is {FORMULA} in knots.</p>")
    assert line == "The speed is v=1.25L in knots."
    assert "v=1.25L" in cleaned
    assert "<math" not in cleaned


@pytest.mark.parametrize("name", ["katex-mathml", "mjx-assistive-mml"])
def test_a_formula_that_a_script_draws_beside_it_counts_once(name):
    (line,), _ = texts(f"<p>The speed is <span class={name}>{FORMULA}</span><span>v=1.25L</span> in knots.</p>")
    assert line == "The speed is v=1.25L in knots."


@pytest.mark.parametrize(
    ("gutter", "stays"),
    [("1\n2\n3", False), ("41\n42\n43", False), ("1\n2\n4", True), ("7", True)],
    ids=["from one", "from anywhere", "with a gap", "one number"],
)
def test_numbers_of_lines_beside_code_are_no_code(gutter, stays):
    code = "def tide(t):\n    if t > 3:\n        return 1"
    source = f"<table><tr><td><pre>{gutter}</pre></td><td><pre>{code}</pre></td></tr></table>"
    found, cleaned = texts(source)
    assert (len(found) == 2) is stays
    assert "    if t &gt; 3:" in cleaned
    assert "<table" not in cleaned


def test_the_cells_of_a_table_of_figures_stay():
    found, cleaned = texts("<table><tr><td>1 2 3</td><td>code</td></tr></table>")
    assert found == ["1 2 3", "code"]
    assert "<table" in cleaned
