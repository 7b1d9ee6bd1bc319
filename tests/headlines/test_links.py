"""Link lists: doubled lines, other sites' names, anchors against addresses."""

import time

import pytest
from bakery import FOREIGN, HEADLINE, found, html, item, text
from msgspec import structs

import auditor
from auditor.signals.linking import by_page

LINES = [
    "Harbour bridge to close for two years",
    "Rowers bring the northern trophy home",
    "Island schools reopen on Monday",
]
BRIDGE, ROWERS = "/local/council-votes-on-harbour-bridge-repairs", "/sport/rowing-club-wins-northern-trophy"
SOUPS, TEA = "Seven soups that warm a cold November evening", "Why dentists never tell you this about tea"


def doubled(*lines: str) -> str:
    return text(HEADLINE) + "".join(f"\n\n{line}\n\n{line}" for line in lines)


def test_each_doubled_headline_is_one_finding_on_its_second_copy():
    source = doubled(*LINES)
    findings = found(source, "doubled-headline")
    assert [finding.evidence for finding in findings] == LINES
    for finding, line in zip(findings, LINES, strict=True):
        assert finding.offset == source.rindex(line)
        assert [place.offset for place in finding.related] == [source.index(line)]


def test_doubled_lines_of_html_count_in_pairs():
    one = item(LINES[0], "/a") * 2
    assert found(html(links=one), "doubled-headline") == []
    assert len(found(html(links=one + item(LINES[1], "/b") * 2), "doubled-headline")) == 2


@pytest.mark.parametrize(
    "source",
    [
        doubled("Read more"),
        doubled("Photo: Greta Holm at the oven"),
        doubled("The harbour bridge will close for two years."),
        text(HEADLINE) + "\n\n" + "\n\n".join(LINES + LINES),  # a refrain, but not in a row
        doubled("from ten to four"),
        doubled("12 44 13 18 200 7"),
    ],
)
def test_lines_that_may_repeat(source):
    assert found(source, "doubled-headline") == []


def widget(*lines: str) -> str:
    return text(HEADLINE) + "\n\nRelated articles\n\n" + "\n\n".join(lines)


@pytest.mark.parametrize("suffix", ["The Harbour Herald", "Northhaven News", "harbourherald.com"])
def test_the_name_of_another_publisher(suffix):
    source = widget(f"{LINES[0]} | {suffix}", *LINES[1:])
    (finding,) = found(source, "foreign-publisher-suffix")
    assert finding.evidence == suffix
    assert finding.offset == source.index(suffix)


HERALD = f"{LINES[0]} | The Harbour Herald"
SITE = '<meta property="og:site_name" content="The Harbour Herald">'


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (widget(*(f"{line} | The Harbour Herald" for line in LINES)), None),  # every line: the site's own
        (widget(f"{LINES[0]} | Opinion", f"{LINES[1]} | Greta Holm", LINES[2]), None),  # section, columnist
        (widget(f"{LINES[0]} | Latest News", *LINES[1:]), None),
        (html(head=SITE, links=item(HERALD, "/a") + item(LINES[1], "/b")), None),
        (html(links=item(HERALD, "/a") + item(LINES[1], "/b")), "https://www.harbourherald.test/x"),
        (html(head="<title>Rye | Harbour Herald</title>", links=item(HERALD, "/a") + item(LINES[1], "/b")), None),
        (html(links=item(HERALD, "https://harbourherald.test/a") + item(LINES[1], "/b")), None),
    ],
)  # fmt: skip
def test_names_that_belong_there(source, url):
    assert found(source, "foreign-publisher-suffix", url=url) == []


def test_one_strange_anchor_is_information_and_two_are_a_warning():
    rules = ("anchor-slug-mismatch", "anchor-slug-mismatches")
    (one,) = found(html(links=item(SOUPS, BRIDGE)), *rules)
    assert (one.rule, one.severity, one.evidence) == ("anchor-slug-mismatch", "info", SOUPS)
    assert one.facts["slug"] == "council votes on harbour bridge repairs"
    both = found(html(links=item(SOUPS, BRIDGE) + item(TEA, ROWERS)), *rules)
    assert [(f.rule, f.severity) for f in both if f.severity != "info"] == [("anchor-slug-mismatches", "warning")]


@pytest.mark.parametrize(
    ("anchor", "address"),
    [
        ("Bridge closes for two years", BRIDGE),
        ("LLCs and what they offer founders", "/guides/limited-liability-companies-explained-simply"),
        ("Limited liability companies explained simply", "/guides/what-an-llc-is-for"),
        ("Which air fryer bakes bread best", "/kitchen/seven-airfryers-tested-this-year"),
        ("Read the whole story of the week", BRIDGE),
        ("the committee's own minutes of Tuesday", BRIDGE),
        ("December 12, 2025 | 4 min read", BRIDGE),
        (SOUPS, "/p/a41c-9de2-b771-ff08"),
        (SOUPS, "/recipes/0412"),
        ("Sieben Suppen für kalte Abende im November", BRIDGE),
        ("Soups we love", BRIDGE),
    ],
)
def test_anchors_that_may_lead_there(anchor, address):
    assert found(html(links=item(anchor, address)), "anchor-slug-mismatch") == []


def test_the_texts_of_a_card_are_read_together():
    card = item(SOUPS, BRIDGE) + item("Council wants a new harbour bridge", BRIDGE)
    assert found(html(links=card), "anchor-slug-mismatch") == []


