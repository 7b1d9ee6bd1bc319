"""What an editor does with the report: jump, step, filter, search, sort, print; by mouse, by keys, on a phone."""

import re

import pytest


def selected(page):
    return page.locator(".rule li.on").evaluate_all("items => items.map(item => item.dataset.n)")


def in_view(locator):
    return locator.evaluate(
        "element => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def test_from_the_list_to_the_text_and_back(one, visit):
    page = visit(one).page
    item = page.locator(".rule li").nth(7)
    number = item.get_attribute("data-n")
    item.locator(".go").click()
    assert selected(page) == [number]
    assert in_view(page.locator("mark.on").first)
    page.locator("sup .n", has_text=re.compile("^1$")).first.click()
    assert selected(page) == ["1"]
    assert in_view(page.locator(".rule li.on .go"))
    mark = page.locator("mark:not([data-f*=' ']):not([data-f='1'])").first
    number = mark.get_attribute("data-f")
    mark.click()
    assert selected(page) == [number]
    assert page.url.endswith(page.locator(".rule li.on").get_attribute("id"))


def test_overlapping_places_take_turns(one, visit):
    page = visit(one).page
    mark = page.locator("mark[data-f*=' ']").first
    numbers = mark.get_attribute("data-f").split()
    for number in [*numbers, numbers[0]]:
        mark.click()
        assert selected(page) == [number]


def test_other_places_of_a_finding(one, visit):
    page = visit(one).page
    page.locator(".losses a", has_text="Invented source").click()
    item = page.locator(".rule li.on")
    number = item.get_attribute("data-n")
    item.locator(".where a").nth(1).click()
    assert selected(page) == [number]
    target = item.locator(".where a").nth(1).get_attribute("href")
    assert in_view(page.locator(f"[id='{target[1:]}']"))


def test_keys(one, visit):
    page = visit(one).page
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert selected(page) == ["2"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "2"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "go"
    page.keyboard.press("ArrowDown")
    assert selected(page) == ["3"]
    page.keyboard.press("Escape")
    assert selected(page) == []
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.locator("dialog .single").uncheck()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("j")
    assert selected(page) == []


def test_a_permalink_opens_at_its_finding(one, visit):
    first = visit(one).page
    item = first.locator(".rule li").nth(9)
    id_, number = item.get_attribute("id"), item.get_attribute("data-n")
    page = visit(one, f"#{id_}").page
    assert selected(page) == [number]
    assert in_view(page.locator("mark.on").first)


def test_filters(one, visit):
    page = visit(one).page
    shown = page.locator(".rule > ol > li:not([hidden])")
    total = shown.count()
    warnings = page.locator(".rule li[data-severity=warning]").count()
    page.locator(".chips [data-severity=warning]").click()
    assert shown.count() == total - warnings
    assert page.locator(".total").inner_text() == f"{total - warnings} of {total}"
    assert page.locator("mark.warning:not(.off)").count() == 0
    page.locator("[data-by=dimension]").select_option("sourcing")
    assert page.locator(".rule > ol > li:not([hidden]):not([data-dimension=sourcing])").count() == 0
    assert 0 < shown.count() < total - warnings
    page.locator("[data-by=zone]").select_option("author")
    assert shown.count() == 0
    page.locator("[data-by=dimension]").select_option("")
    assert shown.count() == page.locator(".rule li:not([data-severity=warning])[data-zone=author]").count() > 0


def test_one_card_is_open(one, visit):
    page = visit(one).page
    cards = page.locator(".rule")
    assert cards.count() > 8
    opened = page.locator(".rule[open]")
    assert opened.count() == 1
    cards.nth(4).locator(".head").click()
    page.wait_for_function("document.querySelectorAll('.rule[open]').length === 1")
    assert cards.nth(4).get_attribute("open") is not None
    page.keyboard.press("j")
    assert cards.nth(0).get_attribute("open") is not None
    assert opened.count() == 1


def test_what_is_done_is_ticked_off_and_left_out_of_the_note(one, visit):
    context = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = visit(one, **context).page
    page.locator(".rule").first.locator(".tick input").check()
    page.locator(".copy").click()
    page.wait_for_selector(".copy:text('Copied')")
    note = page.evaluate("navigator.clipboard.readText()")
    assert note.startswith(
        "Rooftop Wind Pays Off: Bright Future Or Empty Promise?\nReject: 0 of 100\n\n1. Invented source"
    )
    assert "Invented author" not in note
    assert "To do: Name and link the real source" in note
    page.reload()
    assert page.locator(".rule.done").count() == 1


def test_why_and_who(one, visit):
    page = visit(one).page
    page.locator(".bands summary").click()
    assert "A score under 40 means reject" in page.locator(".bands").inner_text()
    page.locator(".people summary").click()
    assert page.locator(".people table").count() == 2
    assert "one expert" in page.locator(".people").inner_text()


def test_a_search_counts(many, visit):
    page = visit(many).page
    page.locator(".search input").fill("content-farm")
    assert page.locator(".chips [data-verdict=reject]").inner_text() == "Reject 3"
    assert page.locator(".chips [data-verdict=pass]").inner_text() == "Pass 0"


def test_stepping_passes_filtered_findings_by(one, visit):
    page = visit(one).page
    page.locator("[data-by=zone]").select_option("author")
    page.locator(".next").click()
    assert page.locator(".rule li.on").get_attribute("data-zone") == "author"


def test_theme(one, visit):
    page = visit(one, color_scheme="light").page
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.locator(".theme").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark
    assert visit(one, color_scheme="dark").page.evaluate(ground) == dark


def test_on_a_phone_the_finding_stays_in_sight(one, visit):
    page = visit(one, width=390, height=844, has_touch=True, is_mobile=True).page
    page.locator(".next").tap()
    assert in_view(page.locator("mark.on").first)
    assert in_view(page.locator(".current"))
    assert page.locator(".current").inner_text().startswith("1 of ")
    page.locator(".current").tap()
    assert in_view(page.locator(".rule li.on .go"))


def test_it_reads_without_scripts(one, many, visit):
    page = visit(one, java_script_enabled=False).page
    assert page.locator(".rule li").first.is_visible()
    assert not page.locator(".filters").is_visible()
    page.locator("sup .n").first.click()
    assert "#" in page.url
    page = visit(many, java_script_enabled=False).page
    assert page.locator(".articles tbody tr").count() == 6
    assert page.locator(".article:visible").count() == 0
    page.locator("td.name a").first.click()
    assert page.locator(".article:visible").count() == 1


def test_print_shows_text_and_all_findings(one, visit):
    page = visit(one).page
    page.emulate_media(media="print")
    assert page.locator(".rule li:visible").count() == page.locator(".rule li").count()
    assert not page.locator(".filters").is_visible()
    lower = page.locator(".rule").last.bounding_box()["y"]
    assert lower < page.locator("article").bounding_box()["y"]


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_overview(kind, pages, many, visit):
    page = visit(pages["index"] if kind == "folder" else many).page
    rows = page.locator(".articles tbody tr")
    total = rows.count()
    scores = [float(text) for text in page.locator(".articles td.score").all_inner_texts()]
    assert scores == sorted(scores)
    page.locator("th button", has_text="Score").click()
    assert page.locator(".articles td.score").first.inner_text() == "100"
    page.locator(".search input").fill("tide mill")
    assert rows.count() == 1
    page.locator(".search input").fill("")
    page.locator(".frequent button").first.click()
    rule = page.locator(".frequent button").first.get_attribute("data-rule")
    assert page.locator(".search input").input_value() == rule
    assert 0 < rows.count() == page.locator(f".articles tbody tr[data-rules~='{rule}']").count() < total
    page.locator(".search input").fill("")
    passed = page.locator(".articles tbody [data-verdict=pass]").count()
    page.locator(".chips [data-verdict=pass]").click()
    assert rows.count() == total - passed


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_from_the_overview_to_an_article_and_back(kind, pages, many, visit):
    page = visit(pages["index"] if kind == "folder" else many).page
    page.keyboard.press("/")
    page.keyboard.type("wind pays off")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".article.open .rule")
    page.keyboard.press("j")
    assert selected(page) == ["1"]
    page.keyboard.press("Escape")
    assert selected(page) == []
    page.keyboard.press("Escape")
    page.wait_for_selector(".articles tbody tr")
    assert page.locator(".articles tbody tr").first.is_visible()
