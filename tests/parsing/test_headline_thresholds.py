"""How the headline is chosen: what each number and each mark in the chooser decides."""

import pytest
from rapidfuzz import fuzz

import auditor
from auditor.model import Zone

TEXT = (
    "<p>The council voted for it on Monday, and the ferry left the quay at noon with all its passengers on board.</p>"
    * 4
)
SEVEN = "The ferry to the island stops today"


def read(head="", body="", url=None):
    return auditor.parse(f"<html><head>{head}</head><body>{body}{TEXT}</body></html>", format="html", url=url)


def headline(document):
    return [block.text for block in document.blocks if block.zone is Zone.HEADLINE]


@pytest.mark.parametrize("mark", ["|", "·", "•", "–", "—", "»", "«", "›", "‹", "~", "/", ":", "-", "--", "||"])
def test_between_blanks_each_of_these_divides_the_title_from_the_site(mark):
    assert read(f"<title>{SEVEN} {mark} Harbour News</title>").title == SEVEN


@pytest.mark.parametrize("mark", ["|", " |", "»", "«"])
def test_these_divide_without_blanks_too(mark):
    assert read(f"<title>{SEVEN}{mark}Harbour News</title>").title == SEVEN


@pytest.mark.parametrize("mark", ["-", "–", "/", "~", "·", "›"])
def test_within_words_they_divide_nothing(mark):
    assert read(f"<title>{SEVEN}{mark}Harbour News</title>").title == f"{SEVEN}{mark}Harbour News"


def test_a_colon_divides_from_a_site_that_is_known_and_from_no_other():
    title = f"<title>{SEVEN}: Harbour News</title>"
    assert read(title).title == f"{SEVEN}: Harbour News"
    assert read(f'{title}<meta property="og:site_name" content="Harbour News">').title == SEVEN


def test_a_last_part_of_four_words_may_be_the_site_and_one_of_five_is_not():
    for site, is_site in (("News of the Harbour", True), ("News of the Old Harbour", False)):
        title = f"{SEVEN} | {site}"
        assert read(f"<title>{title}</title>").title == (SEVEN if is_site else title)


def test_a_host_of_four_letters_names_the_site_and_one_of_three_does_not():
    for host, is_site in (("https://quay.test/a", True), ("https://qua.test/a", False)):
        title = f"{SEVEN} | Quay of the Old Harbour Town"
        assert read(f"<title>{title}</title>", url=host).title == (SEVEN if is_site else title)


def test_a_line_of_three_words_in_a_heading_may_be_the_title_and_one_of_two_is_not():
    for title, is_line in (("Ferries stop today", True), ("Ferries stop", False)):
        heading = f"<h1><span>From the harbour</span><br><b>{title}</b></h1>"
        shown = read(f"<title>{title} | Harbour News</title>", heading).title
        assert shown == (title if is_line else f"From the harbour {title}")


STATED = "The ferry to the island stops today at noon"


def like(least, most):
    """A heading that is so much like the stated title: its end, behind letters that it does not have."""
    for other in range(len(STATED)):
        heading = "Z" + "q" * other + STATED[other:]
        if least <= fuzz.ratio(heading.lower(), STATED.lower()) <= most:
            return heading
    raise AssertionError(f"none between {least} and {most}")


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ((56, 60), (72, 78), 1),  # one is much like the title
        ((46, 50), (60, 64), 0),  # none is, and the first is nearly as much so
        ((41, 44), (66, 69), 1),  # none is, and the first is much less so
        ((15, 21), (42, 46), 1),
        ((20, 26), (32, 38), None),  # both are another's
    ],
)
def test_the_first_heading_that_is_nearly_as_like_as_any_is_the_headline(first, second, shown):
    headings = [like(*first), like(*second)]
    document = read(f"<title>{STATED}</title>", "".join(f"<h1>{heading}</h1>" for heading in headings))
    assert document.title == (STATED if shown is None else headings[shown])


def test_a_lower_heading_that_shares_four_words_of_five_is_the_headline():
    for heading, is_it in (("Island ferry stops again today", True), ("Island ferry runs again today", False)):
        document = read("<title>Island ferry stops again soon</title>", f"<h2>{heading}</h2>")
        assert (headline(document) == [heading]) is is_it


def test_a_heading_that_a_stated_title_begins_with_is_it_though_the_rest_is_long():
    title = f"{SEVEN}: what the keepers of the harbour, the council and all of its passengers say of it"
    document = read(f"<title>{title}</title>", f"<h1>Passengers say of it all that the council</h1><h1>{SEVEN}</h1>")
    assert headline(document) == [SEVEN]


def test_after_the_name_of_a_site_stands_the_title_and_after_a_title_no_name():
    for title, heading, shown in (
        (f"Harbour News: {SEVEN}", SEVEN, SEVEN),
        (f"{SEVEN}: a long story", "A long story", f"{SEVEN}: a long story"),
    ):
        assert read(f"<title>{title}</title>", f"<h2>{heading}</h2>").title == shown


def test_linked_first_level_headings_are_those_of_cards_where_there_are_several():
    linked = f'<h1><a href="/x">{SEVEN}</a></h1>'
    own = "<h1>The ferry to the island is stopped</h1>"
    for cards, shown in ((linked, SEVEN), (linked * 2, "The ferry to the island is stopped")):
        assert headline(read(f"<title>{SEVEN}</title>", cards + own)) == [shown]