def test_a_few_strange_anchors_among_many_are_no_warning():
    own = "".join(
        item(f"Harbour bridge number {n} needs repairs", f"/local/{n}/harbour-bridge-needs-repairs") for n in range(12)
    )
    assert found(html(links=own + item(SOUPS, BRIDGE) + item(TEA, ROWERS)), "anchor-slug-mismatches") == []


def test_two_headlines_for_one_page():
    (finding,) = found(html(links=item(LINES[0], "/a") + item(SOUPS, "/a")), "contradicting-anchors")
    assert finding.severity == "info"
    for other in ("Read more about the soups", "Closed for years: the harbour bridge", "A bridge"):
        assert found(html(links=item(LINES[0], "/a") + item(other, "/a")), "contradicting-anchors") == []


def test_links_that_name_another_site():
    named = '<a href="{}">harbourherald.com</a>'
    source = html(paragraphs=(f"Read it at {named.format('https://cheap-loans.test/x')} today.",) * 3)
    assert {f.facts["leads"] for f in found(source, "anchor-other-site")} == {"cheap-loans.test"}
    for honest in (
        "https://www.harbourherald.com/x",
        "https://t.co/x",
        "https://archive.test/harbourherald.com/x",
        "/x",
    ):
        assert found(html(paragraphs=(f"Read it at {named.format(honest)}.",) * 3), "anchor-other-site") == []


def test_links_to_the_page_itself_and_to_searches():
    url = "https://news.test/local/ferry-strike"
    source = html(
        links=item(LINES[0], "/local/ferry-strike/") + item(LINES[1], "/?s=rowing") + item("Rowing", "/?s=rowing")
    )
    (own,) = found(source, "self-link", url=url)
    (search,) = found(source, "search-link", url=url)
    assert (own.evidence, search.evidence) == (LINES[0], LINES[1])
    assert found(source, "self-link") == []
    assert found(html(links=item(LINES[0], "/")), "self-link", url="https://news.test/") == []


def test_generic_anchors_count_from_three():
    here = (
        '<p>The fares of ferry {0} are <a href="/{0}">here</a>, the times are listed below the map of the island.</p>'
    )
    source = "<article><h1>Ferry</h1>" + "".join(here.format(n) for n in range(3)) + "</article>"
    (finding,) = found(source, "generic-anchor")
    assert finding.facts["links"] == 3
    assert found(source.replace(">here<", ">fares of the ferry<", 1), "generic-anchor") == []


def test_a_list_about_other_things_is_only_information():
    foreign = "".join(
        item(line, f"/{n}")
        for n, line in enumerate((FOREIGN, "Striker signs in Madrid", "Senate delays satellite budget"))
    )
    (finding,) = found(html(links=foreign), "off-topic-widget")
    assert (finding.severity, finding.points) == ("info", 0)
    own = "".join(
        item(f"{line} in Uppsala", f"/{n}")
        for n, line in enumerate(("Rye bakery sold", "Sourdough rests", "Loaf of the year"))
    )
    assert found(html(links=own), "off-topic-widget") == []


def test_headlines_between_paragraphs():
    linked = [f'<a href="/{n}">{line} after the long winter storm</a>' for n, line in enumerate(LINES)]
    prose = "The ferry will not sail before the harbour office has counted every passenger, the mayor said on Monday."
    assert found(html(paragraphs=(prose, linked[0], prose + " Soon.", linked[1], prose + " Again.")), "widget-in-body")
    assert found(html(paragraphs=(prose, linked[0], f"{prose} See {linked[1]}.")), "widget-in-body") == []


def test_a_caption_three_times():
    line = "Rye loaves cool on the oak table"
    figure = f'<figure><img src="a.jpg" alt="{line}"><figcaption>{line}</figcaption></figure>'
    page = html().replace(
        "</article>", f"{{}}{figure}<p>They cool for an hour before anybody may cut them, says the baker.</p></article>"
    )
    assert found(page.format(f"<h2>{line}</h2>"), "repeated-caption")
    assert found(page.format("<h2>The night shift</h2>"), "repeated-caption") == []


@pytest.mark.slow
def test_two_hundred_thousand_links_are_read_in_linear_time():
    source = html(
        links="".join(
            item(f"Soup {n} warms a cold evening", f"/local/council-votes-{n}-bridge") for n in range(200_000)
        )
    )
    start = time.process_time()
    found(source, "anchor-slug-mismatch")
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    "address",
    [
        "http://[",
        "//",
        "https://",
        "/" * 2_000,
        "%" * 2_000,
        "https://a@b@c:9x/y",
        "a" * 5_000,
        "/-" * 500,
        "?=&" * 500,
    ],
)
def test_hostile_addresses(address):
    links = item(SOUPS, address) * 50
    start = time.process_time()
    found(html(links=links), "anchor-slug-mismatch", url="https://news.test/a/b-c")
    assert time.process_time() - start < 1


def test_two_thousand_links_of_a_page_are_compared():
    blocks = auditor.parse(html(links=item(HEADLINE, "/a/bread") + item(FOREIGN, "/a/tax")), format="html").blocks
    block = next(block for block in blocks if block.zone is auditor.Zone.LINKS and block.links)
    many = structs.replace(block, links=block.links * 5_000)
    assert sum(map(len, by_page([many]).values())) == 2_000
