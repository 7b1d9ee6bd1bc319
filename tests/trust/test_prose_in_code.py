"""Code is code when it looks like code, whatever the source calls it."""

import pytest

import auditor

TEXT = (
    "The lock at Marlow was rebuilt twice, and both times the keeper stayed in his hut while the masons worked. "
    "As an AI language model, I cannot visit the lock. Nobody kept a list of the cargoes, so historians count tolls."
)
INDENTED = "# The lock\n\n    " + TEXT.replace(". ", ".\n    ") + "\n"
FORMS = {
    "indented": (INDENTED, "markdown"),
    "fence": (f"# The lock\n\n```\n{TEXT}\n```\n", "markdown"),
    "tildes": (f"# The lock\n\n~~~ text\n{TEXT}\n~~~\n", "markdown"),
    "unclosed": (f"# The lock\n\n```\n{TEXT}\n", "markdown"),
    "pre": (f'<h1>The lock</h1><pre style="white-space:pre-line">{TEXT}</pre>', "html"),
}
CODE = """def keep(lock, *, open_at=6):
    # The keeper opens the lock. Nobody else does. He closes it at night.
    return {"lock": lock, "open": open_at}  # see also: paddles[0], gates[1]; they leak.

for name in ("Marlow", "Hurley", "Temple"):
    print(keep(name)["open"])
"""


@pytest.mark.parametrize("form", FORMS)
def test_prose_in_a_code_block_is_audited(form):
    source, kind = FORMS[form]
    report = auditor.audit(source, format=kind)
    assert "assistant-speaking" in {finding.rule for finding in report.findings}
    assert report.verdict == "reject"


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_code_stays_code(form):
    source = f"# The lock\n\n```\n{CODE}```\n" if form == "markdown" else f"<h1>The lock</h1><pre>{CODE}</pre>"
    kinds = [block.kind for block in auditor.parse(source, format=form).blocks if "keep" in block.text]
    assert kinds == ["code"]


LEAK = "As an AI language model, I cannot visit the lock."
HOUSE = "<p>The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked.</p>"


def found(markup):
    return {f.rule for f in auditor.audit(f"<h1>The lock</h1>{HOUSE}{markup}{HOUSE}", format="html").findings}


@pytest.mark.parametrize("tag", ["pre", 'pre style="white-space:normal;font:inherit"', "listing"])
def test_a_sentence_in_a_code_block_of_a_page_without_code_is_audited(tag):
    assert "assistant-speaking" in found(f"<{tag}>{LEAK}</{tag.split()[0]}>")


def test_a_sentence_beside_code_is_what_the_page_shows():
    assert "assistant-speaking" not in found(f"<pre>{LEAK}</pre><pre>{CODE}</pre>")


def test_a_sentence_in_a_code_block_that_the_page_reports_is_a_mention():
    assert "assistant-speaking" not in found(
        f"<p>On Monday the page of the lock printed this sentence:</p><pre>{LEAK}</pre>"
    )
    assert "assistant-speaking" not in found(f"<pre>{LEAK}</pre><p>These words stood on the page for nine days.</p>")


SLOTS = ["{{town}}", "{% boat %}", "<%= boat %>", "%%TOWN%%", "${boat}", "[TOWN NAME]"]


@pytest.mark.parametrize("slot", SLOTS)
def test_a_slot_in_a_sentence_makes_no_code_of_it(slot):
    assert "assistant-speaking" in found(f"<pre>{slot} {LEAK}</pre>".replace("<%", "&lt;%"))
    assert "assistant-speaking" not in found(f"<p>The page said only this:</p><pre>{slot} {LEAK}</pre>")


@pytest.mark.parametrize("slot", SLOTS)
def test_a_line_to_copy_has_slots_on_purpose(slot):
    line = f"<pre>Dear {slot}, your boat is ready at the quay of the mill.</pre>".replace("<%", "&lt;%")
    assert found(line) == found("<pre>Dear Ann, your boat is ready at the quay of the mill.</pre>")
