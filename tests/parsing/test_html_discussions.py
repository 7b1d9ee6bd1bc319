"""Pages whose text visitors wrote, and pages that keep their text for readers without scripts."""

import pytest

from auditor import clean, parse
from auditor.model import PageType, Zone
from auditor.parsing import html

ASKED = "My tide table shows two low waters for the same afternoon, and the harbour office cannot say which is right."
FIRST = "Set the station first: with none chosen the table prints the open sea below the line of the harbour."
SECOND = "The second line is the canal, which has a lock, and so its low water comes an hour and a half later."
POSTS = "".join(f"<article class=comment><p>{text}</p></article>" for text in (ASKED, FIRST, SECOND))
HEAD = "<title>Two low waters</title><h1>Two low waters</h1>"


def texts(source, zone, url=None):
    document = html.read(source, name="", url=url, zone=None)
    return [block.text for block in document.zone(zone)], document.type


@pytest.mark.parametrize(
    ("head", "url", "type_"),
    [
        ("<script type=application/ld+json>{'@type': 'QAPage'}</script>".replace("'", '"'), None, PageType.QUESTION),
        ("<meta name=generator content='Flarum 1.8'>", None, PageType.FORUM),
        ("", "https://forum.harbour.test/t/two-low-waters", PageType.FORUM),
    ],
)
def test_posts_are_the_text_of_a_forum(head, url, type_):
    assert texts(f"{head}{HEAD}<main>{POSTS}</main>", Zone.BODY, url) == ([ASKED, FIRST, SECOND], type_)


def test_comments_below_an_article_are_not():
    told = "The table of tides has a new column, which says at what hour the lock of the canal is opened for boats."
    prose = f"<p>{told}</p><p>{told.replace('tides', 'winds')}</p>"
    page = f"{HEAD}<main>{prose}<div class=comments>{POSTS}</div></main>"
    assert texts(page, Zone.COMMENTS)[0] == [ASKED, FIRST, SECOND]


NOSCRIPT = f"{HEAD}<div id=app>Loading</div><noscript><div class=post>{''.join(f'<p>{t}</p>' for t in [ASKED, FIRST])}"
LONG = f"<p>{SECOND}</p>" * 8


def test_a_page_that_scripts_are_to_fill_is_read_as_without_scripts():
    source = f"{NOSCRIPT}{LONG}</div></noscript>"
    assert texts(source, Zone.BODY)[0][:2] == [ASKED, FIRST]
    document = parse(source, format="html")
    assert all(block.text.split()[0] in document.source[block.start : block.end] for block in document.zone(Zone.BODY))
    assert FIRST in clean(source, format="html")


def test_where_there_is_an_article_what_stands_in_noscript_is_not_read():
    source = f"{HEAD}<main><p>{ASKED}</p><p>{FIRST}</p></main><noscript>{LONG}</noscript>"
    assert texts(source, Zone.BODY)[0] == [ASKED, FIRST]


def test_a_long_discussion_does_not_make_an_article_look_small():
    told = "The table of tides has a new column, which says at what hour the lock of the canal is opened for boats."
    answers = "".join(f"<p>{n} {text}</p>" for n in range(5) for text in (ASKED, FIRST, SECOND))
    page = f"{HEAD}<main><div class=paywall-content><p>{told}</p></div></main><div id=comments>{answers}</div>"
    assert texts(page, Zone.BODY)[0] == [told]
