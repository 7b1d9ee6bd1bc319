"""`auditor corpus run`: quoted patterns, and what a terminal shows while it runs."""

import os
import re
import subprocess

import pytest
from corpus_command import auditor

PAGE = "<h1>The lock</h1><p>The night boat leaves at {}, and nobody sleeps before the lights of the town are gone.</p>"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "pages").mkdir()
    for number in range(3):
        (tmp_path / "pages" / f"{number}.html").write_text(PAGE.format(number))
    (tmp_path / "pages" / "notes.csv").write_text("a\n")
    return tmp_path


def run(desk, *arguments, **how):
    return auditor("run", *arguments, "-o", "out", cwd=desk, **how)


def test_a_quoted_pattern_is_expanded(desk):
    ran = run(desk, "pages/*.html")
    assert ran.returncode == 0
    assert "3 documents, in 1 part" in ran.stderr


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("pages/*.htm", "no file matches this pattern; its folder holds .html (3), .csv (1)"),
        ("pages/[7-9].html", "no file matches this pattern; its folder holds .html (3)"),
        ("pagse/*.html", "no file matches this pattern: there is no such folder; check the path"),
        ("empty/*", "no file matches this pattern; its folder holds no files"),
    ],
)
def test_a_pattern_without_a_match_says_what_is_there_instead(desk, pattern, said):
    (desk / "empty").mkdir()
    ran = run(desk, pattern)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert not (desk / "out").exists()


def on_a_terminal(desk, *arguments):
    """What a terminal shows, count by count."""
    pty = pytest.importorskip("pty", reason="there are no such terminals here")
    reads, writes = pty.openpty()
    ran = run(desk, *arguments, stdout=subprocess.DEVNULL, stderr=writes)
    os.close(writes)
    shown = b""
    try:
        while piece := os.read(reads, 65_536):
            shown += piece
    except OSError:
        pass  # so a terminal ends on Linux
    os.close(reads)
    assert ran.returncode == 0
    return re.split(r"[\r\n]+|\x1b\[K", shown.decode())


def test_a_terminal_counts_documents_of_all_with_their_share(desk):
    told = [one for one in on_a_terminal(desk, "pages") if one.strip()]
    assert re.match(r"[123] of 3 documents, (33|67|100)%, \d+ a second", told[0])
    assert told[-1].startswith("auditor: 3 documents, in 1 part; ")


def test_one_document_is_one(desk):
    assert "auditor: 1 document, in 1 part; auditor corpus summary out" in on_a_terminal(desk, "pages/0.html")


def test_a_file_is_named_once_among_the_worst(desk):
    (desk / "pages" / "0.html").write_text(PAGE.format("TODO: ask [Insert photo here]"))
    run(desk, "pages/0.html")
    assert auditor("summary", "out", cwd=desk).stdout.count("pages/0.html") == 1
