"""Places of authors in which nobody is: boxes, by-lines and lines that say who checked a text."""

import pytest

import auditor

_TEXT = (
    "The ferry will not sail before the harbour office has counted every passenger twice, the mayor said on Monday. "
    "Nobody asked why, and the boats lay at the pier until the tide had turned."
)


def _rules(source: str, written: str) -> set[str]:
    report = auditor.audit(source, format=written)
    return {finding.rule for finding in report.findings if finding.severity != "info"}


def _boxed(told: str, name: str = "Nora Feld") -> set[str]:
    box = f'<div class="author-box"><h4>{name}</h4><p>{told}</p></div>'
    article = f"<article><h1>The ferry waits</h1><p>By Nora Feld</p><p>{_TEXT}</p><p>{_TEXT[::-1]}</p></article>"
    return _rules(f"<html><head><title>The ferry waits</title></head><body>{article}{box}</body></html>", "html")


def _signed(line: str) -> set[str]:
    article = f"<article><h1>The ferry waits</h1><p class='byline'>{line}</p><p>{_TEXT}</p></article>"
    return _rules(f"<html><head><title>The ferry waits</title></head><body>{article}</body></html>", "html")


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Option 1 (friendly): Nora Feld loves boats. Option 2 (formal): Nora Feld is a reporter.", "machine-author"),
        ("NOTE TO EDITOR: waiting for the bio of Nora, use the long one if space allows.", "no-biography"),
        ("Can you send us two lines about yourself? Headshot too please.", "no-biography"),
        ("Max. 300 characters incl. spaces", "no-biography"),
        ("This account has been deactivated.", "no-biography"),
        ("Bio: N/A. Location: N/A. Website: N/A.", "machine-author"),
        ("Nora Feld is a ______ from ______ who likes ______.", "machine-author"),
        ("... is a ... based in ..., where she ...", "machine-author"),
        ("field_5f3a9c2b1d_bio", "machine-author"),
        ("Nullam vitae erat in sapien commodo, formerly of the Evening Echo.", "filler-latin-bio"),
    ],
)
def test_nobody_is_in_the_box(told: str, rule: str) -> None:
    assert rule in _boxed(told)


@pytest.mark.parametrize(
    "told",
    [
        "Nora Feld is an author of novels… and keeps lamps. She has written two drafts of her life.",
        "Nora Feld covers harbours. Location: Brae. Website: none of your business.",
        "Nora Feld has two editors; this account of the sea was written for both.",
        "Nora Feld is the author of Second to None and Master of None. Note to self: buy bread.",
        "Nora Feld joined the University in 1990, left the University in 1995 and came back to the University.",
        "Nora Feld lives in None, a village in Piedmont, and designed the lamp behind this theme.",
        "the_big_lamp",
        "Nora Feld writes about 300 words a day, and about the sea.",
    ],
)
def test_somebody_is(told: str) -> None:
    assert not _boxed(told) & {"machine-author", "no-biography", "placeholder-profile"}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("By user_10482", "placeholder-byline"),
        ("By Staging Admin", "placeholder-byline"),
        ("Posted by Test Author at 10:32", "placeholder-byline"),
        ("By 8f14e45f-ceea-467f-a0e6-3b2c4d5e6f70", "machine-author"),
        ("Medically reviewed by Dr. Firstname Lastname, MD", "slot-as-name"),
    ],
)
def test_nobody_has_signed(line: str, rule: str) -> None:
    assert rule in _signed(line)


def test_the_authors_of_a_template() -> None:
    text = f"The ferry waits\n\n{_TEXT}\n\n{_TEXT[::-1]}\n\n"
    assert "machine-author" in _rules(f"{text}First A. Author received the degree in May.", "text")
    assert "machine-author" in _rules(f"{text}Author Name1, Author Name2: University, City.", "text")
    assert "machine-author" in _rules(f"{text}À propos de l'auteur : Prénom Nom est journaliste à Ville.", "text")
    assert "machine-author" not in _rules(f"{text}The first author received the degree in May.", "text")


@pytest.mark.parametrize(("name", "job"), [("Robert Fox", "Software engineer"), ("Tom Cook", "Writer")])
def test_those_who_have_the_name_of_a_demonstration(name: str, job: str) -> None:
    assert "placeholder-profile" not in _boxed(job, name)
    assert "placeholder-profile" in _boxed("Co-Founder / CTO", "Michael Foster")


def test_the_end_of_a_text_that_is_honest() -> None:
    text = f"The ferry waits\n\n{_TEXT}\n\n{_TEXT[::-1]}\n\n"
    for end in (
        "The Company undertakes no duty. The Company and its ships deny it. Statements of the Company are its own.",
        "Conflicts of interest: None. Funding: None. Acknowledgements: None.",
        "Name: ________ Date: ________ Class: ________",
    ):
        assert "machine-author" not in _rules(text + end, "text")
