"""What a browser shows outside of paragraphs is read for what it says, and is no part of the article."""

import re

import pytest

import auditor
from auditor.model import Zone

TEXT = "The lock was rebuilt twice, and both times the keeper stayed in his hut while the masons worked on the gates. "
LEAK = "As an AI language model, I cannot visit the lock."
ELEMENTS = {
    "textarea": f"<textarea>{LEAK}</textarea>",
    "xmp": f"<XMP>{LEAK}</XMP>",
    "plaintext": f"<plaintext>{LEAK}",
    "noembed": f"<noembed>{LEAK}</noembed>",
    "noscript": f"<noscript><p>{LEAK}</p></noscript>",
    "frame": f'<iframe src="about:blank" srcdoc="&lt;p&gt;{LEAK}"></iframe>',
    "drawing": f'<svg viewBox="0 0 9 9"><g><text x="1" y="2"><tspan>{LEAK}</tspan></text></g></svg>',
    "drawing without an end": f"<svg><TEXT>{LEAK}</svg>",
    "words of a drawing": f"<svg><text>{'</text><text>'.join(LEAK.split())}</text></svg>",
    "formula": f"<p>See <math><mtext>{LEAK}</mtext></math></p>",
    "words of a formula": f"<math><mi>{'</mi><mspace/><mi>'.join(LEAK.split())}</mi></math>",
    "choice": f"<select><option>Any<option>{LEAK}</select>",
    "button": f"<button>{LEAK}</button>",
    "link": f'<p><a href="/x">{LEAK}</a></p>',
    "caption": f'<div class="wp-caption-text">{LEAK}</div>',
    "aside": f"<aside>{LEAK}</aside>",
    "footer": f"<footer>{LEAK}</footer>",
    "legend": f"<fieldset><legend>{LEAK}</legend></fieldset>",
    "field": f'<input value="{LEAK}">',
    "hint": f'<input placeholder="{LEAK}">',
    "label": f'<button aria-label="{LEAK}">x</button>',
    "title": f'<p>See <abbr title="{LEAK}">here</abbr>.</p>',
    "title of a link": f'<p>See <a href="/x" title="{LEAK}">here</a>.</p>',
    "summary": f"<details><summary>{LEAK}</summary><p>See.</p></details>",
    "details": f"<details><summary>See</summary><p>{LEAK}</p></details>",
    "cell": f"<table><tr><td>1<td>2<tr><td>{LEAK}<td>3</table>",
    "heading": f"<h2>{LEAK}</h2>",
    "list": f"<ul><li>{LEAK}<li>See.</ul>",
    "figure": f"<figure><img src=a.png><figcaption>{LEAK}</figcaption></figure>",
    "alternative text": f'<img src="a.png" alt="{LEAK}">',
    "description": f'<meta name="description" content="{LEAK}">',
    "data": f'<script type="application/ld+json">{{"@type": "NewsArticle", "description": "{LEAK}"}}</script>',
    "data of another article": '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "The lock", '
    f'"author": "Ann"}}, {{"@type": "NewsArticle", "author": {{"name": "Ann", "description": "{LEAK}"}}}}]</script>',
    "style": f"<style>p::before {{ content : '{LEAK}' }}</style>",
    "data of a style": f'<style>p::before {{ content: attr( data-said ) }}</style><p data-said="{LEAK}"></p>',
    "hidden": f'<p style="display:none">{LEAK}</p>',
    "related": f'<div class="related-posts">{LEAK}</div>',
}


def page(markup):
    return f'<html lang="en"><title>The lock</title><article><h1>The lock</h1><p>{TEXT * 3}</p>{markup}</article>'


@pytest.mark.parametrize("element", ELEMENTS)
def test_a_sentence_is_found_wherever_it_is_shown(element):
    source = page(ELEMENTS[element])
    found = [f for f in auditor.audit(source, format="html").findings if f.rule == "assistant-speaking"]
    assert len(found) == 1
    place = re.sub("<[^>]*>", " ", source[found[0].offset : found[0].offset + found[0].length])
    assert "As an AI language model" in " ".join(place.split())
    assert auditor.audit(source, format="html").verdict == "reject"


