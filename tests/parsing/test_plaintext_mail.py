"""Mail: header, letter, signature."""

import pytest

from auditor.model import Zone
from auditor.parsing import markdown, plaintext

LETTER = (
    "The harbour board met for three hours on Tuesday and agreed on very little, its minutes show.\n\n"
    "Members put off the vote on the new crane until the spring, when the surveyor will have reported.\n\n"
)


def zone(source, which):
    return [block.text for block in plaintext.read(source).zone(which)]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("From: Ada Byrne <ada@quay.test>\nDate: Sun, 7 May 2023 08:00:00 +0000\nSubject: The crane", ("Ada Byrne",)),
        ('From: "The Quay Letter" <a@quay.test>\nSubject: The crane\nSent: 7 May 2023', ("The Quay Letter",)),
        ("Von: Ada Byrne <ada@quay.test>\nGesendet: 7. Mai 2023\nAn: Max Roe\nBetreff: Kran", ("Ada Byrne",)),
        ("De: Ada Byrne <ada@quay.test>\nEnvoyé : 7 mai 2023\nÀ : Max Roe\nObjet : La grue", ("Ada Byrne",)),
    ],
)
def test_a_header_says_who_wrote_and_when(header, names):
    document = plaintext.read(f"{header}\n\nThe vote on the crane\n\n{LETTER}")
    assert (document.title, document.byline, document.published) == ("The vote on the crane", names, "2023-05-07")
    assert [block.text for block in document.zone(Zone.BODY)] == LETTER.strip().split("\n\n")


@pytest.mark.parametrize(
    "head",
    ["From: the harbour", "Date: Sunday\nTo: the board", "From: here\nFrom: there\nSubject: a crane"],
)
def test_a_line_or_two_of_that_form_are_no_header(head):
    blocks = plaintext.read(f"{head}\n\n{LETTER}").blocks
    assert all(block.reason != "header of a mail" for block in blocks)


def test_what_stands_below_the_signature_mark_is_no_text():
    source = f"The vote\n\n{LETTER}-- \nSent to you because you asked.\nUnsubscribe: https://quay.test/off"
    assert zone(source, Zone.BOILERPLATE)[0] == "--"
    assert zone(source, Zone.BODY) == LETTER.strip().split("\n\n")
    assert len(zone(f"The vote\n\n--\n\n{LETTER * 9}", Zone.BODY)) > 10


def test_a_profile_below_the_signature_mark_stays_one():
    fields = "Name: Ada Byrne\nUsername: adabyrne\nJob title: Reporter\nEmail: ada@quay.test"
    assert zone(f"The vote\n\n{LETTER}--\n\n{fields}", Zone.AUTHOR) == fields.split("\n")


def test_an_address_after_read_more_is_a_link():
    assert zone(f"The vote\n\n{LETTER}Read more: https://quay.test/41", Zone.LINKS) == [
        "Read more: https://quay.test/41"
    ]


@pytest.mark.parametrize(
    ("closing", "author"),
    [
        ("Ada Byrne mends nets in a terraced house by the sea and paints them when the weather is bad.", True),
        ("Ada Byrne, Max Roe and the board will meet again when the surveyor has written his report.", False),
        ("Ada goes on about the crane whenever the board meets, and nobody on the quay minds that.", False),
    ],
)
def test_a_last_paragraph_about_the_stated_author_is_a_biography(closing, author):
    front, links = (
        "---\ntitle: The vote\nauthor: Ada Byrne\n---\n\n",
        "## Related posts\n\n- [Rope](/r)\n- [Tar](/t)\n\n",
    )
    document = markdown.read(f"{front}{LETTER}{links}---\n\n*{closing}*")
    assert [block.text for block in document.zone(Zone.AUTHOR)] == [closing] * author
    assert not markdown.read(f"{front}{LETTER}{closing}\n\nThe rest of us went home in the rain.").zone(Zone.AUTHOR)
