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
