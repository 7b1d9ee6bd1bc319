"""A page in another language than it declares is marked where it declares it."""

import pytest

import auditor

TEXT = (
    "The boat was built by his father in the winter of the great frost, and nobody has ever asked who paid for it. "
    "The ferryman is proud of that boat, and he will tell you about it whether you ask for it or not, because there is "
    "little else to do. On the far side a man waits for him, as he has for thirty years, and they talk about weather "
    "before he goes back. It is the same man, the same bench and nearly the same weather, and neither of them would "
    "change a thing about it if they could."
)


@pytest.mark.parametrize(
    ("tag", "evidence", "line"),
    [
        ('<html lang="de">', "de", 2),
        ("<html class=a lang=de-AT>", "de-AT", 2),
        ('<html\n  xml:lang="fr">', "fr", 3),
        ('<html lang="d&#101;">', TEXT[:20], 4),
        ('<html><meta http-equiv="content-language" content="de">', TEXT[:20], 4),
    ],
)
def test_the_place_is_the_attribute_that_is_to_be_mended(tag, evidence, line):
    page = f"<!doctype html>\n{tag}\n<title>A boat</title>\n<article><p>{TEXT}</p></article></html>"
    report = auditor.audit(page, format="html", rules=auditor.load_rules(select="language-mismatch"))
    (found,) = report.findings
    assert found.line == line
    assert found.evidence.startswith(evidence)
    assert page[found.offset :].startswith(evidence)


@pytest.mark.parametrize(("code", "is_told"), [("utf", False), ("de", True), ("fil", True)])
def test_what_is_no_code_of_a_language_names_none(code, is_told):
    page = f'<html lang="{code}"><body><article><h1>The boat</h1><p>{TEXT}</p></article></body></html>'
    found = {finding.rule for finding in auditor.audit(page, format="html").findings}
    assert ("language-mismatch" in found) is is_told
