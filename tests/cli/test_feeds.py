"""Feeds and exports of WordPress: each item is an article, with its places in the file."""

import json
import tracemalloc
from collections import Counter
from io import BytesIO
from itertools import chain, repeat

import pytest

from auditor.feed_index import FeedError, items

TEXT = "The night boat leaves at ten, and nobody sleeps on it before the lights of the town are gone."
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"'
)
EXPORT = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" {SPACES}>
<channel><title>A site</title>
  <item>
    <title><![CDATA[The lock opens at six]]></title>
    <link>https://harbour.example/lock/</link>
    <dc:creator>marit</dc:creator>
    <pubDate>Thu, 02 May 2024 08:00:00 +0000</pubDate>
    <content:encoded><![CDATA[{TEXT}

[caption id="a_9"]<img src="a.jpg" alt="" /> The quay[/caption]

Ærø &amp; Als: {TEXT} TODO: ask her. [gallery ids="1,2"]]]></content:encoded>
    <wp:post_id>12</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
    <wp:comment><wp:comment_content>TODO: spam [Insert photo here]</wp:comment_content></wp:comment>
  </item>
  <item><title>logo TODO</title><wp:post_id>13</wp:post_id><wp:post_type>attachment</wp:post_type></item>
  <item><title>Unfinished TODO</title><wp:post_id>15</wp:post_id><wp:status>draft</wp:status></item>
  <item><title>Ærø</title><content:encoded><![CDATA[<p>Ærø. {TEXT} [Insert photo here]</p>]]></content:encoded>
  <wp:post_id>14</wp:post_id></item>
