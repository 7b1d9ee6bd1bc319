"""Bylines in the forms of other languages, signatures with a nickname, and what stands where nobody is named."""

import pytest

import auditor

TEXT = "<p>The ferry had been waiting at the pier since noon, and those who were on board knew nothing at all. " * 3
PAGE = "<title>Ferry waits</title><article><h1>Ferry waits</h1>{}" + TEXT + "</p>{}</article>"


def named(above="", below="", head=""):
    return auditor.parse(head + PAGE.format(above, below), format="html").byline


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Erstellt von Ada Lund</p>", ("Ada Lund",)),
        ("<p>Escribe Ada Lund</p>", ("Ada Lund",)),
        ("<p>Propos recueillis par Ada Lund</p>", ("Ada Lund",)),
        ("<p>Geschreven door Ada Lund en Max Roe</p>", ("Ada Lund", "Max Roe")),
        ("<p>Scritto da Ada Lund</p>", ("Ada Lund",)),
        ("<p>Skrevet af Ada Lund</p>", ("Ada Lund",)),
        ('<div><span>Auteur :</span></div><div><a href="/ada-lund-81">Ada Lund</a></div>', ("Ada Lund",)),
        ('<p class="date-author">Ada Lund, 01.12.2021</p>', ("Ada Lund",)),
        ("<p>03/01/2017 by Ada Lund, Keeper of the Candidate List</p>", ("Ada Lund",)),
        ('<p>by <span class="author vcard fn">lund77</span></p>', ("lund77",)),
        ('<a rel="author" href="/author/adal">seabird</a>', ("seabird",)),
        ('<div class="td-author-by">Por</div>', ()),
    ],
)
def test_near_the_headline(above, names):
    assert named(above) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<p><span class='post-author vcard'>Eingestellt von <span class='fn'>der Wirt</span></span></p>",
            ("der Wirt",),
        ),
        ("<p><strong>Autor:</strong> <a href='/p/207'>Klausmartin Roe</a></p>", ("Klausmartin Roe",)),
        ("<p>Text von Anna Lund</p>", ("Anna Lund",)),
        ("<ul><li>Autoren</li><li><a href='/x'>Lexikon</a></li><li><a href='/y'>Videos</a></li></ul>", ()),
    ],
)
def test_below_the_text(below, names):
    assert named(below=below) == names


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Ada Lund / Journalist", ("Ada Lund",)),
        ("Ada Lund @adalund", ("Ada Lund",)),
        ("신현주 기자", ("신현주",)),
        ("No Author", ()),
        ("Autor", ()),
        ("unbekannt", ()),
    ],
)
def test_stated_names(stated, names):
    assert named(head=f'<meta name="author" content="{stated}">') == names


def test_an_answer_to_a_comment_is_nobody():
    comment = '<p>Maria says:</p><div>Written by</div><div><a rel="nofollow" href="#reply">Reply to Ada Lund</a></div>'
    assert named(below=comment) == ()
