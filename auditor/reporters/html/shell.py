"""The page around the content: one file that asks the network for nothing and runs no script but its own."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from auditor.reporters.html.markup import Markup, join, tag

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%23223'/%3E%3Cpath d='M4 5h8M4 8h8' stroke='%23fff' stroke-width='1.4'/%3E%3Cpath d='M4 11.5l1.3-1 "
    "1.4 1 1.3-1 1.4 1 1.3-1 1.3 1' fill='none' stroke='%23f66' stroke-width='1.4'/%3E%3C/svg%3E"
)
_KEYS = (
    ("j", "next finding, article of the table, or difference"),
    ("k", "the one before"),
    ("↓ ↑", "the same, in the list of findings"),
    ("Enter", "from a finding to its place in the text, and from its number in the text back"),
    ("Esc", "deselect the finding; from an article back to all articles"),
    ("/", "search the articles"),
    ("?", "this help"),
)


def document(title: str, content: Markup, back: str = "") -> str:
    """A whole file.

    Args:
        back: where the list of all articles is, seen from this page.
    """
    before, between, after = _frame(back)
    return "".join((before, tag("title", title), between, content, after))


@cache
def _frame(back: str) -> tuple[str, str, str]:
    """What stands before the title, between it and the content, and behind: the same on every page of a report."""
    hole = Markup("\0")
    page = tag(
        "html",
        tag("head", _head(hole, _asset("report.css"), _asset("report.js"))),
        tag("body", _bar(back), tag("main", hole), _help()),
        lang="en",
    )
    before, between, after = f"<!DOCTYPE html>\n{page}".split(hole)
    return before, between, after


def _head(title: Markup, style: str, script: str) -> Markup:
    # frame-ancestors is ignored in a meta element; everything else that could load, run or send is off.
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return join(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content="auditor"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        title,
        tag("link", rel="icon", href=_ICON),
        tag("style", Markup(style)),
        tag("script", Markup(script)),
    )


def _bar(back: str) -> Markup:
    return tag(
        "nav",
        tag("b", "auditor"),
        tag("a", "‹ All articles", href=back, class_="back") if back else "",
        tag("button", "Shortcuts", type="button", class_="help", aria_haspopup="dialog"),
        tag("button", "Dark", type="button", class_="theme"),
        class_="bar",
        aria_label="Report",
    )


def _help() -> Markup:
    rows = (tag("div", tag("dt", tag("kbd", key)), tag("dd", does)) for key, does in _KEYS)
    switch = tag("label", tag("input", type="checkbox", checked=True, class_="single"), " Single letters are shortcuts")
    close = tag("button", "Close", type="button", class_="close")
    heading = tag("h2", "Shortcuts", id="keys")
    return tag("dialog", heading, tag("dl", rows), tag("p", switch), close, aria_labelledby="keys", class_="keys")


@cache
def _asset(name: str) -> str:
    """A file of this package without its comments and indentation."""
    text = (resources.files(__package__) / name).read_text("utf-8")
    lines = (line.strip() for line in re.sub(r"/\*[^*]*\*/", "", text).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("// "))


@cache
def _hash(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
