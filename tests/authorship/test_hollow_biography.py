"""Author boxes that hold no biography, told by what their words weigh."""

import pytest

import auditor
from auditor.words.weights import weights

PAGE = """<article><h1>The pier of Brae</h1><p>By Nora Feld</p><p>The pier is old and the people of Brae like it.</p>
</article><section class="author-box"><h3>Nora Feld</h3><p>{}</p></section>"""


def found(told):
    report = auditor.audit(PAGE.format(told), format="html")
    return [finding.evidence for finding in report.findings if finding.rule == "hollow-biography"]


@pytest.mark.parametrize(
    "told",
    [
        "We are looking for a reliable writer who can deliver four articles a week. Send your CV and two samples.",
        "Your story matters to us. Quality content you can trust, every single day.",
        "Our platform helps you grow your business with solutions that fit your needs.",
    ],
)
def test_what_is_no_biography(told):
    assert found(told)


@pytest.mark.parametrize(
    "told",
    [
        "Nora Feld has reported from the harbour since 2009 and lives in Brae with a dog and two boats.",
        "Nora is a retired pilot. She wrote the book on the lights of the coast and teaches on Fridays.",
        "Passionate about food, Nora cooks, bakes and photographs from her kitchen in Leeds. Her book is out.",
        "Writer and sailor.",
    ],
)
def test_what_is_one(told):
    assert not found(told)


def test_other_languages_have_no_table():
    assert not weights("de", "biographies")
    assert found("") == []
