"""The pipeline in a real crawl, of files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("scrapy", reason="Scrapy is not installed: pip install scrapy")

from scrapy.exceptions import DropItem
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


def test_declared_items_and_reasons():
    item = Page(html=(SAMPLES / "content-farm.html").read_bytes())
    assert AuditorPipeline().process_item(item)["audit"]["score"] == 0
    with pytest.raises(DropItem, match="reject, score 0: "):
        AuditorPipeline(drop=["reject"]).process_item(item)
