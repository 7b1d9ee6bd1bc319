"""Biographies that say nothing of their author, wherever a page keeps them."""

import json

import pytest

import auditor

_TEXT = (
    "The harbour office has counted every passenger on the ferry since spring, and the two lists agree on most days. "
)
_BODY = "".join(f"<p>{_TEXT * 2}</p>" for _ in range(3))
_FANS = "Avid bread fanatic. Subtly charming tv maven. Lifelong puzzle nerd."
_LIFE = "Nora Feld writes about harbours and lives in Bergen with two dogs."


def _card(bio: str) -> str:
    return f'<article><h1>Lists</h1>{_BODY}</article><div class="author-card"><h4>Nora Feld</h4><p>{bio}</p></div>'


def _app_data(bio: str) -> str:
    data = {"props": {"post": {"title": "Lists", "author": {"name": "Nora Feld", "bio": bio}}}}
    return f'<h1>Lists</h1>{_BODY}<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>'


def _json_ld(bio: str) -> str:
    data = {
        "@type": "Article",
        "headline": "Lists",
        "author": {"@type": "Person", "name": "Nora Feld", "description": bio},
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Lists</h1>{_BODY}'


def _table(bio: str) -> str:
    return (
        f"<article><h1>Lists</h1>{_BODY}<h3>About the author</h3><table><tr><td>Name</td><td>Nora Feld</td></tr>"
        f"<tr><td>Bio</td><td>{bio}</td></tr></table></article>"
    )


def _last(bio: str) -> str:
    return (
        f'<meta name="author" content="Nora Feld"><article><h1>Lists</h1>{_BODY}<p>Nora Feld</p><p>{bio}</p></article>'
    )


@pytest.mark.parametrize("page", [_card, _app_data, _json_ld, _table, _last])
def test_it_is_found_wherever_html_keeps_it(page) -> None:
    found = [f for f in auditor.audit(page(_FANS), format="html").findings if f.rule == "no-biography"]
    assert [f.evidence for f in found] == [_FANS]
    assert not [f for f in auditor.audit(page(_LIFE), format="html").findings if f.dimension == "authorship"]


@pytest.mark.parametrize(
    ("format_", "source"),
    [
        ("text", "Lists\n\n{text}\n\n{text}\n\nAbout the author: Nora Feld. {bio}"),
        ("markdown", '---\ntitle: Lists\nauthor: Nora Feld\nauthor_bio: "{bio}"\n---\n\n{text}\n\n{text}'),
        ("markdown", '---\ntitle: Lists\nauthor:\n  name: Nora Feld\n  bio: "{bio}"\n---\n\n{text}\n\n{text}'),
    ],
)
def test_it_is_found_in_text_and_front_matter(format_: str, source: str) -> None:
    page = source.format(text=_TEXT * 2, bio=_FANS)
    found = [f for f in auditor.audit(page, format=format_).findings if f.rule == "no-biography"]
    assert len(found) == 1
    assert found[0].evidence == _FANS


@pytest.mark.parametrize(
    "bio",
    [
        "Coffee lover and tv nerd who keeps the harbour books.",
        "Born on 29 February 1984 in Leeds, she writes about lamps.",
        "At 64 she has kept lamps for 40 years. Her brother Tom is a pilot.",
        "“The tide asks nobody.” That is all I have to say.",
        "The lamp of Brae was lit in 1870. It still burns.",
        "Ihre Lampen brennen hell. Das Meer ist dunkel, und niemand fragt danach.",
    ],
)
def test_lives_and_mottoes_are_left_alone(bio: str) -> None:
    assert not [f for f in auditor.audit(_card(bio), format="html").findings if f.rule == "no-biography"]
