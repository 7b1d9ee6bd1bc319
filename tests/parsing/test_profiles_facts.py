import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Kind, Zone
from auditor.parsing import plaintext
from auditor.parsing.contacts import account, phone
from auditor.parsing.profile_keys import key_of
from auditor.parsing.profiles import read_profile

CARD = """Author details

  • Name : Ada Quill
  • Username : aquill
  • E-mail : ada@quay.test
  • Date of birth : 1980-02-29
  • Favourite rope : hemp
  • Bio : She writes on ropes: old ones, mostly.

Socials

facebook:

linkedin: https://www.linkedin.com/in/ada-quill/

twitter:

  * url : https://twitter.com/quill_ada
  * username : @quill_ada
  * bio : Ropes.
  * followers : 12
  * following : 4
"""


def author(source):
    (found,) = plaintext.read(source, zone=Zone.AUTHOR).authors
    return found


def facts(source):
    return [(f.key, f.value) for f in author(source).fields]


def test_every_fact_of_a_card_in_its_order():
    assert [(f.key, f.label, f.value) for f in author(CARD).fields] == [
        ("name", "Name", "Ada Quill"),
        ("username", "Username", "aquill"),
        ("email", "E-mail", "ada@quay.test"),
        ("birthdate", "Date of birth", "1980-02-29"),
        ("other", "Favourite rope", "hemp"),
        ("biography", "Bio", "She writes on ropes: old ones, mostly."),
        ("handle", "linkedin", "ada-quill"),
        ("url", "twitter", "https://twitter.com/quill_ada"),
        ("handle", "twitter", "quill_ada"),
        ("biography", "twitter", "Ropes."),
        ("followers", "twitter", "12"),
        ("following", "twitter", "4"),
    ]


def test_a_key_without_a_value_is_empty():
    assert [(f.key, f.label) for f in author(CARD).empty] == [("handle", "facebook")]
    assert [(f.key, f.label) for f in author("Name: Ada Quill\nPhone:\nJob: Clerk").empty] == [("phone", "Phone")]


def test_places_are_those_of_the_values():
    for stated in author(CARD).fields:
        assert stated.value in CARD[stated.start : stated.end]
        assert stated.span.text == CARD[stated.start : stated.end]


def test_only_the_name_of_an_account_may_follow_at_once():
    found = author("Name: Ada Quill\nfacebook:\nBio: She writes on ropes.")
    assert found.first("biography").label == "Bio"
    assert [f.label for f in found.empty] == ["facebook"]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Full name", "name"), ("Nama", "name"), ("Prénom", "name"), ("Imię", "name"), ("Correo electrónico", "email"),
        ("Alamat", "address"), ("Anschrift", "address"), ("Geburtsdatum", "birthdate"), ("Téléphone", "phone"),
        ("Pekerjaan", "job"), ("Beruf", "job"), ("Works at", "company"), ("Over mij", "biography"), ("X", "handle"),
        ("Jenis kelamin", "gender"), ("Followers", "followers"), ("Kota", None), ("", None),
    ],
)  # fmt: skip
def test_printed_keys(printed, key):
    assert key_of(printed) == key


def test_lines_without_keys():
    source = """Ada Quill

Clerk at Quay and Sons

Ada keeps the books of the harbour and writes about the ropes she counts there.

She lives above the chandler's with two cats and a barometer that is always wrong.

ada@quay.test

4 Quay Street, Northport, ZZ 12345

+47 555 12 1299

View all posts by Ada Quill
"""
    found = facts(source)
    assert ("name", "Ada Quill") in found
    assert ("job", "Clerk") in found
    assert ("company", "Quay and Sons") in found
    assert ("email", "ada@quay.test") in found
    assert ("address", "4 Quay Street, Northport, ZZ 12345") in found
    assert ("phone", "+47 555 12 1299") in found
    assert len([value for key, value in found if key == "biography"]) == 2


def test_a_short_biography_is_one_where_there_is_no_longer_one():
    assert ("biography", "Enter your bio here.") in facts("About Ada Quill\n\nEnter your bio here.")


def test_the_subject_of_a_biography_is_its_name():
    assert facts("Ada Quill is a clerk who writes on ropes and on knots.")[0] == ("name", "Ada Quill")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://twitter.com/quill", ("twitter", "quill")),
        ("http://www.x.com/@quill?s=1", ("twitter", "quill")),
        ("//linkedin.com/in/ada-quill/en", ("linkedin", "ada-quill")),
        ("github.com/quill", ("github", "quill")),
        ("https://github.com/quill/rope", None),
        ("https://www.facebook.com/sharer.php?u=x", None),
        ("https://twitter.com/intent/tweet", None),
        ("https://quay.test/quill", None),
        ("", None),
    ],
)
def test_accounts(url, found):
    assert account(url) == found


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("4 Quay Street, Northport, ZZ 12345 985.555.7994x851", "985.555.7994x851"),
        ("+1 555 0123", "+1 555 0123"),
        ("Tel. (479) 555-5949", "(479) 555-5949"),
        ("Northport, ZZ 30128-7767", None),
        ("since 2021-05-04", None),
        ("2019-2024", None),
        ("room 101", None),
    ],
)
def test_phones(line, number):
    place = phone(line)
    assert (line[slice(*place)] if place else None) == number


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["Name", "twitter", "Bio", "url", "Zz", "Email"]), max_size=8),
    st.lists(st.text(max_size=20), min_size=8, max_size=8),
)
def test_fields_of_any_text_hold_their_places(keys, values):
    source = "\n".join(f"{key} : {value}" for key, value in zip(keys, values, strict=False))
    for found in plaintext.read(source, zone=Zone.AUTHOR).authors:
        for stated in (*found.fields, *found.empty):
            assert source[stated.start : stated.end].split() == stated.span.text.split()
            assert stated.value in stated.span.text or stated.key == "handle"


def test_no_blocks_no_facts():
    assert read_profile("", ()).fields == ()
    assert Kind.FIELD not in {b.kind for b in plaintext.read("", zone=Zone.AUTHOR).blocks}
