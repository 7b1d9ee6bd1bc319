"""What forms leave behind, and what people write of themselves."""

import pytest

import auditor

RULES = auditor.load_rules(select=["placeholder-profile"])


def is_placeholder(**fields: str) -> bool:
    profile = "\n\n".join(f"{key.title()}: {value}" for key, value in fields.items())
    return bool(auditor.audit(profile, format="text", zone="author", rules=RULES).findings)


@pytest.mark.parametrize(
    "biography",
    [
        "Bio will be added soon.",
        "The author has not provided a biography.",
        "Please write a short bio here.",
        "Sample bio text",
        "Biografía pendiente",
        "Votre bio apparaîtra ici",
        "Noch keine Biografie vorhanden",
        "Biografia em breve",
        "Biodata penulis belum tersedia",
        "Hier komt de biografie",
        "Bio of Marta Klein",
        "asdf asdf",
        "bla bla",
        "123",
        "{{author.bio}}",
    ],
)
def test_biographies_that_nobody_wrote(biography):
    assert is_placeholder(name="Marta Klein", bio=biography)


@pytest.mark.parametrize(
    "biography",
    [
        "Author, writer",
        "Writer of words",
        "I edit texts.",
        "Autorin und Texterin",
        "No bio needed: read my books.",
        "Here for the coffee.",
        "Test engineer at Bosch",
        "Write to me at my blog",
        "Foo Fighters fan",
        "Add me on Facebook",
    ],
)
def test_terse_biographies_that_somebody_wrote(biography):
    assert not is_placeholder(name="Marta Klein", bio=biography)


@pytest.mark.parametrize("name", ["Author Name Here", "Test Author 1", "demo123", "[Author Name]", "Vorname Nachname"])
def test_names_that_nobody_bears(name):
    assert is_placeholder(name=name, bio="Writes about the port and its people.")


@pytest.mark.parametrize("name", ["Marta Test", "Don Sample", "Demo Kovac", "Mary User", "Bar Refaeli", "Lala Lala"])
def test_names_that_somebody_may_bear(name):
    assert not is_placeholder(name=name, bio="Writes about the port and its people.")


def test_two_hints_tell_and_one_does_not():
    assert is_placeholder(name="admin", company="Acme Inc.")
    assert not is_placeholder(name="admin", company="Harbour Post")
    assert not is_placeholder(name="Editor", job="Editor")
