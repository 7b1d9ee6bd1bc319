"""Cards are the text of a page that lists, and an offer beside a text; lines of a program are no text."""

import pytest

from auditor.model import PageType, Zone
from auditor.parsing import html

HEAD = "<title>Lamps of the harbour</title><h1>Lamps of the harbour</h1>"
GOODS = (
    "outer mole,inner quay,rope walk,tar kettle,pilot gig,old lock,fish stairs,north basin,coal pier,boat shed".split(
        ","
    )
)
DATE = "<meta property='article:published_time' content='2024-03-09'>"


def prose(words, seed=0):
    """Sentences of twenty words."""
    one = "The lamp {} has burned every night since the mole was built, and whoever sails home looks for it first."
    return "".join(f"<p>{one.format(f'number {seed + n}')}</p>" for n in range(words // 20))


def cards(number=10, fact="$ {}.00", button="Add to cart", words=3):
    name = " ".join(["lamp"] * (words - 3))
    return "<div class=grid>" + "".join(
        f"<div class=card><a href=/lamp/{n}>Lamp of the {GOODS[n % 10]} {n} {name}</a>"
        f"<p>{fact.format(n + 20)}</p><p>burns {n} hours longer than others of its make</p><p>{button}</p></div>"
        for n in range(number)
    ) + "</div>"  # fmt: skip


def read(source, head=""):
    document = html.read(f"{head}<main>{HEAD}{source}</main>", name="", url="https://harbour.test/lamps", zone=None)
    return " | ".join(block.text for block in document.zone(Zone.BODY)), document.type


def test_cards_are_the_text_of_a_page_that_has_no_other():
    body, kind = read(cards())
    assert "Lamp of the outer mole 0" in body
    assert "$ 29.00" in body
    assert "Add to cart" not in body
    assert kind is PageType.LISTING


@pytest.mark.parametrize(("number", "listed"), [(5, False), (9, True), (16, True)])
def test_a_few_of_one_make_are_no_list(number, listed):
    assert (read(cards(number))[1] is PageType.LISTING) is listed


@pytest.mark.parametrize(("words", "there"), [(100, True), (400, False)])
def test_goods_beside_a_text_are_an_offer(words, there):
    body, _ = read(prose(words) + cards())
    assert ("Lamp of the outer mole 0" in body) is there
    assert "whoever sails home" in body


def test_long_siblings_are_no_cards():
    sections = "".join(f"<div class=part><a href=/{n}>More</a>{prose(160, 8 * n)}</div>" for n in range(9))
    assert read(sections)[1] is PageType.ARTICLE


def test_an_article_that_says_so_is_not_taken_for_a_list():
    head = '<script type=application/ld+json>{"@type": "Article"}</script>'
    assert read(prose(100) + cards(), head)[1] is PageType.ARTICLE


@pytest.mark.parametrize(("said", "kind"), [("", PageType.LISTING), (prose(20), PageType.ARTICLE)])
def test_a_dated_page_lists_only_where_it_has_no_sentence(said, kind):
    card = "<div class=card><a href=/{0}>The lamp of the {1} burns</a><p>in part {0}, page {0}</p></div>"
    assert read(said + "".join(card.format(n, GOODS[n % 10]) for n in range(30)), DATE)[1] is kind


def test_a_list_that_a_class_calls_a_detail_is_no_detail():
    row = "<tr><td>{0}</td><td><a href=/b/{0}>The {1} at night</a></td><td>4.{0} stars of five, {0} votes</td></tr>"
    rows = "".join(row.format(n, GOODS[n % 10]) for n in range(30))
    assert "The outer mole at night" in read(f"<table class=js-tooltip>{rows}</table>")[0]


def schema(number, kind="Product"):
    one = '{"@type": "' + kind + '", "offers": {"@type": "Offer"}}'
    return f"<script type=application/ld+json>[{', '.join([one] * number)}]</script>"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (schema(1), PageType.PRODUCT),
        (schema(8), PageType.LISTING),
        (schema(8, "ProductGroup"), PageType.PRODUCT),
        ("<meta property=og:type content=product>", PageType.PRODUCT),
        ("<meta property=og:type content=product.group>", PageType.LISTING),
    ],
)
def test_one_thing_is_a_product_and_many_are_a_shelf(head, kind):
    assert read(prose(100), head)[1] is kind


def test_fields_for_programs_are_not_what_a_shop_says():
    fields = "<dl><dt>cat_thumb_red:</dt><dd>lamp-red-160.png</dd><dt>Weight:</dt><dd>two pounds</dd></dl>"
    body, _ = read(prose(100) + fields, schema(1))
    assert "cat_thumb" not in body
    assert "lamp-red" not in body
    assert "two pounds" in body


