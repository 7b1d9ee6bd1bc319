"""Boxes about an author that no class names: in other languages, after an office, under a job, below a signature."""

import pytest

import auditor
from auditor.model import Zone

SENTENCE = "The harbour was rebuilt over nine winters by people who had never seen a crane before. "
PROSE = "".join(f"<p>{SENTENCE * 4}Part {n}.</p>" for n in range(5))


def author(after, *, before="", byline="<p class=byline>By Ada Byrne</p>"):
    page = f"<article><h1>Salt roads</h1>{byline}{before}{PROSE}{after}</article>"
    document = auditor.parse(f"<html><body>{page}</body></html>", format="html")
    return [block.text for block in document.zone(Zone.AUTHOR)]


@pytest.mark.parametrize(
    "life",
    [
        "Ada Byrne arbeitete viele Jahre als Lotsin im Hafen und schreibt heute über Gezeiten.",
        "Ada Byrne est journaliste et vit depuis dix ans dans un petit port de la côte.",
        "Ada Byrne escribe sobre mareas y vive desde hace diez años en un puerto pequeño.",
        "Ada Byrne schrijft over getijden en woont al tien jaar in een kleine haven.",
        "Author: Prof. Ada Byrne is a harbour pilot who writes about tides and lives in Fife.",
        "The Scottish pilot Ada Byrne is founder of a school for lights and lives in Fife.",
        "Ada Byrne, born 1979, is a <a href=/a>harbour pilot, who writes about tides and lives in Fife</a>.",
    ],
)
def test_a_biography_after_the_text_is_about_the_author(life):
    assert author(f"<p>{life}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Led by the pilot Ada Byrne, the team of the harbour has measured all lights on the northern coast.",
        "The council said that Ada Byrne would be asked to speak about the lights at its next meeting in May.",
        "Nobody has seen the lamp that Ada Byrne is said to have lit on the outer mole in that winter.",
    ],
)
def test_a_sentence_that_names_the_author_is_text(line):
    assert author(f"<p>{line}</p>") == []


JOB = "<div class=x1><p>Ada Byrne</p><p>{job}</p><p>{told}</p></div>"


@pytest.mark.parametrize(
    ("job", "told", "found"),
    [
        ("Associate Editor", "A pilot who came from the sea, Ada has a passion for anything that floats.", True),
        ("Ressort Hafen", "Schreibt seit 2008 über Gezeiten und kennt jede Lampe auf der Mole.", True),
        ("2 reviews", "The new lamp on the mole has changed what we see at night from the quay.", False),
        ("Save the picture", "Like the kitchens of the harbour, its lamps are seen by all who sail home.", False),
    ],
)
def test_a_name_a_job_and_a_life_in_one_element(job, told, found):
    assert bool(author("", before=JOB.format(job=job, told=told))) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Ich bin Ada Byrne, 32 Jahre jung, und lebe am Hafen.", True),
        ("Hallo, mein Name ist Ada und ich lebe am Hafen.", True),
        ("Je m’appelle Ada, et je vis au port.", True),
        ("Ich bin Teil des Hafens.", False),
        ("JE SUIS ADA, un film sur le port.", False),
    ],
)
def test_beside_the_text_somebody_says_who_they_are(said, found):
    page = f"<main><h1>Salt roads</h1>{PROSE}</main><div class=sidebar><p>{said}</p></div>"
    document = auditor.parse(f"<html><body>{page}</body></html>", format="html")
    assert bool(document.zone(Zone.AUTHOR)) is found


def test_whoever_took_a_picture_is_no_author():
    credit = f"<div class=image-author-license><p>Ada Byrne</p><p>{SENTENCE}</p></div>"
    assert author(credit, byline="") == []
