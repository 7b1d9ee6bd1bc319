"""Which of the dates of a page is that of publication, and in which forms it is printed."""

import json
import time

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


LD = '<script type="application/ld+json">{{"@type": "Article", "datePublished": "{}"}}</script>'


@pytest.mark.parametrize("line", ["Updated 5 September 2024", "Last updated: 5 September 2024", "Dana Lund5 Sept 2024"])
def test_what_readers_see_goes_before_data_that_only_programs_read(line):
    assert published(above=f"<p>{line}</p>", head=LD.format("2023-07-22")) == "2024-09-05"


def test_a_tag_goes_before_the_date_of_a_change():
    tag = '<meta property="article:published_time" content="2023-07-22">'
    document = auditor.parse(PAGE.format(tag, "<p>Last updated: 5 September 2024</p>", ""), format="html")
    assert (document.published, document.modified) == ("2023-07-22", "2024-09-05")


def test_a_printed_day_has_the_hour_of_the_data():
    page = PAGE.format(LD.format("2024-09-05T10:30:00Z"), "<p>5 September 2024</p>", "")
    assert auditor.parse(page, format="html").published == "2024-09-05T10:30:00Z"


@pytest.mark.parametrize(
    ("line", "date"),
    [("ByAda LundMar 5, 2025", "2025-03-05"), ("ADA LUNDMAR 5, 2025", None), ("Hangar 5, 2025", None)],
)
def test_a_date_may_touch_the_name_before_it(line, date):
    assert published(above=f"<p>{line}</p>") == date


def test_a_word_for_a_change_is_known_in_all_languages():
    document = auditor.parse(PAGE.format("", "<p>Bijgewerkt: 3 mei 2021</p>", ""), format="html")
    assert document.modified == "2021-05-03"


@pytest.mark.parametrize(
    ("language", "locale", "printed", "date"),
    [
        ("es-ES", "", "05/06/2024", "2024-06-05"),
        ("de", "", "05-06-2024", "2024-06-05"),
        ("en-GB", "", "05/06/2024", "2024-06-05"),
        ("en-US", "", "05/06/2024", "2024-05-06"),
        ("en", "en_US", "05/06/2024", "2024-05-06"),
        ("de", "en_US", "05/06/2024", "2024-06-05"),  # what a site says of itself first
        ("en", "", "05/06/2024", None),
        ("ja", "", "05/06/2024", None),  # the year comes first there
        ("", "", "05/06/2024", None),
        ("en-US", "", "13/05/2024", "2024-05-13"),
    ],
)
def test_the_language_of_a_page_says_which_figure_is_the_day(language, locale, printed, date):
    page = PAGE.format(f'<meta property="og:locale" content="{locale}">', f"<p>{printed}</p>", "")
    found = auditor.parse(f'<html lang="{language}">{page}', format="html").published
    assert found == date


@pytest.mark.parametrize(
    ("others", "date"),
    [
        (("28/05/2024", "30/05/2024"), "2024-06-05"),
        (("05/28/2024", "05/30/2024"), "2024-05-06"),
        (("05/28/2024", "30/05/2024"), None),
    ],
)
def test_other_dates_of_the_page_say_it_before_its_language(others, date):
    far = f"{PROSE}</p>" * 4 + "".join(f"<p>{other}</p>" for other in others)
    page = PAGE.format("", "<p>05/06/2024</p>", far)
    assert auditor.parse(f'<html lang="en-US">{page}', format="html").published == date


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("31 October 2023. ", "2023-10-31"),
        ("29.11.2022 – ", "2022-11-29"),
        ("29.11.2022 “", "2022-11-29"),
        ("On 29 November 2022 ", None),
        ("3 May 2021 was the day when ", None),
    ],
)
def test_a_date_that_opens_the_text_is_its_date(opening, date):
    text = f"<p>{opening}{PROSE.removeprefix('<p>')}</p>"
    page = f"<title>Ferry waits</title><h1>Ferry waits</h1>{text}{text.replace(opening, '')}"
    assert auditor.parse(page, format="html").published == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ('<p class="postmetadata">8 December 2010 · Recipes · 6 comments</p>', "2010-12-08"),
        ('<div class="entry-meta">8 December 2010</div>', "2010-12-08"),
        ('<div class="left author">Author: bo2man, 8.12.2010, 13:36</div>', "2010-12-08"),
        ("<h4>Published</h4><p>8 December 2010</p>", "2010-12-08"),
        ('<div itemprop="datePublished" content="2010-12-08T10:00">this week</div>', "2010-12-08"),
        ('<p>by Ada on <abbr class="published" title="2010-12-08T10:00">Wednesday</abbr></p>', "2010-12-08"),
        ('<div class="comment"><i itemprop="datePublished" content="2010-12-08">then</i></div>', None),
        ('<div class="mandate">8 December 2010</div>', None),
        ("<p>Diese Seite wurde zuletzt am 29. Januar 2020 geändert.</p>", "2020-01-29"),
        ("<p>This page was last edited on 29 January 2020, at 13:22.</p>", "2020-01-29"),
        ("<p>Our hall was built on 29 January 2020 by the old club.</p>", None),
    ],
)
def test_lines_far_from_the_headline_that_markup_or_words_call_dates(line, date):
    others = "<li>Gulls, 4 February 2011</li><li>Piers, 5 March 2012</li>"
    assert published(below=f"{PROSE}</p>" * 4 + line + others) == date


def test_a_date_in_the_headline_or_below_a_picture_is_what_the_text_is_about():
    title = "Conference of harbours (26 February 2015)"
    page = f"<title>{title}</title><h1>{title}</h1>{{}}" + f"{PROSE}</p>" * 3
    assert auditor.parse(page.format("<p>28 January 2015 Comments</p>"), format="html").published == "2015-01-28"
    assert auditor.parse(page.format(""), format="html").published is None
    picture = "<figure><img src='a.png'><figcaption><div>The pier (Lund, 6.12.2010)</div></figcaption></figure>"
    assert published(above=picture) is None


