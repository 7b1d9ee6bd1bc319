"""One reader of addresses: host, site, page and slug."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor import web
from auditor.corpus.read import Item
from auditor.corpus.running.row import of_error

ADDRESSES = [
    ("https://www.bakery.test/news", "bakery.test"),
    ("https://www.bakery.test:443/news", "bakery.test"),
    ("https://user:pw@www.Bakery.test:8080/news?a=//b.test", "bakery.test"),
    ("http://bakery.test#oven", "bakery.test"),
    ("http://bakery.test?q=oven", "bakery.test"),
    ("//cdn.bakery.test./x", "cdn.bakery.test"),
    ("http://[::1]:8000/news", "[::1]"),
    ("http://192.0.2.7:8000/news", "192.0.2.7"),
    ("/news", ""),
    ("news//oven", ""),
    ("#oven", ""),
    ("mailto:ann@bakery.test", ""),
    ("", ""),
]


@pytest.mark.parametrize(("address", "host"), ADDRESSES)
def test_the_host_of_an_address(address, host):
    assert web.host(address) == host


@pytest.mark.parametrize(("address", "host"), [a for a in ADDRESSES if a[1]])
def test_a_corpus_row_names_the_same_host(address, host):
    assert of_error("crawl", Item(id="1", url=address), "damaged", "").host == host


@pytest.mark.parametrize(
    ("host", "site", "owner"),
    [
        ("news.orf.at", "orf.at", "orf"),
        ("blog.web.de", "web.de", "web"),
        ("a.rai.it", "rai.it", "rai"),
        ("www.bbc.co.uk", "bbc.co.uk", "bbc"),
        ("mia.github.io", "mia.github.io", "mia"),
        ("shop.bakery.test", "bakery.test", "bakery"),
        ("www.bäckerei.de", "xn--bckerei-5wa.de", "xn--bckerei-5wa"),
        ("localhost", "localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7", "192"),
        ("[::1]", "[::1]", "[::1]"),
        ("", "", ""),
    ],
)
def test_whose_a_host_is(host, site, owner):
    assert (web.site(host), web.owner(host)) == (site, owner)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bakery.test", "bakery.test", True),
        ("shop.bakery.test", "news.bakery.test", True),
        ("bäckerei.de", "xn--bckerei-5wa.de", False),  # other labels: not worth the reading of the list
        ("bbc.co.uk", "itv.co.uk", False),
        ("mia.github.io", "tom.github.io", False),
        ("192.0.2.7", "198.51.2.7", False),
        ("bakery.test", "", False),
    ],
)
def test_hosts_of_one_site(one, other, same):
    assert web.same_site(one, other) is same


def test_first_pages():
    homes = ("/", "//bakery.test", "https://www.bakery.test:443/", " /index.html ", "http://bakery.test/home.php")
    assert all(map(web.is_home, homes))
    assert not any(map(web.is_home, ("", "index.html", "/news", "https://bakery.test/news", "/?page=2")))


def test_slugs_and_pages():
    assert (
        web.slug("https://bakery.test/news/the-oven-is-cold.html?a=b-c-d-e", min_words=4) == "the oven is cold".split()
    )
    assert web.slug("/news", min_words=1) == []
    assert web.last_part("//bakery.test/news/oven-cold/?x#y") == "oven-cold"
    assert web.page("HTTP://www.Bakery.test:80/a/#b") == web.page("//bakery.test/a") == "//bakery.test/a"


def test_reserved_domains():
    assert all(map(web.is_reserved, ("example.com", "mail.example.org", "site.test", "a.invalid")))
    assert not any(map(web.is_reserved, ("examples.com", "example.de", "test.com", "contest.org")))


def test_hosts_of_mailboxes_and_links_in_a_text():
    text = "Write to ann@example.org or see https://www.bbc.co.uk/news."
    assert [host for _, _, host in web.hosts_in(text)] == ["example.org", "bbc.co.uk"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_an_address_without_trouble(text):
    name = web.host(text)
    assert name == name.lower()
    assert web.same_site(name, name)
    assert isinstance(web.site(name), str)
    assert isinstance(web.owner(web.published_host(text)), str)


LINKS = "".join(
    f"<li><a href='https://www.bakery.test/news/{n}'>The {n} bakers of the old town bake again</a></li>"
    for n in ("seven", "eight", "nine", "ten")
)
PAGE = (
    "<h1>The oven is cold</h1>"
    "<p>The oven of the old town went cold on Monday, and the bakers waited beside it for two days.</p>"
    + "".join(
        f"<p>On day {n} the mason came with a new stone and went again without a word to the bakers.</p>"
        for n in range(9)
    )
    + f"<h2>More news</h2><ul>{LINKS}</ul>"
)


@pytest.mark.parametrize(
    "url", ["https://www.bakery.test/news", "https://www.bakery.test:443/news", "https://me:pw@bakery.test/news#top",
            "www.bakery.test/news"],
)  # fmt: skip
def test_however_the_address_is_written_the_page_knows_its_own_links(url):
    assert len(auditor.parse(PAGE, url=url).zone(auditor.Zone.LINKS)) == 5
