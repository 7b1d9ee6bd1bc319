"""Every card keeps its promises: `bad` fires exactly on its marks, `good` is silent."""

import pytest

from auditor import rulebook
from auditor.examples import check
from auditor.model import Scope

CARDS = list(rulebook.card_files([rulebook.rules_folder()]))


@pytest.mark.parametrize("path", CARDS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_examples_of_the_card_hold(path):
    if rulebook.read_card(path).scope is Scope.CORPUS:
        for module in ("duckdb", "pyarrow", "rensa"):
            pytest.importorskip(module, reason="pip install article-auditor[corpus]")
    assert list(check(path)) == []


def test_ids_are_unique_over_all_dimensions():
    assert len({path.stem for path in CARDS}) == len(CARDS)


def test_no_card_is_a_problem():
    assert rulebook.default_rules().problems == ()
