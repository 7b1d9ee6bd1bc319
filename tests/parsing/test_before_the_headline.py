"""Before the headline of a page stand labels of its site; before that of a text that stands alone, what was left."""

import pytest

import auditor

TEXT = "<p>The ferry sails at noon, and the people of the harbour are there long before it with their fish.</p>" * 3
LINK = '<li><a href="/{}">Boats of the harbour {}</a></li>'
SITE = "<nav><ul>" + "".join(LINK.format(n, n) for n in range(9)) + "</ul></nav>"


def zone(before: str, *, around: str = "") -> str:
    document = auditor.parse(f"{around}<div>{before}<h1>The ferry of the bay</h1>{TEXT}</div>", format="html")
    said = before.partition(">")[2].partition("<")[0]
    return next(str(block.zone) for block in document.blocks if block.text == said)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Certainly! Here is the piece about the ferry.</p>",
        "<p>Dear {{first_name}}, you are the first to hear it:</p>",
        "<p>Second pass with all cuts taken in and the figures from page four still missing</p>",
    ],
)
def test_a_sentence_before_the_headline_belongs_to_a_text_that_stands_alone(line):
    assert zone(line) == "body"
    assert zone(line, around=SITE) == "boilerplate"


@pytest.mark.parametrize(
    "line", ["<p>Harbour news</p>", "<p>News, Sport and Weather of the bay</p>", "<p>Longer read.</p>"]
)
def test_labels_before_the_headline_do_not(line):
    assert zone(line) == "boilerplate"
