"""Whom a report says that a text quotes."""

import auditor

_PAGE = """
<article><h1>The lamp of Brae</h1>
<p>“The lamp is older than the quay, and nobody knows its maker,” said <a href="https://lamps.net/lund">Ann Lund</a>,
who keeps it. “It has never gone out,” she added.</p>
<p>Lund says that oil is dear. According to the Harbour Office, “the fare will rise in May.”</p>
<p>“Nobody asked us,” Tom Hale told the council. “Nobody ever does,” said Lund.</p></article>
"""


def test_speakers_with_their_verbs_quotations_and_links() -> None:
    quoted = auditor.audit(_PAGE, format="html").quoted
    assert [(q.speaker, q.quotations, q.introduced) for q in quoted] == [
        ("Ann Lund", 3, ("said", "added")),
        ("Harbour Office", 1, ("according to",)),
        ("Tom Hale", 1, ("told",)),
    ]
    assert quoted[0].links == ("https://lamps.net/lund",)
    assert (quoted[0].line, quoted[0].column) == (3, 5)


def test_it_accuses_nobody() -> None:
    report = auditor.audit(_PAGE, format="html")
    assert report.findings == ()
    assert report.to_dict()["quoted"][2] == {
        "speaker": "Tom Hale", "introduced": ["told"], "quotations": 1, "links": [], "line": 6, "column": 5,
    }  # fmt: skip


def test_a_text_without_quotations_quotes_nobody() -> None:
    assert auditor.audit("The lamp\n\nThe lamp is old, and nobody knows who made it.", format="text").quoted == ()


def test_places_of_a_text_with_invisible_characters_are_found() -> None:
    text = "# The quay\n\nThe fer\u00adry left.\n\n“Nobody saw the fer\u00adry,” said Ada Byrne, who sells nets.\n"
    (record,) = auditor.audit(text, format="markdown").quoted
    assert (record.speaker, record.line) == ("Ada Byrne", 5)
