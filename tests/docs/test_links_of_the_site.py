"""Every link of the documentation leads to a file that is there, and to a heading that it has."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    path
    for path in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/rules/*.md")))
    if path.name != "CHANGELOG.md"
]
LINK = re.compile(r"\]\(\s*<?([^)<>\s]+)")


def without_code(text):  # nor what stands between single marks
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^(`{3,}).*?^\1`*$", "", text, flags=re.MULTILINE | re.DOTALL))


@cache
def anchors(page):
    """The headings of a page as hosts name them."""
    headings = re.findall(r"^#{1,6} (.+)$", without_code_blocks(page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def without_code_blocks(text):
    return re.sub(r"^(`{3,}).*?^\1`*$", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    lost = []
    for link in LINK.findall(without_code(page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, heading = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and target.suffix == ".md" and heading not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_the_checker_sees_links():
    assert sum(len(LINK.findall(page.read_text("utf-8"))) for page in PAGES) > 100
