"""Files of word processors and of programs: read as what they are, or refused with the way out."""

import io
import zipfile
from importlib.util import find_spec

import pytest

import auditor
from auditor.model import Format, Zone
from auditor.parsing import refused, sniff, word
from auditor.reporters.word_files import around

NEEDS_MAMMOTH = pytest.mark.skipif(
    find_spec("mammoth") is None, reason="an installation from before files of Word were read; install it again"
)
STYLES = """<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>"""
KINDS = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="{target}"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>"""


def paragraph(text, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def packed(body, before="", **more):
    document = (
        f'<?xml version="1.0"?>{before}'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": KINDS,
        "_rels/.rels": RELATIONS.format(kind="officeDocument", target="word/document.xml"),
        "word/_rels/document.xml.rels": RELATIONS.format(kind="styles", target="styles.xml"),
        "word/styles.xml": STYLES,
        "word/document.xml": document,
        **more,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


DRAFT = packed(
    paragraph("Ferries to Brae", "T")
    + paragraph("The ferry to Brae sails twice a day in winter and six times a day in summer.")
    + paragraph("Who pays", "H")
    + paragraph("Islanders pay half of the fare, says the office &lt;of the harbour&gt;.")
    + paragraph("Nobody has ever paid for a dog.", "Q")
    + paragraph("The fares were set by [Insert name here] in the year of the storm.")
)


@NEEDS_MAMMOTH
def test_a_draft_keeps_its_parts_and_counts_its_paragraphs():
    document = auditor.parse(DRAFT, name="draft.docx")
    assert document.format is Format.DOCX
    assert document.title == "Ferries to Brae"
    told = [(document.lines.at(b.start)[0], b.kind, b.text) for b in document.blocks if b.zone is Zone.BODY]
    assert told[0][0] == 2
    assert told[1] == (3, "heading", "Who pays")
    assert told[2][2].endswith("<of the harbour>.")
    assert told[3][:2] == (5, "quotation")


@NEEDS_MAMMOTH
def test_findings_are_placed_by_paragraph():
    (found,) = [f for f in auditor.audit(DRAFT).findings if f.rule == "bracket-placeholder"]
    assert (found.line, found.evidence) == (6, "[Insert name here]")


@NEEDS_MAMMOTH
def test_what_only_pages_have_is_not_missed_in_a_draft():
    assert not {"missing-byline", "missing-date", "missing-title"} & set(auditor.audit(DRAFT).rules.failed)


@NEEDS_MAMMOTH
def test_the_article_of_a_draft_can_be_written_out():
    assert "Islanders pay half" in auditor.clean(DRAFT, format="markdown")
    assert "<blockquote>" in auditor.clean(DRAFT, format="html")


@NEEDS_MAMMOTH
def test_markup_in_a_draft_is_text():
    document = auditor.parse(packed(paragraph("&lt;script&gt;alert(1)&lt;/script&gt; and some words besides.")))
    assert "<script" not in document.source
    assert "<script>" in document.blocks[0].text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed("", before='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "entities"),
        (DRAFT[:-40], "archive or an office file"),
        pytest.param(packed("<w:p>"), "cannot be read as a file of Word", marks=NEEDS_MAMMOTH),
    ],
)
def test_damaged_and_hostile_drafts_are_errors(data, said):
    with pytest.raises(ValueError, match=said):
        auditor.parse(data, name="draft.docx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_no_file_of_word_is_packed_otherwise(method):
    """Such a member unpacks in one go, however small it says that it is."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DRAFT)) as old, zipfile.ZipFile(again, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(ValueError, match="packed as no file of Word is"):
        auditor.parse(again.getvalue(), name="draft.docx")


@pytest.mark.parametrize(
    "before",
    [f"<!-- {' ' * 5_000} --><!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a "b">]>'.encode("utf-16-be").decode("latin-1")],
)
def test_entities_are_found_wherever_they_are_declared(before):
    with pytest.raises(ValueError, match="entities"):
        auditor.parse(packed("", before=before), name="draft.docx")


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(word, "_MOST", 1_000)
    with pytest.raises(ValueError, match="more than 1,000 bytes"):
        auditor.parse(DRAFT)


@pytest.mark.parametrize(
    ("data", "way_out"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (rb"{\rtf1 Text}", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04\0\0", "archive"),
    ],
)
def test_other_files_say_what_to_do(data, way_out):
    with pytest.raises(ValueError, match=way_out):
        auditor.parse(data, name="draft")


@pytest.mark.parametrize(
    ("name", "text", "way_out"),
    [
        ("a.jsonl", '{"text": "Words."}\n', "corpus run"),
        ("a.xml", '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "feed"),
        ("a.atom", '<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        ("a.xml", '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>', "WordPress"),
        ("a.xml", "<invoice/>", "XML"),
        ("a.xml", "<!-- a page --><html><body/></html>", ""),
        ("a.html", '{"text": "Words."}', ""),
        ("notes", '{"text": "Words."}', ""),
    ],
)
def test_data_is_told_from_articles(name, text, way_out):
    reason = refused.of_text(text, name)
    assert way_out in reason
    assert bool(reason) is bool(way_out)


@pytest.mark.parametrize(("name", "said"), [("a.rst", ".rst"), ("a.md", ""), ("a.docx", ""), ("README", ""), ("", "")])
def test_suffixes_that_say_nothing(name, said):
    assert sniff.strange(name) == said


@NEEDS_MAMMOTH
def test_reports_quote_a_draft_as_its_writer_sees_it():
    document = auditor.parse(DRAFT, name="draft.docx")
    report = auditor.audit(document)
    told = auditor.render(report, documents=document)
    assert "  6 | The fares were set by [Insert name here] in the year of the storm.\n" in told
    assert 'paragraph 6, under "Who pays"' in told
    assert "Body, paragraph 6<" in auditor.render(report, documents=document, format="html").replace(" <", "<")


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (1, ""),
        (2, 'under "Who & what"'),
        (3, 'under "Who & what"'),
        (4, "in a footnote"),
        (5, "in a footnote"),
        (7, "in a comment"),
    ],
)
def test_a_place_is_told_by_what_stands_around_it(line, where):
    paragraphs = [
        "<p>Fares.</p>",
        "<h2><em>Who &amp; what</em></h2>",
        '<p>Paid.<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup></p><ol>',
        '<li id="footnote-2">',
        "<p>By all.</p></li></ol>",
        '<dt id="comment-0">Comment [1]</dt><dd>',
        "<p>Why?</p></dd></dl>",
    ]
    assert around(paragraphs, line) == where
