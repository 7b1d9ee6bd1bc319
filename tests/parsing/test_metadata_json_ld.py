"""JSON-LD: exact intervals, broken and hostile scripts, who is an author and who is not."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.model import Kind, Zone
from auditor.parsing.html.facts.structured import MAX_DEPTH, read_json_ld, text

strings = st.text(max_size=12)
values = st.recursive(
    strings | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strings, inner, max_size=3),
    max_leaves=12,
)
objects = st.dictionaries(strings, values, max_size=4)


def read(script):
    return read_json_ld(script, [(0, len(script))])


def simple(source, node):
    """An object with its strings and numbers read, arrays flattened, and everything else left out."""
    found = {}
    for key, held in node.items():
        name = json.loads(f'"{key}"')
        read = [simple(source, v) if isinstance(v, dict) else text(source, v) for v in held]
        found[name] = [*found.get(name, []), *read]
    return found


def expected(value):
    """The same of what `json` reads."""
    if isinstance(value, dict):
        return [{key: expected(held) for key, held in value.items()}]
    if isinstance(value, list):
        return [item for held in value for item in expected(held)]
    if isinstance(value, bool) or value is None:
        return []
    return [" ".join(str(value).split())]


@given(objects, st.booleans(), st.sampled_from([None, 2]))
def test_it_reads_what_json_reads(value, ascii_only, indent):
    script = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    nodes, capped = read(script)
    assert not capped
    assert [simple(script, node) for node in nodes] == expected(value)


@given(st.text(st.sampled_from('{}[]":,\\ab1-\n'), max_size=80))
def test_any_text_is_read_without_error(script):
    nodes, _ = read(script)
    for node in nodes:
        for held in node.values():
            for value in held:
                assert isinstance(value, dict) or 0 <= value[0] <= value[1] <= len(script)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "Salt", "author": {"name": "Ada Byrne"',
        '{"@type": "Article", "headline": "Salt", "author": {"name": "Ada Byrne"},}',
        '<!-- {"@type": "Article", "headline": "Salt", "author": {"name": "Ada Byrne"}} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "Salt", "author": {"name": "Ada Byrne"}}\n//]]>',
        '{"@type": "Article", "headline": "Salt\n", "author": [{"name": "Ada Byrne"}]]}',
        '{"@type": "Article", "text": "they said "no" to it", "headline": "Salt", "author": {"name": "Ada Byrne"}}',
        '{"@type": "Article", "x": [1, {"y": 2], "headline": "Salt", "author": {"name": "Ada Byrne"}}',
    ],
)
def test_broken_scripts_are_read_as_far_as_they_go(script):
    document = auditor.parse(f'<script type="application/ld+json">{script}</script><h1>Salt</h1>', format="html")
    assert document.byline == ("Ada Byrne",)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"@type":"Article","author":' * 50_000,
        '"' + "\\" * 1_000_001,
        '"\\' * 500_000,
    ],
)
def test_hostile_scripts_take_little_time(script):
    start = time.process_time()
    read(script)
    assert time.process_time() - start < 1


def test_depth_and_length_are_capped_and_said_so():
    deep = "[" * (MAX_DEPTH + 1)
    assert read(deep) == ([], True)
    page = f'<script type="application/ld+json">{{"@type":"Article","headline":"{"x" * 1_100_000}"}}</script>'
    assert any("JSON-LD" in note for note in auditor.parse(page, format="html").notes)


def page(*scripts):
    return "".join(f'<script type="application/ld+json">{json.dumps(script)}</script>' for script in scripts)


def authors(*scripts):
    return [(a.source, a.name) for a in auditor.parse(page(*scripts), format="html").authors]


def test_authors_by_reference_are_described_in_full():
    graph = {
        "@graph": [
            {"@type": "Article", "author": {"@id": "#ada", "name": "Ada Byrne"}, "publisher": {"@id": "#gazette"}},
            {
                "@type": "Person",
                "@id": "#ada",
                "name": "Ada Byrne",
                "jobTitle": "Harbour pilot",
                "email": "ada@byrne.example",
            },
            {"@type": "Organization", "@id": "#gazette", "name": "The Gazette"},
        ]
    }
    document = auditor.parse(page(graph), format="html")
    (ada,) = document.authors
    assert [(f.key, f.value) for f in ada.fields] == [
        ("name", "Ada Byrne"),
        ("job", "Harbour pilot"),
        ("email", "ada@byrne.example"),
    ]
    assert document.site == "The Gazette"


def test_authors_of_comments_and_reviews_are_no_authors():
    article = {
        "@type": "BlogPosting",
        "author": [{"@type": "Person", "name": "Ada Byrne"}, "Max Roe"],
        "comment": [{"@type": "Comment", "author": {"@type": "Person", "name": "Troll"}}],
        "review": {"@type": "Review", "author": {"@type": "Person", "name": "Guest"}},
    }
    document = auditor.parse(page(article), format="html")
    assert set(document.byline) == {"Ada Byrne", "Max Roe"}
    assert {block.text for block in document.blocks if block.kind is Kind.PERSON} == {"Ada Byrne", "Max Roe"}


def test_the_publisher_is_no_author_and_an_organisation_has_no_profile():
    article = {
        "@type": "NewsArticle",
        "author": {"@type": "Organization", "name": "The Gazette", "telephone": "0123"},
        "publisher": {"@type": "Organization", "name": "Harbour Press"},
    }
    document = auditor.parse(page(article), format="html")
    assert document.byline == ("The Gazette",)
    assert [f.key for author in document.authors for f in author.fields] == ["name"]


def test_a_person_that_the_page_is_about():
    assert authors({"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": "Ada Byrne"}}) == [
        ("json-ld", "Ada Byrne")
    ]


def test_every_field_of_a_person_stands_where_it_says():
    person = {
        "@type": "Person",
        "name": "Ada \u201cSalt\u201d Byrne",
        "alternateName": "saltbyrne",
        "telephone": "+44 20 7946 0000",
        "address": {"@type": "PostalAddress", "streetAddress": "1 Quay", "addressRegion": "Fife", "postalCode": "KY1"},
        "worksFor": {"@type": "Organization", "name": "Harbour \n Office"},
        "description": "Writes about tides/currents.",
        "sameAs": ["https://twitter.com/saltbyrne", "https://byrne.example"],
    }
    document = auditor.parse(page(person), format="html")
    (ada,) = document.authors
    blocks = document.zone(Zone.METADATA)
    for field in ada.fields:
        assert field.span.block in blocks
        assert json.loads(f'"{document.source[field.start : field.end]}"').split() == field.span.text.split()
    keys = {field.key for field in ada.fields}
    assert {"name", "username", "phone", "address", "company", "biography", "handle", "url"} <= keys


def test_half_a_surrogate_pair_is_a_replacement_character():
    document = auditor.parse(
        '<script type="application/ld+json">{"@type": "Article", "headline": "a \\ud83d b \\ud83d\\ude00"}</script>',
        format="html",
    )
    assert document.title == "a \ufffd b \U0001f600"
    assert json.dumps(document.to_dict(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "name": {"@type": "Person", "name": "Ines Calloway"}},
        {"@type": "Person", "name": {"@value": "Ines Calloway"}},
        {"@list": [{"@type": "Person", "name": "Ines Calloway"}]},
        {"@value": "Ines Calloway"},
    ],
)
def test_a_name_is_read_however_it_is_wrapped(author):
    stated = json.dumps({"@type": "NewsArticle", "headline": "Eleven sails", "author": author})
    source = f"<script type=application/ld+json>{stated}</script><h1>Eleven sails</h1><p>The crew mended them."
    assert auditor.parse(source, format="html").byline == ("Ines Calloway",)


def test_of_several_articles_the_fullest_counts():
    review = {"@type": "Review", "name": "A rope"}
    article = {"@type": "Article", "headline": "Eleven sails", "datePublished": "2024-03-09"}
    source = f"<script type=application/ld+json>{json.dumps([review, article])}</script><p>The crew mended them."
    assert auditor.parse(source, format="html").published == "2024-03-09"
