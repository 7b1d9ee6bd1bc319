"""Every command that the documentation shows is run, in a folder with the files that it speaks of."""

import gzip
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli.app import app

ROOT = Path(__file__).parent.parent.parent
PAGES = [path for path in sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))) if path.name != "CHANGELOG.md"]
BLOCK = re.compile(r"^ *```(?:console|sh|bash)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
# What no test can do, and why.
NOT_RUN = {
    r"^(?:pip|pipx|uvx|uv|podman|docker|git|gh)\b": "asks a package index or a host",
    r"^make\b": "sets up an environment of its own",
    r"\bray\b|s3://": "needs a cluster or an object store",
    r"\b(?:DIR|FOLDER|PATH|FILE)\b": "names what is on the machine of whoever reads it",
    r"--watch\b": "goes on until somebody ends it",
    r"^(?:cp|mkdir|cd|export|\$EDITOR|python)\b": "belongs to the machine of whoever reads it",
}
NEEDS = {"jq": shutil.which("jq"), "--engine daft": find_spec("daft"), "auditor corpus": find_spec("pyarrow")}
ARTICLE = """<html lang="en"><head><title>The road ends at the ferry</title></head><body><article>
<h1>The road ends at the ferry</h1>
<p>By Ada Berg</p>
<p>The road ends at the ferry, which leaves twice a day. [Insert photo here] It was built in 1962.</p>
<p>Whoever misses the second boat stays for the night, in one of four rooms above the post office.</p>
</article></body></html>
"""
DRAFT = "# Seven ways to the sea\n\nThe road ends at the ferry. {{author_name}} has walked it twice.\n"
WORD = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>The road ends at the ferry, which leaves twice a day.</w:t></w:r></w:p></w:body></w:document>"""
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""


def commands(page):
    """The commands of a page in their order, without prompt and comment."""
    for block in BLOCK.findall(page.read_text("utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            command = re.sub(r"\s{2,}#.*|^\s*(?:\w*\$ )?\s*", "", line).strip()
            if command and not command.startswith("#"):
                yield command


def reason(command):
    """Why a command is not run."""
    known = [why for pattern, why in NOT_RUN.items() if re.search(pattern, command)]
    missing = [f"{name} is not installed" for name, there in NEEDS.items() if name in command and not there]
    return next(iter([*known, *missing]), "")


def warc(number):
    body = ARTICLE.replace("1962", str(1900 + number)).encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with all that the pages speak of."""
    for name in ("article.html", "page.html", "old.html", "new.html", "content/a.html", "profiles/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    (tmp_path / "other.txt").write_text("The road ends at the ferry, which leaves twice a day.\n", "utf-8")
    (tmp_path / "peer.json").write_text('{"title": "The road", "text": "The road ends at the ferry."}', "utf-8")
    for name in ("draft.md", "article.md", "old.md", "new.md", "content/b.md"):
        (tmp_path / name).write_text(DRAFT, "utf-8")
    with zipfile.ZipFile(tmp_path / "draft.docx", "w") as file:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", WORD)):
            file.writestr(name, text)
    for name in ("crawl.warc.gz", "crawl/1.warc.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"".join(warc(number) for number in range(8)))
    (tmp_path / "strict.toml").write_text('fail-on = "warning"\n', "utf-8")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for name in ("my-rules", "mine"):
        shutil.copytree(ROOT / "rules/template", tmp_path / name / "template")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setattr("auditor.cli.init._came_from", dict)  # as if pip had found auditor by its name
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def run(command):
    """Exit code and what was said. Only what a shell or other processes take part in gets a process of its own.

    Eight articles are no work for eight workers.
    """
    command = re.sub(r"-j \d+", "-j 1", command)
    if re.match(r"auditor (?!corpus|lsp|mcp)[^|<>*&;]*$", command):
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        return done.exit_code, done.output + repr(done.exception or "")
    done = subprocess.run(
        ["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def run_all(some):
    for command in some:
        if not reason(command):
            code, said = run(command)
            assert code in (0, 1), f"{command}\n{said}"
            assert "Traceback" not in said, command


def pages(chosen):
    return [page for page in PAGES if any(map(chosen, commands(page)))]


def is_of_corpora(command):
    return command.startswith("auditor corpus")


@pytest.mark.parametrize("page", pages(lambda one: not is_of_corpora(one)), ids=lambda page: page.name)
def test_every_command_of_a_page_runs(page, desk):
    run_all(command for command in commands(page) if not is_of_corpora(command))


@pytest.mark.slow
@pytest.mark.parametrize("page", pages(is_of_corpora), ids=lambda page: page.name)
def test_every_command_about_corpora_runs(page, desk):
    run_all(command for command in commands(page) if is_of_corpora(command))


def test_most_commands_are_run():
    every = [command for page in PAGES for command in commands(page)]
    assert len([one for one in every if not reason(one)]) > 40
