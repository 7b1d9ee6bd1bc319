import pytest

from auditor.model import Kind, Zone
from auditor.parsing import plaintext

BODY = (
    "The harbour board met for three hours on Tuesday and agreed on very little, its minutes show.\n\n"
    "Members put off the vote on the new crane until the spring, when the surveyor will have reported.\n\n"
)


def zone(source, which):
    return [block.text for block in plaintext.read(source).zone(which)]


def article(*tail, head="Harbour board puts off its vote"):
    return "\n\n".join([head, BODY.strip(), *tail])


def test_a_short_first_line_is_the_headline():
    document = plaintext.read(article())
    assert document.title == "Harbour board puts off its vote"
    assert document.blocks[0].zone is Zone.HEADLINE
    assert document.blocks[0].kind is Kind.HEADING


@pytest.mark.parametrize(
    "title",
    [
        "Who pays for the crane?",
        "‘Sold.’: How a Harbour Lost Its Crane | The Quay Post",
        "Crane, rope and tar: 12 facts",
    ],
)
def test_headlines_may_ask_quote_and_count(title):
    assert plaintext.read(article(head=title)).title == title


@pytest.mark.parametrize(
    "first",
    [
        "It rained for most of the day.",
        "Introduction",
        "We looked at three cranes for you. If you want to know which one lifts best, read on, here is all we learnt!",
        "The following were present:",
    ],
)
def test_a_text_that_starts_with_prose_has_no_headline(first):
    assert plaintext.read(first + "\n\n" + BODY).title is None


def test_byline_and_dateline():
    document = plaintext.read(
        article("It closed at nine.", head="A vote is put off\n\nBy Ada Quill, Max Roe and Li Wen\n\n4 May 2021")
    )
    assert document.byline == ("Ada Quill", "Max Roe", "Li Wen")
    assert document.published == "2021-05-04"
    assert [b.zone for b in document.blocks[:3]] == [Zone.HEADLINE, Zone.BYLINE, Zone.DATELINE]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Written by Dr. Ada Quill", ("Dr. Ada Quill",)),
        ("By Ada Quill | May 4, 2021", ("Ada Quill",)),
        ("By Ada Quill, staff writer", ("Ada Quill",)),
        ("Von Greta van der Sluis und Ole Krag", ("Greta van der Sluis", "Ole Krag")),
        ("Oleh Siti Rahma", ("Siti Rahma",)),
        ("Ada Quill | Senior Editor | July 2, 2021", ("Ada Quill",)),
        ("By the numbers", ()),
        ("By night the quay is empty", ()),
    ],
)
def test_bylines(line, names):
    assert plaintext.read(article(head=f"A vote is put off\n\n{line}")).byline == names


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("May 4, 2021", "2021-05-04"),
        ("Published: 2021-05-04 10:30", "2021-05-04T10:30"),
        ("Updated on 4th of May 2021", None),
        ("4. März 2021", "2021-03-04"),
        ("14 Agustus 2021", "2021-08-14"),
        ("31/12/2020", "2020-12-31"),
        ("03/04/2020", None),
        ("He was born on 4 May 2021 in a small town by the sea and never left it.", None),
    ],
)
def test_datelines(line, published):
    assert plaintext.read(article(head=f"A vote is put off\n\n{line}")).published == published


def test_an_update_is_no_publication():
    document = plaintext.read(article(head="A vote is put off\n\nUpdated on May 4, 2021"))
    assert (document.published, document.modified) == (None, "2021-05-04")


def test_short_lines_before_paragraphs_are_headings():
    source = article("What the surveyor wants", BODY.strip(), "Bread", "Butter", "Salt", BODY.strip())
    document = plaintext.read(source)
    assert [b.text for b in document.blocks if b.kind is Kind.HEADING] == [
        "Harbour board puts off its vote",
        "What the surveyor wants",
    ]


def test_doubled_lines_are_links():
    lines = ["Crane sinks after a night of storm", "Surveyor says he was never asked", "Ten ropes for under ten crowns"]
    widget = [line for line in lines for _ in range(2)]
    source = article(*widget, "The board meets again in spring, and the crane will wait until it does so.")
    assert zone(source, Zone.LINKS) == widget
    groups = {block.group for block in plaintext.read(source).zone(Zone.LINKS)}
    assert len(groups) == 1
    assert groups != {0}


def test_a_doubled_heading_amid_the_text_stays():
    assert zone(article("What the surveyor wants", "What the surveyor wants", *[BODY.strip()] * 4), Zone.LINKS) == []


@pytest.mark.parametrize(
    "heading", ["Related articles", "You may also like", "READ MORE", "Artikel terkait", "Lesen Sie auch"]
)
def test_a_headed_list_is_links(heading):
    items = ["Crane sinks after a night of storm", "Surveyor says he was never asked"]
    assert zone(article(heading, *items), Zone.LINKS) == [heading, *items]
    assert zone(article(heading, "\n".join(f"- {item}" for item in items)), Zone.LINKS) == [heading, *items]


def test_a_heading_of_the_article_is_no_link_list():
    assert zone(article("Latest news", BODY.strip()), Zone.LINKS) == []
    assert zone(article("Related work", "Cranes before ours", BODY.strip()), Zone.LINKS) == []


def test_a_read_also_line_is_a_link():
    line = "Read also: Crane sinks after a night of storm"
    assert zone(article(line, BODY.strip()), Zone.LINKS) == [line]


def test_comments_after_their_heading():
    tail = ["3 comments", "Tove: I never liked the crane, and neither did my brother.", "Rolf: Agreed."]
    assert zone(article(*[BODY.strip()] * 4, *tail), Zone.COMMENTS) == tail


