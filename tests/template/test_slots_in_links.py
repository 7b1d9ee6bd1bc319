"""Addresses that a template left unfilled, and addresses that only look so."""

import pytest

import auditor


def links(address, words="the boats of the island"):
    source = (
        f'<article><h1>Ferry lists</h1><p>The keeper counts <a href="{address}">{words}</a> twice a day.</p></article>'
    )
    return [f.evidence for f in auditor.audit(source, format="html").findings if f.rule == "slot-in-link"]


@pytest.mark.parametrize(
    "address",
    [
        "/{{ boat.slug }}/",
        "https://harbour.example/%7B%7Bboat%7D%7D/list",
        "/{% url boat %}",
        "https://harbour.example/null/list",
        "/lists-[your-city]",
        "https://harbour.example/YOUR_LINK",
        "https://your-site.com/list",
    ],
)
def test_unfilled_addresses_are_found(address):
    assert links(address) == ["the boats of the island"]


@pytest.mark.parametrize(
    "address",
    ["/nullarbor", "/list?x={{y}}", "/a#undefined", "/lists[1]", "//your-harbour.example/", "/boats/{12}"],
)
def test_others_are_left_alone(address):
    assert not links(address)


def test_a_page_about_the_very_word():
    assert not links("https://harbour.example/reference/undefined", "undefined")
