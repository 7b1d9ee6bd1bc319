"""Author boxes by what they announce: layouts that share no class name."""

import pytest

import auditor
from auditor.model import Zone

SENTENCE = "The harbour was rebuilt over nine winters by people who had never seen a crane before. "
PROSE = "".join(f"<p>{SENTENCE * 4}Part {n}.</p>" for n in range(5))
SHORT = "Keeps goats above Brae."  # shorter than the sentences by which other finders tell a biography
LIFE = "Tamsin keeps goats above Brae."


def parse(box, *, before=""):
    return auditor.parse(f"<article><h1>Salt roads</h1>{before}{PROSE}{box}</article>", format="html")


def fields(document):
    return [(field.key, field.value) for author in document.authors for field in author.fields]


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="h-card"><span class="p-name">Tamsin Rook</span> <span>Gardens</span><p>{SHORT}</p></div>',
        f"<section><h2>Profile: Tamsin Rook</h2><div>Gardens</div><div>{SHORT}</div></section>",
        f"<aside><h3>About the writer</h3><p><b>Tamsin Rook</b><br>Gardens</p><p>{SHORT}</p></aside>",
        f"<footer><p>By <strong>Tamsin Rook</strong> | Gardens</p><p>{SHORT}</p></footer>",
        f"<details><summary>Written by Tamsin Rook</summary><p>Gardens</p><p>{SHORT}</p></details>",
        f"<p><em>Tamsin Rook, Gardens. {SHORT} Reads everything twice.</em></p>",
        f"<ul><li>Author: Tamsin Rook</li><li>Role: Gardens</li><li>Profile: {SHORT}</li></ul>",
    ],
)
def test_a_layout_that_announces_a_person(box):
    document = parse(box)
    assert document.byline == ("Tamsin Rook",)
    found = fields(document)
    assert ("name", "Tamsin Rook") in found
    assert ("job", "Gardens") in found
    assert any(key == "biography" and value.startswith(SHORT[:-1]) for key, value in found)
    assert SHORT not in " ".join(block.text for block in document.zone(Zone.BODY))


@pytest.mark.parametrize(
    "box",
    [
        f'<div itemprop="author" itemscope><span itemprop="name">Tamsin Rook</span><p>{LIFE}</p></div>',
        f'<div><a rel="author" href="/t">Tamsin Rook</a><p>{LIFE}</p></div>',
        f'<address class="author"><p>Tamsin Rook</p><p>{LIFE}</p></address>',
        f"<div><p>Words: Tamsin Rook</p><p>{SHORT}</p></div>",
        "<div><p>Text und Fotos: Tamsin Rook</p><p>Hütet Ziegen bei Brae.</p></div>",
        "<div><h4>Sobre la autora</h4><p><strong>Tamsin Rook</strong><br>Redactora</p><p>Cuida cabras.</p></div>",
        "<div><h4>L'autrice</h4><p>Tamsin Rook</p><p>Alleva capre sopra Brae.</p></div>",
        f"<dl><dt>Text</dt><dd>Tamsin Rook (Columnist)</dd><dt>Who is this?</dt><dd>{SHORT}</dd></dl>",
        f'<section class="contributor"><h3>Tamsin Rook</h3><p>Columnist</p><p>{SHORT}</p></section>',
        f"<div><h3>About Martha Rook</h3><p>{LIFE.replace('Tamsin', 'Martha')}</p></div>",
        "<div><p>By {{ author.name }} | Writer</p><p>{{ author.bio }}</p></div>",
        "<div><h3>Profile: Your Name</h3><p>Position</p><p>A few words about what you love.</p></div>",
        "<div><h3>Zur Autorin</h3><p>Vorname Nachname</p><p>Ein paar Worte über Sie selbst.</p></div>",
    ],
)
def test_its_siblings(box):
    assert parse(box).zone(Zone.AUTHOR)


