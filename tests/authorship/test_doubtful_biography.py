"""Biographies of somebody else, of nobody, or in no language; and honest ones that only look so."""

import pytest

import auditor
from auditor.world import nonsense

_RULES = {"doubtful-biography", "no-biography"}


def _found(bio: str, name: str = "Nora Feld", beside: str = "") -> list[tuple[str, str]]:
    source = f"Name: {name}\n\nBio: {bio}{beside}"
    findings = auditor.audit(source, format="text", zone="author").findings
    return [(f.rule, f.evidence or "") for f in findings if f.rule in _RULES]


@pytest.mark.parametrize(
    "bio",
    [
        "She (Grace Lund) grew up on an island; Peter now lives in Oslo.",
        "Beyond the loud arithmetic a purple lamp thinks of its spoon and asks the moon for a ladder.",
        "Halyard thimble gunwale, capstan bobstay fathom, hawser scupper.",
        "for lamp in range(10): print(lamp)",
    ],
)
def test_doubts(bio: str) -> None:
    assert [rule for rule, _ in _found(bio)] == ["doubtful-biography"]


@pytest.mark.parametrize(
    ("name", "bio"),
    [
        ("Nora Feld", "Nora keeps bees. When Peter went to sea, she took over his lamps."),
        ("Nora Feld", "Lives by the sea with Peter, who has kept lamps for thirty years."),
        ("Margaret Feld", "Maggie has kept lamps for thirty years and lives by the sea."),
        ("Chukwuemeka Feld", "Emeka has kept lamps for thirty years and lives by the sea."),
        ("The Harbour Desk", "Peter has kept lamps for thirty years and lives by the sea."),
        ("Nora Feld", "Currently lives by the sea and writes about lamps."),
        ("Nora Feld", "I keep lamps. When Peter went to sea, I took his over."),
        ("Nora Feld", "An introvert with a dream of the sea and all that is in it."),
        ("Nora Feld", "Mends radios in a shed behind the station, mostly at night."),
        ("Nora Feld", "Usually found up a ladder with a pot of paint."),
        ("Nora Feld", "Between the kitchen and the keyboard, usually in that order."),
        ("Nora Feld", "Old enough to remember carbon paper and young enough to miss it."),
        ("Nora Feld", "Never knowingly on time but always with biscuits."),
        ("Nora Feld", "Bread, boats, lamps, weather, politics, chess, trams."),
        ("Nora Feld", "Yorkshire has been home since 2003."),
        ("Nora Feld", "Football has taken her to forty countries."),
        ("Nora Feld", "Science covers half of the week, the children the rest."),
        ("Nora Feld", "Translated by Peter Lund. Peter lives in Oslo."),
        ("Mary Fox", "Molly covers racing and keeps whippets."),
        ("Nora Feld", "Somewhere between tea and tides."),
        ("Nora Feld", "Beekeeper, gardener and knitter with too many lamps for one house."),
        ("Peg Feld", "Peg was born Margaret Lund in 1941 and dictates her column."),
    ],
)
def test_no_doubts(name: str, bio: str) -> None:
    assert not _found(bio, name)


def test_a_life_beside_a_motto_is_one() -> None:
    page = (
        '<div class="author-card"><h4>Nora Feld</h4><p>Nora Feld writes about harbours and lives in Bergen.</p>'
        "<p>Beyond the loud arithmetic a purple lamp thinks of its spoon and asks the moon for a ladder.</p></div>"
    )
    assert not [f for f in auditor.audit(page, format="html", zone="author").findings if f.rule in _RULES]


def test_another_author_of_the_page_is_no_stranger() -> None:
    page = (
        "<article><h1>Lists</h1><p>By Nora Feld and Peter Lund</p>"
        + "<p>The harbour office has counted every passenger on the ferry since spring, and the lists agree.</p>" * 6
        + '</article><div class="author-card"><h4>Nora Feld</h4><p>Peter keeps lamps and lives by the sea.</p></div>'
    )
    assert not [f for f in auditor.audit(page, format="html").findings if f.rule in _RULES]


@pytest.mark.parametrize(
    "bio",
    [
        "The quick brown fox jumps over the lazy dog.",
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
        "Portez ce vieux whisky au juge blond qui fume.",
        "Rk4 tLbb 7plw vvG zrrq Bn2 drk",
        "qwertz yxcvb lkjhg hjkl",
        "Ample-walrus-17 velvet-anchor",
    ],
)
def test_nonsense_of_every_language(bio: str) -> None:
    assert nonsense.nonsense(bio)
    assert [rule for rule, _ in _found(bio)][:1] == ["no-biography"]


@pytest.mark.parametrize(
    "bio",
    [
        "MSc, PhD, BSc (Hons), FRSA, MBE.",
        "HTML5, CSS3, MP3 and 3D for B2B firms.",
        "Award-winning beekeeper.",
        "Vox quick jazz: Nora Feld plays the xylophone in Bergen and writes about zinc, brass, wharves and the sea.",
        "Krzysztof Brzęczyk z Wrzeszcza",
        "4x4, 2CV, T5 and 911 driver",
    ],
)
def test_what_is_no_nonsense(bio: str) -> None:
    assert not nonsense.nonsense(bio)


@pytest.mark.parametrize("letters", [40, 90])
def test_a_pangram_is_short(letters: int) -> None:
    """Pangrams need 30 to 56 letters; 68 letters of an honest biography may hold 25 of the 26."""
    text = ("abcdefghijklmnopqrstuvwxyz" * 4)[:letters]
    assert nonsense.is_pangram(text) == (letters == 40)
