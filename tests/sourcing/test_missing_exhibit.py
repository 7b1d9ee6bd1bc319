"""Tables and pictures that are not on the page."""

import pytest

import auditor


def found(source: str, form: str) -> bool:
    return bool(auditor.audit(source, format=form, rules=auditor.load_rules(select=["missing-exhibit"])).findings)


TEXT = "The prices of the boats have risen again. {} There is a list in the office of the harbour, and it is long."


@pytest.mark.parametrize(
    "sentence",
    [
        "The table below has them all.",
        "They are older than they look (Figure 2).",
        "The photograph on the right shows the pier.",
        "As shown in the chart, nobody buys.",
    ],
)
@pytest.mark.parametrize(
    ("form", "page"), [("markdown", "# Boats\n\n{}"), ("html", "<article><h1>Boats</h1><p>{}</p></article>")]
)
def test_a_page_without_any_is_told(sentence, form, page):
    assert found(page.format(TEXT.format(sentence)), form)


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("text", "Boats\n\n{}"),
        ("markdown", "# Boats\n\n{}\n\n![A pier](pier.jpg)"),
        ("markdown", "# Boats\n\n{}\n\n| boat | price |\n|---|---|\n| Ada | 3 |"),
        ("markdown", "# Boats\n\n{}\n\n{{{{< chart >}}}}"),
        ("html", "<article><h1>Boats</h1><p>{}</p><canvas></canvas></article>"),
        ("html", "<article><h1>Boats</h1><p>{}</p><div style='background-image: url(a.png)'></div></article>"),
    ],
)
def test_whatever_could_show_it_is_enough(form, page):
    assert not found(page.format(TEXT.format("The table below has them all.")), form)