@pytest.mark.parametrize("tag", ["aside", "nav", "footer", "form", "dialog"])
def test_an_order_for_a_text_is_found_beside_the_article_too(tag):
    order = "<p>Word count: 900 words</p><p>Target keyword: old lock</p><p>Tone: friendly</p><p>Audience: boaters</p>"
    said = auditor.audit(page(f"<{tag}>{order}</{tag}>"), format="html").findings
    assert "writing-brief" in {finding.rule for finding in said}


@pytest.mark.parametrize("tag", ["code", "kbd", "samp"])
def test_a_paragraph_of_sentences_is_no_code(tag):
    said = [f.rule for f in auditor.audit(page(f"<p><{tag}>{LEAK}</{tag}></p>"), format="html").findings]
    assert "assistant-speaking" in said


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>The tool answered:</p><p><samp>{LEAK}</samp></p>",
        f"<p>The tool answered <code>{LEAK}</code> and stopped.</p>",
    ],
)
def test_code_that_the_page_reports_is_a_mention(markup):
    assert "assistant-speaking" not in [f.rule for f in auditor.audit(page(markup), format="html").findings]


ATTRIBUTES = {
    "a link of the same words": f'<p><a href="/x" title="{TEXT.strip()}">{TEXT.strip()}</a></p>',
    "a field that nobody sees": f'<input type="hidden" value="{LEAK}">',
    "a script": f"<script>box('<b title=\"{LEAK}\">')</script>",
    "a label": '<a href="/x" title="Share on the network of the harbour">Share</a>',
}


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_labels_copies_and_what_nobody_sees_are_no_text(attribute):
    hint = '<p title="The keeper of the harbour said that he would not open the gates before the tide.">Gates</p>'
    documents = [auditor.parse(page(markup), format="html") for markup in (hint, ATTRIBUTES[attribute])]
    read, unread = ([b for b in one.blocks if b.reason == "text of an attribute"] for one in documents)
    assert read
    assert not unread


@pytest.mark.parametrize("element", ["textarea", "xmp", "noscript", "frame", "drawing"])
def test_it_is_no_part_of_the_article(element):
    document = auditor.parse(page(ELEMENTS[element]), format="html")
    (block,) = [block for block in document.blocks if "language model" in block.text]
    assert block.zone is Zone.METADATA
    assert "language model" not in auditor.clean(document, format="text")


FIELDS = {
    "a form": "<textarea>Write here what you think.</textarea>",
    "a template": "<textarea><% if (comment) { %>Dear {{name}}, as said above. {{text}}<% } %></textarea>",
    "code": "<xmp>for boat in boats: print(boat.name); print(boat[0])</xmp>",
    "labels": '<svg><text x="1">2019</text><text>Boats and ships</text><text>HEALTHY OILS</text></svg>',
    "a formula": "<math><mi>x</mi><mo>=</mo><mn>3</mn><mtext> for all boats of the lock</mtext></math>",
    "a choice": "<select><option>Albania<option>Algeria<option>St. Pierre<option>Choose one of these</select>",
    "words of a chart": "<svg><text>Boats of</text><text>the lock</text><text>in the</text><text>year</text></svg>",
    "icons": '<style>.a::before{content:"\\f101"}.b{content:"The arrow \\201c of the lock \\201d is blue"}</style>',
    "a tracker": '<noscript><img src="https://a.test/t?id=1&ev=PageView" alt=""></noscript>',
    "a frame": '<iframe srcdoc="<style>p{margin:0}</style><b onclick=play()>Play</b>"></iframe>',
}


@pytest.mark.parametrize("field", FIELDS)
def test_fields_code_and_labels_are_none_of_it(field):
    document = auditor.parse(page(FIELDS[field]), format="html")
    assert [block.reason for block in document.blocks if block.reason.startswith("text in <")] == []


def test_many_such_elements_are_few_blocks():
    many = page(f"<svg>{'<text>The boat is old and blue.' * 20_000}</svg>" + ELEMENTS["textarea"] * 2_000)
    assert sum(block.reason.startswith("text in <") for block in auditor.parse(many, format="html").blocks) <= 501
