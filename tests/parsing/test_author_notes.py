"""Notes about an author that only their place and form announce, in every format."""

import pytest

import auditor
from auditor.parsing.notes import note

PROSE = (
    "The council has closed the pier until Friday, and the ferry will not sail before the crane has come back.",
    "Nobody at the harbour could say who will pay for it, though two people asked whether the lamp may stay lit.",
    "A second meeting is to be held next week in the hall behind the chapel, where tea will be served as always.",
)
TEXT = "\n\n".join(PROSE)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROSE)


def profile(source: str, kind: str) -> dict[str, str]:
    document = auditor.parse(source, format=kind)
    return {field.key: field.value for author in document.authors for field in author.fields}


def page(before: str = "", after: str = "") -> str:
    return (
        f"<html lang=en><head><title>Pier closed</title></head><body><article><h1>Pier closed</h1>{before}"
        f"{PARAGRAPHS}{after}</article></body></html>"
    )


@pytest.mark.parametrize(
    "closing",
    [
        "About our sports writer: Laura Feld. Keeps bees on the roof.",
        "By Laura Feld. Keeps bees on the roof.",
        "Contributor: Laura Feld. Keeps bees on the roof.",
        "Laura Feld. Keeps bees on the roof.",
        "**Laura Feld** · Keeps bees on the roof.",
        "> **Laura Feld**\n> Keeps bees on the roof.",
        "_About the writer_\n**Laura Feld.** Keeps bees on the roof.",
        "## About Laura Feld\n\nKeeps bees on the roof.",
    ],
)
def test_a_closing_note(closing):
    found = profile(f"# Pier closed\n\n{TEXT}\n\n{closing}\n", "markdown")
    assert (found["name"], found["biography"]) == ("Laura Feld", "Keeps bees on the roof.")


@pytest.mark.parametrize(
    "closing",
    [
        "The last boat leaves at nine, and nobody minds.",
        "Laura Feld: I have nothing to add to what the council said.",
        "Keep off. Do not climb on the lamp.",
    ],
)
def test_the_last_paragraph_is_text(closing):
    assert profile(f"# Pier closed\n\n{TEXT}\n\n{closing}\n", "markdown") == {}


def test_a_person_of_the_text_is_no_author():
    told = f"# Pier closed\n\nLaura Feld has run the ferry for years.\n\n{TEXT}\n\nLaura Feld. She said no more.\n"
    assert profile(told, "markdown") == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div class=x1><b>Laura Feld</b><br><small>Keeps bees on the roof.</small></div>", ""),
        ("<p class=by>By Laura Feld <small>Keeps bees on the roof.</small></p>", ""),
        ("<div class=lede-by><span>Ottilie Feld</span><span>Keeps bees on the roof.</span></div>", ""),
        ("", "<div class=x2><p>Laura Feld</p><p>Keeps bees on the roof.</p></div>"),
        ("", "<div class=contrib><span>Ottilie Feld</span> <span>Keeps bees on the roof.</span></div>"),
        ("", "<dl class=author><dt>Ottilie Feld</dt><dd>Keeps bees on the roof.</dd></dl>"),
        ("", "<aside><b>Laura Feld</b> Keeps bees on the roof.</aside>"),
    ],
)
def test_a_note_on_a_page(before, after):
    found = profile(page(before, after), "html")
    assert found["name"].endswith(" Feld")
    assert found["biography"] == "Keeps bees on the roof."


@pytest.mark.parametrize(
    "after",
    [
        "<div class=x2><p>Return Policies</p><p>Return for a refund within thirty days.</p></div>",
        "<div class=x2><p>Laura Feld</p><p>Ada Byrne</p><p>Grace Holt</p><p>The cast of the play.</p></div>",
        "<div class=photo-credit><p>Laura Feld</p><p>Keeps bees on the roof.</p></div>",
        "<div class=x2><b>Reviewed by Laura Feld</b> Keeps bees on the roof.</div>",
    ],
)
def test_what_stands_there_besides(after):
    assert profile(page(after=after), "html") == {}


def test_a_biography_by_its_class_alone():
    found = profile(
        page(after="<section class=bio><p>Keeps bees on the roof of the old ferry house.</p></section>"), "html"
    )
    assert found == {"biography": "Keeps bees on the roof of the old ferry house."}


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Ada Byrne, Staff writer. Keeps bees on roofs.", "Ada Byrne", "Keeps bees on roofs."),
        ("J. P. Byrne. Reads everything twice.", "J. P. Byrne", "Reads everything twice."),
        ("Author: Ada Byrne — keeps bees in town", "Ada Byrne", "keeps bees in town"),
    ],
)
def test_the_parts_of_a_note(text, name, told):
    found = note(text)
    assert found
    assert (text[found.start : found.name_end], text[found.told :]) == (name, told)


@pytest.mark.parametrize("text", ["Ada Byrne, 34, has kept bees. She likes it.", "About the author. She keeps bees."])
def test_what_has_no_name_of_its_own_is_no_note(text):
    assert note(text) is None
