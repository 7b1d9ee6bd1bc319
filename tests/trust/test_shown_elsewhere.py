"""What a browser shows outside of paragraphs is read for what it says, and is no part of the article."""

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
    "button": f"<button>{LEAK}</button>",
    "link": f'<p><a href="/x">{LEAK}</a></p>',
    "caption": f'<div class="wp-caption-text">{LEAK}</div>',
    "aside": f"<aside>{LEAK}</aside>",
    "footer": f"<footer>{LEAK}</footer>",
    "legend": f"<fieldset><legend>{LEAK}</legend></fieldset>",
    "related": f'<div class="related-posts">{LEAK}</div>',
}


def page(markup):
    return f'<html lang="en"><title>The lock</title><article><h1>The lock</h1><p>{TEXT * 3}</p>{markup}</article>'


@pytest.mark.parametrize("element", ELEMENTS)
def test_a_sentence_is_found_wherever_it_is_shown(element):
    source = page(ELEMENTS[element])
    found = [f for f in auditor.audit(source, format="html").findings if f.rule == "assistant-speaking"]
    assert len(found) == 1
    assert "As an AI language model" in source[found[0].offset : found[0].offset + found[0].length]
    assert auditor.audit(source, format="html").verdict == "reject"


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
