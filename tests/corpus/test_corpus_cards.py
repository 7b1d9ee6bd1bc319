"""Cards of scope corpus: what is refused, what their examples prove, and that nothing else changes for their sake."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditor
from auditor import config, examples, rulebook
from auditor.cli.app import app
from auditor.model import Scope

CORPUS = [
    path for path in rulebook.card_files([rulebook.rules_folder()]) if rulebook.read_card(path).scope is Scope.CORPUS
]
NEAR = (rulebook.rules_folder() / "repetition" / "near-duplicate.yml").read_text("utf-8")


def card(folder: Path, text: str) -> Path:
    (folder / "repetition").mkdir(exist_ok=True)
    path = folder / "repetition" / "twins.yml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("detect: alike", "detect: alik", "detect: no verb is called 'alik'"),
        ("detect: alike", "detect: pattern", "detect: no verb is called 'pattern'"),
        ("at_least: 0.6", "at_last: 0.6", "alike takes no 'at_last'"),
        ("at_least: 0.6", "at_least: many", "with: at_least: Expected"),
        ("signature: minhash", "signature: x; drop table rows", "with: signature: "),
        ("scope: corpus", "scope: document", "detect: no verb is called 'alike'"),
        ("\ngood:\n", "\ngood:\n  - One document.\n", "examples of scope corpus are lists of documents"),
        ("\ngood:\n", "\ngood:\n  - - source: One document.\n", "Expected `array` of length >= 2"),
    ],
)
def test_a_wrong_card_is_told_and_costs_only_itself(tmp_path, old, new, said):
    assert old in NEAR
    card(tmp_path, NEAR.replace(old, new, 1))
    rules = auditor.load_rules(tmp_path)
    assert len(rules.problems) == 1
    assert said in rules.problems[0]
    assert {path.stem for path in CORPUS} == {rule.id for rule in rules.corpus}


def test_a_bad_example_must_be_one_finding_with_all_of_its_documents(tmp_path):
    apart = NEAR.replace("with: {signature: minhash, at_least: 0.6,", "with: {signature: minhash, at_least: 1.0,")
    (fault,) = examples.check(card(tmp_path, apart))
    assert "bad example 1: all 2 documents belong together, found: nothing" in fault


def test_a_good_example_must_have_no_finding(tmp_path):
    close = NEAR.replace("Forty people came", "The ferry to Brae")
    before, _, after = close.partition("\ngood:\n")
    (fault,) = examples.check(card(tmp_path, f"{before}\ngood:\n{before.partition('bad:')[2].strip(chr(10))}\n"))
    assert after
    assert "good example 1: should be silent, said: 2 documents are nearly the same article" in fault


def test_select_and_ignore_know_them():
    only = auditor.load_rules(select=["near-duplicate", "headlines"])
    assert [rule.id for rule in only.corpus] == ["headline-on-many-hosts", "near-duplicate"]
    assert {rule.dimension for rule in only.rules} == {"headlines"}
    assert "near-duplicate" not in {rule.id for rule in auditor.load_rules(ignore=["repetition"]).corpus}
    with pytest.raises(ValueError, match="near-duplicate"):
        auditor.load_rules(select=["near-duplicates"])


def test_a_suppression_may_name_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "auditor.toml").write_text('ignore = ["near-duplicate"]\nextend-select = ["readability"]\n')
    assert config.load(Path("auditor.toml")).ignore == ["near-duplicate"]
    (tmp_path / "a.txt").write_text("A text.\n\nAnother paragraph of it.\n")
    ran = CliRunner().invoke(app, ["check", "a.txt", "--exit-zero"])
    assert ran.exit_code == 0, ran.output


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_explain_shows_every_document_of_an_example(path):
    said = CliRunner().invoke(app, ["explain", path.stem])
    assert said.exit_code == 0
    for example in rulebook.read_card(path).bad:
        for document in example:
            assert document.url in said.output
    assert "compares the documents" in said.output.replace("\n ", "")


def test_the_list_marks_them():
    said = CliRunner().invoke(app, ["rules", "list"])
    marked = [line.split()[0] for line in said.output.splitlines() if line.endswith("(corpus)")]
    assert sorted(marked) == sorted(path.stem for path in CORPUS)