SAID = "<p>The lamp {0} went out again at noon, and nobody knows why it did.</p>"
POST = f"<article class=post><p>{{0}}</p><p>Posts: {{1}}</p><p>Level {{1}}</p>{SAID}</article>"


@pytest.mark.parametrize(("posts", "there"), [(2, True), (5, False)])
def test_what_a_forum_prints_with_each_post_is_no_text(posts, there):
    source = "".join(POST.format(GOODS[n], n * 7) for n in range(posts))
    body, _ = read(source, "<meta name=generator content='Flarum 1.8'>")
    assert ("Posts: 7" in body) is there
    assert "The lamp inner quay went out" in body


def test_code_in_posts_stays():
    source = "".join(f"{POST.format(GOODS[n], n)}<pre>lamp on</pre>" for n in range(5))
    assert "lamp on" in read(source, "<meta name=generator content='Flarum 1.8'>")[0]


def test_what_stands_below_a_name_in_a_forum_is_a_post():
    source = (
        f"<article class=post><h3>About the author</h3><p>{GOODS[n]}</p>{prose(40, n)}</article>" for n in range(3)
    )
    document = html.read(
        f"<meta name=generator content=phpBB><main>{HEAD}{''.join(source)}</main>", name="", url=None, zone=None
    )
    assert not document.zone(Zone.AUTHOR)


@pytest.mark.parametrize(
    ("path", "forum"),
    [("t/two-lamps/212", True), ("topic/1103-lamps", True), ("topic/lamps", False), ("t/lamps", False)],
)
def test_addresses_of_topics_with_a_number_are_those_of_forums(path, forum):
    page = html.read(f"{HEAD}{prose(100)}", name="", url=f"https://harbour.test/{path}", zone=None)
    assert (page.type is PageType.FORUM) is forum


SOLD = "burns through nine long winters and " * 7


def covered(number):
    """Cards over which a link without a text lies, each in boxes of its own; where a slider halts, one has a class."""
    card = (
        "<li class='{3}'><div><div><h3>Lamp of the {0}</h3><p>$ {1}.00</p><p>{4}</p></div></div>"
        "<a href=/lamp/{2}></a></li>"
    )
    return "".join(card.format(GOODS[n % 10], n + 20, n, "" if n % 4 else "halt", SOLD) for n in range(number))


@pytest.mark.parametrize(("number", "there"), [(3, True), (5, False)])
def test_other_goods_beside_one_thing_are_no_part_of_it(number, there):
    body, kind = read(f"{prose(40)}<ul>{covered(number)}</ul>", schema(1))
    assert ("Lamp of the outer mole" in body) is there
    assert "whoever sails home" in body
    assert kind is PageType.PRODUCT


def test_what_buyers_say_of_goods_is_not_what_the_shop_says():
    reviews = f"<div class=lamp-reviews>{prose(300, 50)}</div>"
    assert "number 50" not in read(prose(100) + reviews, schema(1))[0]
    assert "number 50" in read(prose(100) + reviews)[0]


@pytest.mark.parametrize(("share", "there"), [(6, True), (16, False)])
def test_the_parts_of_what_is_sold_stand_apart(share, there):
    parts = f"<div class=one>{prose(20 * share, 50)}</div><div class=two>{prose(60)}</div>"
    assert ("number 0 " in read(parts, schema(1))[0]) is True
    assert ("number 0 " in read(f"<div>{parts}</div>")[0]) is there


def test_lines_of_identifiers_are_for_programs():
    one = "S0d48abc0-6602-4407-a05b-e5f87e8f229cp4b75a245-1d18-4cd6-a8bb-c003e1120f4co38252f27-527d-4457-91c8-eacb55ffb"
    assert "6602-4407" not in read(f"{prose(100)}<p>{one}</p>", schema(1))[0]
    assert "6602-4407" in read(f"{prose(100)}<p>{one}</p>")[0]


@pytest.mark.parametrize(
    ("label", "number", "there"),
    [
        ("Shipping & Returns", 8, False),
        ("Versand und Rückgabe", 8, False),
        ("Livraison et retours", 8, False),
        ("Envíos y devoluciones", 8, False),
        ("Shipping & Returns", 16, True),  # so long a box holds more than the terms
        ("Delivery:", 8, True),  # a fact
        ("What is in the box", 8, True),
    ],
)
def test_how_goods_are_sent_is_not_what_they_are(label, number, there):
    terms = f"<div><button>{label}</button><div>{prose(20 * number, 70)}</div></div>"
    assert ("number 70 " in read(prose(600) + terms, schema(1))[0]) is there
    assert "number 70 " in read(prose(600) + terms)[0]
