"""One profile in the layouts in which pages and scrapers print it."""

import pytest

from auditor.model import Zone
from auditor.parsing import markdown, plaintext

FACTS = {
    "Name": "Ada Quill", "Username": "aquill", "Email": "ada@quay.test", "Birthdate": "1980-02-29",
    "Phone": "+47 555 12 1299", "Company": "Quay and Sons", "Job": "Clerk", "Bio": "She writes on ropes, and on knots.",
}  # fmt: skip
GERMAN = ["Name", "Benutzername", "E-Mail", "Geburtsdatum", "Telefon", "Firma", "Beruf", "Über mich"]
INDONESIAN = ["Nama", "Nama Pengguna", "Surel", "Tanggal Lahir", "Telepon", "Perusahaan", "Pekerjaan", "Biografi"]


def lines(form, keys=FACTS, between="\n"):
    return between.join(form.format(key=key, value=value) for key, value in zip(keys, FACTS.values(), strict=True))


LAYOUTS = {
    "colons": lines("{key}: {value}"),
    "spaced colons": lines("  • {key} : {value}"),
    "blank lines": lines("{key}: {value}", between="\n\n"),
    "equals": lines("{key} = {value}"),
    "heading": "Author Profile\n" + lines("{key}: {value}"),
    "dashes": "Author\n" + lines("{key} - {value}"),
    "bars": "Author info\n" + lines("{key} | {value}"),
    "capitals": "AUTHOR DETAILS\n" + lines("{key}: {value}").upper(),
    "arrows": "Author\n" + lines("» {key}: {value}"),
    "bold": "Author\n" + lines("**{key}**: {value}"),
    "two lines": "Author\n\n" + lines("{key}\n{value}"),
    "two lines and colons": "Author details\n\n" + lines("{key}:\n{value}"),
    "two paragraphs": "Author\n\n" + lines("{key}\n\n{value}", between="\n\n"),
    "one line": "Detail Author: " + lines("{key} : {value}", between=" "),
    "one line with bullets": "Detail Author: " + lines("• {key} : {value}", between=" "),
    "German": "Über den Autor\n" + lines("{key}: {value}", GERMAN),
    "Indonesian": "Detail Penulis:\n" + lines("{key} : {value}", INDONESIAN),
}
KEYS = ["name", "username", "email", "birthdate", "phone", "company", "job", "biography"]
BODY = "The harbour board met for three hours on Tuesday and agreed on very little, its minutes show.\n\n" * 4


def facts(document):
    (author,) = document.authors
    return [(field.key, field.value.lower()) for field in author.fields if field.key in KEYS]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_profile_below_an_article(layout):
    expected = [(key, value.lower()) for key, value in zip(KEYS, FACTS.values(), strict=True)]
    document = plaintext.read(f"A vote is put off\n\n{BODY}{layout}")
    assert facts(document) == expected
    assert facts(plaintext.read(layout, zone=Zone.AUTHOR)) == expected
    assert document.words == len(BODY.split())


@pytest.mark.parametrize("name", ["colons", "heading", "dashes", "bold", "one line", "one line with bullets", "German"])
def test_the_same_in_markdown(name):
    document = markdown.read(f"# A vote is put off\n\n{BODY}{LAYOUTS[name]}")
    assert facts(document) == [(key, value.lower()) for key, value in zip(KEYS, FACTS.values(), strict=True)]


def test_columns():
    text = "About the author\n" + lines("{key}\t{value}")
    assert [key for key, _ in facts(plaintext.read(f"A vote is put off\n\n{BODY}{text}"))] == KEYS
    table = "## Author\n\n| Field | Value |\n|---|---|\n" + lines("| {key} | {value} |")
    assert [key for key, _ in facts(markdown.read(f"# A vote is put off\n\n{BODY}{table}"))] == KEYS


@pytest.mark.parametrize(
    "text",
    ["Author Bio: She writes on ropes, and on knots.", "Written by Ada Quill\n\n" + "Quo ropes et knots sunt. " * 4],
)
def test_a_single_line_that_says_author(text):
    (author,) = plaintext.read(f"A vote is put off\n\n{BODY}{text}").authors
    assert author.first("biography")


def test_a_credit_amid_the_text_is_no_profile():
    assert plaintext.read(f"A vote is put off\n\n{BODY}Author: Ada Quill\n\nReleased:\n\n1980").authors == ()
