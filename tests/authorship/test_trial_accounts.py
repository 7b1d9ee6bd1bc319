"""Bylines that are accounts for trials, and names of people and desks that look like them."""

import pytest

import auditor

TEXT = "The ferry had been waiting at the pier since noon, and those who were on board knew nothing at all. " * 5


def rules(name):
    page = f'<title>Ferry waits</title><meta name="author" content="{name}"><h1>Ferry waits</h1><p>{TEXT}</p>'
    return {finding.rule for finding in auditor.audit(page, format="html").findings}


@pytest.mark.parametrize(
    "name",
    [
        "Test User 4",
        "Demo Account (remove me)",
        "admin3_test",
        "testeditor",
        "SampleAuthor",
        "user7731",
        "Editor 2",
        "utente_prova1",
        "Usuario 12",
    ],
)
def test_an_account_for_trials_is_a_placeholder(name):
    assert "placeholder-byline" in rules(name)


@pytest.mark.parametrize(
    "name",
    [
        "Marlon Sample",
        "Greta Test",
        "Tester",
        "Max Muster",
        "Test Kitchen",
        "Channel 7",
        "Guest Author Tom Hale",
        "lamp_keeper84",
        "Testa Sampleton",
        "The Demo Desk",
    ],
)
def test_a_name_like_it_is_not(name):
    assert "placeholder-byline" not in rules(name)
