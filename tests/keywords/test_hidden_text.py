"""Text that search engines alone can see."""

import pytest

import auditor

RULES = auditor.load_rules(select=["hidden-text"])
ARTICLE = "<article><h1>Ferry</h1><p>The ferry sails at nine, and the people of the harbour wait for it.</p></article>"
AWAY = "position:absolute;left:-9999px"
LINKED = 'Play at the best casino of the bay <a href="https://bay-casino.example/">now</a>'


def found(style, text, url="https://harbour.example/ferry"):
    source = f'{ARTICLE}<div style="{style}">{text}</div>'
    return [f.severity for f in auditor.audit(source, format="html", url=url, rules=RULES).findings]


@pytest.mark.parametrize("style", [AWAY, "text-indent:-9999px", "color:#fff;background:#fff", "font-size:0"])
def test_what_leads_to_another_site(style):
    assert found(style, LINKED) == ["critical"]


@pytest.mark.parametrize(
    "text", ["cheap loans, quick loans, loans today", "günstige Kredite | Kredite heute | Sofortkredit"]
)
def test_lists_of_search_terms(text):
    assert found(AWAY, text) == ["critical"]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (AWAY, "Skip to the main part of the page"),
        (AWAY, '<a href="https://www.harbour.example/map">The map of the harbour and its quays</a>'),
        (AWAY, '<a href="https://bay-casino.example/">Partner</a>'),  # a label of a logo
        (AWAY, "Boxes, nets and ropes lie on the quay, and nobody takes them away."),
        ("position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)", LINKED),
        ("color:#222", LINKED),
    ],
)
def test_what_serves_readers_is_left_alone(style, text):
    assert found(style, text) == []
