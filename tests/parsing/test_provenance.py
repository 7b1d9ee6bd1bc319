"""A mark of provenance in the text is told and kept, and held against nobody."""

import auditor

TEXT = (
    "Monks built the harbour wall in one summer, with stones that the river had brought down. Ines Calloway keeps it."
)


def selectors(data):
    return "".join(chr(0xFE00 + byte if byte < 16 else 0xE0100 + byte - 16) for byte in data)


MANIFEST = "\ufeff" + selectors(b"C2PATXT\0\x01" + bytes(range(256)) * 3)
PAGE = f"<h1>The harbour wall</h1><p>{TEXT}{MANIFEST}</p>"
MARKDOWN = f"# The harbour wall\n\n{TEXT}{MANIFEST}\n"


def test_it_is_told():
    for source in (PAGE, MARKDOWN):
        assert any("C2PA" in note for note in auditor.parse(source).notes)
    assert not any("C2PA" in note for note in auditor.parse(f"<p>{TEXT}</p>").notes)


def test_it_costs_nothing():
    for source in (PAGE, MARKDOWN):
        marked, plain = auditor.audit(source), auditor.audit(source.replace(MANIFEST, ""))
        assert [finding.rule for finding in marked.findings] == [finding.rule for finding in plain.findings]
        assert marked.score == plain.score


def test_cleaning_keeps_it():
    for source in (PAGE, MARKDOWN):
        for form in ("html", "markdown", "text"):
            assert MANIFEST in auditor.clean(source, format=form)


def test_other_selectors_are_no_such_mark():
    assert auditor.parse(f"{TEXT} ☕\ufe0e {selectors(b'C2PA')}").notes == ()
