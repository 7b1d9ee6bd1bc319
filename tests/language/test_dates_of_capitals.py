"""Dates in the capitals, calendars and digits of their language."""

import pytest

import auditor
from auditor.world import dates


@pytest.mark.parametrize(("language", "month"), [("tr", "KASIM"), ("tr", "NİSAN"), ("en", "ſeptember"), ("de", "MÄRZ")])
def test_names_of_months_in_odd_letters_break_no_rule(language, month):
    said = f"<p>12 Mart 2020, 5 May 2020, 31 {month} 2020.</p>"
    page = f"<html lang={language}><title>Ferry</title><article><h1>Ferry</h1>{said}<p>The ferry left.</p></article>"
    assert auditor.audit(page).rules.errored == ()


def test_a_date_of_another_calendar_is_the_date_of_a_page():
    prose = "<p>" + "เรือออกจากท่าเวลาหกโมงเช้าทุกวันและกลับมาก่อนค่ำเสมอ " * 6 + "</p>"
    page = f"<html lang=th><title>เรือ</title><article><h1>เรือออกเดินทาง</h1><p>12 มีนาคม 2563</p>{prose}</article>"
    assert auditor.parse(page).published == "2020-03-12"


def test_a_date_of_an_era_ends_where_it_ends():
    assert dates.ends("令和2年1月1日 x") == len("令和2年1月1日")
