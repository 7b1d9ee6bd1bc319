"""A real browser, and reports to open in it."""

import os
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

HOSTILE = Path(__file__).parent / "hostile"
SAMPLES = Path(__file__).parents[2] / "samples"
# Every place that a hostile article can reach is made a finding, so that it gets into messages and evidence too.
RULE = """
title: A payload <b>in a title</b>
why: Because of `<script>pwned()</script>` & "others".
fix: Take <img src=x onerror=pwned()> out.
not_flagged: Everything else.
message: 'Payload: {match}'
severity: warning
zones: [headline, byline, dateline, body, author, links, comments, boilerplate, metadata]
detect: pattern
with: {patterns: ['\\bpwn .{0,300}', '<script>.{0,40}'], phrases: [pwn, script]}
basis: The tests.
references: ['https://example.org/?a="><script>pwned()</script>']
bad:
  - "A ⟦pwn here⟧"
good:
  - "Nothing here."
"""
ABOUT = "title: House\nabout: Rules of this house.\n"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser():
    """Chromium, as the system has it; AUDITOR_BROWSER names another."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright; install article-auditor[browser]")
    path = os.environ.get("AUDITOR_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not path:
        pytest.skip("no Chromium or Chrome on this machine; AUDITOR_BROWSER names one elsewhere")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Write a report of some paths and give its path."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "cards" / "house").mkdir(parents=True)
    (folder / "cards" / "house" / "_about.yml").write_text(ABOUT)
    (folder / "cards" / "house" / "payload.yml").write_text(RULE, "utf-8")

    def write(name, *paths, rules=False, options=()):
        target = folder / name
        cards = ("--rules", str(folder / "cards")) if rules else ()
        arguments = ["check", *map(str, paths), "--format", "html", "--output", str(target), "--exit-zero", *cards]
        result = CliRunner().invoke(app, [*arguments, *options])
        assert result.exit_code == 0, result.output
        return target

    return write


@pytest.fixture(scope="session")
def pages(written):
    """A page for every sample and every hostile article, by the name of its source."""
    made = {"index": written("all", SAMPLES, HOSTILE, rules=True) / "index.html"}
    for source in (*SAMPLES.iterdir(), *HOSTILE.iterdir()):
        (made[source.name],) = made["index"].parent.glob(f"articles/*{source.name.replace('.', '-')}-????????.html")
    return made


@pytest.fixture(scope="session")
def one(written):
    return written("one.html", SAMPLES / "content-farm.txt")


@pytest.fixture(scope="session")
def many(written):
    return written("many.html", SAMPLES)


class Visit:
    """A page that was opened, and everything that happened on it that must not."""

    def __init__(self, context):
        self.page = context.new_page()
        self.problems = []
        self.page.on("console", lambda said: self.problems.append(f"console {said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.problems.append("dialog"), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.problems.append(f"window: {popup.url}"))
        self.page.on("request", self._request)
        self.page.add_init_script("window.pwned = () => console.error('a script of the article ran')")

    def open(self, path, fragment=""):
        self.page.goto(f"{Path(path).as_uri()}{fragment}")
        return self

    def _request(self, request):
        if not request.url.startswith(("file:", "data:image/svg+xml")):
            self.problems.append(f"request: {request.url}")


@pytest.fixture
def visit(browser):
    """Open a file; options are those of a browser context."""
    contexts = []

    def opened(path, fragment="", *, width=1400, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Visit(context).open(path, fragment)

    yield opened
    for context in contexts:
        context.close()
