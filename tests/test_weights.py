"""Tables of weights are read as far as they are asked for, and say the same then."""

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
