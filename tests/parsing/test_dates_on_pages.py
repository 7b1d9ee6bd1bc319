"""Which of the dates of a page is that of publication, and in which forms it is printed."""

import json

import pytest

import auditor

PROSE = (
    "<p>" + "The ferry had been waiting at the pier since noon, and those who were on board knew nothing at all. " * 3
)
PAGE = "<title>Ferry waits</title>{}<article><h1>Ferry waits</h1>{}" + PROSE + "</p></article>{}"


def published(above="", below="", head="", url=None):
    found = auditor.parse(PAGE.format(head, above, below), format="html", url=url).published
    return found and found[:10]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("28.01.22 / 3 Kommentare", "2022-01-28"),
        ("8.Dezember 2010 um 09:43", "2010-12-08"),
        ("26 | 01 | 2022", "2022-01-26"),
        ("04-ago-2021 5:11:10", "2021-08-04"),
        ("19.11.202119.11.2021", "2021-11-19"),
        ("Datum: 19.11.2021 Autor: Ada Lund", "2021-11-19"),
        ("Version 1.2.10", None),
        ("192.01.02.20", None),
        ("The next meeting of the club will be on 5 February 2020 in the old hall.", None),
    ],
)
def test_forms_in_print(line, date):
    assert published(above=f"<p>{line}</p>") == date


def test_a_labelled_date_counts_wherever_it_stands():
    far = f"{PROSE}</p>" * 4
    assert published(below=f"{far}<p>Datum: 18.10.2021</p><p>Heft 3 vom 04.02.2011</p>") == "2021-10-18"
    assert published(below=f"{far}<p>Datum: 18.10.2021</p><p>Datum: 17.10.2021</p>") is None


def test_a_date_below_the_headline_goes_before_one_above_it():
    page = f"<p>21.01.2022</p>{PAGE.format('', '<p>15.01.2022</p>', '')}"
    assert auditor.parse(page, format="html").published == "2022-01-15"


@pytest.mark.parametrize(
    ("stated", "printed", "date"),
    [
        ("2021-11-04T23:00Z", "5 November 2021", "2021-11-05"),  # the readers' day
        ("2021-11-04T23:00Z", "4 November 2021", "2021-11-04"),
        ("2021-11-04T23:00Z", "9 November 2021", "2021-11-04"),
        ("2021-11-04T23:00Z", "", "2021-11-04"),
    ],
)
def test_a_tag_that_is_one_day_off_gives_way_to_print(stated, printed, date):
    tag = f'<meta property="article:published_time" content="{stated}">'
    assert published(above=f"<p>{printed}</p>", head=tag) == date


def test_a_tag_that_says_no_more_than_date_gives_way_to_print_unless_data_repeat_it():
    tag, line = '<meta name="date" content="2021-10-15">', "<p>13.10.2021</p>"
    data = json.dumps({"@type": "Article", "datePublished": "2021-10-15T10:00:00Z"})
    assert published(above=line, head=tag) == "2021-10-13"
    assert published(above=line, head=f'{tag}<script type="application/ld+json">{data}</script>') == "2021-10-15"
    assert published(head=tag) == "2021-10-15"


def test_a_date_in_the_address_may_begin_with_the_day():
    assert published(url="https://harbour.test/news/29-10-2021") == "2021-10-29"


@pytest.mark.parametrize("name", ["published", "published-date", "w-published-date"])
def test_names_of_tags(name):
    assert published(head=f'<meta name="{name}" content="2021-02-16">') == "2021-02-16"


def test_a_word_for_a_change_is_known_in_all_languages():
    document = auditor.parse(PAGE.format("", "<p>Bijgewerkt: 3 mei 2021</p>", ""), format="html")
    assert document.modified == "2021-05-03"
