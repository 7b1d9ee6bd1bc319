"""What an audit measured goes with its page, and waits for no garbage collector."""

import gc

import pytest

import auditor

PAGE = """<html lang="en"><title>The mill</title><body><nav><a href="/">Home</a></nav><article><h1>The mill</h1>
<p class="byline">By Ann Lund</p><p>It was mended in spring, says Ann Lund, who “never saw such a wheel”.{odd}</p>
<p>As an AI language model, I cannot say when. Here is the article you asked for: [insert quote]</p></article>"""


@pytest.mark.parametrize("odd", ["", "An Al\u200bien l\u0435tter."], ids=["plain", "folded"])
def test_an_audit_leaves_nothing_that_holds_itself(odd):
    """Such things were as many as a page has phrases, and to look for them took a sixteenth of each audit."""
    page = PAGE.format(odd=odd)
    auditor.audit(page)
    gc.collect()
    gc.disable()
    try:
        auditor.audit(page)
        assert gc.collect() == 0
    finally:
        gc.enable()
