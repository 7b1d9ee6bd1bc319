"""Which accounts can be whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.world.identities import agrees, identities, is_person
from auditor.world.names import parts
from auditor.world.people import is_full_name, may_be_same


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("Robert Trent", "bobtrent"),
        ("Margaret Osgood", "peggy.o"),
        ("Jürgen Weiß", "jweiss"),
        ("Jürgen Müller", "juergen_m"),
        ("João Batista Seixas", "jbs"),
        ("Wolfgang Abernathy III, PhD", "wabernathy"),
        ("Paolo Melchiorre", "thepaolo"),
        ("Shelby Loos, DVM", "drshelby"),
        ("Ana Encinar", "ana-isabel"),
        ("Łukasz Kowalczyk", "lkowalczyk"),
        ("Иван Петров", "anything"),
    ],
)
def test_accounts_that_can_be_the_named_persons(name, account):
    assert agrees(parts(name), account) or not parts(name)


@pytest.mark.parametrize(
    ("name", "account"), [("Nora Feld", "gordon.hayes"), ("Nora Feld", "nightbus"), ("Tom Hale", "patricia88")]
)
def test_accounts_that_cannot(name, account):
    assert not agrees(parts(name), account)


@pytest.mark.parametrize("account", ["leonardo05", "dorothy.hyatt", "leahjohnson", "gmorris", "jimenezmelinda"])
def test_accounts_that_are_names_of_persons(account):
    assert is_person(account)


@pytest.mark.parametrize("account", ["applegirl77", "soundsofthefen", "nightdesk_x", "freakboy3742", "deors", "42", ""])
def test_accounts_that_are_not(account):
    assert not is_person(account)


def found(profile: str):
    document = auditor.parse(profile, format="text", zone="author")
    (author,) = document.authors
    return identities(document, author)


def test_strangers_are_counted_once_each():
    profile = found("Name: Nora Feld\nUsername: gordonhayes\nEmail: gordon.hayes@mill.net\nTwitter: @patricia88")
    assert (profile.people, profile.different) == (2, 2)


def test_roles_employers_and_colleagues_are_no_strangers():
    profile = found(
        "Name: Nora Feld\nEmail: press@mill.net\nCompany: Tidewater Agency\nTwitter: @tidewater\n"
        "Instagram: @gordonhayes\nBio: Nora writes and Gordon Hayes takes the photographs."
    )
    assert profile.different == 0
    assert len(profile.own) == 3


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_name_and_account_have_an_answer(name, account):
    assert agrees(parts(name), account) in {True, False}
    assert may_be_same(name, account) == may_be_same(account, name) or not parts(name) or not parts(account)


def test_names_of_one_person():
    assert may_be_same("Liz Feld", "Elizabeth Feld")
    assert may_be_same("E. F.", "Elizabeth Feld") or may_be_same("Feld", "Elizabeth Feld")
    assert may_be_same("Feld, Elizabeth", "Elizabeth Feld")
    assert not may_be_same("Nora Feld", "Gordon Hayes")


def test_full_names():
    assert is_full_name("Gordon Hayes")
    assert not any(
        is_full_name(text) for text in ("Gordon", "Featured Video", "British Heart Foundation", "gordon hayes")
    )
