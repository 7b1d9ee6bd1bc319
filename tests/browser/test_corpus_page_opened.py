"""The page of a corpus in a browser: as safe, as quiet and as readable on a phone as a report."""

import json

import pytest
from conftest import SAMPLES
from test_safety import serious
from typer.testing import CliRunner

from auditor import corpus
from auditor.cli.app import app

EVIL = '"><img src=x onerror=pwned()><script>pwned()</script>'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.html"))]
    texts.append(f"<title>{EVIL}</title><h1>Tides {EVIL}</h1><p>As an AI language model, I cannot swim. {EVIL}</p>")
    urls = ("https://a.example/1", "https://a.example/2", "https://b.example/3", "javascript:pwned()")
    rows = ({"id": EVIL + str(n), "text": text, "url": urls[n % 4]} for n, text in enumerate(texts))
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    corpus.run([str(folder / "in.jsonl")], str(folder / "out"), corpus.Settings())
    made = CliRunner().invoke(app, ["corpus", "summary", str(folder / "out"), "--html", str(folder / "page.html")])
    assert made.exit_code == 0, made.output
    return folder / "page.html"


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_it_is_quiet_safe_and_accessible(page, visit, width, scheme):
    seen = visit(page, width=width, color_scheme=scheme)
    seen.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(seen.page) == []
    assert seen.page.locator("main :is(script, img, iframe)").count() == 0
    assert seen.page.locator("main a:not([href^='https://'])").count() == 0
    assert seen.problems == []


def test_the_first_screen_names_the_worst_document_and_a_search_finds_it(page, visit):
    seen = visit(page)
    first = seen.page.locator(".leading li").first
    assert "Invented author" in first.inner_text()
    assert first.bounding_box()["y"] < 900
    seen.page.locator("input[type=search]").fill("invented author")
    shown = seen.page.locator(".articles tbody tr")
    assert 0 < shown.count() < 4
    assert all("Invented author" in row for row in shown.all_inner_texts())


def test_it_reads_without_scripts(page, visit):
    seen = visit(page, java_script_enabled=False)
    assert seen.page.locator(".articles tbody tr").count() == 3
    assert seen.page.get_by_text("Invented author").first.is_visible()