def test_a_text_of_tomorrows_paper_was_put_up_in_the_evening():
    said = {"@type": "NewsArticle", "headline": "Ferry waits", "datePublished": "2024-04-25T19:30:04+02:00"}
    issue = "<p>Issue of 26 April 2024, page 1</p>"

    def stated(**more):
        return f'<script type="application/ld+json">{json.dumps(said | more)}</script>'

    assert published(issue, head=stated()) == "2024-04-25"
    assert published(issue, head=stated(datePublished="2024-04-25T19:30:04Z")) == "2024-04-26"
    assert published(issue, head=stated(dateModified="2024-04-26T10:14:00+02:00")) == "2024-04-26"


def test_figures_that_open_a_text_and_may_be_read_both_ways_give_way_to_what_is_said_below():
    text = f"<p>05/06/2024. {'The ferry left at six, and the people of the harbour stood on the pier. ' * 2}</p>"
    below = "<p>This page was last edited on 3 May 2021</p>"
    page = f'<html lang="en"><body><article><h1>The ferry</h1>{text}{below}</article></body></html>'
    assert auditor.parse(page, format="html").published == "2021-05-03"


def test_lines_with_open_dates_cost_what_they_are():
    def seconds(lines):
        page = f"<article><h1>Ferries</h1>{'<p class=date>03/05/2021 ferry</p>' * lines}</article>"
        begun = time.process_time()
        auditor.parse(page, format="html")
        return time.process_time() - begun

    seconds(10)
    assert seconds(1_000) < 25 * max(seconds(100), 0.01)  # ten times as many; it was a hundred times the work


TAGGED = '<meta property="article:published_time" content="2024-08-07T12:00:00Z">'


@pytest.mark.parametrize(
    ("line", "more", "date"),
    [
        ("7 min read · Dec 30, 2013", "", "2013-12-30"),
        ("7 min read · Dec 30, 2025", "", "2024-08-07"),  # after a change
        ("Dec 30, 2013 and Jan 3, 2014", '<meta property="article:modified_time" content="2013-12-30">', "2024-08-07"),
        ("2024-07-08", "", "2024-08-07"),  # may be the same day in the other order
    ],
)
def test_print_that_is_older_than_a_tag_tells_of_the_time_before_a_move(line, more, date):
    assert published(above=f"<p>{line}</p>", head=TAGGED + more) == date


@pytest.mark.parametrize(
    ("elsewhere", "date"),
    [("December 2, 2025", "2025-12-02"), ("February 12, 2025", "2025-02-12")],
)
def test_an_open_date_is_that_of_the_two_that_the_page_prints_in_words(elsewhere, date):
    found = published(above="<p>Ada Byrne</p><p>02-12-2025</p>", below=f"<aside><p>{elsewhere}</p></aside>")
    assert found == date


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Posted: 04/05/2015 2:10 pm Updated: 04/05/2015 5:59 pm", auditor.Zone.DATELINE),
        ("วันอาทิตย์ที่ 25 เมษายน 2564 เวลา 16:40 น.", auditor.Zone.DATELINE),
        ("The lock opens again on Monday, 04/05/2015, and closes for the winter.", auditor.Zone.BODY),
    ],
)
def test_a_line_of_a_date_is_one_whether_or_not_its_day_is_told(line, zone):
    page = auditor.parse(PAGE.format("", f"<p>{line}</p>", ""), format="html")
    assert [block.zone for block in page.blocks if block.text == line] == [zone]


@pytest.mark.parametrize(
    ("others", "date"),
    [
        (("11.24.2025", "07.15.2025"), "2024-09-10"),
        (("11.24.2025", "24.11.2025"), "2024-10-09"),
        (("10.11.2025",), "2024-10-09"),
    ],
)
def test_dates_with_dots_have_the_month_first_where_one_of_the_page_shows_it(others, date):
    cards = "".join(f"<div><p>{one}</p></div>" for one in others)
    assert published(above="<p>By Ada Lund</p><p>09.10.2024</p>", below=f"<aside>{cards}</aside>") == date


@pytest.mark.parametrize(
    "sentence",
    [
        "This article was originally published on 26 Sep 2019 and has been updated since.",
        "Dieser Text ist ursprünglich am 26. September 2019 erschienen und wurde ergänzt.",
        "Este artículo fue publicado originalmente. Originalmente publicado el 26 de septiembre de 2019.",
        "Cet article a été initialement publié le 26 septembre 2019.",
        "Dit artikel is oorspronkelijk gepubliceerd op 26 september 2019.",
    ],
)
def test_a_sentence_that_says_when_it_came_out_first_goes_before_later_print(sentence):
    assert published(above="<p>30 Sep 2022</p>", below=f"<p>{sentence}</p>") == "2019-09-26"
    tag = '<meta property="article:published_time" content="2022-09-30">'
    assert published(above="<p>30 Sep 2022</p>", below=f"<p>{sentence}</p>", head=tag) == "2022-09-30"


def test_one_day_in_print_that_no_change_has_goes_before_an_older_tag():
    tag = '<meta property="article:published_time" content="2013-03-11T11:11:07-07:00">'
    change = '<meta property="article:modified_time" content="{}T07:49:16-08:00">'
    assert published(above="<p>March 20, 2023</p>", head=tag + change.format("2026-02-18")) == "2023-03-20"
    assert published(above="<p>March 20, 2023</p>", head=tag + change.format("2023-03-20")) == "2013-03-11"
