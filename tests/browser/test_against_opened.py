"""Two extractions side by side in a browser: as safe and quiet as a report, and walked through with keys."""

import pytest
from conftest import HOSTILE, SAMPLES
from test_safety import serious
from typer.testing import CliRunner

from auditor.cli.app import app


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("against")
    source = next(path for path in sorted(HOSTILE.iterdir()) if path.suffix == ".html")
    other = folder / "other.txt"
    other.write_text((SAMPLES / "content-farm.txt").read_text("utf-8") + source.read_text("utf-8", "replace"), "utf-8")
    made = CliRunner().invoke(app, ["parse", str(source), "--against", str(other), "-o", str(folder / "out.html")])
    assert made.exit_code == 0, made.output
    return folder / "out.html"


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_it_is_quiet_safe_and_accessible(page, visit, width, scheme):
    seen = visit(page, width=width, color_scheme=scheme)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(seen.page) == []
    assert seen.page.locator("main :is(script, img, iframe, a)").count() == 0
    assert seen.problems == []


def test_keys_step_through_differences_and_chips_hide_them(page, visit):
    seen = visit(page)
    seen.page.keyboard.press("j")
    assert seen.page.locator(".beside li.on").count() == 1
    there = seen.page.locator(".beside li.there")
    assert there.count() > 0
    seen.page.locator("[data-is=there]").click()
    assert not any(there.nth(n).is_visible() for n in range(there.count()))
