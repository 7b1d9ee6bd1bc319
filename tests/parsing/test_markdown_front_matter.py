import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Kind, Zone
from auditor.parsing import markdown
from auditor.parsing.markdown import front_matter

BODY = "\nThe harbour board met for three hours on Tuesday and agreed on very little.\n"


def test_yaml():
    source = (
        "---\ntitle: 'Ropes: a primer'\nauthor: [Ada Quill, Max Roe]\ndate: 2021-05-04\nlastmod: 2022-01-02T10:00:00Z\n"
        "description: On hemp.\nlang: en\ncanonical_url: https://quay.test/r\n---\n" + BODY
    )
    document = markdown.read(source)
    assert document.title == "Ropes: a primer"
    assert document.byline == ("Ada Quill", "Max Roe")
    assert (document.published, document.modified) == ("2021-05-04", "2022-01-02T10:00:00Z")
    assert (document.declared_language, document.canonical, document.url) == (
        "en",
        "https://quay.test/r",
        "https://quay.test/r",
    )
    stated = {block.label: source[block.start : block.end] for block in document.zone(Zone.METADATA)}
    assert stated["front-matter:description"] == "On hemp."
    assert [b.text for b in document.zone(Zone.BODY)] == [BODY.strip()]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("author: Ada Quill and Max Roe", ("Ada Quill", "Max Roe")),
        ("author: {name: Ada Quill, email: a@b.test}", ("Ada Quill",)),
        ("authors:\n  - name: Ada Quill\n    job: Clerk\n  - Max Roe", ("Ada Quill", "Max Roe")),
        ("author: quayside", ("quayside",)),
        ("author:", ()),
    ],
)
def test_authors(written, names):
    assert markdown.read(f"---\n{written}\n---\n{BODY}").byline == names


def test_toml():
    source = '+++\ntitle = "Ropes"\ndate = 2021-05-04\nauthors = ["Ada Quill"]\n[params]\ndraft = false\n+++\n' + BODY
    document = markdown.read(source)
    assert (document.title, document.published, document.byline) == ("Ropes", "2021-05-04", ("Ada Quill",))
    assert document.notes == ()


@pytest.mark.parametrize("source", ["---\ntitle: [oops\n---\n" + BODY, "+++\ntitle = \n+++\n" + BODY])
def test_broken_front_matter_is_skipped_and_noted(source):
    document = markdown.read(source)
    assert [b.text for b in document.zone(Zone.BODY)] == [BODY.strip()]
    assert any("front matter" in note for note in document.notes)


@pytest.mark.parametrize("source", ["---\n\nOnly a rule.\n\n---\n\nAnd text.\n", "---\ntitle: never closed\n" + BODY])
def test_thematic_breaks_are_no_front_matter(source):
    document = markdown.read(source)
    assert document.notes == ()
    assert len(document.blocks) >= 2


def test_the_stated_title_is_the_headline_where_the_text_has_none():
    document = markdown.read("---\ntitle: Ropes\n---\n" + BODY)
    (headline,) = document.zone(Zone.HEADLINE)
    assert (headline.text, headline.kind) == ("Ropes", Kind.HEADING)


def test_a_heading_of_the_text_is_the_headline_before_the_stated_title():
    document = markdown.read("---\ntitle: Ropes\n---\n\n# Ropes\n" + BODY)
    assert [block.level for block in document.zone(Zone.HEADLINE)] == [1]
    assert [block.kind for block in document.zone(Zone.METADATA)] == [Kind.TITLE]


LINES = st.lists(
    st.tuples(
        st.from_regex(r"[A-Za-z_][\w-]{0,8}", fullmatch=True),
        st.sampled_from([": ", ":", ":  ", " : "]),
        st.one_of(
            st.from_regex(r"[A-Za-z0-9][\w ',.&?!-]{0,9}", fullmatch=True),
            st.text("ab1Yé\"'-,[]{}&*!|>%@`?.\\~#: \t\u00a0\u200b\u2028\x85\x07\U0001f600", max_size=12),
        ),
        st.sampled_from(["\n", "\r\n", "\r", " \n", "\n  more\n"]),
    ),
    min_size=1,
    max_size=4,
)


@given(LINES)
@settings(deadline=None, max_examples=400)
def test_what_is_read_without_yaml_is_what_yaml_reads(lines):
    source = "".join(map("".join, lines))
    plain = front_matter._plain(source, 0, len(source))
    if plain:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(front_matter, "_plain", lambda *_: [])
            assert plain == list(front_matter._yaml(source, 0, len(source)))


def test_front_matter_of_plain_lines_needs_no_yaml(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml", None)
    document = markdown.read(f'---\ntitle: The winter boats\nauthor: "Ada Quill"\ndate: 2021-05-04\n---\n{BODY}')
    assert (document.title, document.byline, document.published) == ("The winter boats", ("Ada Quill",), "2021-05-04")