PROFILE = "Name : Ada Quill\nUsername : aquill\nEmail : ada@quay.test\nJob : Clerk\nBio : She writes on ropes."


@pytest.mark.parametrize("heading", ["Detail Author:", "About the author", "Tentang Penulis", "Über den Autor"])
def test_fields_under_an_author_heading(heading):
    document = plaintext.read(article(heading, PROFILE))
    assert len(document.authors) == 1
    assert document.authors[0].name == "Ada Quill"
    assert zone(article(heading, PROFILE), Zone.AUTHOR) == [heading, *PROFILE.splitlines()]


def test_a_run_of_personal_fields_needs_no_heading():
    document = plaintext.read(article(PROFILE))
    assert [author.name for author in document.authors] == ["Ada Quill"]
    assert {b.kind for b in document.zone(Zone.AUTHOR)} == {Kind.FIELD}


@pytest.mark.parametrize(
    "lines",
    [
        "Name: The Crane\nAddress: 4 Quay Street\nPhone: 555 12 12\nWebsite: crane.test\nOpen: daily",
        "Prep time: 10 min\nCook time: 20 min\nServings: 4\nName: Fish soup",
        "Job: done\nAge: gold",
    ],
)
def test_fields_of_places_and_dishes_are_no_profile(lines):
    assert plaintext.read(article(lines, BODY.strip())).authors == ()


def test_key_and_value_on_lines_of_their_own():
    document = plaintext.read(
        article("About the author", "Name", "Ada Quill", "Email", "ada@quay.test", "Occupation", "Clerk")
    )
    author = document.authors[0]
    assert [(f.key, f.value) for f in author.fields] == [
        ("name", "Ada Quill"),
        ("email", "ada@quay.test"),
        ("job", "Clerk"),
    ]


def test_prose_under_an_author_heading():
    bio = "Ada Quill is a clerk who writes on ropes and the people who splice them."
    document = plaintext.read(article("About the author", bio))
    assert document.authors[0].name == "Ada Quill"
    assert document.authors[0].first("biography").value == bio
    assert (
        zone(article("About the author", bio, "Related articles", "One two three", "Four five six"), Zone.AUTHOR)[-1]
        == bio
    )


def test_a_closing_biography_of_the_byline():
    bio = "Ada Quill is a clerk who writes on ropes and the people who splice them."
    source = article(bio, head="A vote is put off\n\nBy Ada Quill")
    assert [author.first("biography").value for author in plaintext.read(source).authors] == [bio]
    assert plaintext.read(article(bio)).authors == ()


def test_an_article_about_an_author_is_body():
    text = article(
        "About the author", "Her books are few, but they have been read by everyone who sails.", *[BODY.strip()] * 6
    )
    assert plaintext.read(text).authors == ()


def test_two_profiles_are_two_authors():
    other = PROFILE.replace("Ada Quill", "Max Roe")
    document = plaintext.read(article("About the author", PROFILE, "About the author", other))
    assert [author.name for author in document.authors] == ["Ada Quill", "Max Roe"]


def test_a_person_introduced_by_name():
    bio = "She keeps the books of the harbour and counts its ropes every spring, one by one."
    for line in ("About Ada Quill", "Written by Ada Quill"):
        (author,) = plaintext.read(article(line, bio)).authors
        assert (author.name, author.first("biography").value) == ("Ada Quill", bio)
    company = "The firm sells ropes in nine countries and has been at the quay since 1870."
    assert plaintext.read(article("About Quill Ropes", company)).authors == ()


def test_a_profile_flattened_to_one_line():
    line = "• Name : Ada Quill • Username : aquill • Email : ada@quay.test • Bio : She writes on ropes."
    (author,) = plaintext.read(article("Detail Author:", line)).authors
    assert [f.key for f in author.fields] == ["name", "username", "email", "biography"]


def test_fields_with_marks_of_emphasis():
    lines = "**Name:** Ada Quill\n\n**Job**: Clerk"
    (author,) = plaintext.read(article("About the author", lines)).authors
    assert [(f.key, f.value) for f in author.fields] == [("name", "Ada Quill"), ("job", "Clerk")]


def test_a_biography_goes_on_with_a_pronoun():
    first = "Ada Quill is a clerk who writes on ropes and the people who splice them."
    second = "She lives above the chandler's with two cats and a barometer that is always wrong."
    source = article(BODY.strip(), first, second, head="A vote is put off\n\nBy Ada Quill")
    assert zone(source, Zone.AUTHOR) == [first, second]


@pytest.mark.parametrize(
    "line", ["Published on May 4, 2021 by Ada Quill", "Ada Quill | May 4, 2021", "By Ada Quill on May 4, 2021"]
)
def test_a_line_may_hold_both_name_and_date(line):
    document = plaintext.read(article(head=f"A vote is put off\n\n{line}"))
    assert (document.byline, document.published) == (("Ada Quill",), "2021-05-04")


def test_a_standfirst_may_stand_before_the_byline():
    head = "A vote is put off\n\nThe crane will have to wait until spring\n\nBy Ada Quill"
    assert plaintext.read(article(head=head)).byline == ("Ada Quill",)


def test_a_biography_after_the_fields():
    bio = "She keeps the books of the harbour and counts its ropes every spring, one by one."
    (author,) = plaintext.read(article("About the author", "Name: Ada Quill\nJob: Clerk", bio)).authors
    assert author.first("biography").value == bio


def test_a_source_without_text_is_empty():
    assert plaintext.read("\n \n").page_type == "empty"
    assert plaintext.read(article()).page_type == "article"
    assert plaintext.read("Rope", zone=Zone.BODY).page_type == "article"