</channel></rss>
"""
ESCAPED = f"""<rss version="2.0"><channel><title>F</title>
<item><title>Bread &amp; butter in Lille</title><link>https://harbour.example/2024/bread</link>
<description>&lt;p class=&quot;lead&quot;&gt;{TEXT} It &amp;#8217;tis&amp;nbsp;so.&lt;/p&gt;
&lt;!-- TODO: hidden --&gt;&lt;p&gt;a &amp;lt; b. [Insert photo here] &lt;a href=&quot;https://harbour.example/?b=1&amp;amp;c=2&quot;&gt;more
bread&lt;/a&gt; TODO: weigh it.&lt;/p&gt;</description></item></channel></rss>
"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title type="text">The lock opens</title>
<link rel="edit" href="https://harbour.example/e"/><link href="https://harbour.example/lock"/>
<author><name>Marit Ness</name></author><published>2024-05-02T08:00:00Z</published><summary>TODO: none</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT} TODO: ask.</p></div></content></entry></feed>
"""


@pytest.fixture
def audited(call, desk):
    """The reports of a file, and what was said beside them; each finding is checked against the file."""

    def run(name, text, *more):
        (desk / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        done = call("check", name, "-f", "jsonl", *more)
        return [json.loads(line) for line in done.stdout.splitlines()], done

    return run


def found(report, text):
    """Rules with the text of the file from their line and column on."""
    lines = text.replace("\r\n", "\n").split("\n")
    return {(one["rule"], lines[one["line"] - 1][one["column"] - 1 :][:14]) for one in report["findings"]}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_post_of_an_export_is_an_article(audited, end):
    text = EXPORT.replace("\n", end)
    reports, done = audited("export.xml", text)
    first, second = reports
    assert [one["document"]["name"] for one in reports] == ["export.xml#12", "export.xml#14"]
    head = first["document"]
    assert (head["title"], head["byline"]) == ("The lock opens at six", ["marit"])
    assert (head["published"], head["url"]) == ("2024-05-02T08:00:00+00:00", "https://harbour.example/lock/")
    assert found(first, text) >= {("todo-mark", "TODO: ask her.")}
    assert {rule for rule, _ in found(first, text)} & {"shortcode", "bracket-placeholder"} == set()
    assert ("bracket-placeholder", "[Insert photo ") in found(second, text)
    assert "attachments, menus and what was not published (2)" in done.stderr


def test_paragraphs_of_wordpress_are_paragraphs(audited):
    (first, _), _ = audited("export.xml", EXPORT)
    assert not [one for one in first["findings"] if one["rule"] == "run-together"]
    assert first["document"]["words"] > 2 * len(TEXT.split())


def test_markup_that_was_escaped_is_read_in_its_place(audited):
    (report,), _ = audited("a.rss", ESCAPED)
    assert report["document"]["title"] == "Bread & butter in Lille"
    assert report["document"]["name"] == "a.rss#bread"
    assert found(report, ESCAPED) == {("bracket-placeholder", "[Insert photo "), ("todo-mark", "TODO: weigh it")}


def test_the_text_of_an_entry_is_its_content(audited):
    (report,), _ = audited("a.atom", ATOM)
    head = report["document"]
    assert (head["byline"], head["url"]) == (["Marit Ness"], "https://harbour.example/lock")
    assert found(report, ATOM) == {("todo-mark", "TODO: ask.</p>")}


def test_a_person_reads_the_line_of_the_file(call, desk):
    (desk / "export.xml").write_text(EXPORT, "utf-8")
    said = call("check", "export.xml", "--all").stdout
    assert "export.xml#14:" in said
    assert "[Insert photo here]</p>" in said
    number = next(n for n, line in enumerate(EXPORT.splitlines(), 1) if "[Insert photo here]</p>" in line)
    assert f"  {number} | " in said


def test_the_cache_gives_the_lines_of_where_an_item_stands_now(audited):
    once, _ = audited("a.rss", ESCAPED)
    moved = ESCAPED.replace("<title>F", "\n\n<title>F")
    again, _ = audited("a.rss", moved)
    assert found(again[0], moved) == found(once[0], ESCAPED)


HOSTILE = {
    "entities that grow": '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
    "a file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item>&a;</item></channel></rss>',
    "an address": '<!DOCTYPE rss SYSTEM "http://evil.example/a.dtd"><rss><channel><item/></channel></rss>',
    "parameter entities": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://evil.example/a">%a;]><rss></rss>',
    "an unknown entity": "<rss><channel><item><title>&boat;</title></item></channel></rss>",
    "no end": "<rss><channel><item><title>a</title>",
    "depth": "<rss>" + "<a>" * 100_000,
    "a wide encoding": '<?xml version="1.0" encoding="utf-16"?><rss><channel></channel></rss>',
    "no encoding": '<?xml version="1.0" encoding="klingon"?><rss><channel></channel></rss>',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_or_broken_is_refused_with_the_line(audited, kind):
    _, done = audited("a.xml", HOSTILE[kind])
    assert done.exit_code == 2
    assert "a.xml: line 1" in done.stderr
    assert "root:" not in done.stdout + done.stderr


def test_what_comes_before_a_fault_is_audited(audited):
    reports, done = audited("a.rss", ESCAPED.replace("</channel>", "<item></channel>"))
    assert done.exit_code == 2
    assert [one.get("error", "")[:6] for one in reports] == ["", "line 5"]


def test_a_feed_without_items_is_nothing_to_check(audited):
    _, done = audited("a.rss", "<rss><channel></channel></rss>")
    assert done.exit_code == 2
    assert "--allow-empty" in done.stderr


def test_the_items_of_a_long_feed_take_the_memory_of_their_places():
    item = (
        b"<item><title>A</title><link>https://a.example/%d</link><description>"
        + b"word " * 400
        + b"</description></item>\n"
    )

    written = (b"<rss><channel>", *(item % number for number in range(10_000)), b"</channel></rss>", b"")
    pieces = iter(written)

    class Long(BytesIO):
        def read(self, _size=-1):
            return next(pieces)

    tracemalloc.start()
    count = sum(1 for _ in items(Long(), Counter()))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert most < 5_000_000


def test_a_tag_without_end_does_not_fill_the_memory():
    pieces = chain([b'<rss><channel a="'], repeat(b"a" * 65_000))

    class Endless(BytesIO):
        def read(self, _size=-1):
            return next(pieces)

    with pytest.raises(FeedError, match="without end"):
        list(items(Endless(), Counter()))


def test_sarif_speaks_of_items_by_lines(call, desk):
    (desk / "export.xml").write_text(EXPORT, "utf-8")
    run = json.loads(call("check", "export.xml", "-f", "sarif").stdout)["runs"][0]
    regions = [place["physicalLocation"]["region"] for one in run["results"] for place in one["locations"]]
    assert regions
    assert all("charOffset" not in region and region["startLine"] > 5 for region in regions)


def test_fixes_leave_feeds_alone(call, desk):
    text = EXPORT.replace("Ærø &amp; Als", "Ærø &amp;amp; Als")
    (desk / "export.xml").write_text(text, "utf-8")
    call("check", "export.xml", "--fix", "--unsafe-fixes")
    assert (desk / "export.xml").read_text("utf-8") == text


def test_an_item_without_text_is_empty(audited):
    (report,), _ = audited("a.rss", "<rss><channel>\n<item/></channel></rss>")
    assert "no-text" in {one["rule"] for one in report["findings"]}
