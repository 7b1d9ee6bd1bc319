"""Every card keeps its promises: `bad` fires exactly on its marks, `good` is silent."""

import msgspec
import pytest

from auditor import rulebook
from auditor.bound import Verb
from auditor.cards import Folder, read
from auditor.examples import check
from auditor.model import Scope
from auditor.prepared import rules_folder

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


def test_prepared_cards_give_their_verbs_what_cards_give_that_are_read_anew():
    made = read(rules_folder())
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Folder)
    for own, rule in zip(made.bound(), kept.bound(), strict=True):
        anew = Verb(own.detect.path, own.detect.scope, own.detect.name, own.detect.given)
        assert repr(rule.detect.keywords) == repr(anew.keywords), rule.id
