"""Pages on which a machine speaks in place of an author, and texts that only speak of such things."""

import pytest

import auditor

PROSE = (
    "The harbour office has counted every passenger on the ferry since spring, and the two lists agree on all but "
    "three days. On those days the boat left an hour late, with its lamps on and nobody in a good mood. "
)


def kinds(source, kind="text"):
    report = auditor.audit(source, format=kind)
    return [f.facts["kind"] for f in report.findings if f.rule == "machine-page"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Island news\n\nAn unexpected error occurred. Please contact your administrator.", "an error message"),
        ("502 Bad Gateway\n\nThe requested server is unavailable.", "an error message"),
        ("You exceeded your current quota, please check your plan and billing details.", "an error message"),
        ("Unable to connect to the model server. The request timed out. Try again later.", "an error message"),
        ('[{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"a": 5, "b": null}]', "raw data"),
        ("'user': 'lund', 'role': 'keeper', 'boats': ['Gull'], 'active': true", "raw data"),
        ("[10:11:12] INFO up\n[10:11:13] WARN slow\n[10:11:14] ERROR down", "a log"),
        ('Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nValueError: no boat', "a log"),
        ("Sign in\n\nEmail address\n\nPassword\n\nKeep me signed in", "a login form"),
        (
            "One moment\n\nVerify you are human by solving the riddle. Ray ID",
            "a notice that asks for scripts, cookies or a check",
        ),
        ("harbour.example\n\nBuy this domain. The domain is for sale.", "a parked address"),
        (
            "Index of /boats\n\nParent Directory\n\ngull.txt 2024-05-06 10:11 4K\n\ntern.txt 2024-05-06 10:12 5K",
            "a directory listing",
        ),
        ("const boats = load(); if (boats.length > 0) { for (const boat of boats) { draw(boat); } }", "code"),
    ],
)
def test_what_stands_there_is_said(source, kind):
    assert kinds(source) == [kind]


def test_an_article_in_a_code_fence_is_code():
    assert kinds(f"```html\n<h1>Ferry lists</h1>\n<p>{PROSE}</p>\n```", "markdown") == ["code"]


@pytest.mark.parametrize(
    "beside",
    [
        "An unexpected error occurred. Please contact your administrator.",
        '{"name": "Gull", "seats": 40, "captain": null, "boats": [1]}',
        "2026-01-02 10:11:12 INFO up 2026-01-02 10:11:13 WARN slow 2026-01-02 10:11:14 ERROR down",
        "Username\n\nPassword\n\nForgot your password?",
        "This domain is for sale.",
    ],
)
def test_prose_beside_it_makes_an_article(beside):
    assert not kinds(f"Ferry lists\n\n{PROSE * 2}\n\n{beside}")


@pytest.mark.parametrize(("prose", "said"), [(0, ["code"]), (1, ["code"]), (12, [])])
def test_a_tenth_of_prose_makes_a_tutorial(prose, said):
    code = "\n".join(f"draw(boat_{i}, sea, sky, quay);" for i in range(14))
    assert kinds(f"```js\n{code}\n```\n\n{' '.join(['boat'] * prose)}.", "markdown") == said


def test_long_texts_of_errors_are_texts():
    assert not kinds("Please try again later. " * 70)
