"""Profiles that are made to be slow."""

import time

import pytest

import auditor

RULES = auditor.load_rules(select=["authorship"])
PARTS = " ".join("a" * n for n in range(1, 40))


@pytest.mark.parametrize(
    "profile",
    [
        f"Name: {PARTS}\nUsername: {'a' * 500}b\nEmail: {'a' * 500}b@x.net",
        "Name: Nora Feld\n" + "".join(f"Twitter: @handle{n}x\n" for n in range(2_000)),
        "Name: Nora Feld\nAddress: " + "1" * 20_000,
        "Name: Nora Feld\nAddress: " + "TX 98101 " * 5_000,
        "Name: Nora Feld\nPhone: " + "1 " * 20_000,
        "Name: Nora Feld\nBio: " + "asdf " * 20_000 + "!",
        "Name: Nora Feld\nBio: " + "bio here " * 5_000,
        "Name: Nora Feld\nBio: " + "Quo consequatur optio. " * 5_000,
        "Name: Nora Feld\nCompany: " + "A-" * 20_000 + " and Sons" * 5_000,
        "Name: Nora Feld\nEmail: " + "@a." * 20_000,
        "Name: Nora Feld\nEmail: a@" + "a." * 20_000,
    ],
)
def test_time_stays_small(profile):
    document = auditor.parse(profile, format="text", zone="author")
    start = time.process_time()
    report = auditor.audit(document, rules=RULES)
    assert time.process_time() - start < 1.0
    assert not report.rules.errored
