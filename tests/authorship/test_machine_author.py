"""What programs and trials leave where a page names its author or tells of them."""

import pytest

import auditor
from auditor.world.machine_names import machine_name

_TEXT = "The ferry will not sail before the harbour office has counted every passenger twice, the mayor said on Monday."


def _found(source: str, written: str = "html") -> list[str]:
    report = auditor.audit(source, format=written)
    return [finding.evidence for finding in report.findings if finding.rule == "machine-author"]


def _page(around: str) -> str:
    return f"<html><body><article><h1>The ferry</h1>{around}<p>{_TEXT}</p><p>{_TEXT}</p></article></body></html>"


@pytest.mark.parametrize(
    "name",
    [
        "[object Object]",
        "woman-smiling-arms-crossed-2048x1365",
        "team photo 3.jpg",
        "IMG_20231",
        "author.display_name",
        "profile.author.title",
        "noreply@blogger.com (Unknown)",
        "asdf qwer (do not publish)",
        "<__main__.User object at 0x7f3a2b10>",
    ],
)
def test_nobody_is_called_so(name: str) -> None:
    assert machine_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Lund",
        "mudlark_77",
        "nora.feld",
        "bio.example.com",
        "R2-D2",
        "Jean-Luc",
        "DJ IMG",
        "Pop Kort",
        "Asdf",
        "ada@lund.example",
    ],
)
def test_somebody_may_be(name: str) -> None:
    assert not machine_name(name)


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        ('<div class="meta">Posted by noreply@blogger.com (Unknown) on 8 May 2016</div>', "noreply@blogger.com"),
        (
            '<div class="x"><strong>Gwen Tallis</strong><small>author.bio_default_long</small></div>',
            "author.bio_default_long",
        ),
    ],
)
def test_lines_that_no_markup_calls_an_author_s(line: str, evidence: str) -> None:
    page = _page("").replace("</article>", f"</article>{line}")
    assert any(evidence in found for found in _found(page))


def test_dumps_elsewhere_are_not_an_author_s() -> None:
    assert not _found(_page("<p class='count'>[object Object]</p>"))


def test_the_end_of_a_text_tells_of_its_author() -> None:
    text = f"The ferry\n\n{_TEXT}\n\n{_TEXT}\n\n"
    assert _found(f"{text}«Contributor_First» «Contributor_Last» teaches «Subject» at «School».", "text")
    assert _found(f"{text}Ada Lund is the author of Title, Title and the bestselling Title.", "text")
    assert not _found(f"{text}Ada Lund is the author of Title and Rank, and has no other title.", "text")


def test_initials_that_a_name_explains() -> None:
    told = "Author contributions: X.X. and Y.Y. planned the trial; Y.Y. built the tanks."
    text = f"The ferry\n\n{_TEXT}\n\n{_TEXT}\n\n{told}"
    assert _found(text, "text")
    assert not _found(text.replace("The ferry\n", "The ferry, by Xin Xu and Yara Yildiz\n"), "text")


def test_a_day_of_birth_is_no_null() -> None:
    life = "{} 1 January 1970 in the harbour of Brae, where she lives."
    box = f'<div class="author-box"><h4>Nora Feld</h4><p>{life}</p></div>'
    assert _found(_page("").replace("</article>", box.format("Member since") + "</article>"))
    assert not _found(_page("").replace("</article>", box.format("Born on") + "</article>"))
