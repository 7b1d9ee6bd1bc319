"""Sources that are made to break a parser: each gives a report or a clear error, in bounded time and memory.

Every source is audited in a process of its own that may use 60 seconds of CPU and 3 GB of address space, far below what
anything quadratic would need.
"""

import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CPU_SECONDS = 60
ADDRESS_SPACE = 3_000_000_000
WORDS = "the ferry sails at noon and comes back before the tide has turned "

SMALL: dict[str, Callable[[], bytes]] = {
    "empty.html": lambda: b"",
    "no-address.html": lambda: (
        b'<link rel="canonical" href="//[a b]"><h1>Wind pays off</h1>'
        + b"<h2>Roof wind pays off</h2><p>The mast hums at night and nobody sleeps while the wind blows.</p>" * 9
    ),
    "blank.txt": lambda: b" \n\t\r\n\x0c ",
    "nul.txt": lambda: b"The harbour\x00 was built\x00 by monks.\x00" * 1000,
    "nul.html": lambda: b"<p>The harb\x00our</p><\x00p>" * 1000,
    "nested.html": lambda: b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "nested-inline.html": lambda: b"<b><i><a href=x>" * 50_000 + b"deep",
    "nested-lists.html": lambda: b"<ul><li>x" * 50_000,
    "attributes.html": lambda: b"<p " + b" ".join(b'a%d="b"' % i for i in range(100_000)) + b">text</p>",
    "classes.html": lambda: b'<p class="' + b" ".join(b"c%d" % i for i in range(100_000)) + b'">text</p>',
    "unclosed-quote.html": lambda: b'<p a="' * 50_000 + b"text",
    "unclosed-comment.html": lambda: b"<!-- " * 100_000,
    "unclosed-tag.html": lambda: b"<p <p <a <" * 50_000,
    "unclosed-script.html": lambda: b"<script>" + b"<!--<script>" * 50_000,
    "unclosed-everything.html": lambda: b"<html><body><table><tr><td><ul><li><p><b>" * 5_000 + WORDS.encode(),
    "entities.html": lambda: b"&amp" * 100_000 + b"&#x" * 100_000 + b"&#99999999999;" * 20_000,
    "dots.txt": lambda: b"." * 40_000,
    "dots.html": lambda: b"<p>" + b". " * 40_000 + b"</p>",
    "quotes.txt": lambda: b'"' * 100_000 + b" " + "“".encode() * 50_000,
    "apostrophes.txt": lambda: b"o'" * 100_000,
    "accents.txt": lambda: "ä".encode() * 200_000,
    "recurring.txt": lambda: b"".join(WORDS.encode() * 2 + b"and then %d " % i for i in range(2_000)),
    "one-word.txt": lambda: b"a" * 1_000_000,
    "one-word-again.txt": lambda: b"ferry " * 200_000,
    "brackets.md": lambda: b"[" * 100_000 + b"](" * 50_000,
    "stars.md": lambda: b"*a **b _c " * 30_000,
    "quotes.md": lambda: b"> " * 20_000 + b"deep",
    "backticks.md": lambda: b"`" * 50_000 + b"\n```\n" * 20_000,
    "front-matter.md": lambda: b"---\n" + b"a: [" * 20_000 + b"\n---\ntext",
    "yaml-bomb.md": lambda: (
        b"---\na: &a [x]\n" + b"".join(b"a%d: &a%d [*a%s,*a%s]\n" % (i, i, p, p) for i, p in _chain()) + b"---\ntext"
    ),
    "list.md": lambda: b"".join(b"%s- x\n" % (b" " * (i % 200)) for i in range(20_000)),
    "json-ld.html": lambda: b'<script type="application/ld+json">' + b'{"a":[' * 50_000 + b"</script><p>text</p>",
    "metas.html": lambda: b'<meta name="author" content="Odo Lamb">' * 100_000 + b"<p>text</p>",
    "fields.txt": lambda: b"Detail Author:\n" + b"Name : Odo Lamb\n" * 20_000,
    "handles.html": lambda: (
        b'<div class="author-box"><h3>Odo Lamb</h3>'
        + b"".join(b'<a href="https://twitter.com/u%d">@u%d</a>' % (i, i) for i in range(20_000))
    ),
    "lines.txt": lambda: b"Headline Of No Article At All\n\n" * 50_000,
    "binary.html": lambda: random.Random(1).randbytes(200_000),
    "binary.txt": lambda: bytes(range(256)) * 500,
    "utf16-declared-utf8.html": lambda: ('<meta charset="utf-8"><p>' + WORDS).encode("utf-16-le"),
    "utf8-declared-utf16.html": lambda: ('<meta charset="utf-16"><p>café ' + WORDS).encode("utf-8"),
    "sjis-declared-utf8.html": lambda: ('<meta charset="utf-8"><p>' + "船は正午に出る。" * 20).encode("shift-jis"),
    "gb18030-undeclared.html": lambda: ("<p>" + "渡轮中午开航。" * 20).encode("gb18030"),
    "unknown-charset.html": lambda: b'<meta charset="x-harbour"><p>' + WORDS.encode(),
    "escapes.txt": lambda: b"\x1b[2J\x1b]0;title\x07 The harbour \x9b31m was built by monks.",
}
LARGE: dict[str, Callable[[], bytes]] = {
    "links.html": lambda: b"<ul>" + b"<li><a href=/a>ferry</a>" * 1_000_000,
    "text-node.html": lambda: b"<p>" + WORDS.encode() * (50_000_000 // len(WORDS)),
    "one-line.txt": lambda: WORDS.encode() * (50_000_000 // len(WORDS)),
    "one-line.md": lambda: WORDS.encode() * (50_000_000 // len(WORDS)),
}


def _chain():
    return [(i, b"" if i == 1 else b"%d" % (i - 1)) for i in range(1, 40)]


def audit(path: Path) -> tuple[int, dict, str]:
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "check", "--format", "json", "--exit-zero", str(path)],
        capture_output=True, timeout=300, check=False, preexec_fn=_limit,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout or b"{}"), done.stderr.decode()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def holds(path: Path) -> None:
    code, result, errors = audit(path)
    assert code in (0, 2), errors
    assert "Traceback" not in errors
    if code == 2:
        assert str(path) in errors
        assert "internal" not in errors
    else:
        (report,) = result["reports"]
        assert not report["rules"]["errored"]


@pytest.mark.parametrize("name", SMALL)
def test_small_hostile_sources_give_a_report_or_a_clear_error(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(SMALL[name]())
    holds(path)


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE)
def test_large_hostile_sources_give_a_report_or_a_clear_error(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(LARGE[name]())
    holds(path)


def test_hostile_sources_leave_the_others_of_a_run_unharmed(tmp_path):
    for name in ("binary.html", "nested.html", "empty.html", "brackets.md"):
        (tmp_path / name).write_bytes(SMALL[name]())
    (tmp_path / "good.txt").write_text(
        "Harbour\n\nThe ferry sails at noon and comes back before the tide has turned.\n"
    )
    _, result, _ = audit(tmp_path)
    assert any(report["document"]["name"].endswith("good.txt") for report in result["reports"])
