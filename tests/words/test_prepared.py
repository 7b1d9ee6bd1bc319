"""What is made of the package's files is kept as compiled modules are, and counts for those very files only."""

import sys

import msgspec
import pytest

from auditor import prepared as module
from auditor import words
from auditor.bound import Verb, how_made
from auditor.card import CardError
from auditor.expressions import late
from auditor.model import Scope
from auditor.prepared import prepared
from auditor.rulebook import default_rules


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def made(value="new"):
    return prepared("tried", dict[str, str], lambda: {"made": value})["made"]


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_made_once(elsewhere):
    assert made("first") == "first"
    assert made("second") == "first"
    assert len(files(elsewhere)) == 1


def test_another_state_of_the_files_is_another_making(monkeypatch):
    made("first")
    monkeypatch.setattr(module, "_stamp", lambda: b"x" * 32)
    assert made("second") == "second"
    assert made("third") == "second"


def test_the_state_is_that_of_every_file(tmp_path):
    (tmp_path / "inner").mkdir()
    file = tmp_path / "inner" / "list.yml"
    states = []
    for text in ("one", "two", "three"):
        file.write_text(text)
        states.append(tuple(module._states(str(tmp_path))))
    (tmp_path / "inner").rename(tmp_path / "moved")
    states.append(tuple(module._states(str(tmp_path))))
    assert len(set(states)) == 4
    assert all(len(state) == 3 for state in states)  # two folders and a file


@pytest.mark.parametrize("spoil", [lambda data: data[:-3], lambda data: data[:32] + b"\xc1", lambda _: b""])
def test_a_broken_file_is_not_read(elsewhere, spoil):
    made("first")
    (file,) = files(elsewhere)
    file.write_bytes(spoil(file.read_bytes()))
    assert made("second") == "second"


def test_who_wants_no_bytecode_gets_no_file(elsewhere, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert made("first") == "first"
    assert made("second") == "second"
    assert files(elsewhere) == []


def test_where_nothing_can_be_written_it_is_made_each_time(elsewhere, monkeypatch):
    (elsewhere / "taken").write_text("")
    monkeypatch.setattr(sys, "pycache_prefix", str(elsewhere / "taken"))
    assert made("first") == "first"
    assert made("second") == "second"


def test_an_expression_is_compiled_when_it_is_used():
    broken = late("(never closed")
    with pytest.raises(Exception, match="unterminated"):
        broken.search("x")
    assert late(r"a(b)").search("xab").span(1) == (2, 3)


def test_a_verb_is_imported_when_it_is_asked(tmp_path):
    verb = Verb(tmp_path / "card.yml", Scope.DOCUMENT, "no-such-verb", {})
    with pytest.raises(CardError, match="no verb is called"):
        verb((), None)


def test_a_file_that_nobody_has_filled_yet_has_no_lists(monkeypatch, tmp_path):
    for name, text in (("writing", "name: Nobody's\n"), ("dates", "# to be done\n")):
        path = tmp_path / "qq" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.setattr(words, "_FOLDER", tmp_path)
    read = words._read()
    assert (read.languages, sorted(read.subjects)) == (("qq",), ["dates", "writing"])


def test_parameters_of_shipped_cards_are_kept_as_they_were_checked():
    for rule in (*default_rules().rules, *default_rules().corpus):
        checked = Verb(rule.detect.path, rule.scope, rule.detect.name, rule.detect.given)
        known = how_made(checked)
        assert known is not None, rule.id
        kept = msgspec.msgpack.decode(msgspec.msgpack.encode(rule.detect.given))
        again = Verb(rule.detect.path, rule.scope, rule.detect.name, kept, known)
        assert repr(again.keywords) == repr(checked.keywords), rule.id
