"""Offers to subscribe where a text breaks off are no part of it."""

import pytest

import auditor
from auditor.model import Zone

TEXT = {
    "en": "The ferry had been waiting at the pier since noon, and nobody on board knew anything at all. " * 3,
    "ja": "フェリーは正午から桟橋で待っていたが、乗客は何も知らされていなかった。港の職員は説明を避けた。" * 3,
    "ko": "여객선은 정오부터 부두에서 기다리고 있었지만 승객들은 아무것도 듣지 못했다. 항구 직원은 설명을 피했다. " * 3,
}


def body(language, offer, more=""):
    text = f"<p>{TEXT[language]}</p>"
    page = f"<html lang={language}><h1>{TEXT[language][:20]}</h1><div>{text}<p>{TEXT[language][::-1]}</p>"
    found = auditor.parse(f"{page}<div><p>{offer}</p>{more}</div></div>", format="html")
    return " ".join(block.text for block in found.blocks if block.zone is Zone.BODY)


@pytest.mark.parametrize(
    ("language", "offer"),
    [
        ("en", "This article is for subscribers only. Choose what suits you."),
        ("en", "Subscribe to continue reading the harbour news of the week."),
        ("ja", "この記事は会員限定です。紙の新聞の購読者は無料で登録できます。"),
        ("ja", "有料会員になると、過去の記事もすべてお読みいただけます。"),
        ("ko", "이 기사는 구독자 전용입니다. 지금 구독하고 계속 읽어 보세요."),
    ],
)
def test_an_offer_goes_with_the_list_that_it_opens(language, offer):
    found = body(language, offer, "<dl><dd>All of the news, each day, on all that you have</dd></dl>")
    assert offer not in found
    assert "on all that you have" not in found
    assert TEXT[language].strip() in found


def test_what_only_speaks_of_subscribers_stays():
    said = "The paper says that its articles are for subscribers only, and nobody reads them any more."
    assert said in body("en", said)


def test_a_text_that_opens_so_stays():
    offer = "This article is for subscribers only."
    assert "harbour master" in body("en", offer, "<p>The harbour master said nothing. </p>" * 30)


def test_a_list_under_a_heading_with_a_link_to_all_of_it_is_one():
    card = "<li><p><a href='/{0}'>{1}</a></p><p><a href='/{0}'>{1}ことが取材で分かった...</a></p><p>1月{0}日</p></li>"
    cards = "".join(card.format(n, f"港で{n}隻の船が互いに衝突し、乗客は全員無事だった") for n in range(1, 6))
    more = f"<div><div><h2>社会の新着</h2><a href='/all'>記事一覧</a></div><ul>{cards}</ul></div>"
    assert "衝突" not in body("ja", "港の様子。", more)


@pytest.mark.parametrize(
    "offer",
    [
        "Sign up for our weekly harbour newsletter and never miss a tide again.",
        "Get the latest harbour news in your inbox every morning.",
        "Register or log in to unlock more of the harbour news.",
    ],
)
def test_a_newsletter_within_the_text_is_an_offer(offer):
    assert offer not in body("en", offer)


@pytest.mark.parametrize(
    ("heading", "stays"), [("Recommended reading", False), ("More on this topic", False), ("Advertising", True)]
)
def test_a_heading_that_is_a_label_of_the_page_goes_and_one_word_may_head_a_chapter(heading, stays):
    page = f"<h1>The ferry</h1><div><p>{TEXT['en']}</p><h2>{heading}</h2><p>{TEXT['en'][::-1]}</p></div>"
    found = auditor.parse(page, format="html").zone(Zone.BODY)
    assert any(block.text == heading for block in found) is stays


@pytest.mark.parametrize(
    ("name", "said", "stays"),
    [
        ("paywall-offer", "Already a subscriber? Log in", False),
        ("paywall-offer", "The pilots were the first to hear", True),
        ("offer", "Already a subscriber? Log in", True),
    ],
)
def test_an_offer_may_be_longer_than_what_stands_before_it_where_its_box_says_so(name, said, stays):
    told = (
        "The ferry had been waiting at the pier since noon, and nobody on board knew anything about the reason at all."
    )
    more = "Read all of the archive since 1911, the crossword of every day and two letters a week, on all your devices."
    page = f"<h1>Ferry waits</h1><main><p>{told}</p><div class={name}><h2>Go on</h2><p>{more}</p><p>{said}</p></div>"
    found = auditor.parse(page, format="html").zone(Zone.BODY)
    assert (more in [block.text for block in found]) is stays


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("This entry was posted in Harbours. Bookmark the permalink.", False),
        ("Dieser Beitrag enthält Werbung für eine Werft.", False),
        ("Anzeige, enthält Affiliate Links", False),
        ("For the latest stories and breaking news updates download our apps.", False),
        ("Image 2 of 5", False),
        ("The entry was posted at the door of the harbour office.", True),
        ("This post contains affiliate links, which the harbour pilots found " + "and found again " * 8, True),
    ],
)
def test_notices_of_a_page_are_short_lines_that_begin_so(line, stays):
    told = "".join(f"<p>{TEXT['en']}{n}</p>" for n in range(3))
    found = auditor.parse(f"<h1>Ferry waits</h1><main>{told}<p>{line}</p></main>", format="html")
    assert (line.strip() in [block.text for block in found.zone(Zone.BODY)]) is stays


def test_a_bar_before_the_headline_is_no_text_however_long():
    bar = "".join(
        f"<p>Orders of {n} lamps and more are sent free of all charge to the outer mole.</p>" for n in range(30)
    )
    page = f"<div class=promo-bar>{bar}</div><main><h1>The harbour</h1><p>{TEXT['en']}</p></main>"
    assert not any("are sent free" in block.text for block in auditor.parse(page, format="html").zone(Zone.BODY))


def test_whose_a_page_is_belongs_to_no_text():
    whose = "<p>© The harbour office and its friends, all lamps are theirs.</p>"
    page = f"<main><h1>The harbour</h1><p>{TEXT['en']}</p>{whose}</main>"
    assert not any("©" in block.text for block in auditor.parse(page, format="html").zone(Zone.BODY))
