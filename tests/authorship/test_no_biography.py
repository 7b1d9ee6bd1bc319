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


_FANS_IN = {
    "de": "Pionier des Internets. Leidenschaftlicher Fan von Bier. Lebenslanger Experte für Zombies und Kaffee.",
    "es": "Fanático del tocino. Entusiasta de la cerveza galardonado. Pionero de internet de toda la vida.",
    "it": "Pioniere di Internet. Fanatico del bacon umile e irritante. Incline ad attacchi di apatia.",
    "pl": "Zapalony miłośnik piwa. Pionier internetu. Subtelnie czarująca fanka zombie.",
    "ru": "Пионер интернета. Заядлый любитель пива. Склонен к приступам апатии.",
    "tr": "İnternet öncüsü. Hevesli bira tutkunu. Ömür boyu zombi uzmanı.",
    "he": "חלוץ האינטרנט. חובב בירה נלהב. מומחה זומבים לכל החיים.",
}
_CARRIER = {
    "de": "Die Fähre fährt um neun, und niemand am Steg wurde nach dem Preis gefragt, der im Mai steigt.",
    "es": "El barco sale a las nueve y nadie en el muelle fue preguntado por la tarifa, que sube en mayo.",
    "it": "Il traghetto parte alle nove e nessuno sul molo è stato interrogato sulla tariffa, che aumenta.",
    "pl": "Prom odpływa o dziewiątej i nikogo na nabrzeżu nie zapytano o cenę, która w maju wzrośnie.",
    "ru": "Паром отходит в девять, и никого на пристани не спросили о цене, которая в мае вырастет.",
    "tr": "Vapur dokuzda kalkıyor ve iskelede kimseye mayısta artacak olan ücret sorulmadı, herkes bekledi.",
    "he": "המעבורת יוצאת בתשע ואיש על הרציף לא נשאל על המחיר שיעלה במאי, וכולם חיכו.",
}


def _elsewhere(code: str, bio: str, more: str = "") -> list[str]:
    box = f'<div class="author-card"><h4>Nora Feld</h4><p>{bio}</p>{more}</div>'
    page = f"<article><h1>Nora</h1><p>{_CARRIER[code] * 3}</p></article>{box}"
    return [f.evidence for f in auditor.audit(page, format="html").findings if f.rule == "no-biography"]


@pytest.mark.parametrize("code", _FANS_IN)
def test_translated_catch_phrases_are_nobody_and_one_of_them_is_a_joke(code) -> None:
    assert _elsewhere(code, _FANS_IN[code]) == [_FANS_IN[code]]
    assert not _elsewhere(code, f"{_FANS_IN[code].split('. ')[0]}. {_CARRIER[code]}")


def test_quotations_are_nobody_in_any_language() -> None:
    assert _elsewhere("de", "„Alle Boote kehren heim.“ „Die Ruhe ist für den Anker da.“")
    assert not _elsewhere("de", "Nora Feld schreibt über Häfen. Ihr Wahlspruch: „Alle Boote kehren heim.“")


@pytest.mark.parametrize(("age", "years", "count"), [(34, 41, 1), (34, 12, 0), (34, 150, 0)])
def test_nobody_has_worked_for_longer_than_she_has_lived(age, years, count) -> None:
    table = f"<table><tr><td>Autora</td><td>Nora Feld</td></tr><tr><td>Edad</td><td>{age} años</td></tr></table>"
    rows = f"<table><tr><td>Biografía</td><td>{years} años en la cocina de un barco</td></tr></table>"
    page = f'<article><h1>El barco</h1><p>{_CARRIER["es"] * 3}</p></article><div class="author-box">{table}{rows}</div>'
    found = [f.rule for f in auditor.audit(page, format="html").findings]
    assert found.count("no-biography") == count
