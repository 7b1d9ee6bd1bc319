"""Which parts of a page are about its author, and which only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.model import Kind, Span, Zone
from auditor.parsing.places import place

SENTENCE = "The harbour was rebuilt over nine winters by people who had never seen a crane before. "
PROSE = "".join(f"<p>{SENTENCE * 4}Part {n}.</p>" for n in range(5))
LIFE = "Ada Byrne is a harbour pilot who writes about tides and lives in Fife."


def parse(after="", *, before="", head="", byline="<p>By Ada Byrne</p>"):
    article = f"<article><h1>Salt roads</h1>{byline}{PROSE}</article>"
    page = f"<html><head>{head}</head><body>{before}{article}{after}</body></html>"
    return auditor.parse(page, format="html")


def texts(document, *zones):
    return [block.text for block in document.zone(*zones)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f'<div class="author-box"><h4>Ada Byrne</h4><p>{LIFE}</p></div>', ["Ada Byrne", LIFE]),
        (f'<div class="css-1x9"><p>Ada Byrne</p><p>{LIFE}</p></div>', ["Ada Byrne", LIFE]),
        (f"<section><h3>About the author</h3><p>{LIFE}</p></section>", ["About the author", LIFE]),
        (f"<h3>About the author</h3><p>{LIFE}</p>", ["About the author", LIFE]),
        (f"<div><h3>Meet Ada</h3><p>{LIFE}</p></div>", ["Meet Ada", LIFE]),
        (
            "<div><p>Ada Byrne</p><p>Ada has piloted ships for thirty years and now writes about them.</p></div>",
            ["Ada Byrne", "Ada has piloted ships for thirty years and now writes about them."],
        ),
        ("<div><p>Written by</p><p>Ada Byrne</p></div>", ["Written by", "Ada Byrne"]),
        ('<div class="author-card"><b>Ada Byrne</b><p>Pilot.</p></div>', ["Ada Byrne", "Pilot."]),
        (
            "<aside><h4>About me</h4><p>Hello, I'm Ada, and I have piloted ships for thirty years.</p></aside>",
            ["About me", "Hello, I'm Ada, and I have piloted ships for thirty years."],
        ),
        (
            (
                "<dl><dt>Name</dt><dd>Ada Byrne</dd><dt>Job</dt><dd>Pilot</dd><dt>E-mail</dt><dd>a@b.example</dd>"
                "<dt>Username</dt><dd>ada</dd></dl>"
            ),
            ["Name", "Ada Byrne", "Job", "Pilot", "E-mail", "a@b.example", "Username", "ada"],
        ),
        (
            "<p>Name: Ada Byrne</p><p>Job: Pilot</p><p>E-mail: a@b.example</p><p>Username: ada</p>",
            ["Name: Ada Byrne", "Job: Pilot", "E-mail: a@b.example", "Username: ada"],
        ),
    ],
)
def test_author_boxes(markup, expected):
    document = parse(markup)
    assert texts(document, Zone.AUTHOR) == expected
    assert len({block.group for block in document.zone(Zone.AUTHOR)}) == 1
    assert all(block.reason and block.group for block in document.zone(Zone.AUTHOR))


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="comments"><b class="comment-author">Guest</b><p>Ada Byrne is a fine writer, I think so.</p></div>',
        f'<div class="testimonial"><p class="testimonial-author">Max Roe</p><p>{SENTENCE}</p></div>',
        f'<div class="post bypostauthor"><p>{SENTENCE}</p></div>',
        "".join(
            f'<div class="author-info"><a href="/{n}">A teaser for story number {n} of the week</a></div>'
            for n in range(9)
        ),
        "<form><p>Name:</p><p>E-mail:</p><p>Username:</p><p>Age:</p><p>Job:</p></form>",
        "<p>© 2025 Ada Byrne is the owner of all texts and pictures here, rights reserved.</p>",
        "<p>I am so happy with this pilot that I will come again next year with all my friends.</p>",
        "<dl><dt>Price</dt><dd>4</dd><dt>Weight</dt><dd>2</dd><dt>Colour</dt><dd>red</dd><dt>Name</dt><dd>Boat</dd></dl>",
        f'<nav class="author-menu"><a href="/a">{"About me " * 9}</a></nav>',
        f"<h3>About the harbour</h3><p>{SENTENCE}</p>",
    ],
)
def test_what_only_looks_like_an_author_box(markup):
    assert texts(parse(markup), Zone.AUTHOR) == []


def test_a_class_that_wraps_the_article_is_no_box():
    document = auditor.parse(f'<body class="author-bio"><h1>Salt roads</h1>{PROSE * 3}</body>', format="html")
    assert texts(document, Zone.AUTHOR) == []
    assert len(document.zone(Zone.BODY)) >= 5


def test_the_organisation_of_the_site_has_no_biography():
    head = '<meta property="og:site_name" content="Harbour House"><meta name="author" content="Harbour House">'
    document = parse(
        f"<p>Harbour House is a registered office that sells tide tables. {SENTENCE}</p>", head=head, byline=""
    )
    assert texts(document, Zone.AUTHOR) == []


def test_a_closing_biography_of_somebody_not_named_before():
    life = "Ida Lund is a garden writer who lives and gardens on the coast of Fife."
    page = f"<article><h1>Salt roads</h1>{PROSE}<p>{life}</p></article>"
    assert texts(auditor.parse(page, format="html"), Zone.AUTHOR) == [life]


def test_several_authors_have_groups_of_their_own():
    other = "Max Roe is a reporter who covers ports and shipping for the Gazette."
    boxes = f'<div class="bio"><p>Ada Byrne</p><p>{LIFE}</p></div><div class="bio"><p>Max Roe</p><p>{other}</p></div>'
    document = parse(boxes)
    assert [(a.name, a.first("biography").value) for a in document.authors] == [("Ada Byrne", LIFE), ("Max Roe", other)]


def test_byline_and_dateline_have_their_zones():
    document = parse(byline="<p>Written by</p><p>Ada Byrne</p><p>May 3, 2021</p>")
    assert texts(document, Zone.BYLINE) == ["Written by", "Ada Byrne"]
    assert texts(document, Zone.DATELINE) == ["May 3, 2021"]
    assert texts(document, Zone.AUTHOR) == []


def test_the_byline_falls_back_on_the_author_box():
    assert parse(f'<div class="author-box"><h4>Ada Byrne</h4><p>{LIFE}</p></div>', byline="").byline == ("Ada Byrne",)


@pytest.mark.parametrize(
    "profile",
    [
        (
            '<div class="author-card"><img alt="Ada Byrne" src="a.png"><h4 class="author-name">Ada Byrne</h4>'
            '<p class="author-job">Pilot at Harbour Office</p><p class="author-bio">{}</p></div>'
        ),
        '<div class="author-box"><h3>About <a rel="author" href="/author/ada">Ada Byrne</a></h3><p>{}</p></div>',
        (
            '<section class="profile"><h2>Author profile</h2><dl><dt>Name</dt><dd>Ada Byrne</dd>'
            "<dt>About</dt><dd>{}</dd><dt>twitter</dt><dd><a href='https://twitter.com/adabyrne'>@adabyrne</a></dd></dl></section>"
        ),
        '<script type="application/ld+json">{{"@type": "Person", "name": "Ada Byrne", "description": "{}"}}</script>',
    ],
)
@pytest.mark.parametrize("life", [LIFE, "Pilot by day.", "Quis vero tides omnia."])
def test_profiles_become_records(profile, life):
    markup = profile.format(life)
    inside = parse(markup, byline="")
    alone = auditor.parse(markup, format="html", zone="author")
    for document in (inside, alone):
        (ada,) = document.authors
        assert ada.name == "Ada Byrne"
        assert life in [field.value for field in ada.all("biography")]


def test_a_profile_on_its_own_is_one_record_with_its_json_ld():
    source = (
        '<div><h2>Ada Byrne</h2><img alt="Portrait of Ada Byrne" src="a.png"></div>'
        '<script type="application/ld+json">{"@type": "Person", "email": "ada@byrne.example"}</script>'
    )
    (ada,) = auditor.parse(source, format="html", zone="author").authors
    assert (ada.source, ada.name) == ("visible", "Ada Byrne")
    assert [field.value for field in ada.all("email")] == ["ada@byrne.example"]


def test_people_in_tags_are_records():
    document = parse(head='<meta name="author" content="By Ada Byrne">', byline="")
    (ada,) = document.authors
    assert (ada.source, ada.name) == ("meta", "Ada Byrne")
    (name,) = ada.fields
    assert document.source[name.start : name.end] == "Ada Byrne"


pieces = st.sampled_from(
    """
<div class="author-bio">
<section id="about-author">
</div>
</section>
<p>
</p>
<h3>About the author</h3>
Ada Byrne
 is a writer who lives in Fife and loves the tides.
Name:
Bio:
<dl><dt>Job</dt><dd>
</dd></dl>
<a href="https://twitter.com/ada">Twitter</a>
<br>
&amp;
I'm Ada.
<img alt="Ada Byrne">
ada@byrne.example
""".splitlines()
)


@given(st.lists(pieces, max_size=25))
def test_every_field_stands_where_it_says(parts):
    document = parse("".join(parts))
    blocks = document.blocks
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    for author in document.authors:
        for field in (*author.fields, *author.empty):
            assert field.span.block in blocks
            assert (field.start, field.end) == place(document.source, field.span)
    for block in document.zone(Zone.AUTHOR, Zone.BYLINE, Zone.DATELINE):
        assert place(document.source, Span.of(block)) == (block.start, block.end)
        assert block.kind is not Kind.TITLE
