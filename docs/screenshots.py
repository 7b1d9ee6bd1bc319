"""The pictures of `docs/report.md`. `make screenshots` takes them from the samples."""

import os
import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from typer.testing import CliRunner

from auditor.cli.app import app

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
_COLOURS = 128  # enough for text and marks, a third of the size
SHOTS = (
    # name, report, width, height, scheme, keys pressed before
    ("report", "article", 1280, 800, "light", ""),
    ("report-finding", "article", 1280, 800, "light", "jj"),
    ("report-dark", "article", 1280, 800, "dark", "jjj"),
    ("report-phone", "article", 390, 760, "light", ""),
    ("report-phone-finding", "article", 390, 760, "light", "jj"),
    ("report-overview", "overview", 1280, 800, "light", ""),
)


def main() -> None:
    os.chdir(ROOT)
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        reports = {
            "article": _written("samples/content-farm.txt", Path(folder, "article.html")),
            "overview": _written("samples", Path(folder, "overview.html")),
        }
        browser = driver.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
        for shot in SHOTS:
            _take(browser, reports[shot[1]], shot)
        browser.close()


def _written(source: str, target: Path) -> str:
    result = CliRunner().invoke(app, ["check", source, "-f", "html", "-o", str(target), "--exit-zero"])
    if result.exit_code:
        sys.exit(result.output)
    return target.as_uri()


def _browser() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("AUDITOR_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    return found or sys.exit("no Chromium or Chrome found; name one with AUDITOR_BROWSER")


def _take(browser: Browser, address: str, shot: tuple[str, str, int, int, str, str]) -> None:
    name, _, width, height, scheme, keys = shot
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(address)
    for key in keys:
        page.keyboard.press(key)
    taken = Image.open(BytesIO(page.screenshot(animations="disabled")))
    taken.quantize(_COLOURS).save(IMAGES / f"{name}.png", optimize=True)
    page.close()


if __name__ == "__main__":
    main()
