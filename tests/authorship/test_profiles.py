"""Whole profiles through the public door."""

import pytest

import auditor

RULES = auditor.load_rules(select=["authorship"])

GENERATED = """Detail Author:

  • Name : Miss Nora Feld DDS
  • Username : qhartwell
  • Email : gordon07@whitfield.net
  • Birthdate : 1969-04-31
  • Address : 12 Petra Shoals Suite 771 Lake Jacobmouth, VT 71003
  • Phone : 206-555-0123
  • Company : Stone, Baker and Cole
  • Job : Kiln Operator
  • Bio : Ducimus optio sequi natus. Provident iste dolorum et rerum neque.

Socials

facebook:

instagram:

twitter:

  • url : https://twitter.com/patricia.mason
  • username : patricia.mason
  • bio : Facilis harum aut beatae. Deserunt omnis nulla quidem.
"""


def fired(source: str, **options: str) -> dict[str, list[auditor.Finding]]:
    report = auditor.audit(source, rules=RULES, **options)
    assert not report.rules.errored
    found: dict[str, list[auditor.Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


@pytest.fixture(scope="module")
def generated() -> dict[str, list[auditor.Finding]]:
    return fired(GENERATED, format="text", zone="author")


def test_a_generated_profile_shows_all_its_faults(generated):
    assert {rule: len(found) for rule, found in generated.items()} == {
        "contradicting-profile": 1,
        "empty-profile-fields": 1,
        "fictional-phone": 1,
        "filler-latin-bio": 2,
        "generated-profile": 1,
        "identity-mismatch": 1,
        "impossible-address": 1,
        "impossible-fact": 1,
        "private-data": 1,
    }


def test_identities_are_one_finding_on_the_name(generated):
    (finding,) = generated["identity-mismatch"]
    assert finding.message.startswith("Four identities in one profile: ")
    assert finding.evidence == "Miss Nora Feld DDS"
    assert [place.evidence for place in finding.related] == ["qhartwell", "gordon07@whitfield.net", "patricia.mason"]


def test_private_data_stays_private(generated):
    (finding,) = generated["private-data"]
    assert "1969" not in str(finding)
    assert "Petra" not in str(finding)


def test_the_address_names_where_the_postcode_lies(generated):
    (finding,) = generated["impossible-address"]
    assert finding.evidence == "V• 7••••"  # of a place that is private
    assert finding.message.endswith("postcode 7•••• is not in VT; it lies in Louisiana")


def test_fields_as_such_are_no_sign():
    profile = """Name: Nora Feld
Username: norafeld
Email: nora@feldnotes.net
Born: 1969
Company: Harbour Post
Job: Editor
Followers: 2120
Bio: Nora Feld has edited the Harbour Post since 2004 and teaches reporting at the town's college.
"""
    assert fired(profile, format="text", zone="author") == {}


@pytest.mark.parametrize(
    "profile",
    [
        "Name: Elena Marsh\nEmail: anita.rossi@torchio.it\nBio: Elena Marsh is a pen name. She lives in Naples.",
        "Name: The Harbour Post\nTwitter: @harbourpost\nEmail: news@harbourpost.net\nBio: News since 1911.",
        "Name: Prof. Otto Lind\nBio: Ora et labora. Otto Lind lehrte bis 2014 Alte Geschichte in Kiel.",
        "Name: Ileana Pop\nBio: Ileana Pop este jurnalistă. Locuiește la Sibiu cu cei doi copii.",
        "Name: Karin Holt, DVM\nCompany: Holt and Sons\nJob: Veterinarian\nAddress: 4 Elm St, Jacksonville, FL 32204",
        "Name: Claire Stone\nCompany: Stone, Baker and Cole\nJob: Solicitor\nEmail: c.stone@stonebakercole.co.uk",
    ],
)
def test_honest_profiles_are_left_alone(profile):
    assert fired(profile, format="text", zone="author") == {}


def test_structured_data_counts_as_a_profile():
    source = """<script type="application/ld+json">{"@type": "Person", "name": "Nora Feld",
    "description": "Your bio goes here.", "email": "nora@example.com",
    "address": {"@type": "PostalAddress", "addressRegion": "TX", "postalCode": "98101"}}</script>"""
    assert set(fired(source, format="html", zone="author")) == {
        "impossible-address",
        "impossible-fact",
        "placeholder-profile",
    }


def test_a_profile_under_an_honest_article_is_found_there():
    paragraph = "The ferry will not sail before the harbour office has counted every passenger twice, the mayor said. "
    source = "The ferry waits\n\n" + "\n\n".join([paragraph * 3] * 4) + "\n\n" + GENERATED
    found = fired(source, format="text")
    assert {"filler-latin-bio", "identity-mismatch", "impossible-address"} <= set(found)
    assert all(finding.zone == "author" for findings in found.values() for finding in findings)


def test_an_age_of_thousands_of_digits_is_no_age():
    profile = "About the author\n\nName: Ada Byrne\n\nAge: {}\n\nAge: {}\n\nEmail: ada@saltroads.test\n"
    assert "contradicting-profile" not in fired(profile.format("9" * 5_000, "8" * 5_000), format="text")
    assert "contradicting-profile" in fired(profile.format("41", "57"), format="text")
