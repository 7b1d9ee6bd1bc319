"""The site is built by one command; a link that leads nowhere, or a page without its heading, stops it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mkdocs", reason="no site without article-auditor[docs]")
pytest.importorskip("mkdocstrings", reason="no site without article-auditor[docs]")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_and_every_rule_is_there(site):
    for page in ROOT.glob("docs/**/*.md"):
        name = page.relative_to(ROOT / "docs").with_suffix(".html").as_posix()
        assert (site / name.replace("README", "index")).exists(), name


def test_the_reference_comes_out_of_the_docstrings(site):
    text = (site / "api.html").read_text("utf-8")
    for name in ("audit", "parse", "clean", "load_rules", "Report", "Finding"):
        assert f'id="auditor.{name}"' in text, name


def test_examples_of_rules_are_marked_as_in_the_report(site):
    text = (site / "rules/template/unrendered-template.html").read_text("utf-8")
    assert re.search(r"<mark>[^<]*\{\{", text)
    assert not any("⟦" in page.read_text("utf-8") for page in site.glob("rules/*/*.html"))


def test_examples_of_rules_are_followed_by_what_the_report_says(site):
    for page in (site / "rules").glob("*/*.html"):
        text = page.read_text("utf-8")
        flagged = text.partition('id="flagged"')[2].partition('id="not-flagged"')[0]
        if "is marked" in flagged and page.stem != "unused-suppression":  # which speaks of what others found
            assert flagged.count('class="report"') == flagged.count('class="example"') > 0, page.stem
    shown = (site / "rules/template/bracket-placeholder.html").read_text("utf-8")
    assert "article.txt:1:1: error[bracket-placeholder]" in shown


def test_the_site_loads_nothing_from_anybody_else(site):
    for page in (site / "index.html", site / "api.html"):
        loaded = re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"?(https?:[^\"> ]+)", page.read_text("utf-8"))
        assert loaded == []
