"""The pipeline in a real crawl, of files."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("scrapy", reason="Scrapy is not installed: pip install scrapy")

from scrapy.exceptions import DropItem
from scrapy.http import HtmlResponse
from scrapy.item import Field, Item

from auditor.integrations.scrapy import AuditorPipeline

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples"
SPIDER = """
from pathlib import Path
from scrapy import Spider

class Samples(Spider):
    name = "samples"
    start_urls = [Path(name).as_uri() for name in {paths!r}]
    custom_settings = {settings!r}

    def parse(self, response):
        yield {{"url": response.url, "page": response.text}}
"""


class Page(Item):
    html = Field()
    audit = Field()


def crawled(tmp_path, **settings):
    """Items of a crawl over two samples, by file name."""
    paths = [str(SAMPLES / name) for name in ("honest.html", "content-farm.html")]
    settings |= {"ITEM_PIPELINES": {"auditor.integrations.scrapy.AuditorPipeline": 300}, "TELNETCONSOLE_ENABLED": False}
    (tmp_path / "spider.py").write_text(SPIDER.format(paths=paths, settings=settings))
    command = [sys.executable, "-m", "scrapy", "runspider", "spider.py", "-o", "items.jsonl"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True)
    items = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines()]
    return {item["url"].rpartition("/")[2]: item for item in items}


def test_items_carry_their_audit(tmp_path):
    items = crawled(tmp_path, AUDITOR_FIELD="page")
    assert {name: item["audit"]["verdict"] for name, item in items.items()} == {
        "honest.html": "pass",
        "content-farm.html": "reject",
    }
    assert items["honest.html"]["audit"]["findings"] == []


def test_rejected_items_are_dropped_when_asked(tmp_path):
    assert set(crawled(tmp_path, AUDITOR_FIELD="page", AUDITOR_DROP=["reject"])) == {"honest.html"}


class Bare(Item):
    html = Field()


class Stats(Counter):
    def inc_value(self, name):
        self[name] += 1


@pytest.mark.parametrize("page", [None, [], 3, b"%PDF-1.5\0\1\2" * 50, "", "<html></html>"])
def test_an_item_without_a_page_goes_on(page):
    stats = Stats()
    assert AuditorPipeline(drop=["reject", "review"], stats=stats).process_item({"html": page})["audit"] is None
    assert AuditorPipeline(stats=stats).process_item({})["audit"] is None
    assert stats == {"auditor/unreadable": 2}


def test_pages_come_as_lists_and_responses():
    page = (SAMPLES / "honest.html").read_bytes()
    latin = "<html><title>Caf\xe9 opens</title><p>The caf\xe9 opened on Monday.".encode("latin-1")
    response = HtmlResponse("http://a.example/", body=latin, encoding="latin-1")
    stats = Stats()
    pipeline = AuditorPipeline(stats=stats)
    assert pipeline.process_item({"html": [page.decode()], "url": ["http://a.example/1"]})["audit"]["verdict"] == "pass"
    assert pipeline.process_item({"html": response})["audit"]["audited"] in {"full", "part"}
    pipeline.process_item(Bare(html=page))
    assert stats["auditor/undeclared"] == 1
    assert stats.total() == 4


def test_declared_items_and_reasons():
    item = Page(html=(SAMPLES / "content-farm.html").read_bytes())
    assert AuditorPipeline().process_item(item)["audit"]["score"] == 0
    with pytest.raises(DropItem, match="reject, score 0: "):
        AuditorPipeline(drop=["reject"]).process_item(item)