def test_a_card_above_the_text():
    card = f"<dl><dt>Text</dt><dd>Tamsin Rook (Columnist)</dd><dt>Who is this?</dt><dd>{SHORT}</dd></dl>"
    document = parse("", before=card)
    assert ("biography", SHORT) in fields(document)
    assert len(document.zone(Zone.BODY)) == 5


@pytest.mark.parametrize(
    "box",
    [
        "<div><p>By Tamsin Rook</p><p>3 hours ago</p></div>",
        "<div><p>By Tamsin Rook</p><p>May 3, 2021</p></div>",
        '<div><p>By Tamsin Rook</p><p><a href="/boats">Boats that nobody wants to sail any more</a></p></div>',
        "<div><p>By submitting this form, you agree to our Terms</p><p>Subscribe now and save</p></div>",
        "<div><h3>About Harbour House</h3><p>Harbour House sells tide tables in three countries.</p></div>",
        f"<div><p>By Tamsin Rook</p><p>{SENTENCE * 9}</p></div>",
        '<div class="vcard"><b class="fn">Harbour House</b> <i class="org">Sales</i><p>Quay 4, all day.</p></div>',
        "".join(f"<li><p>By Tamsin Rook</p><p>{SENTENCE}{n}</p></li>" for n in range(5)),
    ],
)
def test_what_announces_nobody(box):
    assert not parse(box).zone(Zone.AUTHOR)


def test_a_name_that_markup_sets_apart_from_a_job():
    box = "<aside><h3>About the writer</h3><p><b>Tamsin Rook</b><br>Gardens</p><p>Keeps goats.</p></aside>"
    (author,) = parse(box).authors
    assert (author.name, author.first("job").value) == ("Tamsin Rook", "Gardens")


@pytest.mark.parametrize("bio", ["Writes about lamps.", "asdf jkl asdf", "Your bio here"])
@pytest.mark.parametrize(
    "box",
    [
        '<div class="author-card"><h4>Nora Feld</h4><p>Reporter</p><p>{}</p></div>',
        '<div class="author-box"><h3>Nora Feld</h3><p>{}</p></div>',
        "<table><tr><th>Author</th><td>Nora Feld</td></tr><tr><th>Profile</th><td>{}</td></tr></table>",
        "<details><summary>Written by Nora Feld</summary><p>Reporter</p><p>{}</p></details>",
        '<div itemtype="http://schema.org/Person"><a href="/x"><b itemprop="name">Nora Feld</b></a><div>{}</div></div>',
    ],
)
def test_a_box_may_be_brief_below_a_text_whose_by_line_it_is(box, bio):
    told = "<p>The harbour office has counted every passenger on the ferry since spring, and the lists agree.</p>" * 4
    page = f"<article><h1>Lists</h1>{told}</article>{box.format(bio)}"
    document = auditor.parse(page, format="html")
    assert document.byline == ("Nora Feld",)
    assert bio in [field.value for author in document.authors for field in author.all("biography")]


@pytest.mark.parametrize(
    "box",
    [
        "<p><em>Nora Feld has covered county sport since 2004; she referees on Sundays.</em></p>",
        "<h4>About Nora Feld</h4><p>Our finance editor, Nora is a patient sailor who is good with boats.</p>",
        '<div class="profile small"><h5>Nora Feld</h5><p>Has reported on our town for six years.</p></div>',
    ],
)
def test_who_is_told_of_below_the_text_without_a_by_line(box):
    document = parse(box)
    assert [author.name for author in document.authors] == ["Nora Feld"]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Nora Feld is our marine writer. Her boats are many, and her lamps are few.", True),
        ("Nora Feld, 34, is a mother of three from Brae by the sea. She writes about crafts.", True),
        ("Nora Feld is a professor of tides in Oslo, and she has asked for more lamps.", False),
    ],
)
def test_a_life_that_closes_a_text(last, told):
    document = auditor.parse(f"Lists\n\n{SENTENCE * 3}\n\n{SENTENCE * 3}\n\n{last}", format="text")
    assert bool(document.authors) is told
