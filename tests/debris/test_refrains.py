"""Verse returns to its lines, and no copy is made by that."""

import auditor

STANZA = (
    "One for the river and one for the rain,\nAnd one for the rope that was wet from the {};\n"
    "I took over nine and I brought back ten,\nAnd nobody asked me to count again.\n\n"
)
REFRAIN = "   Row, says the water, and row, says the weir,\n   There is none on the bank but the ones who are here.\n\n"
PROSE = (
    "The ferry sails at noon, and the people of the harbour\nare there long before it, with their boxes of fish and\n"
    "their dogs, as they were before the war, and after it.\n\n"
)


def found(text: str) -> set[str]:
    chosen = auditor.load_rules(select=["doubled-paragraph", "doubled-text", "cut-paragraph"])
    return {finding.rule for finding in auditor.audit(text, format="text", rules=chosen).findings}


def test_a_refrain_is_no_copy():
    sung = "".join(STANZA.format(word) + REFRAIN for word in ("wain", "lane", "crane", "train"))
    end = "And row, says the water, and row, says the weir,\nThere is none on the bank but the ones who\n\n"
    assert found(f"The Ferryman\n\n{sung}{end}{STANZA.format('end')}") == set()


def test_prose_that_is_wrapped_is():
    assert "doubled-paragraph" in found(f"The Ferry\n\n{PROSE}{PROSE}{PROSE}")
