"""No article, whatever it holds, becomes markup, runs a script or makes the page ask the network for anything."""

import re

import pytest
from conftest import HOSTILE, SAMPLES

PAYLOADS = sorted(path.name for path in HOSTILE.iterdir())
SOURCES = sorted(path.name for path in SAMPLES.iterdir())
FOREIGN = "main :is(script, style, img, iframe, object, embed, form, video, base, link, math, dialog, u, i)"
_AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def serious(page):
    """What axe finds against WCAG 2.2 AA, of any impact; the list of rules that passed says that it looked."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    result = axe.run(page, options=_AXE).response
    assert len(result["passes"]) > 8
    return [f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:200]}" for v in result["violations"]]


def test_there_are_twenty_hostile_articles():
    assert len(PAYLOADS) == 20


@pytest.mark.parametrize("name", [*SOURCES, *PAYLOADS, "index"])
def test_reports_are_quiet_safe_and_accessible(pages, visit, name):
    seen = visit(pages[name])
    assert name not in PAYLOADS or seen.page.locator("mark").count(), "the payload is no finding"
    assert seen.page.locator(FOREIGN).count() == 0
    assert seen.page.locator("main a:not([href^='#']):not([href^='https://']):not([href^='articles/'])").count() == 0
    assert serious(seen.page) == []
    seen.page.set_viewport_size({"width": 360, "height": 740})
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert seen.problems == []


def test_all_of_them_in_one_file(written, visit):
    seen = visit(written("together.html", SAMPLES, HOSTILE, rules=True))
    for link in seen.page.locator("td.name a").all()[::4]:
        link.click()
        seen.page.wait_for_selector(".article.open")
        assert seen.page.locator(".article:visible").count() == 1
        seen.page.locator(".back").click()
    assert seen.page.locator(FOREIGN).count() == 0
    assert seen.problems == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "dark"), (390, "light"), (390, "dark")])
@pytest.mark.parametrize("name", ["content-farm.txt", "honest.html", "index"])
def test_accessible_in_light_and_dark_wide_and_narrow(pages, visit, name, width, scheme):
    seen = visit(pages[name], width=width, color_scheme=scheme)
    if name == "content-farm.txt":
        seen.page.keyboard.press("j")
    assert serious(seen.page) == []


def test_the_alarm_rings(tmp_path, visit):
    # Without escaping and without the policy every one of the checks above would speak.
    bad = tmp_path / "bad.html"
    bad.write_text("<main><img src=http://127.0.0.1:9/p.png onerror=pwned()><script>pwned()</script></main>")
    seen = visit(bad)
    seen.page.wait_for_timeout(200)
    assert any("request: http" in problem for problem in seen.problems)
    assert any("a script of the article ran" in problem for problem in seen.problems)
    assert seen.page.locator(FOREIGN).count() == 2


def test_the_policy_holds_where_escaping_would_not(pages, tmp_path, visit):
    payload = "<img src=http://127.0.0.1:9/p.png onerror=pwned()><script>pwned()</script><p style='color:red'>x</p>"
    leaky = tmp_path / "leaky.html"
    leaky.write_text(pages["honest.html"].read_text("utf-8").replace("<main>", f"<main>{payload}"), "utf-8")
    seen = visit(leaky)
    said = " ".join(seen.problems)
    assert "a script of the article ran" not in said
    for blocked in ("inline event handler", "Loading the image", "inline script", "inline style"):
        assert re.search(f"{blocked}.{{0,60}} violates", said), blocked
