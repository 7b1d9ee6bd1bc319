"""Tables of weights are read as far as they are asked for, and say the same then."""

from auditor.words.parted import Parted, parted
from auditor.words.weights import Weights, weights


def test_a_sentence_reads_a_part_of_a_table() -> None:
    table = Weights.of({"": 0.5, "boat": 1.0, "book": 2.0, "cut it": 3.0})
    assert list(table.among({"boat", "bow"})) == [1.0]
    assert set(table._unread) == {"", "cu"}
    assert table[""] == 0.5
    assert "cut" not in table
    assert dict(table) == {"": 0.5, "boat": 1.0, "book": 2.0, "cut it": 3.0}


def test_a_table_that_is_not_there_is_empty() -> None:
    assert not weights("xx", "remarks")
    assert weights("en", "remarks")


def test_many_texts_read_all_of_a_table() -> None:
    table = Parted(parted({"boat": 1, "mill": 2, "sea": 3}), int, often=2)
    assert (table.get("boat"), table.get("mill"), table.get("quay")) == (1, 2, None)
    assert not table._unread
    assert dict(table) == {"boat": 1, "mill": 2, "sea": 3}
